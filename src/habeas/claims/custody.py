"""Custody: which state holds, sends away, is aimed at or gains, and which acts, for one clause of a document.

Reports leave most of it unsaid: "52 were freed" tells of the state that the last sentence, the title or the court's
adjective names. Every state that the document mentions is a candidate; what the text does with each is written down
as features (in which slot, by which word, after which preposition, how near, how often), and weights learned from
annotated reports choose (`lexicons/custody.toml`, made by `tools/train_custody.py`). The feature that spoke most for
the choice is its reason.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import msgspec

from habeas.claims.gazetteer import fold
from habeas.claims.model import Kind, Reason
from habeas.claims.places import Gazetteer, PlaceMention, Role, gazetteer, salience
from habeas.documents.model import Document
from habeas.lexicons import load
from habeas.syntax.model import Token, Tree

Span = tuple[int, int]
"""Offsets in the document's text: first character, and after the last."""

NOBODY = ""
"""The candidate that no state is meant, or none said."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """Where the parts of a clause stand in the document's text; None where it has no such part."""

    clause: Span
    """The words of the claim's quote."""
    sentence: Span
    cue: Span | None = None
    """The verb or noun that heads the clause."""
    actor: Span | None = None
    """Who does it, with all that hangs on the noun; the agent of a passive."""
    affected: Span | None = None
    """To whom it is done: the noun with its own words."""
    under: Span | None = None
    """The affected with the clauses hung on it: "companies that deal with Iran"."""
    mutual: bool = False
    """Whether each side does it to the other: an exchange. Two states named in one breath are then both meant."""

    @classmethod
    def of(
        cls,
        tree: Tree,
        clause: Span,
        head: Token,
        actor: Token | None,
        affected: Token | None,
        mutual: bool = False,
    ) -> Arguments:
        """From a tree, the span of the quote, and the tokens of the clause's head, actor and affected."""
        sentence = (tree.start, max(tree.start + len(tree.text), clause[1]))
        return cls(
            clause,
            sentence,
            cue=(head.start, head.end),
            actor=_phrase(tree, actor, head),
            affected=_phrase(tree, affected, head),
            under=None if affected is None or head in tree.subtree(affected) else tree.span(affected),
            mutual=mutual,
        )


@dataclass(frozen=True, slots=True)
class Custodian:
    """Whom a claim's `place` and `by` name, and why."""

    place: tuple[str, ...]
    by: tuple[str, ...]
    reasons: tuple[Reason, ...]


_OWN = frozenset({"acl:relcl", "acl", "advcl", "conj", "parataxis", "cc", "punct", "appos"})


def _phrase(tree: Tree, noun: Token | None, head: Token) -> Span | None:
    """A noun with its own words: adjectives, possessors, names; no clause hung on it and nothing of the head's."""
    if noun is None:
        return None
    found, queue = [noun], [noun.i]
    while queue:
        for kid in tree.children(tree.tokens[queue.pop()]):
            if kid.deprel not in _OWN and kid.i != head.i:
                found.append(kid)
                queue.append(kid.i)
    return min(token.start for token in found), max(token.end for token in found)


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Shape of `custody.toml`: what each feature adds to a candidate's chance, for the two questions."""

    place: dict[str, float]
    by: dict[str, float]


