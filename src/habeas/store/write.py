"""Keeping what the stages give. Each function takes the connection of `Ledger.writing()`.

Pages, documents and judgements are only ever added to. Claims of a document are replaced whole when it
is read again; stories and events are replaced whole when they are worked out again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from typing import Any

import zstandard
from sqlalchemy import Connection, RowMapping, delete, func, insert, or_, select, update

import habeas
from habeas.claims.model import Claim
from habeas.documents.model import Document
from habeas.errors import BadInput
from habeas.events.model import Event
from habeas.pages import Page
from habeas.store import tables as t
from habeas.store.rows import claim_row, document_row, event_row, place_rows
from habeas.store.session import insert_if_new

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_CHUNK = 500  # parameters in one statement: no database refuses so many


def now() -> str:
    """The moment in UTC, to the second, as the ledger writes moments."""
    return _moment(datetime.now(UTC))


def add_page(connection: Connection, page: Page) -> bool:
    """Keep a page's bytes; whether they are new. The same bytes are kept once, as first added."""
    row = {
        "sha256": page.sha256,
        "name": page.name,
        "shape": page.shape.value,
        "url": page.url,
        "fetched": None if page.fetched is None else _moment(page.fetched),
        "added": now(),
        "size": len(page.body),
        "body": zstandard.compress(page.body),
    }
    return insert_if_new(connection, t.pages, row)


def add_document(connection: Connection, document: Document) -> Document | None:
    """Keep a document: as kept (its id may have had to change) where it is new, else None.

    The same text at the same address, or under the same id where no address is known, is the same
    document. Another text at the same address, or under the same id of the same file, is a new version
    beside the old. Raises BadInput for text that no database keeps.
    """
    row = document_row(document)
    _refuse_unstorable(document.name or document.id, row)
    d = t.documents.c
    kin_of = [d.hash == document.hash, d.id == document.id]
    if document.url is not None:
        kin_of.append(d.url == document.url)
    file = func.coalesce(t.pages.c.name, d.name)
    query = select(d.id, d.hash, d.url, file.label("file"), d.version).outerjoin(t.pages, t.pages.c.sha256 == d.page)
    kin = connection.execute(query.where(or_(*kin_of)).order_by(d.version, d.id)).mappings().all()
    if any(_is_same(old, document) for old in kin):
        return None
    came_in = connection.execute(select(t.pages.c.name).where(t.pages.c.sha256 == document.page)).scalar()
    older = [old for old in kin if _is_version(old, document, came_in or document.name)]
    row |= {
        "id": _free_id(connection, document.id),
        "version": older[-1]["version"] + 1 if older else 1,
        "replaces": older[-1]["id"] if older else None,
        "added": now(),
    }
    connection.execute(insert(t.documents), row)
    return replace(document, id=row["id"])


def replace_claims(
    connection: Connection, read: Iterable[tuple[Document, Sequence[Claim]]], *, readers: Mapping[str, str]
) -> int:
    """Keep what was found in each document, in place of what was found before; how many claims.

    `readers` gives the name and version of each language's reader.
    """
    read = list(read)
    found = [(document.id, tuple(claims)) for document, claims in read]
    by_reader = [{"document": document.id, "reader": readers[document.language or ""]} for document, _ in read]
    _drop_claims(connection, [document for document, _ in found])
    rows = [claim_row(claim, ordinal) for _, claims in found for ordinal, claim in enumerate(claims)]
    places = [
        {"document": claim.document, "claim": claim.id, "place": place, "role": role}
        for _, claims in found
        for claim in claims
        for place, role in place_rows(claim)
    ]
    _insert(connection, t.readings, by_reader)
    _insert(connection, t.claims, rows)
    _insert(connection, t.claim_places, places)
    return len(rows)


def replace_stories(connection: Connection, stories: Mapping[str, str]) -> None:
    """Keep which story each document tells, by the ids of both, in place of what was kept before."""
    connection.execute(delete(t.stories))
    _insert(connection, t.stories, [{"document": document, "story": story} for document, story in stories.items()])


