"""Date mentions: a time expression in a text with what bounds it, resolved to days when the publication day is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from habeas.claims.calendar import Direction, Unit
from habeas.claims.expressions import Expression
from habeas.intervals import Period


class Bound(StrEnum):
    """How the words before a date bound the time told."""

    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class DateMention:
    """One time expression in a text."""

    start: int
    """Document offset of the first character, bounds included."""
    end: int
    words: str
    expression: Expression
    bound: Bound | None = None
    upto: Expression | None = None
    """The other end of a range."""
    said_start: int = 0
    """Document offset of the expression itself, bounds left out."""

    @property
    def since(self) -> bool:
        """Whether it opens a window that runs to the publication day."""
        return self.bound is Bound.SINCE

    @property
    def deictic(self) -> bool:
        """Whether the publication day is needed."""
        return self.since or self.expression.deictic or (self.upto is not None and self.upto.deictic)

    @property
    def anchored(self) -> bool:
        """Whether another date of the text is needed."""
        return self.expression.anchored

    @property
    def granularity(self) -> Unit:
        """How fine the words are."""
        return self.expression.granularity

    def resolve(
        self, published: date | None, direction: Direction = Direction.PAST, anchor: Period | None = None
    ) -> Period | None:
        """The days told, given the publication day, where the clause looks, and another date of the text.

        An end the text leaves open is None: "since the coup" is `Period(None, published)`.
        """
        if self.upto is not None:
            return self._range(self.upto, published, direction, anchor)
        whole = self.expression.resolve(published, direction, anchor)
        match self.bound:
            case None:
                return whole
            case Bound.SINCE:
                return self._since(published, direction, anchor)
            case Bound.BY:
                return _up_to(whole, published) if direction is Direction.FUTURE else whole
            case Bound.UNTIL:
                if direction is Direction.FUTURE:
                    return _up_to(whole, published)
                return None if direction is Direction.PAST else whole
            case Bound.BEFORE:
                if direction is not Direction.FUTURE or whole is None or whole.first is None:
                    return None
                return _up_to(Period(whole.first, whole.first), published)
            case Bound.AFTER:
                if whole is None or whole.last is None or direction is Direction.PRESENT:
                    return None
                if direction is Direction.PAST and published is not None and whole.last <= published:
                    return Period(whole.last, published)
                return Period(whole.last, None)

    def _range(
        self, upto: Expression, published: date | None, direction: Direction, anchor: Period | None
    ) -> Period | None:
        end = upto.resolve(published, direction, anchor)
        if end is None or end.last is None:
            return None
        start = self.expression.resolve(end.last, Direction.PAST, anchor)
        if start is None or start.first is None or start.first > end.last:
            return None
        return Period(start.first, end.last)

    def _since(self, published: date | None, direction: Direction, anchor: Period | None) -> Period | None:
        if direction is Direction.FUTURE:  # "from Monday the accounts will be frozen"
            start = self.expression.resolve(published, direction, anchor)
            return None if start is None or start.first is None else Period.day(start.first)
        if published is None:
            return None
        start = self.expression.resolve(published, Direction.PAST, anchor)
        if start is None or start.first is None:
            # A stock held since an undated day is of the publication day; a total since then has no known start.
            return Period.day(published) if direction is Direction.PRESENT else Period(None, published)
        return Period(start.first, published) if start.first <= published else start


def _up_to(whole: Period | None, published: date | None) -> Period | None:
    if whole is None or whole.last is None or published is None or whole.last < published:
        return whole
    return Period(published, whole.last)
