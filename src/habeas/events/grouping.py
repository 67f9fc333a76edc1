"""Which claims tell of one happening.

Candidates share a block (kind, place, and whether it is done, ahead or refused) and at least one key (a month,
a figure, a name, a story). Pairs are joined best first; a group takes in another only where no two of their claims
contradict each other, so that one vague report never welds two waves together. The order of the claims plays no part.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from habeas.claims.model import Claim, Kind, Means, Outcome, Status
from habeas.documents.model import Document
from habeas.events.likeness import (
    ENOUGH,
    Telling,
    comparable_kind,
    contradiction,
    fold,
    likeness,
    name_words,
    rare_words,
    same_name,
    stems,
)
from habeas.events.model import Event, Rung
from habeas.events.wording import describe
from habeas.ids import content_id
from habeas.intervals import Basis, Count, Period

_LONGEST_KEYED_PERIOD = 62
"""Days: a longer period is no key, it would pair everything with everything."""

_FULLEST_SHELF = 250
"""A key that more claims share tells nothing apart ("3 people", a common first name), and would cost their square."""

_FULFILMENT = timedelta(days=60)
"""A plan is fulfilled by a like act of the like figure at most so long after it was reported."""

Block = tuple[Kind, str, str]


def group(
    claims: Iterable[Claim], documents: Mapping[str, Document], stories: Mapping[str, str] | None = None
) -> tuple[Event, ...]:
    """Events of the claims, oldest first; claims of people held are states of things and take no part.

    `documents` are by id; `stories` gives for a document's id the story it is a copy of (itself where absent).
    """
    told = _tellings(claims, documents, stories or {})
    groups: list[_Group] = []
    for block in _blocks(told).values():
        groups.extend(_join(block))
    events = [_event(each) for each in _fulfilled(groups)]
    return _apart(sorted(events, key=lambda event: (_first_day(event.date), event.id, event.documents)))


def _apart(events: Iterable[Event]) -> tuple[Event, ...]:
    """The same words in two documents are one claim id: where they tell of two events, the later one's id is its own."""
    taken: set[str] = set()
    named = []
    for event in events:
        own = event if event.id not in taken else replace(event, id=content_id(event.id, *event.documents))
        taken.add(own.id)
        named.append(own)
    return tuple(named)


class _Group:
    """Claims found to tell of one happening, and why."""

    __slots__ = ("reasons", "tellings")

    def __init__(self, tellings: list[Telling], reasons: list[str]) -> None:
        self.tellings = tellings
        self.reasons = reasons

    def contradicts(self, other: _Group) -> bool:
        return any(contradiction(a, b) is not None for a in self.tellings for b in other.tellings)

    def absorb(self, other: _Group, reasons: Iterable[str]) -> None:
        self.tellings = sorted(self.tellings + other.tellings, key=_earliest)
        self.reasons = self.reasons + other.reasons + [words for words in reasons if words not in self.reasons]


def _first_day(period: Period | None) -> date:
    return period.first if period is not None and period.first is not None else date.max


def _earliest(telling: Telling) -> tuple[date, str, int, str]:
    claim = telling.claim
    return (telling.published or date.max, claim.document, claim.quote.start, claim.id)


def _tellings(claims: Iterable[Claim], documents: Mapping[str, Document], stories: Mapping[str, str]) -> list[Telling]:
    kept = sorted(
        (claim for claim in claims if comparable_kind(claim.kind)), key=lambda claim: (claim.id, claim.document)
    )
    quotes: dict[tuple[Kind, tuple[str, ...]], list[frozenset[str]]] = defaultdict(list)
    words = {claim.id: stems(claim.quote.text) for claim in kept}
    for claim in kept:
        quotes[claim.kind, claim.place].append(words[claim.id])
    rare = {key: rare_words(group_quotes) for key, group_quotes in quotes.items()}
    return [
        Telling(
            claim=claim,
            published=documents[claim.document].published if claim.document in documents else None,
            story=stories.get(claim.document, claim.document),
            words=words[claim.id] & rare[claim.kind, claim.place],
            names=tuple(name_words(person) for person in claim.persons),
        )
        for claim in kept
    ]


