"""Drafts: the readings of a document's trees put together into claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.claims.clauses import Clause, ClauseReader, Form
from habeas.claims.cues import mentions_of_captives, speaks_of_custody
from habeas.claims.custody import Arguments, Scene, custodian
from habeas.claims.frames import Affected, Lexicon, lexicon
from habeas.claims.kinds import KindReader, Reading, word
from habeas.claims.model import Claim, Kind, Quote, Reason
from habeas.claims.quotes import quote
from habeas.claims.status import Standing, standing
from habeas.documents.model import Document
from habeas.ids import content_id
from habeas.syntax.model import Token, Tree

ABOUT = frozenset({Kind.TALKS, Kind.DEAL, Kind.DEMAND})


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making, with the tree it was read in."""

    tree: Tree
    reader: ClauseReader
    reading: Reading
    kind: Kind
    standing: Standing
    quote: Quote


def draft_claims(document: Document, trees: Sequence[Tree]) -> tuple[Claim, ...]:
    """All claims of a document, in the order of their quotes."""
    if document.language is None:
        return ()
    words = lexicon(document.language)
    captives_about = mentions_of_captives(document.text, words)
    custody_about = speaks_of_custody(document.text, words)
    drafts: list[Draft] = []
    for tree in trees:
        drafts += _tree_drafts(document, tree, words, captives_about, custody_about)
    return tuple(_claims(document, drafts))


def _tree_drafts(
    document: Document, tree: Tree, words: Lexicon, captives_about: int, custody_about: bool
) -> list[Draft]:
    reader = ClauseReader(tree, words)
    kinds = KindReader(reader, captives_about, custody_about)
    readings = [reading for token in tree.tokens if (reading := kinds.read(token)) is not None]
    kept = _telling(_about_something(readings, tree, words), reader)
    drafts = []
    for reading in kept:
        stand = standing(reading.clause, reader)
        kind = reading.frame.kind
        if stand.hypothetical:
            continue
        if stand.demanded and kind not in ABOUT:
            kind = Kind.DEMAND
        drafts.append(
            Draft(
                tree,
                reader,
                reading,
                kind,
                stand,
                quote(document.text, tree, reading.clause, reading.affected, reading.actor),
            )
        )
    return drafts


def _telling(readings: list[Reading], reader: ClauseReader) -> list[Reading]:
    """Without background that tells no happening of its own, and without the noun inside a verb's own frame."""
    objects = {
        (reading.frame.kind, token.i)
        for reading in readings
        if reading.clause.form is not Form.NOUN
        for token in (reading.clause.object, reading.clause.subject)
        if token is not None
    }
    heads = {reading.clause.head.i for reading in readings}
    affected = {
        reading.affected.i
        for reading in readings
        if reading.affected is not None
        and reading.affected.i != reading.clause.head.i
        and reading.clause.form is not Form.PARTICIPLE
    }
    told: list[Reading] = []
    seen: set[tuple[Kind, int]] = set()
    for reading in readings:
        clause, kind = reading.clause, reading.frame.kind
        if clause.form is Form.NOUN:
            if (kind, clause.head.i) in objects:
                continue
            if reading.frame.affected is Affected.SELF and clause.head.i in affected:
                continue
            if not reading.frame.topic and not tells_by_itself(reading, reader):
                continue
        if clause.form is Form.PARTICIPLE and clause.head.deprel == "acl" and clause.host is not None:
            if not has_time(clause, reader) and (
                clause.host.i in affected or not _is_counted_or_named(clause.host, reader)
            ):
                continue
        if (
            clause.form is Form.INFINITIVE
            and clause.head.deprel == "acl"
            and clause.passive
            and clause.host is not None
        ):
            if clause.host.i not in heads:
                continue  # "the first woman to be executed"
        if reading.affected is not None:
            if (kind, reading.affected.i) in seen and not has_time(clause, reader):
                continue  # "arrested and detained": one happening
            seen.add((kind, reading.affected.i))
        told.append(reading)
    return told


