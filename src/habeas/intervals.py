"""Count and Period: ranges with open ends, and their arithmetic.

A number in a report is rarely one number: "well over 100" is [101, ∞). A day rarely one day:
"last week" is a Monday to a Sunday. Both are kept as ranges and never rounded. No floats.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


def _least(a: int | None, b: int | None) -> int | None:
    """Smaller of two upper ends; None is infinity."""
    if a is None:
        return b
    return a if b is None else min(a, b)


@dataclass(frozen=True, slots=True, order=False)
class Count:
    """A number of people known to lie in [min, max]; `max` None is an open end.

    `min` is never below 0: people cannot be negative. A lower end that the text leaves open is 0
    with `open_below`, so that "up to 14" prints as written.
    """

    min: int
    max: int | None
    open_below: bool = False

    def __post_init__(self) -> None:
        if self.min < 0:
            raise ValueError(f"a count of people cannot start below 0: {self.min}")
        if self.max is not None and self.max < self.min:
            raise ValueError(f"a count's ends are the wrong way round: {self.min}..{self.max}")
        if self.open_below and self.min != 0:
            raise ValueError("only a count from 0 can be open below")

    @classmethod
    def exactly(cls, number: int) -> Count:
        """[number, number]."""
        return cls(number, number)

    @classmethod
    def at_least(cls, number: int) -> Count:
        """[number, ∞)."""
        return cls(number, None)

    @classmethod
    def up_to(cls, number: int) -> Count:
        """At most the number, the lower end unsaid."""
        return cls(0, number, open_below=True)

    @classmethod
    def from_ends(cls, ends: tuple[int | None, int | None] | list[int | None] | None) -> Count | None:
        """From a `[min, max]` pair as records hold it; None or two open ends is unknown."""
        if ends is None or (ends[0] is None and ends[1] is None):
            return None
        low, high = ends
        return cls.up_to(high) if low is None and high is not None else cls(low or 0, high)

    def to_ends(self) -> list[int | None]:
        """The `[min, max]` pair of records; None is an open end."""
        return [None if self.open_below else self.min, self.max]

    @property
    def exact(self) -> bool:
        """Whether it is a single number."""
        return self.min == self.max

    def __add__(self, other: Count) -> Count:
        low = self.min + other.min
        high = None if self.max is None or other.max is None else self.max + other.max
        return Count(low, high, open_below=self.open_below and other.open_below)

    def intersects(self, other: Count) -> bool:
        """Whether one number could be both."""
        return (other.max is None or self.min <= other.max) and (self.max is None or other.min <= self.max)

    def intersection(self, other: Count) -> Count | None:
        """Numbers that both allow; None where there are none."""
        if not self.intersects(other):
            return None
        low = max(self.min, other.min)
        return Count(low, _least(self.max, other.max), open_below=low == 0 and self.open_below and other.open_below)

    def hull(self, other: Count) -> Count:
        """The smallest range that holds both."""
        high = None if self.max is None or other.max is None else max(self.max, other.max)
        low = min(self.min, other.min)
        return Count(low, high, open_below=low == 0 and (self.open_below or other.open_below))

    def contains(self, other: Count) -> bool:
        """Whether every number the other allows is allowed here."""
        above = self.max is None or (other.max is not None and other.max <= self.max)
        return self.min <= other.min and above

    def __str__(self) -> str:
        if self.max is None:
            return f"at least {self.min:,}"
        if self.open_below:
            return f"up to {self.max:,}"
        if self.exact:
            return "none" if self.min == 0 else f"{self.min:,}"
        return f"{self.min:,} or {self.max:,}" if self.max == self.min + 1 else f"{self.min:,} to {self.max:,}"


class Basis(StrEnum):
    """How a period came to be known."""

    STATED = "stated"  # the text names the time
    PUBLISHED = "published"  # present report: the publication day
    INFERRED = "inferred"  # carried from another sentence, or completed


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included; a None end is open."""

    first: date | None
    last: date | None
    basis: Basis = Basis.STATED

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.last < self.first:
            raise ValueError(f"a period's ends are the wrong way round: {self.first}..{self.last}")

    @classmethod
    def day(cls, day: date, basis: Basis = Basis.STATED) -> Period:
        """One day."""
        return cls(day, day, basis)

    @classmethod
    def month(cls, year: int, month: int, basis: Basis = Basis.STATED) -> Period:
        """A calendar month."""
        first = date(year, month, 1)
        after = date(year + month // 12, month % 12 + 1, 1)
        return cls(first, after - timedelta(days=1), basis)

    @classmethod
    def year(cls, year: int, basis: Basis = Basis.STATED) -> Period:
        """A calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31), basis)

    @classmethod
    def from_days(cls, days: list[str | None] | tuple[str | None, str | None] | None) -> Period | None:
        """From a `[from, to]` pair of ISO days as records hold it; None is unknown."""
        if days is None or (days[0] is None and days[1] is None):
            return None
        first, last = (None if text is None else date.fromisoformat(text) for text in days)
        return cls(first, last)

    def to_days(self) -> list[str | None]:
        """The `[from, to]` pair of records."""
        return [None if day is None else day.isoformat() for day in (self.first, self.last)]

    @property
    def days(self) -> int | None:
        """How many days it spans; None where an end is open."""
        if self.first is None or self.last is None:
            return None
        return (self.last - self.first).days + 1

    def intersects(self, other: Period) -> bool:
        """Whether one day could lie in both."""
        starts = self.first is None or other.last is None or self.first <= other.last
        ends = self.last is None or other.first is None or other.first <= self.last
        return starts and ends

    def intersection(self, other: Period) -> Period | None:
        """Days in both; None where there are none. The basis is the weaker of the two."""
        if not self.intersects(other):
            return None
        firsts = [day for day in (self.first, other.first) if day is not None]
        lasts = [day for day in (self.last, other.last) if day is not None]
        basis = self.basis if self.basis is other.basis else Basis.INFERRED
        return Period(max(firsts, default=None), min(lasts, default=None), basis)

    def hull(self, other: Period) -> Period:
        """The smallest period that holds both."""
        first = None if self.first is None or other.first is None else min(self.first, other.first)
        last = None if self.last is None or other.last is None else max(self.last, other.last)
        return Period(first, last, self.basis if self.basis is other.basis else Basis.INFERRED)

    def contains(self, other: Period) -> bool:
        """Whether every day of the other lies in this one."""
        starts = self.first is None or (other.first is not None and self.first <= other.first)
        ends = self.last is None or (other.last is not None and other.last <= self.last)
        return starts and ends

    def widened(self, days: int) -> Period:
        """The period with so many days added at each closed end."""
        margin = timedelta(days=days)
        first = None if self.first is None else self.first - margin
        return Period(first, None if self.last is None else self.last + margin, self.basis)

    def gap(self, other: Period) -> int:
        """Whole days between the two, 0 where they touch or overlap."""
        if self.intersects(other):
            return 0
        if self.last is not None and other.first is not None and self.last < other.first:
            return (other.first - self.last).days
        assert self.first is not None  # disjoint, and not the case above
        assert other.last is not None
        return (self.first - other.last).days