def _stage(status: Status) -> str:
    match status:
        case Status.ACTUAL:
            return "done"
        case Status.PLANNED | Status.POSSIBLE:
            return "ahead"
        case Status.REFUSED:
            return "refused"


def _blocks(told: list[Telling]) -> dict[Block, list[Telling]]:
    """By kind, first place and stage; a happening in two states' custody (an exchange) has one first place."""
    blocks: dict[Block, list[Telling]] = defaultdict(list)
    for telling in told:
        claim = telling.claim
        blocks[claim.kind, min(claim.place, default=""), _stage(claim.status)].append(telling)
    return dict(sorted(blocks.items()))


def _keys(telling: Telling) -> Iterator[tuple[str, object]]:
    """What two tellings of one happening share at least one of."""
    claim = telling.claim
    if claim.count is not None and claim.count.min > 2:
        yield "figure", claim.count.min
    yield "story", telling.story
    for name in telling.names:
        for word in name:
            yield "name", word[:4]
    for word in telling.words:
        yield "word", word
    when = claim.when
    if when is None or when.first is None or when.last is None or (when.last - when.first).days > _LONGEST_KEYED_PERIOD:
        return
    month = when.first - timedelta(days=3)
    while month <= when.last + timedelta(days=3):
        yield "month", (month.year, month.month)
        month = (month.replace(day=1) + timedelta(days=32)).replace(day=1)


def _candidates(block: list[Telling]) -> set[tuple[int, int]]:
    shelves: dict[tuple[str, object], list[int]] = defaultdict(list)
    for index, telling in enumerate(block):
        for key in set(_keys(telling)):
            shelves[key].append(index)
    return {pair for shelf in shelves.values() if len(shelf) <= _FULLEST_SHELF for pair in combinations(shelf, 2)}


def _join(block: list[Telling]) -> list[_Group]:
    """Agglomerate one block, most alike first; ties go by the claims' ids."""
    scored: list[tuple[int, str, str, int, int, tuple[str, ...]]] = []
    for i, j in _candidates(block):
        a, b = block[i], block[j]
        if contradiction(a, b) is not None:
            continue
        points, reasons = likeness(a, b)
        if points >= ENOUGH:
            first, second = sorted((a.claim.id, b.claim.id))
            scored.append((-points, first, second, i, j, reasons))
    groups = [_Group([telling], []) for telling in block]
    members = [[index] for index in range(len(block))]
    home = list(range(len(block)))
    for _, _, _, i, j, reasons in sorted(scored):
        one, other = sorted((home[i], home[j]))
        if one == other or groups[one].contradicts(groups[other]):
            continue
        groups[one].absorb(groups[other], reasons)
        for index in members[other]:
            home[index] = one
        members[one] += members[other]
    return [groups[number] for number in sorted(set(home))]


def _fulfilled(groups: list[_Group]) -> list[_Group]:
    """Set plans on the ladder of the act that fulfilled them, where figure, sides and days leave one choice."""
    ahead = [each for each in groups if _stage(each.tellings[0].claim.status) == "ahead"]
    done = [each for each in groups if _stage(each.tellings[0].claim.status) == "done"]
    acts: dict[tuple[Kind, str], list[_Group]] = defaultdict(list)
    for act in done:
        acts[act.tellings[0].claim.kind, min(act.tellings[0].claim.place, default="")].append(act)
    taken: set[int] = set()
    for plan in ahead:
        first = plan.tellings[0].claim
        rivals = [act for act in acts[first.kind, min(first.place, default="")] if _fulfils(plan, act)]
        if len(rivals) == 1:
            rivals[0].absorb(plan, ["a plan of the same figure was reported before it"])
            taken.add(id(plan))
    return [each for each in groups if id(each) not in taken]


def _fulfils(plan: _Group, act: _Group) -> bool:
    planned = {telling.claim.count for telling in plan.tellings}
    count = _count([telling.claim for telling in act.tellings])
    if count is None or not count.exact or count.min <= 2 or planned != {count}:
        return False
    when, said = _date(act.tellings), plan.tellings[0].published
    if when is None or when.first is None or when.last is None or said is None:
        return False
    return said <= when.last and when.first <= said + _FULFILMENT


