"""Drafts: the readings of a document's trees put together into claims, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.claims.clauses import ClauseReader
from habeas.claims.cues import mentions_of_captives, speaks_of_custody
from habeas.claims.custody import Arguments, Scene, custodian
from habeas.claims.dates import dates_in
from habeas.claims.ellipsis import with_remnants
from habeas.claims.expressions import Meaning
from habeas.claims.frames import lexicon
from habeas.claims.kinds import KindReader, Reading
from habeas.claims.model import Claim, Kind, Quote, Reason
from habeas.claims.quotes import quote, remnant_quote
from habeas.claims.status import Standing, standing
from habeas.claims.telling import ABOUT, telling
from habeas.claims.timing import Dated, SentenceDates, Tense, direction_of, tense_of, untimed
from habeas.documents.model import Document
from habeas.ids import content_id
from habeas.intervals import Period
from habeas.syntax.model import Tree


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making: its reading, and what its sentence says of it."""

    tree: Tree
    reading: Reading
    kind: Kind
    standing: Standing
    quote: Quote
    tense: Tense
    dated: Dated | None


def draft_claims(document: Document, trees: Sequence[Tree]) -> tuple[Claim, ...]:
    """All claims of a document, in the order of its sentences."""
    if document.language is None:
        return ()
    words = lexicon(document.language)
    captives_about = mentions_of_captives(document.text, words)
    custody_about = speaks_of_custody(document.text, words)
    drafts: list[Draft] = []
    for tree in trees:
        kinds = KindReader(ClauseReader(tree, words), captives_about, custody_about)
        drafts += _drafts(document, kinds)
    return tuple(_claims(document, drafts))


def _drafts(document: Document, kinds: KindReader) -> Iterator[Draft]:
    tree, reader = kinds.tree, kinds.reader
    found = [reading for token in tree.tokens if (reading := kinds.read(token)) is not None]
    readings = [part for reading in telling(found, reader) for part in with_remnants(reading, kinds)]
    if not readings:
        return
    heads = frozenset(reading.clause.head.i for reading in found)
    dates = SentenceDates(reader, dates_in(tree.text, tree.language, tree.start), heads)
    for reading in readings:
        stand = standing(reading.clause, reader)
        if stand.hypothetical:
            continue
        asked = stand.demanded and reading.frame.kind not in ABOUT
        yield Draft(
            tree=tree,
            reading=reading,
            kind=Kind.DEMAND if asked else reading.frame.kind,
            standing=stand,
            quote=_quote(document.text, tree, reading),
            tense=tense_of(reading.clause, reader),
            dated=dates.of(reading),
        )


def _quote(text: str, tree: Tree, reading: Reading) -> Quote:
    if reading.remnant is not None:
        return remnant_quote(text, tree, reading.remnant, reading.until)
    return quote(text, tree, reading.clause, reading.affected, reading.actor)


def _claims(document: Document, drafts: list[Draft]) -> Iterator[Claim]:
    scene = Scene(document)
    anchor: Period | None = None
    for ordinal, draft in enumerate(drafts):
        held_by = custodian(draft.kind, _arguments(draft), scene)
        when, why = _when(document, draft, anchor)
        if draft.dated is not None and when is not None:
            anchor = when
        released = draft.kind is Kind.RELEASE
        yield Claim(
            id=content_id(document.hash, draft.kind, draft.quote.start, draft.quote.end, ordinal),
            document=document.id,
            kind=draft.kind,
            status=draft.standing.status,
            quote=draft.quote,
            when=when,
            place=held_by.place,
            by=held_by.by,
            cumulative=_is_running_total(draft, when),
            means=draft.reading.frame.means if released else None,
            outcome=draft.reading.frame.outcome if released else None,
            reasons=(
                Reason("kind", f"frame {draft.reading.frame.index}", draft.reading.clause.head.text),
                draft.standing.reason,
                why,
                *held_by.reasons,
            ),
        )


def _when(document: Document, draft: Draft, anchor: Period | None) -> tuple[Period | None, Reason]:
    direction = direction_of(draft.kind, draft.standing.status, draft.tense)
    if draft.dated is not None:
        mention = draft.dated.mention
        period = mention.resolve(document.published, direction, anchor)
        if period is not None:
            return period, Reason("when", "date of the clause", mention.words)
    period = untimed(draft.kind, draft.standing.status, draft.tense, document.published)
    return period, Reason("when", f"no date, {draft.tense.name.lower()} tense", draft.reading.clause.head.text)


_WINDOWS = frozenset({Meaning.WINDOW, Meaning.SO_FAR})


def _is_running_total(draft: Draft, when: Period | None) -> bool:
    """Whether the count is a total over a window: "178 freed since July"."""
    if draft.dated is None or when is None or draft.kind in (Kind.HELD, *ABOUT):
        return False
    mention = draft.dated.mention
    return mention.since or mention.upto is not None or mention.expression.meaning in _WINDOWS


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
