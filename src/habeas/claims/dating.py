"""Dating: which days a claim's happening is of, for one clause of a document.

`timing.py` finds the dates that hang on the clause, and says what a clause without one is of. Texts leave much to their
reader, though: a day told one sentence earlier holds on, a report's past may be of yesterday or of nobody knows when.
So where no date hangs on the clause, every time that the text offers is a candidate: the dates of the sentence, those told shortly before it, the time of
the claim before, the published day, and none. What speaks for each is written down as features, and weights learned
from annotated reports choose (`lexicons/dating.toml`, made by `tools/train_dating.py`). The feature that spoke most for
the choice is its reason.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import msgspec

from habeas.claims.calendar import Direction
from habeas.claims.dates import DateMention
from habeas.claims.expressions import Meaning
from habeas.claims.model import Kind, Reason, Status
from habeas.claims.timing import Dated, Tense, direction_of, untimed
from habeas.intervals import Basis, Period
from habeas.lexicons import load
from habeas.syntax.model import Token, Tree

REACH = 320
"""Characters before a sentence in which a date may hold on into it: about two sentences."""

NEAR = 120
"""Characters within which a date told before is near."""


class Origin(StrEnum):
    """Where a candidate comes from."""

    OWN = "own"
    SENTENCE = "of the sentence"
    BEFORE = "told before"
    LAST = "of the claim before"
    PUBLISHED = "published"
    NOTHING = "unknown"


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Shape of `dating.toml`: in which languages times are weighed, and what each feature adds to a candidate's chance."""

    languages: list[str]
    when: dict[str, float]


@dataclass(frozen=True, slots=True)
class Question:
    """A clause to be dated, and what stands around it."""

    kind: Kind
    status: Status
    tense: Tense
    form: str
    tree: Tree
    head: Token
    heads: frozenset[int]
    """Indices of the sentence's tokens that head claims."""
    own: tuple[Dated, ...]
    """The dates that hang on the clause, the likeliest first."""
    sentence: tuple[Dated, ...]
    before: tuple[DateMention, ...]
    """Dates told shortly before the sentence, the nearest last."""
    published: date | None


@dataclass(slots=True)
class Earlier:
    """The times found for a document's claims so far."""

    number: int = 0
    last: Period | None = None
    """Of the claim before; None where it has none."""
    anchor: Period | None = None
    """The last time that the text itself named, which "three days later" counts from."""
    sentence: int = -1
    """Where the sentence of the claim before starts."""

    def add(self, found: Answer, sentence: int) -> None:
        """Take in the time of the next claim."""
        self.number += 1
        self.last, self.sentence = found.period, sentence
        if found.said is not None and found.period is not None:
            self.anchor = found.period


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim's period, the date expression that gives it if one does, and why."""

    period: Period | None
    said: DateMention | None
    reason: Reason


@dataclass(slots=True)
class Candidate:
    """A period that a claim may be of, and what speaks for it."""

    period: Period | None
    said: DateMention | None
    origin: Origin
    token: Token | None
    traits: list[str] = field(default_factory=list)


def candidates(asked: Question, earlier: Earlier) -> list[Candidate]:
    """All periods that the text offers, each once, with what speaks for it; those that hang on the clause first."""
    offered = _Offered()
    hung = {dated.token.i for dated in asked.own}
    for rank, dated in enumerate(asked.own):
        traits = [f"rank {min(rank, 2)}", *_of_mention(dated.mention)]
        for period, how in _readings(dated.mention, asked, earlier):
            offered.add(period, dated.mention, Origin.OWN, [*traits, *how], dated.token)
    ahead = asked.status in (Status.PLANNED, Status.POSSIBLE)  # "vowed on Monday to free ten": no time of the act
    below = {token.i for token in asked.tree.subtree(asked.head)}  # "guilty of a murder in 1985": of something else
    for dated in () if ahead else asked.sentence:
        if dated.token.i not in hung | below:
            traits = [*_of_mention(dated.mention), *_of_place(dated, asked)]
            for period, how in _readings(dated.mention, asked, earlier):
                offered.add(period, dated.mention, Origin.SENTENCE, [*traits, *how], dated.token)
    for rank, mention in enumerate(reversed(asked.before)):
        near = "near" if asked.tree.start - mention.end <= NEAR else "far"
        place = f"rank {min(rank, 2)}"
        traits = [near, place, f"{place}, {_known(asked)}", *_of_mention(mention)]
        for period, how in _readings(mention, asked, earlier):
            offered.add(_carried(period), mention, Origin.BEFORE, [*traits, *how])
    if earlier.last is not None:
        offered.add(_carried(earlier.last), None, Origin.LAST, _of_last(earlier.last, asked, earlier))
    if asked.published is not None:
        day = Period.day(asked.published, Basis.PUBLISHED)
        offered.add(day, None, Origin.PUBLISHED, _of_clause(asked, earlier))
    offered.add(None, None, Origin.NOTHING, _of_clause(asked, earlier))
    offered.mark(by_rule(asked, earlier.anchor).period, f"the rule, {_known(asked)}")
    return offered.all


