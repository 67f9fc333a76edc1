"""Custody: which state holds, sends away, is aimed at or gains, and which acts, for one clause of a document.

Reports leave most of it unsaid: "52 were freed" tells of the state that the last sentence, the title or the court's
adjective names. Every state that the document mentions is a candidate; what the text does with each is written down
as features (in which slot, by which word, after which preposition, how near, how often), and weights learned from
annotated reports choose (`lexicons/custody.toml`, made by `tools/train_custody.py`). The feature that spoke most for
the choice is its reason.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from habeas.claims.answers import NOBODY, Answers, Custodian, Earlier
from habeas.claims.model import Kind, Reason
from habeas.claims.paths import Paths
from habeas.claims.places import PlaceMention, Role
from habeas.claims.scene import Arguments, Scene, is_state
from habeas.lexicons import load


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Shape of `custody.toml`: what each feature adds to a candidate's chance, for the two questions."""

    place: dict[str, float]
    by: dict[str, float]


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
    earlier: Answers
    """Answers to the same question for the document's claims before this one."""
    place: frozenset[str] | None = None
    """When asking for the actor, the place; None when asking for the place itself."""


class Surroundings:
    """What stands around one claim's clause: the same for every candidate, and worked out once."""

    def __init__(self, arguments: Arguments, scene: Scene) -> None:
        self.arguments = arguments
        self.scene = scene
        inside = scene.within(arguments.clause)
        self.inside = [mention for mention in inside if mention.codes]
        self.around = [mention for mention in scene.within(arguments.sentence) if mention.codes]
        self.named = len({mention.codes[0] for mention in self.inside})
        self.near = len({mention.codes[0] for mention in self.around})
        self.here = "clause" if self.named else "sentence" if self.near else "document"
        self.organ = any(mention.role is Role.CARRIER for mention in inside)
        self.before = scene.last_before(arguments.sentence[0], 3)
        self.paragraph = scene.paragraph(arguments.sentence[0])
        own = scene.within((self.paragraph, arguments.sentence[0]))
        self.in_paragraph = [mention.codes[0] for mention in own if mention.codes]
        self.acting: set[str] = set()
        self.others: set[str] = set()
        if arguments.actor is not None:
            self.acting = {mention.codes[0] for mention in scene.within(arguments.actor) if mention.codes}
            self.others = {mention.codes[0] for mention in self.inside} - self.acting
        self.paths = None if arguments.branch is None else Paths(arguments.branch)
        self._bare: dict[str, tuple[str, ...]] = {}

    def bare(self, code: str) -> tuple[str, ...]:
        """What the text itself does with a candidate, whatever is asked."""
        found = self._bare.get(code)
        if found is None:
            found = self._bare[code] = tuple(_bare(self, code))
        return found


def features(asked: Question, around: Surroundings, code: str) -> list[str]:
    """What the text does with a state, as names of features; each holds or does not.

    A feature's name is a group of kinds, or "any", then what holds of the state.
    """
    names = [*around.bare(code), *_carried(asked, around, code)]
    if asked.place is not None:
        names += _beside_place(asked, around, code)
    group = _GROUPS[asked.kind]
    return [f"{scope}|{name}" for name in dict.fromkeys(names) for scope in (group, "any")]


def _carried(asked: Question, around: Surroundings, code: str) -> Iterator[str]:
    """What was answered for the claims before speaks for the same answer, the less the clause itself names."""
    earlier = asked.earlier
    known = f"{min(around.named, 2)} named, {min(around.near, 2)} near"
    if not earlier.number:
        carried = ["no claim before"] if code != NOBODY else []
    else:
        times = earlier.times(code)
        carried = ["in a claim before" if times else "in no claim before"]
        if code in earlier.last:
            carried.append("in the last claim")
            if earlier.at >= 0:
                same = earlier.at >= around.arguments.sentence[0]
                where = "sentence" if same else "paragraph" if earlier.at >= around.paragraph else "document"
                carried.append(f"in the last claim of the {where}")
                others = set(around.in_paragraph) - {code}
                if where == "document" and others:
                    carried.append("in the last claim, others in the paragraph")
        if times * 2 > earlier.number:
            carried.append("in most claims before")
    for name in carried:
        yield name
        yield f"{name}, {known}"