def replace_events(connection: Connection, events: Iterable[Event]) -> int:
    """Keep the events in place of those kept before; how many."""
    events = list(events)
    connection.execute(delete(t.event_places))
    connection.execute(delete(t.events))
    _insert(connection, t.events, [event_row(event, ordinal) for ordinal, event in enumerate(events)])
    places = [
        {"event": event.id, "place": place, "role": role} for event in events for place, role in place_rows(event)
    ]
    _insert(connection, t.event_places, places)
    return len(events)


def drop_derived(connection: Connection) -> None:
    """Throw away all that can be worked out again: claims, stories, events, and what was left unread."""
    for table in (t.event_places, t.events, t.stories, t.claim_places, t.claims, t.readings):
        connection.execute(delete(table))
    connection.execute(delete(t.issues).where(t.issues.c.kind == "unread"))


def note_refused(connection: Connection, refused: BadInput) -> None:
    """Keep that an input could not be used; the newest reason stands."""
    _note(connection, refused.name, "refused", refused.expected, refused.remedy, None)


def note_unread(connection: Connection, document: Document, why: BadInput) -> bool:
    """Keep that a document was not read, and why; whether that is new."""
    i = t.issues.c
    known = connection.execute(select(i.name).where(i.name == document.id, i.kind == "unread")).first() is not None
    _note(connection, document.id, "unread", why.expected, why.remedy, document.id)
    return not known


def settle(connection: Connection, names: Iterable[str]) -> None:
    """Drop the issues of these files or documents: they have been used after all."""
    for chunk in _chunks(list(names)):
        connection.execute(delete(t.issues).where(t.issues.c.name.in_(chunk)))


def start_run(connection: Connection, command: str) -> int:
    """Note that a command began; its number."""
    done = dict.fromkeys(("pages", "documents", "claims", "refused"), 0)
    row = {"command": command, "started": now(), "version": habeas.__version__, **done}
    number: int = connection.execute(insert(t.runs).returning(t.runs.c.id), row).scalar_one()
    return number


def finish_run(connection: Connection, run: int, **done: int) -> None:
    """Note that it ended, and how many pages, documents and claims it kept and inputs it refused."""
    connection.execute(update(t.runs).where(t.runs.c.id == run).values(finished=now(), **done))


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _is_same(old: RowMapping, document: Document) -> bool:
    if old["hash"] != document.hash:
        return False
    if old["url"] is not None and document.url is not None:
        return bool(old["url"] == document.url)
    return bool(old["id"] == document.id)


def _is_version(old: RowMapping, document: Document, file: str | None) -> bool:
    if document.url is not None and old["url"] == document.url:
        return True
    # Ids given in one file are not those of another: "1" is in every second one.
    return bool(old["id"] == document.id and old["hash"] != document.hash and old["file"] == file)


def _free_id(connection: Connection, wanted: str) -> str:
    """The id, or the first of id.2, id.3, ... that no document has."""
    for number in count(1):
        id_ = wanted if number == 1 else f"{wanted}.{number}"
        if connection.execute(select(t.documents.c.id).where(t.documents.c.id == id_)).first() is None:
            return id_
    raise AssertionError("there is always another number")


def _refuse_unstorable(name: str, row: Mapping[str, Any]) -> None:
    if any(isinstance(value, str) and _UNSTORABLE.search(value) for value in row.values()):
        raise BadInput(
            name, "text in Unicode was expected, it holds a NUL or half a surrogate pair", "save it again as UTF-8"
        )


def _drop_claims(connection: Connection, documents: list[str]) -> None:
    for chunk in _chunks(documents):
        for table in (t.claim_places, t.claims, t.readings):
            connection.execute(delete(table).where(table.c.document.in_(chunk)))


def _note(connection: Connection, name: str, kind: str, expected: str, remedy: str, document: str | None) -> None:
    connection.execute(delete(t.issues).where(t.issues.c.name == name, t.issues.c.kind == kind))
    row = {"name": name, "kind": kind, "expected": expected, "remedy": remedy, "document": document}
    connection.execute(insert(t.issues), row)


def _insert(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _chunks(items: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(items), _CHUNK):
        yield items[start : start + _CHUNK]