class _Offered:
    """The periods offered so far, each once."""

    def __init__(self) -> None:
        self._found: dict[tuple[date | None, date | None] | None, Candidate] = {}

    def add(
        self,
        period: Period | None,
        said: DateMention | None,
        origin: Origin,
        traits: Iterable[str],
        token: Token | None = None,
    ) -> None:
        candidate = self._found.setdefault(_key(period), Candidate(period, said, origin, token))
        candidate.traits += [str(origin), *(f"{origin}, {trait}" for trait in traits)]

    def mark(self, period: Period | None, trait: str) -> None:
        candidate = self._found.get(_key(period))
        if candidate is not None:
            candidate.traits += ["the rule", f"the rule, {candidate.origin}", f"{trait}, {candidate.origin}"]

    @property
    def all(self) -> list[Candidate]:
        return list(self._found.values())


def _key(period: Period | None) -> tuple[date | None, date | None] | None:
    return None if period is None else (period.first, period.last)


def _readings(mention: DateMention, asked: Question, earlier: Earlier) -> Iterator[tuple[Period, list[str]]]:
    """What an expression may mean here: by where the clause looks, and by what "three days later" counts from."""
    direction = direction_of(asked.kind, asked.status, asked.tense)
    if not mention.anchored:
        period = _resolved(mention, asked, direction, earlier.anchor)
        if period is not None:
            yield period, []
        if direction is Direction.FUTURE:
            back = mention.resolve(asked.published, Direction.PAST, earlier.anchor)
            if back is not None:
                yield back, ["looking back"]
        return
    told = [*asked.before, *(dated.mention for dated in asked.sentence)]
    anchors = [("the last", earlier.anchor)]
    before = [one for one in told if one.end <= mention.start and not one.anchored][-2:]
    anchors += [("one told before", one.resolve(asked.published, Direction.PAST)) for one in before]
    for name, anchor in anchors:
        period = None if anchor is None else _resolved(mention, asked, direction, anchor)
        if period is not None:
            yield period, [f"counted from {name}"]


def _of_last(last: Period, asked: Question, earlier: Earlier) -> Iterator[str]:
    place, basis = "same sentence" if earlier.sentence == asked.tree.start else "another sentence", last.basis.value
    yield place
    yield f"{place}, {_known(asked)}"
    yield f"{basis}, {_known(asked)}"
    yield f"{place}, {basis}, {asked.form}"


def _resolved(mention: DateMention, asked: Question, direction: Direction, anchor: Period | None) -> Period | None:
    period = mention.resolve(asked.published, direction, anchor)
    if period is None or (direction is not Direction.FUTURE and _is_after(period, asked.published)):
        return None
    return period


def _carried(period: Period) -> Period:
    return Period(period.first, period.last, Basis.INFERRED)


def _is_after(period: Period, published: date | None) -> bool:
    return published is not None and period.first is not None and period.first > published


def _known(asked: Question) -> str:
    """How well the clause is dated by its own sentence."""
    return "dated" if asked.own else "dates near" if asked.sentence else "undated"


def _of_mention(mention: DateMention) -> Iterator[str]:
    meaning = mention.expression.meaning.value
    yield meaning
    yield f"{meaning}, {mention.bound.value}" if mention.bound is not None else f"{meaning}, unbounded"


def _of_place(dated: Dated, asked: Question) -> Iterator[str]:
    """Where in the sentence a date stands that does not hang on the clause."""
    side = "before" if dated.token.i < asked.head.i else "after"
    low, high = sorted((dated.token.i, asked.head.i))
    between = sum(low < head < high for head in asked.heads)
    known = _known(asked)
    yield side
    yield f"{side}, {min(between, 2)} claims between"
    yield f"{side}, {min(between, 2)} claims between, {known}"
    steps = asked.tree.path(dated.token, asked.head)
    yield f"{side}, {min(steps.count('->') + steps.count('<-'), 5)} steps"
    yield f"{asked.form}, {side}, {known}"