def _beside_place(asked: Question, around: Surroundings, code: str) -> Iterator[str]:
    """Whether the candidate for actor is the place, and whether an organ that names no state acts."""
    place = asked.place or frozenset()
    same = "the place itself" if code in place else "not the place" if place else "no place"
    if code == NOBODY:
        same = "nobody at a place" if place else "nobody, no place"
    yield same
    yield f"{same}, {'an organ in the clause' if around.organ else 'no organ in the clause'}"
    if asked.arguments.cue is not None:
        actor = asked.arguments.actor
        acts = "no actor"
        if actor is not None:
            inside = around.scene.within(actor)
            states = any(mention.codes for mention in inside)
            acts = "a state acts" if states else "an organ acts" if inside else "others act"
        yield f"{same}, {acts}"


def _bare(around: Surroundings, code: str) -> Iterator[str]:
    arguments, scene, here = around.arguments, around.scene, around.here
    yield f"{min(around.named, 3)} in the clause"
    if code == NOBODY:
        yield "nobody"
        yield f"nobody, {here}, {'organ' if around.organ else 'no organ'}"
        yield f"nobody, {min(len(scene.codes), 3)} known"
        if arguments.actor is not None:
            yield "nobody, but an actor"
        return
    yield f"{'a body' if not is_state(code) else 'a state'}"
    if around.organ:
        yield f"organ in the clause, {here}"
    yield from _in_paragraph(around, code)
    if code in around.acting:
        yield f"acts, with {'others' if around.others else 'others near' if around.near > 1 else 'nobody'} named"
    elif around.acting:
        yield f"another acts, {here}"
        if around.others == {code}:
            yield "another acts, and it alone is named beside"
    elsewhere = Counter(scene.roles.get(code, {}))
    for mention in around.around:
        if code in mention.codes:
            elsewhere[mention.role] -= 1
            yield from _mention(mention, around)
    for role, times in elsewhere.items():
        if times > 0:
            yield f"elsewhere as {role}"
    rank = scene.ranks.get(code, len(scene.codes))
    yield f"salience {min(rank, 4)}, {here}"
    if code in scene.in_title:
        yield f"in the title, {here}"
    if around.before and around.before[-1] == code:
        yield f"last named before, {here}"
    if code in around.before:
        yield f"among the last three before, {here}"
    if scene.named_at and scene.named_at[0][1] == code:
        yield f"first in the document, {here}"


def _in_paragraph(around: Surroundings, code: str) -> Iterator[str]:
    here = around.here
    own = around.in_paragraph
    if own:
        alone = "alone" if len(set(own)) == 1 else "with others"
        if code in own:
            yield f"in the paragraph before, {alone}, {here}"
            if own[0] == code:
                yield f"first in the paragraph, {alone}, {here}"
            if own[-1] == code:
                yield f"last in the paragraph, {alone}, {here}"
        else:
            yield f"not in the paragraph before, {alone}, {here}"


def _mention(mention: PlaceMention, around: Surroundings) -> Iterator[str]:
    arguments, scene, named = around.arguments, around.scene, around.named
    clause = arguments.clause
    if clause[0] <= mention.start < clause[1]:
        zone, fellows = "clause", around.inside
    elif mention.start < clause[0]:
        zone, fellows = "before the clause", [m for m in around.around if m.start < clause[0]]
    else:
        zone, fellows = "after the clause", [m for m in around.around if m.start >= clause[1]]
    few = f"{min(named, 2)}"
    role, follows = mention.role.value, scene.follows(mention)
    prepositions = scene.prepositions(mention) or ("bare",)
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
    if around.paths is not None:
        root = around.paths.root(mention.start, mention.end)
        if root is not None:
            yield from around.paths.features(root, prepositions[0], follows == "carrier")
    if arguments.cue is not None:
        side = "before" if mention.start < arguments.cue[0] else "after"
        yield f"{side} the cue"
        yield f"{side} the cue as {role}"
        for preposition in prepositions:
            yield f"{side} the cue, {preposition}"


_OPENING = 12  # characters: room for an article or a title before the name


