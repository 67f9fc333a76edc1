"""The flow: pages -> documents -> claims -> stories -> events, and what is done again after a change.

The ledger is written in small transactions, so that an interruption keeps all but the batch in hand;
what was left undone is done by the next run, since each stage asks the ledger what it still lacks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from habeas import events, reading, stories
from habeas.documents.model import Document
from habeas.errors import BadInput
from habeas.events import Event
from habeas.logs import Log
from habeas.pages import Page
from habeas.settings import Settings
from habeas.store import read, write
from habeas.store.session import Connection, Ledger

T = TypeVar("T")

Tell = Callable[[str, int, int | None], None]
"""Told of progress: what is being done, how much of it is done, of how much (None: not known)."""

_log = Log("pipeline")


@dataclass(slots=True)
class Done:
    """What a run kept, and what it could not use."""

    pages: int = 0
    documents: int = 0
    known: int = 0
    """Documents that the ledger had already."""
    claims: int = 0
    events: int = 0
    refused: list[BadInput] = field(default_factory=list)
    unread: list[BadInput] = field(default_factory=list)
    """Documents kept but not read, by name, and why."""


def add(ledger: Ledger, pages: Iterable[Page | BadInput], settings: Settings, tell: Tell) -> Done:
    """Take pages into the ledger and bring all that rests on them up to date."""
    done = Done()
    with ledger.writing() as connection:
        run = write.start_run(connection, "add")
    for batch in _batches(reading.read_documents(pages, cores=settings.cores), settings.batch):
        with ledger.writing() as connection:
            _keep(connection, batch, done)
        tell("reading pages", done.documents + done.known + len(done.refused), None)
    update(ledger, settings, tell, done)
    with ledger.writing() as connection:
        write.finish_run(
            connection, run, pages=done.pages, documents=done.documents, claims=done.claims, refused=len(done.refused)
        )
    _log.info("added", pages=done.pages, documents=done.documents, claims=done.claims, refused=len(done.refused))
    return done


def update(ledger: Ledger, settings: Settings, tell: Tell, done: Done | None = None) -> Done:
    """Read the documents that this reader has not read, then work out stories and events again if need be."""
    done = done or Done()
    with ledger.reading() as connection:
        waiting = read.unread(connection, reading.readers())
    _find_claims(ledger, waiting, settings, tell, done)
    tell("grouping events", 0, None)
    with ledger.writing() as connection:
        documents = {document.id: document for document in read.documents(connection)}
        told = stories.of(documents.values())
        write.replace_stories(connection, told)
        grouped = events.group(read.claims(connection), documents, told)
        done.events = write.replace_events(connection, grouped)
    return done


def rebuild(ledger: Ledger, settings: Settings, tell: Tell) -> Done:
    """Throw away all that is derived and work it out again; pages, documents and judgements stay."""
    with ledger.writing() as connection:
        write.drop_derived(connection)
    return update(ledger, settings, tell)


def events_known(connection: Connection, *, place: str | None = None, as_of: date | None = None) -> list[Event]:
    """Events of a place, or actor; with `as_of`, grouped from what was published by then."""
    if as_of is None:
        return read.events(connection, place=place)
    documents = {document.id: document for document in read.documents(connection, as_of=as_of)}
    grouped = events.group(read.claims(connection, as_of=as_of), documents, read.stories(connection))
    return [event for event in grouped if place is None or place in event.place or place in event.by]


def _keep(connection: Connection, batch: list[tuple[Page | BadInput, Document | BadInput]], done: Done) -> None:
    """Keep pages with their documents; of those that cannot be used, that they were refused."""
    used: list[str] = []
    for page, result in batch:
        try:
            if isinstance(page, BadInput):
                raise page
            if isinstance(result, BadInput):
                raise result
            done.pages += write.add_page(connection, page)
            if write.add_document(connection, result) is None:
                done.known += 1
            else:
                done.documents += 1
            used.append(page.where)
        except BadInput as refused:
            write.note_refused(connection, refused)
            done.refused.append(refused)
    write.settle(connection, used)


def _find_claims(ledger: Ledger, waiting: list[str], settings: Settings, tell: Tell, done: Done) -> None:
    """Read the documents of these ids, keeping each batch as it comes."""
    number, readers = 0, reading.readers()
    found = reading.find_claims(_documents(ledger, waiting, settings.batch), cores=settings.cores)
    for batch in _batches(found, settings.batch):
        with ledger.writing() as connection:
            read_now = [(document, claims) for document, claims in batch if not isinstance(claims, BadInput)]
            done.claims += write.replace_claims(connection, read_now, readers=readers)
            write.settle(connection, [document.id for document, _ in read_now])
            for document, unread in batch:
                if isinstance(unread, BadInput) and write.note_unread(connection, document, unread):
                    done.unread.append(unread)
        number += len(batch)
        tell("finding claims", number, len(waiting))


def _documents(ledger: Ledger, waiting: list[str], batch: int) -> Iterator[Document]:
    """Documents of these ids, by short reads: a long one would keep SQLite from folding its WAL back."""
    for start in range(0, len(waiting), batch):
        with ledger.reading() as connection:
            held = list(read.documents(connection, ids=waiting[start : start + batch], replaced=True))
        yield from held


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Items in lists of the size; an interruption ends the list in hand, which is still given, and then goes on."""
    batch: list[T] = []
    try:
        for item in items:
            batch.append(item)
            if len(batch) >= size:
                yield batch
                batch = []
    except KeyboardInterrupt:
        if batch:
            yield batch
        raise
    if batch:
        yield batch
