"""Event: one happening that claims are about, and its record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from habeas.claims.model import Kind, Means, Outcome
from habeas.intervals import Count, Period


class Rung(StrEnum):
    """How far a happening has come: the ladder, from asked for to undone."""

    DEMANDED = "demanded"
    TALKED_ABOUT = "talked about"
    PROMISED = "promised"
    DECREED = "decreed"
    DONE = "done"
    VERIFIED = "verified"
    REVERSED = "reversed"
    REFUSED = "refused"

    @property
    def came_about(self) -> bool:
        """Whether the thing happened, whatever became of it after."""
        return self in (Rung.DECREED, Rung.DONE, Rung.VERIFIED, Rung.REVERSED)


@dataclass(frozen=True, slots=True)
class Event:
    """One happening; derived from claims and rebuilt at will."""

    id: str
    """The id of its earliest claim."""
    kind: Kind
    status: Rung
    count: Count | None
    """What its claims allow together; None for kinds that count no people, or where none says."""
    date: Period | None
    place: tuple[str, ...]
    by: tuple[str, ...]
    what: str
    """Plain English made from the fields."""
    claims: tuple[str, ...]
    """Ids of its claims, earliest published first."""
    documents: tuple[str, ...]
    """Ids of the documents that tell of it, earliest first."""
    sources: int
    """How many independent sources: copies of one story, and outlets quoting one voice, count once."""
    cumulative: bool = False
    """Whether it is known only as a running total."""
    outcome: Outcome | None = None
    reasons: tuple[str, ...] = ()
    """Why its claims were put together, in words."""
    means: Means | None = None
    """By what act people were let go, where a claim says."""
    persons: tuple[str, ...] = ()
    """Names of the people concerned, as first written."""


_AHEAD = frozenset({Rung.TALKED_ABOUT, Rung.PROMISED})


def happenings(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events that came about or were refused.

    Left out are running totals, which are sums of others, and what is only promised or talked of.
    """
    return tuple(event for event in events if not event.cumulative and event.status not in _AHEAD)


def _one_or_list(codes: tuple[str, ...]) -> str | list[str] | None:
    if not codes:
        return None
    return codes[0] if len(codes) == 1 else list(codes)


def to_record(event: Event, names: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The event as `habeas events --json` prints it; ranges are `[min, max]` and `[from, to]`, None is an open end.

    `names` gives the file name of a document by its id; `reports` names each page by it, else by the id.
    """
    named = names or {}
    return {
        "id": event.id,
        "kind": event.kind.value,
        "status": event.status.value,
        "date": event.date.to_days() if event.date is not None else None,
        "count": event.count.to_ends() if event.count is not None else None,
        "place": _one_or_list(event.place),
        "by": _one_or_list(event.by),
        "what": event.what,
        "reports": [named.get(document, document) for document in event.documents],
        "documents": list(event.documents),
        "claims": list(event.claims),
        "sources": event.sources,
        "cumulative": event.cumulative,
        "outcome": event.outcome.value if event.outcome is not None else None,
        "means": event.means.value if event.means is not None else None,
        "persons": list(event.persons),
        "reasons": list(event.reasons),
    }
