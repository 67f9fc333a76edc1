"""The annotated cases beside the project, as records: claims a careful person found, no reader between."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.claims.model import Claim, Kind, Means, Quote, SourceType, Speaker, Status
from habeas.documents.model import Document
from habeas.ids import content_id
from habeas.intervals import Basis, Count, Period

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "cases"
NAMES = ("belarus-2024", "belarus-2025", "venezuela-2026")
STORIES = {"by1-05": "by1-04", "by2-02": "by2-01", "ve-05": "ve-04"}
"""The three republished pairs."""


@dataclass(frozen=True)
class Case:
    """Annotated claims with their documents, and the file that says what follows from them."""

    claims: tuple[Claim, ...]
    documents: dict[str, Document]
    truth: Path


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _codes(value: str | list[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _period(days: list[str | None] | None, published: date | None) -> Period | None:
    period = Period.from_days(days)
    if period is not None and period.first == period.last == published:
        return Period(period.first, period.last, Basis.PUBLISHED)
    return period


def claim_from_record(record: dict[str, Any], document: Document, ordinal: int) -> Claim:
    """A claim of the annotated form."""
    quote = record["quote"]
    start = document.text.find(quote)
    source = record.get("source")
    return Claim(
        id=content_id(document.hash, record["kind"], start, ordinal),
        document=document.id,
        kind=Kind(record["kind"]),
        status=Status(record["status"]),
        quote=Quote(quote, max(start, 0), max(start, 0) + len(quote)),
        count=Count.from_ends(record["count"]),
        when=_period(record["when"], document.published),
        place=_codes(record["place"]),
        by=_codes(record["by"]),
        speakers=() if source is None else (Speaker(SourceType(source["type"]), source["name"]),),
        cumulative=record["cumulative"],
        persons=tuple(record["persons"]),
        means=None if record["means"] is None else Means(record["means"]),
        reader="annotated",
    )


def load(name: str) -> Case:
    """The case, or a skip that says why."""
    if not (FOLDER / f"{name}.case.json").exists():
        pytest.skip(f"the annotated case {name} is not beside the project")
    documents = {
        row["id"]: Document(
            id=row["id"],
            text=row["text"],
            published=date.fromisoformat(row["published"]),
            language=row["lang"],
            title=row["title"],
            publisher=row["publisher"],
            agency=row.get("agency"),
        )
        for row in _lines(FOLDER / f"{name}.docs.jsonl")
    }
    claims = tuple(
        claim_from_record(record, documents[row["id"]], ordinal)
        for row in _lines(FOLDER / f"{name}.gold.jsonl")
        for ordinal, record in enumerate(row["claims"])
    )
    return Case(claims, documents, FOLDER / f"{name}.case.json")
