"""Drafts: the readings of a document's trees put together into claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from habeas.claims.clauses import ClauseReader
from habeas.claims.cues import speaks_of_captives
from habeas.claims.frames import Lexicon, lexicon
from habeas.claims.kinds import KindReader, Reading, word
from habeas.claims.model import Claim, Kind, Quote, Reason, Status
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
    captives_about = speaks_of_captives(document.text, words)
    drafts: list[Draft] = []
    for tree in trees:
        drafts += _tree_drafts(document, tree, words, captives_about)
    return tuple(_claims(document, drafts))


def _tree_drafts(document: Document, tree: Tree, words: Lexicon, captives_about: bool) -> list[Draft]:
    reader = ClauseReader(tree, words)
    kinds = KindReader(reader, captives_about)
    readings = [reading for token in tree.tokens if (reading := kinds.read(token)) is not None]
    kept = _about_something(readings, tree, words)
    drafts = []
    for reading in kept:
        stand = standing(reading.clause, reader)
        kind = reading.frame.kind
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


def _about_something(readings: list[Reading], tree: Tree, words: Lexicon) -> list[Reading]:
    """Without talks, deals and demands about nothing of ours, and without what a demand asks for."""
    heads = {reading.clause.head.i: reading for reading in readings}
    dropped: set[int] = set()
    for reading in readings:
        if not reading.frame.topic:
            continue
        asked = _below(tree, reading.clause.head, reading.actor)
        inner = [i for i in asked if i in heads and heads[i].frame.kind not in ABOUT]
        if not inner and not any(words.is_a("topic", word(tree.tokens[i])) for i in asked):
            dropped.add(reading.clause.head.i)
        elif reading.frame.kind is Kind.DEMAND:
            if not inner:
                dropped.add(reading.clause.head.i)
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
        queue.extend(j for j in tree.kids[i] if tree.tokens[j].deprel not in ("acl:relcl", "parataxis"))
    return found


def _claims(document: Document, drafts: list[Draft]) -> list[Claim]:
    claims = []
    for ordinal, draft in enumerate(drafts):
        claims.append(
            Claim(
                id=content_id(document.hash, draft.kind, draft.quote.start, draft.quote.end, ordinal),
                document=document.id,
                kind=draft.kind,
                status=draft.standing.status,
                quote=draft.quote,
                reasons=(
                    Reason("kind", f"frame {draft.reading.frame.index}", draft.reading.clause.head.text),
                    draft.standing.reason,
                ),
            )
        )
    return claims