class Scene:
    """A document's mentions, made once and asked for each of its claims."""

    def __init__(self, document: Document) -> None:
        if document.language is None:
            raise ValueError("a document without a language has no place names to read")
        self.document = document
        self.names: Gazetteer = gazetteer(document.language)
        self.mentions = self.names.mentions(document.text, on=document.published)
        self.titled = self.names.mentions(document.title or "", on=document.published)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """All codes that the document mentions, the most salient first."""
        return salience(self.document, self.mentions)

    @cached_property
    def in_title(self) -> frozenset[str]:
        """Codes that the title mentions."""
        return frozenset(code for mention in self.titled for code in mention.codes)

    def within(self, span: Span) -> list[PlaceMention]:
        """Mentions that begin inside a span."""
        return [mention for mention in self.mentions if span[0] <= mention.start < span[1]]

    def named(self, span: Span) -> int:
        """How many states and bodies are mentioned inside a span."""
        return len({mention.codes[0] for mention in self.within(span) if mention.codes})

    def joined(self, code: str, span: Span) -> str | None:
        """The state that a span names in one breath with another: "Iran and Austria", "Iran-Austria"; else None."""
        told = [mention for mention in self.within(span) if mention.role is not Role.CARRIER]
        for first, second in pairwise(told):
            between = fold(self.document.text[first.end : second.start]).strip()
            if between in self.names.before.joins and first.role is second.role:
                pair = (first.codes[0], second.codes[0])
                if code in pair and pair[0] != pair[1] and all(map(_is_state, pair)):
                    return pair[1] if pair[0] == code else pair[0]
        return None

    def prepositions(self, mention: PlaceMention) -> Iterator[str]:
        """What the word before the mention says it is to the clause: where, agent, against, ..."""
        text = self.document.text
        before = fold(text[max(0, mention.start - 24) : mention.start]).rstrip()
        for article in self.names.before.articles:
            if before.endswith(" " + article):
                before = before[: -len(article)].rstrip()
                break
        for relation, words in self.names.relations:
            if any(before.endswith(" " + word) or before == word for word in words):
                yield relation

    def follows(self, mention: PlaceMention) -> str:
        """What stands after the mention: a possessive, an organ of the state, or something else."""
        text = self.document.text
        after = fold(text[mention.end : mention.end + 2])
        if after.startswith("'"):
            return "possessive"
        for carrier in self.mentions:
            if carrier.role is Role.CARRIER and 0 <= carrier.start - mention.end <= _NEAR_CARRIER:
                return "" if any(mark in text[mention.end : carrier.start] for mark in ".,;:!?") else "carrier"
        return ""


_NEAR_CARRIER = 24  # "Turkish military appeals court", "Egypt's top criminal court"

_GROUPS = {
    Kind.RELEASE: "custody",
    Kind.DETENTION: "custody",
    Kind.SENTENCE: "custody",
    Kind.HELD: "custody",
    Kind.DEATH: "custody",
    Kind.EXPULSION: "expulsion",
    Kind.SANCTION: "measure",
    Kind.RELIEF: "measure",
    Kind.TALKS: "talk",
    Kind.DEAL: "talk",
    Kind.DEMAND: "demand",
    Kind.APPOINTMENT: "appointment",
}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the text for one claim, and what is known already."""

    kind: Kind
    arguments: Arguments
    earlier: tuple[frozenset[str], ...] = ()
    """Answers to the same question for the document's claims before this one, in order; an empty set is nobody."""
    place: frozenset[str] | None = None
    """When asking for the actor, the place; None when asking for the place itself."""


def features(asked: Question, scene: Scene, code: str) -> list[str]:
    """What the text does with a state, as names of features; each holds or does not.

    A feature's name is a group of kinds, or "any", then what holds of the state.
    """
    names = [*_bare(asked.arguments, scene, code), *_carried(asked, scene, code)]
    if asked.place is not None:
        names += _beside_place(asked, scene, code)
    group = _GROUPS[asked.kind]
    return [f"{scope}|{name}" for name in dict.fromkeys(names) for scope in (group, "any")]


def _carried(asked: Question, scene: Scene, code: str) -> Iterator[str]:
    """What was answered for the claims before speaks for the same answer, the less the clause itself names."""
    earlier = asked.earlier
    named = scene.named(asked.arguments.clause)
    near = scene.named(asked.arguments.sentence)
    known = f"{min(named, 2)} named, {min(near, 2)} near"
    told = [code in answer or (code == NOBODY and not answer) for answer in earlier]
    if not earlier:
        carried = ["no claim before"] if code != NOBODY else []
    else:
        carried = ["in a claim before" if any(told) else "in no claim before"]
        if told[-1]:
            carried.append("in the last claim")
        if sum(told) * 2 > len(told):
            carried.append("in most claims before")
    for name in carried:
        yield name
        yield f"{name}, {known}"


