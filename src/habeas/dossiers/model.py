"""Dossier: what is shown of one state, and its record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.claims.model import Claim
from habeas.claims.model import to_record as claim_record
from habeas.documents.model import Document
from habeas.events import Event
from habeas.events import to_record as event_record
from habeas.intervals import Count, Period


@dataclass(frozen=True, slots=True)
class Evidence:
    """Claims about a state with the documents that say them, as known by a day."""

    claims: tuple[Claim, ...]
    documents: Mapping[str, Document]
    """By id; at least those of the claims."""
    stories: Mapping[str, str]
    """Document id to the id of the story it is a copy of; absent is a story of its own."""
    left_out: int = 0
    """Documents about the state published after the as-of day."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the headline; with a claim, they are a way to its quote."""

    text: str
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class HeldCount:
    """One published count of people held."""

    claim: Claim
    count: Count | None
    """None: people are said to be held, or not, without a number."""
    date: Period | None
    denied: bool
    """Whether it is said that they are not held; the count is then None."""
    repeats: tuple[Claim, ...] = ()
    """The same count in copies of the same story."""


@dataclass(frozen=True, slots=True)
class Counter:
    """One who counts people held, with every count, newest first."""

    name: str
    """As most fully written; empty is a report's own voice."""
    counts: tuple[HeldCount, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An event with the claims it rests on; the first is the one that a number links to."""

    event: Event
    claims: tuple[Claim, ...]
    published: date | None = None
    """First day it was published."""
    part_of: str | None = None
    """Id of the event whose people are the whole of these, where every claim of it says so."""


SECTIONS = ("freed", "totals", "taken", "losses", "measures", "ahead", "refused", "demands")
"""Lists of a dossier that hold events; each event is in exactly one."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is known of one state by a day; every list is newest first, undated last."""

    place: str
    """Alpha-2."""
    name: str
    as_of: date | None
    """None: everything in the ledger."""
    headline: tuple[Piece, ...]
    held: tuple[Counter, ...]
    held_persons: tuple[Claim, ...]
    """Claims that a single named or unnamed person is held."""
    freed: tuple[Told, ...]
    totals: tuple[Told, ...]
    """Running totals, of any kind that counts people."""
    taken: tuple[Told, ...]
    """Detentions and sentences."""
    losses: tuple[Told, ...]
    """Deaths in custody and expulsions."""
    measures: tuple[Told, ...]
    """Sanctions, relief, deals, talks, appointments."""
    ahead: tuple[Told, ...]
    """Planned and possible."""
    refused: tuple[Told, ...]
    demands: tuple[Told, ...]
    claims: tuple[Claim, ...]
    """All, earliest published first, by document and place in it."""
    documents: tuple[Document, ...]
    """Those that the claims come from, newest first."""
    stories: Mapping[str, str]
    sources: int
    """Independent stories among the documents."""
    left_out: int

    def section(self, name: str) -> tuple[Told, ...]:
        """The list of that name, of `SECTIONS`."""
        told: tuple[Told, ...] = getattr(self, name)
        return told

    def numbers(self) -> dict[tuple[str, str], int]:
        """A number from 1 for each claim, by document and claim id, in the order the evidence lists them."""
        order = {document.id: place for place, document in enumerate(self.documents)}
        claims = sorted(self.claims, key=lambda claim: (order[claim.document], claim.quote.start, claim.id))
        return {(claim.document, claim.id): number for number, claim in enumerate(claims, start=1)}


def _told_record(told: Told) -> dict[str, Any]:
    return {**event_record(told.event), "part_of": told.part_of}


def document_record(document: Document) -> dict[str, Any]:
    """The document as JSON lists it, without its text."""
    return {
        "id": document.id,
        "title": document.title,
        "published": None if document.published is None else document.published.isoformat(),
        "publisher": document.publisher,
        "agency": document.agency,
        "lang": document.language,
        "url": document.url,
    }


def _counter_record(counter: Counter) -> dict[str, Any]:
    return {
        "who": counter.name or None,
        "counts": [
            {
                "count": None if held.count is None else held.count.to_ends(),
                "date": None if held.date is None else held.date.to_days(),
                "denied": held.denied,
                "claim": held.claim.id,
                "report": held.claim.document,
                "repeats": [claim.id for claim in held.repeats],
            }
            for held in counter.counts
        ],
    }


def to_record(dossier: Dossier) -> dict[str, Any]:
    """The dossier as JSON holds it: the same lists, events and claims by their own records."""
    return {
        "place": dossier.place,
        "name": dossier.name,
        "as_of": None if dossier.as_of is None else dossier.as_of.isoformat(),
        "headline": "".join(piece.text for piece in dossier.headline).strip(),
        "held": [_counter_record(counter) for counter in dossier.held],
        "held_persons": [claim.id for claim in dossier.held_persons],
        **{name: [_told_record(told) for told in dossier.section(name)] for name in SECTIONS},
        "claims": [claim_record(claim) for claim in dossier.claims],
        "documents": [document_record(document) for document in dossier.documents],
        "sources": dossier.sources,
        "left_out": dossier.left_out,
    }
