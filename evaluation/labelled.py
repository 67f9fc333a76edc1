"""Labelled reports: documents with the claims that a careful person marked in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from habeas.documents.model import Document
from habeas.errors import BadInput
from habeas.intervals import Count, Period

REPORTS = Path(__file__).parent / "reports"

S = TypeVar("S", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class Mark:
    """What is compared of a claim, whether a person marked it or the reader found it."""

    kind: str
    status: str
    quote: str
    count: Count | None
    when: Period | None
    place: frozenset[str]
    by: frozenset[str] | None
    """None where the text does not say who acts."""
    source: str | None
    """"named" or "anonymous"; None is the report's own voice."""
    cumulative: bool
    means: str | None

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Mark:
        """From the record form, as `habeas read --jsonl` prints claims."""
        by = record.get("by")
        source = record.get("source")
        return cls(
            kind=record["kind"],
            status=record["status"],
            quote=record["quote"],
            count=Count.from_ends(record.get("count")),
            when=Period.from_days(record.get("when")),
            place=_codes(record.get("place")),
            by=None if by is None else _codes(by),
            source=None if source is None else source["type"],
            cumulative=bool(record.get("cumulative")),
            means=record.get("means"),
        )


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document and its marks."""

    document: Document
    marks: tuple[Mark, ...]


class _Text(msgspec.Struct, frozen=True):
    id: str
    text: str
    lang: str
    published: date | None = None
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None


class _Marked(msgspec.Struct, frozen=True):
    id: str
    claims: list[dict[str, Any]]


def load(name: Path) -> Iterator[Labelled]:
    """Reports of the set: `NAME.docs.jsonl` with `NAME.gold.jsonl`, or of all sets in the folder `NAME`."""
    if name.is_dir():
        for texts in sorted(name.glob("*.docs.jsonl")):
            yield from load(texts.with_name(texts.name.removesuffix(".docs.jsonl")))
        return
    texts, marked = (name.with_name(f"{name.name}.{part}.jsonl") for part in ("docs", "gold"))
    marks = {row.id: row.claims for row in _rows(marked, _Marked)}
    for text in _rows(texts, _Text):
        document = Document(
            id=text.id,
            text=text.text,
            published=text.published,
            language=text.lang,
            title=text.title,
            publisher=text.publisher,
            agency=text.agency,
        )
        yield Labelled(document, tuple(map(Mark.from_record, marks.get(text.id, []))))


def _rows(path: Path, shape: type[S]) -> list[S]:
    try:
        return msgspec.json.Decoder(shape).decode_lines(path.read_bytes())
    except OSError as error:
        raise BadInput(str(path), "labelled reports were expected", "give the name before .docs.jsonl") from error
    except msgspec.DecodeError as error:
        raise BadInput(
            str(path), f"lines of {shape.__name__.strip('_').lower()} were expected ({error})", "mend it"
        ) from error


def _codes(value: str | list[str] | None) -> frozenset[str]:
    if value is None:
        return frozenset()
    return frozenset(code.upper() for code in ([value] if isinstance(value, str) else value))
