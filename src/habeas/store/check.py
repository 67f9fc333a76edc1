"""Whether a ledger is whole: the database itself, pages by their hash, quotes by their place in the text."""

from __future__ import annotations

from collections.abc import Iterator

import zstandard
from sqlalchemy import Connection, select, text

from habeas.ids import sha256, text_hash
from habeas.store import tables as t

_CHUNK = 100  # rows held at a time: pages may be large


def faults(connection: Connection) -> Iterator[str]:
    """What is wrong, a line each; nothing where the ledger is whole."""
    yield from _database(connection)
    yield from _pages(connection)
    yield from _documents(connection)


def _database(connection: Connection) -> Iterator[str]:
    """What the database itself says; PostgreSQL keeps watch over its own files and references."""
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield f"the file is damaged: {said}"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"a row of {row[0]} points to nothing in {row[2]}"


def _pages(connection: Connection) -> Iterator[str]:
    query = select(t.pages.c.sha256, t.pages.c.name, t.pages.c.body).where(t.pages.c.withdrawn.is_(None))
    for hash_, name, body in connection.execute(query.execution_options(yield_per=_CHUNK)):
        try:
            bytes_ = zstandard.decompress(body)
        except zstandard.ZstdError:
            yield f"page {hash_} ({name}) cannot be decompressed"
            continue
        if sha256(bytes_) != hash_:
            yield f"page {hash_} ({name}) is not what was added: its bytes have another hash"


def _documents(connection: Connection) -> Iterator[str]:
    """Texts against their hashes, and quotes against their texts."""
    d, c = t.documents.c, t.claims.c
    query = (
        select(d.id, d.hash, d.text, c.id.label("claim"), c.quote, c.start, c.end)
        .outerjoin(t.claims, c.document == d.id)
        .order_by(d.id, c.ordinal)
    )
    before = None
    for row in connection.execute(query.execution_options(yield_per=_CHUNK)):
        if row.id != before and text_hash(row.text) != row.hash:
            yield f"document {row.id} is not what was added: its text has another hash"
        before = row.id
        if row.claim is not None and row.text[row.start : row.end] != row.quote:
            yield f"claim {row.claim} of document {row.id} quotes words that are not at their place"
