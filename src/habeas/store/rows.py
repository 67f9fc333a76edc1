"""Rows of the ledger to the records of the stages, and back; nothing is lost on the way."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import RowMapping

from habeas.claims.model import Claim, Kind, Means, Outcome, Quote, Reason, SourceType, Speaker, Status
from habeas.documents.model import Document
from habeas.events.model import Event, Rung
from habeas.intervals import Basis, Count, Period

Row = dict[str, Any]


def _count_row(count: Count | None) -> Row:
    if count is None:
        return {"counted": False, "low": None, "high": None}
    return {"counted": True, "low": None if count.open_below else count.min, "high": count.max}


def _count(row: RowMapping) -> Count | None:
    if not row["counted"]:
        return None
    return Count(row["low"] or 0, row["high"], open_below=row["low"] is None)


def _period_row(period: Period | None) -> Row:
    if period is None:
        return {"timed": False, "first": None, "last": None, "basis": None}
    first, last = period.to_days()
    return {"timed": True, "first": first, "last": last, "basis": period.basis.value}


def _period(row: RowMapping) -> Period | None:
    if not row["timed"]:
        return None
    return Period(_day(row["first"]), _day(row["last"]), Basis(row["basis"]))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def document_row(document: Document) -> Row:
    """What a document itself says; the ledger adds its version and moment."""
    return {
        "id": document.id,
        "hash": document.hash,
        "page": document.page,
        "name": document.name,
        "title": document.title,
        "published": None if document.published is None else document.published.isoformat(),
        "publisher": document.publisher,
        "agency": document.agency,
        "language": document.language,
        "url": document.url,
        "text": document.text,
    }


def to_document(row: RowMapping) -> Document:
    """The document of a row."""
    return Document(
        id=row["id"],
        text=row["text"],
        published=_day(row["published"]),
        language=row["language"],
        title=row["title"],
        publisher=row["publisher"],
        agency=row["agency"],
        url=row["url"],
        page=row["page"],
        name=row["name"],
    )


def claim_row(claim: Claim, ordinal: int) -> Row:
    """A claim, with its place among its document's."""
    return {
        "document": claim.document,
        "id": claim.id,
        "ordinal": ordinal,
        "kind": claim.kind.value,
        "status": claim.status.value,
        "quote": claim.quote.text,
        "start": claim.quote.start,
        "end": claim.quote.end,
        **_count_row(claim.count),
        **_period_row(claim.when),
        "place": list(claim.place),
        "by": list(claim.by),
        "speakers": [[speaker.type.value, speaker.name] for speaker in claim.speakers],
        "cumulative": claim.cumulative,
        "persons": list(claim.persons),
        "means": None if claim.means is None else claim.means.value,
        "group": claim.group,
        "outcome": None if claim.outcome is None else claim.outcome.value,
        "part_of": claim.part_of,
        "reader": claim.reader,
        "reasons": [[reason.field, reason.rule, reason.words, reason.relations] for reason in claim.reasons],
    }


def to_claim(row: RowMapping) -> Claim:
    """The claim of a row."""
    return Claim(
        id=row["id"],
        document=row["document"],
        kind=Kind(row["kind"]),
        status=Status(row["status"]),
        quote=Quote(row["quote"], row["start"], row["end"]),
        count=_count(row),
        when=_period(row),
        place=tuple(row["place"]),
        by=tuple(row["by"]),
        speakers=tuple(Speaker(SourceType(type_), name) for type_, name in row["speakers"]),
        cumulative=row["cumulative"],
        persons=tuple(row["persons"]),
        means=None if row["means"] is None else Means(row["means"]),
        group=row["group"],
        outcome=None if row["outcome"] is None else Outcome(row["outcome"]),
        part_of=row["part_of"],
        reader=row["reader"],
        reasons=tuple(Reason(*reason) for reason in row["reasons"]),
    )


def event_row(event: Event, ordinal: int) -> Row:
    """An event, with its place in the order the grouping gave."""
    return {
        "id": event.id,
        "ordinal": ordinal,
        "kind": event.kind.value,
        "status": event.status.value,
        **_count_row(event.count),
        **_period_row(event.date),
        "place": list(event.place),
        "by": list(event.by),
        "what": event.what,
        "claims": list(event.claims),
        "documents": list(event.documents),
        "sources": event.sources,
        "cumulative": event.cumulative,
        "outcome": None if event.outcome is None else event.outcome.value,
        "reasons": list(event.reasons),
        "means": None if event.means is None else event.means.value,
        "persons": list(event.persons),
    }


def to_event(row: RowMapping) -> Event:
    """The event of a row."""
    return Event(
        id=row["id"],
        kind=Kind(row["kind"]),
        status=Rung(row["status"]),
        count=_count(row),
        date=_period(row),
        place=tuple(row["place"]),
        by=tuple(row["by"]),
        what=row["what"],
        claims=tuple(row["claims"]),
        documents=tuple(row["documents"]),
        sources=row["sources"],
        cumulative=row["cumulative"],
        outcome=None if row["outcome"] is None else Outcome(row["outcome"]),
        reasons=tuple(row["reasons"]),
        means=None if row["means"] is None else Means(row["means"]),
        persons=tuple(row["persons"]),
    )


def place_rows(record: Claim | Event) -> list[tuple[str, str]]:
    """(place, role) of each state the record is about or acts in it, once each, in order."""
    named = [(place, "place") for place in record.place] + [(place, "by") for place in record.by]
    return list(dict.fromkeys(named))