def tells_by_itself(reading: Reading, reader: ClauseReader) -> bool:
    """Whether an event noun has its own number, name or time, or an act word above it."""
    clause = reading.clause
    upper = reader.tree.parent(clause.head)
    if upper is not None and reader.lexicon.acts(word(upper)):
        return True
    affected = reading.affected
    if has_time(clause, reader):
        return True
    if affected is None:
        return reading.frame.affected is not Affected.OBJECT
    return affected.upos != "PRON" and (_is_counted_or_named(affected, reader) or clause.subject is not None)


def has_time(clause: Clause, reader: ClauseReader) -> bool:
    """Whether the clause has a time of its own under its head."""
    tree = reader.tree
    for oblique in (*clause.obliques, *reader.obliques(clause.head)):
        noun = oblique.noun
        if noun.deprel == "obl:tmod" or any(reader.lexicon.is_a("time", word(t)) for t in (noun, *tree.children(noun))):
            return True
        if noun.upos == "NUM" and len(noun.text) == 4:
            return True
    return any(reader.lexicon.is_a("time", word(kid)) for kid in tree.children(clause.head))


def _is_counted_or_named(token: Token, reader: ClauseReader) -> bool:
    if token.upos in ("PROPN", "NUM"):
        return True
    return any(
        kid.deprel == "nummod" or kid.upos in ("PROPN", "NUM")
        for kid in reader.tree.children(token, "nummod", "appos", "flat", "compound", "det")
    )


def _about_something(readings: list[Reading], tree: Tree, words: Lexicon) -> list[Reading]:
    """Without talks, deals and demands about nothing of ours, and without what a demand asks for."""
    heads = {reading.clause.head.i: reading for reading in readings}
    dropped: set[int] = set()
    for reading in readings:
        if not reading.frame.topic:
            continue
        asked = _below(tree, reading.clause.head, reading.actor)
        inner = [i for i in asked if i in heads and heads[i].frame.kind not in ABOUT]
        topics = "askable" if reading.frame.kind is Kind.DEMAND else "topic"
        if not inner and not any(words.is_a(topics, word(tree.tokens[i])) for i in asked):
            dropped.add(reading.clause.head.i)
        elif reading.frame.kind is Kind.DEMAND:
            dropped.update(inner)
    return [reading for reading in readings if reading.clause.head.i not in dropped]


def _below(tree: Tree, head: Token, actor: Token | None) -> list[int]:
    """Indices under a head, without its subject, other clauses beside it, and relative clauses."""
    found: list[int] = []
    queue = [
        j
        for j in tree.kids[head.i]
        if tree.tokens[j].deprel not in ("nsubj", "conj", "parataxis", "acl:relcl", "punct")
    ]
    while queue:
        i = queue.pop()
        if actor is not None and i == actor.i:
            continue
        found.append(i)
        queue.extend(j for j in tree.kids[i] if tree.tokens[j].deprel not in ("acl:relcl", "parataxis", "advcl"))
    return found


BESIDE = frozenset({"nsubj", "conj", "parataxis", "acl:relcl", "advcl", "punct"})


def _claims(document: Document, drafts: list[Draft]) -> list[Claim]:
    scene = Scene(document)
    claims = []
    for ordinal, draft in enumerate(drafts):
        held_by = custodian(draft.kind, _arguments(draft), scene)
        claims.append(
            Claim(
                id=content_id(document.hash, draft.kind, draft.quote.start, draft.quote.end, ordinal),
                document=document.id,
                kind=draft.kind,
                status=draft.standing.status,
                quote=draft.quote,
                place=held_by.place,
                by=held_by.by,
                means=draft.reading.frame.means if draft.kind is Kind.RELEASE else None,
                outcome=draft.reading.frame.outcome if draft.kind is Kind.RELEASE else None,
                reasons=(
                    Reason("kind", f"frame {draft.reading.frame.index}", draft.reading.clause.head.text),
                    draft.standing.reason,
                    *held_by.reasons,
                ),
            )
        )
    return claims


def _arguments(draft: Draft) -> Arguments:
    tree, reading = draft.tree, draft.reading
    head = reading.clause.head
    return Arguments(
        clause=(draft.quote.start, draft.quote.end),
        sentence=(tree.start, tree.start + len(tree.text)),
        cue=(head.start, head.end),
        actor=None if reading.actor is None else tree.span(reading.actor),
        affected=None if reading.affected is None else tree.span(reading.affected),
    )
