"""What the ledger holds, as the records of the stages, in an order that does not depend on how it came in.

Each function takes the connection of `Ledger.reading()`. Documents whose page came again in a newer
version are left out, with their claims, unless asked for; `as_of` keeps what was published by the end
of that day (a document that names no day counts from the day it was added).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import zstandard
from sqlalchemy import ColumnElement, Connection, Select, and_, distinct, func, or_, select

from habeas.claims.model import Claim, Kind
from habeas.documents.model import Document
from habeas.errors import NotFound
from habeas.events.model import Event
from habeas.store import tables as t
from habeas.store.rows import to_claim, to_document, to_event

_CHUNK = 500  # rows fetched, or ids asked for, at a time: memory stays flat, and no database refuses so many


@dataclass(frozen=True, slots=True)
class PageRecord:
    """A page as the ledger keeps it, without its bytes."""

    sha256: str
    name: str
    """File name or address it was first added by."""
    shape: str
    """How its bytes are to be read, as a media type."""
    url: str | None
    fetched: str | None
    """Moment in UTC, ISO; None where it came from a file of unknown age."""
    added: str
    size: int
    withdrawn: str | None
    why: str | None


@dataclass(frozen=True, slots=True)
class PlaceTally:
    """How often a place is spoken of."""

    place: str
    """Alpha-2."""
    claims: int
    documents: int


@dataclass(frozen=True, slots=True)
class Issue:
    """Something a person must look at: an input that was refused, a document that was not read."""

    name: str
    kind: str
    """"refused" or "unread"."""
    expected: str
    remedy: str
    document: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the ledger holds."""

    pages: int
    documents: int
    versions: int
    """Documents that a newer version replaced; not among `documents`."""
    unread: int
    claims: int
    stories: int
    """Stories that more than one document tells."""
    events: int
    judgements: int
    issues: int


def documents(
    connection: Connection,
    *,
    ids: Iterable[str] | None = None,
    language: str | None = None,
    publisher: str | None = None,
    since: date | None = None,
    as_of: date | None = None,
    replaced: bool = False,
) -> Iterator[Document]:
    """Documents in order of day published, then id; those of no day last."""
    query = select(t.documents).order_by(t.documents.c.published.is_(None), t.documents.c.published, t.documents.c.id)
    if not replaced:
        query = query.where(_current())
    if language is not None:
        query = query.where(t.documents.c.language == language)
    if publisher is not None:
        query = query.where(t.documents.c.publisher == publisher)
    if since is not None:
        query = query.where(t.documents.c.published >= since.isoformat())
    if as_of is not None:
        query = query.where(_known_by(as_of))
    for row in _rows(connection, query, t.documents.c.id, ids):
        yield to_document(row)


def names(connection: Connection) -> dict[str, str]:
    """File name of each document that came from a file, by its id."""
    d = t.documents.c
    return {row.id: row.name for row in connection.execute(select(d.id, d.name).where(d.name.is_not(None)))}


def document(connection: Connection, name: str) -> Document:
    """The document with that id, file name, address or page hash; its newest version. Raises NotFound."""
    d = t.documents.c
    for column in (d.id, d.name, d.url, d.page):
        query = select(t.documents).where(column == name).order_by(d.version.desc(), d.id).limit(1)
        row = connection.execute(query).mappings().first()
        if row is not None:
            return to_document(row)
    raise NotFound(f"{name}: no document has that id, file name or address; `habeas documents` lists them")


def versions(connection: Connection, document_id: str) -> list[Document]:
    """Every version of the document, oldest first."""
    d = t.documents.c
    found = {document_id}
    while True:
        query = select(d.id, d.replaces).where(or_(d.id.in_(found), d.replaces.in_(found)))
        grown = found | {id_ for row in connection.execute(query) for id_ in row if id_ is not None}
        if grown == found:
            break
        found = grown
    query = select(t.documents).where(d.id.in_(found)).order_by(d.version)
    return [to_document(row) for row in connection.execute(query).mappings()]


def page(connection: Connection, sha256: str) -> PageRecord:
    """What is known of a page. Raises NotFound."""
    row = connection.execute(_page_query().where(t.pages.c.sha256 == sha256)).first()
    if row is None:
        raise NotFound(f"{sha256}: no page has that hash; `habeas documents` lists what the ledger holds")
    return PageRecord(*row)


def pages(connection: Connection) -> Iterator[PageRecord]:
    """Every page, by hash."""
    for row in connection.execute(_page_query().order_by(t.pages.c.sha256).execution_options(yield_per=_CHUNK)):
        yield PageRecord(*row)


def page_bytes(connection: Connection, sha256: str) -> bytes:
    """The page's bytes as published. Raises NotFound, also where they were withdrawn."""
    body = connection.execute(select(t.pages.c.body).where(t.pages.c.sha256 == sha256)).scalar()
    if body is None:
        raise NotFound(f"{sha256}: its bytes are not here, or were withdrawn; `habeas documents` lists what there is")
    return zstandard.ZstdDecompressor().decompress(body)


