"""Event: one happening that claims are about; grouping, with reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.claims.model import Kind, Outcome
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