def _beside_place(asked: Question, scene: Scene, code: str) -> Iterator[str]:
    """Whether the candidate for actor is the place, and whether an organ that names no state acts."""
    place = asked.place or frozenset()
    same = "the place itself" if code in place else "not the place" if place else "no place"
    if code == NOBODY:
        same = "nobody at a place" if place else "nobody, no place"
    organ = any(mention.role is Role.CARRIER for mention in scene.within(asked.arguments.clause))
    yield same
    yield f"{same}, {'an organ in the clause' if organ else 'no organ in the clause'}"
    if asked.arguments.cue is not None:
        actor = asked.arguments.actor
        acts = "no actor"
        if actor is not None:
            inside = scene.within(actor)
            states = any(mention.codes for mention in inside)
            acts = "a state acts" if states else "an organ acts" if inside else "others act"
        yield f"{same}, {acts}"


def _bare(arguments: Arguments, scene: Scene, code: str) -> Iterator[str]:
    inside = [mention for mention in scene.within(arguments.clause) if mention.codes]
    around = [mention for mention in scene.within(arguments.sentence) if mention.codes]
    named = len({mention.codes[0] for mention in inside})
    nearby = len({mention.codes[0] for mention in around})
    here = "clause" if named else "sentence" if nearby else "document"
    carried = any(mention.role is Role.CARRIER for mention in scene.within(arguments.clause))
    yield f"{min(named, 3)} in the clause"
    if code == NOBODY:
        yield "nobody"
        yield f"nobody, {here}, {'organ' if carried else 'no organ'}"
        yield f"nobody, {min(len(scene.codes), 3)} known"
        if arguments.actor is not None:
            yield "nobody, but an actor"
        return
    yield f"{'a body' if not _is_state(code) else 'a state'}"
    if carried:
        yield f"organ in the clause, {here}"
    if arguments.actor is not None:
        acting = {m.codes[0] for m in scene.within(arguments.actor) if m.codes}
        others = {m.codes[0] for m in inside} - acting
        if code in acting:
            yield f"acts, with {'others' if others else 'others near' if nearby > 1 else 'nobody'} named"
        elif acting:
            yield f"another acts, {here}"
            if others == {code}:
                yield "another acts, and it alone is named beside"
    for mention in scene.mentions:
        if code in mention.codes:
            yield from _mention(mention, arguments, scene, inside, around, named)
    rank = scene.codes.index(code) if code in scene.codes else len(scene.codes)
    yield f"salience {min(rank, 4)}, {here}"
    if code in scene.in_title:
        yield f"in the title, {here}"
    before = [m for m in scene.mentions if m.codes and m.start < arguments.sentence[0]]
    if before and before[-1].codes[0] == code:
        yield f"last named before, {here}"
    if any(m.codes[0] == code for m in before[-3:]):
        yield f"among the last three before, {here}"
    if scene.mentions and (first := next((m for m in scene.mentions if m.codes), None)) and first.codes[0] == code:
        yield f"first in the document, {here}"


def _is_state(code: str) -> bool:
    return len(code) == 2 and code not in ("EU", "UN")


