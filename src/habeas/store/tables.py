"""Tables of the ledger, as they stand after the newest migration.

Kept for good: pages, documents, judgements, runs. Derived, and rebuilt at will: readings, claims and
their places, stories, events, issues. Days and moments are ISO text, so that both databases order
and give them back alike.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)

# Byte order in both databases: a locale's order would give other bytes on another machine.
Words = Text().with_variant(Text(collation="C"), "postgresql")


class Json(TypeDecorator[Any]):
    """A list or an object kept as JSON text, written the same way each time."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To text; None stays NULL."""
        return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """From text."""
        return None if value is None else json.loads(value)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)

pages = Table(
    "pages",
    metadata,
    Column("sha256", Words, primary_key=True, doc="of the bytes as published"),
    Column("name", Words, nullable=False, doc="file name or address it was first added by"),
    Column("shape", Words, nullable=False, doc="how the bytes are to be read, as a media type"),
    Column("url", Words),
    Column("fetched", Words, doc="moment in UTC; NULL where the bytes came from a file of unknown age"),
    Column("added", Words, nullable=False, doc="moment in UTC it entered the ledger"),
    Column("size", Integer, nullable=False, doc="bytes as published"),
    Column("body", LargeBinary, doc="the bytes, zstd-compressed; NULL once withdrawn"),
    Column("withdrawn", Words, doc="moment in UTC the bytes were removed"),
    Column("why", Words, doc="why they were removed"),
    Index(None, "url"),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Words, primary_key=True),
    Column("hash", Words, nullable=False, doc="SHA-256 of the text"),
    Column("page", Words, ForeignKey("pages.sha256"), doc="page it was read from"),
    Column("name", Words, doc="file name of the page, without its folder"),
    Column("version", Integer, nullable=False, doc="1, 2, ... of the same address or given id"),
    Column("replaces", Words, ForeignKey("documents.id"), doc="the version before"),
    Column("title", Words),
    Column("published", Words),
    Column("publisher", Words),
    Column("agency", Words),
    Column("language", Words),
    Column("url", Words),
    Column("text", Words, nullable=False),
    Column("added", Words, nullable=False, doc="moment in UTC it entered the ledger"),
    Index(None, "hash"),
    Index(None, "page"),
    Index(None, "name"),
    Index(None, "url"),
    Index(None, "replaces"),
    Index(None, "published", "id"),
)

readings = Table(
    "readings",
    metadata,
    Column("document", Words, ForeignKey("documents.id"), primary_key=True),
    Column("reader", Words, nullable=False, doc="name and version of the reader that read it"),
)

claims = Table(
    "claims",
    metadata,
    Column("document", Words, ForeignKey("documents.id"), primary_key=True),
    # The same words in two documents are the same claim id: an id is made from the text.
    Column("id", Words, primary_key=True),
    Column("ordinal", Integer, nullable=False, doc="place in the document, from 0"),
    Column("kind", Words, nullable=False),
    Column("status", Words, nullable=False),
    Column("quote", Words, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("counted", Boolean, nullable=False, doc="whether a count is said"),
    Column("low", Integer, doc="NULL is an open end"),
    Column("high", Integer, doc="NULL is an open end"),
    Column("timed", Boolean, nullable=False, doc="whether a time is known"),
    Column("first", Words),
    Column("last", Words),
    Column("basis", Words),
    Column("place", Json, nullable=False),
    Column("by", Json, nullable=False),
    Column("speakers", Json, nullable=False, doc="[[type, name], ...], nearest first"),
    Column("cumulative", Boolean, nullable=False),
    Column("persons", Json, nullable=False),
    Column("means", Words),
    Column("group", Words),
    Column("outcome", Words),
    Column("part_of", Words),
    Column("reader", Words, nullable=False),
    Column("reasons", Json, nullable=False, doc="[[field, rule, words, relations], ...]"),
    Index(None, "id"),
    Index(None, "kind"),
)

claim_places = Table(
    "claim_places",
    metadata,
    Column("document", Words, ForeignKey("documents.id"), primary_key=True),
    Column("claim", Words, primary_key=True),
    Column("place", Words, primary_key=True, doc="alpha-2 of the place or of the actor"),
    Column("role", Words, primary_key=True, doc="place or by"),
    Index(None, "place", "role"),
)

stories = Table(
    "stories",
    metadata,
    Column("document", Words, ForeignKey("documents.id"), primary_key=True),
    Column("story", Words, nullable=False, doc="id of the earliest document that tells it"),
    Index(None, "story"),
)

events = Table(
    "events",
    metadata,
    Column("id", Words, primary_key=True),
    Column("ordinal", Integer, nullable=False, doc="place in the order the grouping gave"),
    Column("kind", Words, nullable=False),
    Column("status", Words, nullable=False),
    Column("counted", Boolean, nullable=False),
    Column("low", Integer),
    Column("high", Integer),
    Column("timed", Boolean, nullable=False),
    Column("first", Words),
    Column("last", Words),
    Column("basis", Words),
    Column("place", Json, nullable=False),
    Column("by", Json, nullable=False),
    Column("what", Words, nullable=False),
    Column("claims", Json, nullable=False, doc="ids, earliest published first"),
    Column("documents", Json, nullable=False, doc="ids, earliest first"),
    Column("sources", Integer, nullable=False),
    Column("cumulative", Boolean, nullable=False),
    Column("outcome", Words),
    Column("reasons", Json, nullable=False),
    Column("means", Words),
    Column("persons", Json, nullable=False),
    Index(None, "kind"),
)

event_places = Table(
    "event_places",
    metadata,
    Column("event", Words, ForeignKey("events.id"), primary_key=True),
    Column("place", Words, primary_key=True),
    Column("role", Words, primary_key=True, doc="place or by"),
    Index(None, "place", "role"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", Words, primary_key=True),
    Column("who", Words, nullable=False),
    Column("made", Words, nullable=False, doc="moment in UTC"),
    Column("why", Words, nullable=False),
    Column("verdict", Words, nullable=False, doc="accepted, rejected, corrected, merged, parted"),
    # What was judged, by content, so that it outlives every re-reading.
    Column("hash", Words, doc="SHA-256 of the text judged"),
    Column("start", Integer),
    Column("end", Integer),
    Column("kind", Words),
    Column("value", Json, doc="corrected fields, or what was merged or parted"),
    Index(None, "hash", "start", "end", "kind"),
)

issues = Table(
    "issues",
    metadata,
    Column("name", Words, primary_key=True, doc="file or document id"),
    Column("kind", Words, primary_key=True, doc="refused, or unread"),
    Column("expected", Words, nullable=False),
    Column("remedy", Words, nullable=False),
    Column("document", Words, ForeignKey("documents.id")),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("command", Words, nullable=False),
    Column("started", Words, nullable=False, doc="moment in UTC"),
    Column("finished", Words, doc="moment in UTC; NULL where it was interrupted"),
    Column("version", Words, nullable=False, doc="of habeas"),
    Column("pages", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
)