def _count(claims: list[Claim]) -> Count | None:
    """What all figures allow together; the hull of those that agree on nothing."""
    counts = [claim.count for claim in claims if claim.count is not None]
    if not counts:
        return None
    both: Count | None = counts[0]
    hull = counts[0]
    for count in counts[1:]:
        both = both.intersection(count) if both is not None else None
        hull = hull.hull(count)
    return both if both is not None else hull


def _date(tellings: list[Telling]) -> Period | None:
    """Days that the claims share; where two adjoin only, the stated and narrower one speaks."""
    periods = sorted(
        (telling.claim.when for telling in tellings if telling.claim.when is not None),
        key=lambda when: (
            when.basis is not Basis.STATED,
            when.days if when.days is not None else 10**6,
            when.first or date.min,
            when.last or date.max,
        ),
    )
    if not periods:
        return None
    shared = periods[0]
    for period in periods[1:]:
        shared = shared.intersection(period) or shared
    return shared


def _commonest(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The value most often given; of equals, the one given first."""
    counted = Counter(value for value in values if value)
    return max(counted, key=lambda value: counted[value]) if counted else ()


def _sources(tellings: list[Telling]) -> int:
    """Independent sources: a story that tells it in its own voice counts itself, else the voices it quotes."""
    own = {telling.story for telling in tellings if not telling.claim.speakers}
    voices = {
        fold(speaker.name) or f"unnamed in {telling.story}"
        for telling in tellings
        if telling.story not in own and (speaker := telling.claim.source) is not None
    }
    return len(own) + len(voices)


def _rung(claims: list[Claim]) -> Rung:
    statuses = {claim.status for claim in claims}
    kind = claims[0].kind
    if Status.ACTUAL in statuses:
        if kind is Kind.DEMAND:
            return Rung.DEMANDED
        acts = [claim for claim in claims if claim.status is Status.ACTUAL]
        decreed = kind is Kind.RELEASE and all(claim.means in (Means.PARDON, Means.AMNESTY) for claim in acts)
        return Rung.DECREED if decreed else Rung.DONE
    if Status.REFUSED in statuses:
        return Rung.REFUSED
    return Rung.PROMISED if Status.PLANNED in statuses else Rung.TALKED_ABOUT


def _outcome(claims: list[Claim]) -> Outcome | None:
    """Where all that say so agree."""
    said = {claim.outcome for claim in claims if claim.outcome not in (None, Outcome.UNKNOWN)}
    return said.pop() if len(said) == 1 else None


def _persons(claims: list[Claim]) -> tuple[str, ...]:
    """Names as first written; of two forms of one name, the fuller."""
    kept: list[str] = []
    for person in dict.fromkeys(person for claim in claims for person in claim.persons):
        words = name_words(person)
        same = next((place for place, known in enumerate(kept) if same_name(words, name_words(known))), None)
        if same is None:
            kept.append(person)
        elif len(words) > len(name_words(kept[same])):
            kept[same] = person
    return tuple(kept)


def _event(each: _Group) -> Event:
    tellings = sorted(each.tellings, key=_earliest)
    claims = [telling.claim for telling in tellings]
    acts = [claim for claim in claims if claim.status is Status.ACTUAL] or claims
    acting = [telling for telling in tellings if telling.claim in acts]
    event = Event(
        id=claims[0].id,
        kind=claims[0].kind,
        status=_rung(claims),
        count=_count(acts),
        date=_date(acting),
        place=_commonest(claim.place for claim in acts),
        by=_commonest(claim.by for claim in acts),
        what="",
        claims=tuple(claim.id for claim in claims),
        documents=tuple(dict.fromkeys(claim.document for claim in claims)),
        sources=_sources(acting),
        cumulative=claims[0].cumulative,
        outcome=_outcome(acts),
        reasons=tuple(dict.fromkeys(each.reasons)),
        means=next((claim.means for claim in acts if claim.means is not None), None),
        persons=_persons(acts),
    )
    return replace(event, what=describe(event))