def _of_clause(asked: Question, earlier: Earlier) -> Iterator[str]:
    tense, form, status, known = asked.tense.name.lower(), asked.form, asked.status.value, _known(asked)
    yield known
    yield f"{tense}, {known}"
    yield f"{tense}, {form}, {status}, {known}"
    yield f"{status}, {known}"
    yield f"{asked.head.deprel}, {tense}, {known}"
    yield f"{'first claim' if not earlier.number else 'later claim'}, {tense}, {known}"
    last = "none" if earlier.last is None else earlier.last.basis.value
    yield f"last {last}, {tense}, {known}"
    yield f"{'first sentence' if asked.tree.start == 0 else 'later sentence'}, {tense}, {form}"
    yield f"{min(len(asked.before), 2)} before, {tense}, {known}"


_GROUPS = {
    Kind.RELEASE: "act",
    Kind.DETENTION: "act",
    Kind.SENTENCE: "act",
    Kind.DEATH: "act",
    Kind.EXPULSION: "act",
    Kind.HELD: "stock",
    Kind.SANCTION: "measure",
    Kind.RELIEF: "measure",
    Kind.TALKS: "talk",
    Kind.DEAL: "talk",
    Kind.DEMAND: "demand",
    Kind.APPOINTMENT: "appointment",
}


def features(asked: Question, candidate: Candidate) -> list[str]:
    """What speaks for a candidate, as names: a group of kinds, or "any", then what holds of it."""
    group = _GROUPS[asked.kind]
    return [f"{scope}|{name}" for name in dict.fromkeys(candidate.traits) for scope in (group, "any")]


def dating(asked: Question, earlier: Earlier) -> Answer:
    """A claim's period and why: weighed in the languages where weights do better than the rules alone."""
    if not is_weighed(asked.tree.language):
        return by_rule(asked, earlier.anchor)
    return choice(asked, earlier, load("dating", Weights).when)


def is_weighed(language: str) -> bool:
    """Whether times told around a clause are weighed in the language; elsewhere they need not be looked for."""
    return language in load("dating", Weights).languages


def choice(asked: Question, earlier: Earlier, weights: Mapping[str, float]) -> Answer:
    """The date that hangs on the clause; where none does, the candidate of the highest score, of equals the first."""
    ruled = by_rule(asked, earlier.anchor)
    if is_settled(ruled):
        return ruled
    offered = candidates(asked, earlier)
    held = [features(asked, candidate) for candidate in offered]
    scores = [sum(weights.get(name, 0.0) for name in names) for names in held]
    best = max(range(len(offered)), key=lambda place: (scores[place], -place))
    chosen = offered[best]
    reason = max(held[best], key=lambda name: weights.get(name, 0.0)).split("|", 1)[1]
    words = asked.head.text if chosen.said is None else chosen.said.words
    relations = "" if chosen.token is None else asked.tree.path(chosen.token, asked.head)
    return Answer(chosen.period, chosen.said, Reason("when", reason, words, relations))


def is_settled(ruled: Answer) -> bool:
    """Whether the clause itself names its days, so that nothing need be weighed."""
    if ruled.said is not None and ruled.period is None:  # "recently"
        return True
    return ruled.said is not None and not ruled.said.anchored


def by_rule(asked: Question, anchor: Period | None) -> Answer:
    """The first date that hangs on the clause, else what its tense says."""
    direction = direction_of(asked.kind, asked.status, asked.tense)
    for dated in asked.own:
        period = _resolved(dated.mention, asked, direction, anchor)
        if period is not None:
            relations = asked.tree.path(dated.token, asked.head)
            return Answer(period, dated.mention, Reason("when", "date of the clause", dated.mention.words, relations))
    if asked.own and asked.own[0].mention.expression.meaning is Meaning.VAGUE and asked.kind is not Kind.HELD:
        return Answer(None, asked.own[0].mention, Reason("when", "no days named", asked.own[0].mention.words))
    why = Reason("when", f"no date, {asked.tense.name.lower()} tense", asked.head.text)
    return Answer(untimed(asked.kind, asked.status, asked.tense, asked.published), None, why)


def told_before(mentions: Sequence[DateMention], start: int) -> tuple[DateMention, ...]:
    """The dates of a text, in its order, that may hold on into the sentence that starts there."""
    durations = (Meaning.DURATION, Meaning.VAGUE, Meaning.UNKNOWN)
    first, after = (bisect_left(mentions, at, key=lambda mention: mention.start) for at in (start - REACH, start))
    return tuple(mention for mention in mentions[first:after] if mention.expression.meaning not in durations)