def custodian(kind: Kind, arguments: Arguments, scene: Scene, earlier: Earlier | None = None) -> Custodian:
    """The states that a claim's place and actor name, each with the reason; empty where the text tells none.

    `earlier` are those found for the document's claims before this one.
    """
    weights = load("custody", Weights)
    before = Earlier() if earlier is None else earlier
    around = Surroundings(arguments, scene)
    place, why_place = choice(Question(kind, arguments, before.places), around, weights.place)
    by, why_by = choice(Question(kind, arguments, before.actors, frozenset(place)), around, weights.by)
    reasons = (
        Reason("place", why_place, _words(arguments, scene, place)),
        Reason("by", why_by, _words(arguments, scene, by)),
    )
    return Custodian(place, by, reasons)


FEW = 12
"""States asked about at most besides those near the clause: more only cost time in a long report that names a hundred."""


def candidates(around: Surroundings, earlier: Answers) -> tuple[str, ...]:
    """Codes a claim may name, then nobody: the document's most salient, the title's, and those near or named before."""
    scene = around.scene
    chosen = list(scene.codes[:FEW])
    if len(scene.codes) > FEW:
        near = {code for mention in around.around for code in mention.codes} | set(around.before)
        near.update(earlier.last)
        chosen += sorted(near - set(chosen) - {NOBODY}, key=lambda code: scene.ranks.get(code, len(scene.codes)))
    chosen += sorted(code for code in scene.in_title if code not in chosen)
    return (*chosen, NOBODY)


def choice(asked: Question, around: Surroundings, weights: Mapping[str, float]) -> tuple[tuple[str, ...], str]:
    """The codes that the weights choose, none where nobody wins, and what spoke most for them against the next."""
    held = {code: features(asked, around, code) for code in candidates(around, asked.earlier)}
    score = {code: sum(weights.get(name, 0.0) for name in names) for code, names in held.items()}
    ranked = sorted(score, key=lambda code: -score[code])
    best, second = ranked[0], ranked[1] if len(ranked) > 1 else None
    apart = [name for name in held[best] if second is None or name not in held[second]] or held[best]
    reason = max(apart, key=lambda name: weights.get(name, 0.0)).split("|", 1)[1]
    if best == NOBODY:
        return (), reason
    fellows = _fellows(asked, around.scene, best)
    if fellows:
        return tuple(sorted((best, *fellows))), "both, named together"
    if second is not None and second != NOBODY and _sides(asked, around, best, second):
        odds = chances([score[code] for code in ranked])
        if odds[1] >= SIDES:
            return tuple(sorted((best, second))), "both sides of it"
    return (best,), reason


SIDES = 0.2
"""The chance from which the second likeliest is the other side of talks, of a deal or of an exchange."""


def _sides(asked: Question, around: Surroundings, best: str, second: str) -> bool:
    """Whether a claim may have two sides, and these two may be they: talks and deals, both named near."""
    if asked.place is None or _GROUPS[asked.kind] != "talk":
        return False
    near = {code for mention in around.around for code in mention.codes} | set(asked.place)
    return {best, second} <= near


def _fellows(asked: Question, scene: Scene, code: str) -> tuple[str, ...]:
    """The states that share the answer: the other side of an exchange, or all that act together."""
    arguments = asked.arguments
    if arguments.mutual:
        return scene.joined(code, arguments.clause) or scene.joined(code, arguments.sentence)
    acting = asked.place is not None or _GROUPS[asked.kind] in ("custody", "expulsion")
    actor, cue = arguments.actor, arguments.cue
    if not acting or actor is None or cue is None or cue[0] < actor[0]:
        return ()
    if not any(code in mention.codes for mention in scene.within(actor)):
        return ()
    return scene.joined(code, (actor[0], cue[0]))


def _words(arguments: Arguments, scene: Scene, codes: tuple[str, ...]) -> str:
    """The mention nearest to the clause that names the first of the codes."""
    if not codes:
        return ""
    nearest = scene.nearest(codes[0], arguments.clause[0])
    if nearest is None:
        return next((mention.words for mention in scene.titled if codes[0] in mention.codes), "")
    return nearest.words


def chances(scores: list[float]) -> list[float]:
    """Scores as chances that sum to one."""
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    return [power / sum(powers) for power in powers]
