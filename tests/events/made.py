"""Claims made for a test, with only what the test is about."""

from datetime import date
from typing import Any

from habeas.claims.model import Claim, Kind, Quote, SourceType, Speaker, Status
from habeas.documents.model import Document
from habeas.ids import content_id
from habeas.intervals import Count, Period


def documents(**published: str) -> dict[str, Document]:
    """Documents by id, each with its day."""
    return {
        name: Document(id=name, text=f"Report {name}.", published=date.fromisoformat(day), language="en")
        for name, day in published.items()
    }


def claim(
    document: str, kind: Kind = Kind.RELEASE, count: int | None = None, when: str | None = None, **rest: Any
) -> Claim:
    """A claim about XA; `when` is a day, or two parted by a slash; `voice` is who is quoted."""
    quote = rest.pop("quote", f"{document} says so")
    voice = rest.pop("voice", None)
    first, _, last = (when or "").partition("/")
    status = rest.pop("status", Status.ACTUAL)
    rest.setdefault("place", ("XA",))
    return Claim(
        id=content_id(document, kind, count, when, quote, voice, status),
        document=document,
        kind=kind,
        status=status,
        quote=Quote(quote, 0, len(quote)),
        count=None if count is None else Count.exactly(count),
        when=None if when is None else Period.from_days([first, last or first]),
        speakers=() if voice is None else (Speaker(SourceType.NAMED, voice),),
        **rest,
    )