def _mention(
    mention: PlaceMention,
    arguments: Arguments,
    scene: Scene,
    inside: list[PlaceMention],
    around: list[PlaceMention],
    named: int,
) -> Iterator[str]:
    clause, sentence = arguments.clause, arguments.sentence
    if clause[0] <= mention.start < clause[1]:
        zone, fellows = "clause", inside
    elif sentence[0] <= mention.start < clause[0]:
        zone, fellows = "before the clause", [m for m in around if m.start < clause[0]]
    elif clause[1] <= mention.start < sentence[1]:
        zone, fellows = "after the clause", [m for m in around if m.start >= clause[1]]
    else:
        yield f"elsewhere as {mention.role}"
        return
    few = f"{min(named, 2)}"
    role, follows = mention.role.value, scene.follows(mention)
    prepositions = list(scene.prepositions(mention)) or ["bare"]
    yield f"{zone}, {few} named"
    yield f"{zone} as {role}"
    for preposition in prepositions:
        yield f"{zone}, {preposition}"
        yield f"{zone} as {role}, {preposition}"
    if follows:
        yield f"{zone}, {follows}"
        yield f"{zone} as {role}, {follows}"
    else:
        yield f"{zone} as {role}, alone"
    if fellows[0] is mention:
        yield f"first in {zone}, {few} named"
        yield f"first in {zone} as {role}"
    if fellows[-1] is mention:
        yield f"last in {zone}, {few} named"
    if zone == "clause" and mention.start - clause[0] < _OPENING:
        yield "opens the clause"
        yield f"opens the clause as {role}, {follows or 'alone'}"
    for slot, span in (("actor", arguments.actor), ("affected", arguments.affected)):
        if span is not None and span[0] <= mention.start < span[1]:
            yield f"in the {slot}"
            yield f"in the {slot} as {role}"
            yield f"in the {slot}, {follows or prepositions[0]}"
            if mention.start - span[0] < _OPENING:
                yield f"opens the {slot} as {role}"
    if arguments.under is not None and arguments.under[0] <= mention.start < arguments.under[1]:
        yield "under the affected"
        yield f"under the affected, {follows or prepositions[0]}"
    if arguments.cue is not None:
        side = "before" if mention.start < arguments.cue[0] else "after"
        yield f"{side} the cue"
        yield f"{side} the cue as {role}"
        for preposition in prepositions:
            yield f"{side} the cue, {preposition}"


_OPENING = 12  # characters: room for an article or a title before the name


def custodian(kind: Kind, arguments: Arguments, scene: Scene, earlier: Sequence[Custodian] = ()) -> Custodian:
    """The states that a claim's place and actor name, each with the reason; empty where the text tells none.

    `earlier` are those found for the document's claims before this one, in the order of the text.
    """
    weights = load("custody", Weights)
    places = tuple(frozenset(one.place) for one in earlier)
    actors = tuple(frozenset(one.by) for one in earlier)
    place, why_place = choice(Question(kind, arguments, places), scene, weights.place)
    by, why_by = choice(Question(kind, arguments, actors, frozenset(place)), scene, weights.by)
    reasons = (
        Reason("place", why_place, _words(arguments, scene, place)),
        Reason("by", why_by, _words(arguments, scene, by)),
    )
    return Custodian(place, by, reasons)


def candidates(scene: Scene) -> tuple[str, ...]:
    """All codes a claim may name, then nobody."""
    extra = sorted(code for code in scene.in_title if code not in scene.codes)
    return (*scene.codes, *extra, NOBODY)


def choice(asked: Question, scene: Scene, weights: Mapping[str, float]) -> tuple[tuple[str, ...], str]:
    """The codes that the weights choose, none where nobody wins, and the feature that spoke most for them."""
    held = {code: features(asked, scene, code) for code in candidates(scene)}
    score = {code: sum(weights.get(name, 0.0) for name in names) for code, names in held.items()}
    ranked = sorted(score, key=lambda code: -score[code])
    best = ranked[0]
    spoke = max(held[best], key=lambda name: weights.get(name, 0.0))
    reason = spoke.split("|", 1)[1]
    if best == NOBODY:
        return (), reason
    if asked.arguments.mutual and (fellow := scene.joined(best, asked.arguments.clause)) is not None:
        return tuple(sorted((best, fellow))), "both sides, named together"
    return (best,), reason


def _words(arguments: Arguments, scene: Scene, codes: tuple[str, ...]) -> str:
    """The mention nearest to the clause that names the first of the codes."""
    if not codes:
        return ""
    named = [mention for mention in scene.mentions if codes[0] in mention.codes]
    if not named:
        return next((mention.words for mention in scene.titled if codes[0] in mention.codes), "")
    return min(named, key=lambda mention: (abs(mention.start - arguments.clause[0]), mention.start)).words


def chances(scores: list[float]) -> list[float]:
    """Scores as chances that sum to one."""
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    return [power / sum(powers) for power in powers]