def claims(
    connection: Connection,
    *,
    place: str | None = None,
    kind: Kind | None = None,
    document: str | None = None,
    as_of: date | None = None,
    ids: Iterable[str] | None = None,
) -> Iterator[Claim]:
    """Claims in order of the day their document was published, then document, then place in it.

    `place` is the place or the actor; `document` its id.
    """
    d, c = t.documents.c, t.claims.c
    query = (
        select(t.claims)
        .join(t.documents, d.id == c.document)
        .order_by(d.published.is_(None), d.published, c.document, c.ordinal)
    )
    query = query.where(_current()) if document is None else query.where(c.document == document)
    if place is not None:
        about = select(t.claim_places.c.claim).where(
            t.claim_places.c.document == c.document, t.claim_places.c.claim == c.id, t.claim_places.c.place == place
        )
        query = query.where(about.exists())
    if kind is not None:
        query = query.where(c.kind == kind.value)
    if as_of is not None:
        query = query.where(_known_by(as_of))
    for row in _rows(connection, query, c.id, ids):
        yield to_claim(row)


def claim(connection: Connection, claim_id: str) -> Claim:
    """The claim with that id, of the earliest document that has it. Raises NotFound."""
    found = next(claims(connection, ids=[claim_id]), None)
    if found is None:
        raise NotFound(f"{claim_id}: no claim has that id; `habeas claims` lists them")
    return found


def events(connection: Connection, *, place: str | None = None, kind: Kind | None = None) -> list[Event]:
    """Events in the order their grouping gave; `place` is the place or the actor.

    They are grouped from all claims; `pipeline.events` groups those known by a day.
    """
    query = select(t.events).order_by(t.events.c.ordinal)
    if place is not None:
        about = select(t.event_places.c.event).where(
            t.event_places.c.event == t.events.c.id, t.event_places.c.place == place
        )
        query = query.where(about.exists())
    if kind is not None:
        query = query.where(t.events.c.kind == kind.value)
    return [to_event(row) for row in connection.execute(query).mappings()]


def event(connection: Connection, event_id: str) -> Event:
    """The event with that id. Raises NotFound."""
    row = connection.execute(select(t.events).where(t.events.c.id == event_id)).mappings().first()
    if row is None:
        raise NotFound(f"{event_id}: no event has that id; `habeas events` lists them")
    return to_event(row)


def stories(connection: Connection) -> dict[str, str]:
    """For each document that shares a story with another, by id, the story's id; absent is a story of its own."""
    query = select(t.stories.c.document, t.stories.c.story).order_by(t.stories.c.document)
    return {row.document: row.story for row in connection.execute(query)}


def places(connection: Connection) -> list[PlaceTally]:
    """Places that claims are about, most spoken of first."""
    p, d = t.claim_places.c, t.documents.c
    claimed, told = func.count(), func.count(distinct(p.document))
    query = (
        select(p.place, claimed, told)
        .join(t.documents, d.id == p.document)
        .where(p.role == "place", _current())
        .group_by(p.place)
        .order_by(claimed.desc(), p.place)
    )
    return [PlaceTally(*row) for row in connection.execute(query)]


def issues(connection: Connection) -> list[Issue]:
    """What a person must look at, by kind and name."""
    i = t.issues.c
    query = select(i.name, i.kind, i.expected, i.remedy, i.document).order_by(i.kind, i.name)
    return [Issue(*row) for row in connection.execute(query)]


def unread(connection: Connection, readers: Mapping[str, str] | None = None) -> list[str]:
    """Ids of documents that no reader has read.

    With `readers` (language code to the name of its reader), also of those another reader has read.
    """
    d, r = t.documents.c, t.readings.c
    query = select(d.id).outerjoin(t.readings, r.document == d.id).order_by(d.published.is_(None), d.published, d.id)
    others = [and_(d.language == language, r.reader != name) for language, name in (readers or {}).items()]
    return list(connection.execute(query.where(or_(r.document.is_(None), *others))).scalars())


def counts(connection: Connection) -> Counts:
    """How much the ledger holds."""

    def number(query: Select[Any]) -> int:
        return int(connection.execute(query).scalar_one())

    def rows(table: Any) -> Select[Any]:
        return select(func.count()).select_from(table)

    replaced = select(t.documents.c.replaces).distinct().where(t.documents.c.replaces.is_not(None))
    shared = select(t.stories.c.story).distinct()
    return Counts(
        pages=number(rows(t.pages)),
        documents=number(rows(t.documents).where(_current())),
        versions=number(rows(replaced.subquery())),
        unread=len(unread(connection)),
        claims=number(rows(t.claims)),
        stories=number(rows(shared.subquery())),
        events=number(rows(t.events)),
        judgements=number(rows(t.judgements)),
        issues=number(rows(t.issues)),
    )


def _current() -> ColumnElement[bool]:
    newer = t.documents.alias("newer")
    return ~select(newer.c.id).where(newer.c.replaces == t.documents.c.id).exists()


def _known_by(day: date) -> ColumnElement[bool]:
    d = t.documents.c
    return func.coalesce(d.published, func.substr(d.added, 1, 10)) <= day.isoformat()


def _page_query() -> Select[Any]:
    p = t.pages.c
    return select(p.sha256, p.name, p.shape, p.url, p.fetched, p.added, p.size, p.withdrawn, p.why)


def _rows(
    connection: Connection, query: Select[Any], key: ColumnElement[str], ids: Iterable[str] | None
) -> Iterator[Any]:
    """Rows of the query; with ids, only theirs, asked for in chunks (each chunk in order)."""
    if ids is None:
        yield from connection.execute(query.execution_options(yield_per=_CHUNK)).mappings()
        return
    wanted = list(dict.fromkeys(ids))
    for start in range(0, len(wanted), _CHUNK):
        yield from connection.execute(query.where(key.in_(wanted[start : start + _CHUNK]))).mappings()
