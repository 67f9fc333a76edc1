"""What a time expression means: days, given the publication day, the clause's direction and an anchor.

An Expression is what the words say ("the 9th", "last week", "three days later"), before any day is known;
`resolve` turns it into a Period, or None where the text leaves the day open. No words of a language here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from habeas.claims.calendar import (
    Direction,
    Part,
    Unit,
    around,
    clipped,
    feast,
    month_from,
    moved,
    nearest_day,
    nearest_month,
    part_of,
    run_up,
    season_of,
    shifted,
)
from habeas.intervals import Period

FIRST_YEAR, LAST_YEAR = 1500, 2200  # outside these a "year" is a misprint or another number
LONGEST_MONTH = 31  # days
MAX_STEPS = 999  # "5,000 years ago" is no report of a happening


class Meaning(StrEnum):
    """What sort of expression it is."""

    DAY = "day"
    """A day of a month; year and month may be unsaid; `day2` or `month2` make it a range."""
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    SEASON = "season"
    FEAST = "feast"
    """Easter and the days counted from it, of which `day` and `day2` say how many after Easter Sunday."""
    WEEKDAY = "weekday"
    UNIT = "unit"
    """A unit counted from the publication day: yesterday, last week, this year."""
    SO_FAR = "so-far"
    """The running unit up to the publication day: earlier this month."""
    AGO = "ago"
    WINDOW = "window"
    """So many units up to the publication day, or from it: in the past three years."""
    DURATION = "duration"
    """How long a state has lasted; no time of a happening: held for two years."""
    ANCHOR = "anchor"
    """The unit that holds the anchor: that month, the same day."""
    ANCHOR_STEP = "anchor-step"
    """So many units from the anchor: three days later, the next day."""
    ANCHOR_WEEKDAY = "anchor-weekday"
    VAGUE = "vague"
    """A time that names no days: recently, in recent weeks."""
    UNKNOWN = "unknown"
    """A happening that the text does not date: since the coup."""


@dataclass(frozen=True, slots=True)
class Expression:
    """What the words of one time expression say; None is unsaid."""

    meaning: Meaning
    day: int | None = None
    day2: int | None = None
    month: int | None = None
    month2: int | None = None
    year: int | None = None
    year2: int | None = None
    year_step: int | None = None
    """Year counted from the publication day's: -1 is last year."""
    anchor_year: bool = False
    """The year is the anchor's."""
    weekday: int | None = None
    """0 is Monday."""
    season: int | None = None
    """0 is spring (March to May), 3 is winter (December to February)."""
    unit: Unit = Unit.DAY
    number: int = 1
    step: int | None = None
    """Direction in time that the words themselves give: -1 last, 0 this, 1 next."""
    week_step: int | None = None
    """Week of a weekday, counted from the publication day's."""
    part: Part | None = None
    counted: bool = False
    """The words give a number of units: "a week earlier", not "the week before"."""
    more: bool = False
    """More than so long ago; of a step from an anchor, that the publication day may stand for it."""
    night: bool = False
    """The night before the day belongs to it."""
    ending: bool = False
    """So many units that end with the day or month named: the year to May."""
    orthodox: bool = False

    @property
    def is_range(self) -> bool:
        """Whether the words themselves name two ends."""
        return self.day2 is not None or self.month2 is not None or self.year2 is not None

    @property
    def in_order(self) -> bool:
        """Whether a range's ends are: "26 to 13" of one month is no range."""
        if self.month2 is not None or self.day2 is None or self.day is None:
            return self.year is None or self.year2 is None or self.month2 is not None or self.year < self.year2
        return self.day < self.day2

    @property
    def deictic(self) -> bool:
        """Whether the publication day is needed to know the days."""
        match self.meaning:
            case Meaning.DAY | Meaning.MONTH | Meaning.SEASON:
                return self.year is None
            case Meaning.YEAR | Meaning.FEAST:
                return self.year is None
            case Meaning.DECADE | Meaning.ANCHOR | Meaning.ANCHOR_STEP | Meaning.ANCHOR_WEEKDAY:
                return False
            case _:
                return True

    @property
    def anchored(self) -> bool:
        """Whether another date of the text is needed."""
        return self.anchor_year or self.meaning in (Meaning.ANCHOR, Meaning.ANCHOR_STEP, Meaning.ANCHOR_WEEKDAY)

    @property
    def granularity(self) -> Unit:
        """How fine the words are."""
        match self.meaning:
            case Meaning.DAY | Meaning.FEAST | Meaning.WEEKDAY | Meaning.ANCHOR_WEEKDAY:
                return Unit.DAY
            case Meaning.MONTH | Meaning.SEASON:
                return Unit.MONTH
            case Meaning.YEAR:
                return Unit.YEAR
            case Meaning.DECADE:
                return Unit.DECADE
            case _:
                return Unit.DAY if self.unit is Unit.HOUR else self.unit

    def resolve(
        self, published: date | None, direction: Direction = Direction.PAST, anchor: Period | None = None
    ) -> Period | None:
        """The days meant; None where they cannot be known, or lie outside the years a report can tell of."""
        try:
            found = self._resolve(published, direction, anchor)
            return run_up(found, self.unit, self.number) if found is not None and self.ending else found
        except (ValueError, OverflowError):  # 30 February, the year 0
            return None

    def _resolve(self, published: date | None, direction: Direction, anchor: Period | None) -> Period | None:
        if published is not None and not FIRST_YEAR <= published.year <= LAST_YEAR:
            published = None
        if self.number > MAX_STEPS:
            return None
        clause = direction
        if self.step is not None and self.step != 0 and not self.anchored:
            direction = Direction.PAST if self.step < 0 else Direction.FUTURE
        year = self._said_year(published, anchor)
        match self.meaning:
            case Meaning.DAY:
                return self._days(year, published, direction, anchor)
            case Meaning.MONTH:
                return self._months(year, published, direction, anchor)
            case Meaning.SEASON:
                return self._season(year, published, direction)
            case Meaning.YEAR:
                return None if year is None else self._years(year)
            case Meaning.DECADE:
                return None if year is None else Period(date(year, 1, 1), date((self.year2 or year) + 9, 12, 31))
            case Meaning.FEAST:
                return feast(year, published, direction, (self.day or 0, self.day2), orthodox=self.orthodox)
            case Meaning.ANCHOR:
                return self._same(anchor)
            case Meaning.ANCHOR_STEP:
                return self._from_anchor(published, direction, anchor)
            case Meaning.ANCHOR_WEEKDAY:
                return self._anchor_weekday(anchor)
            case Meaning.VAGUE | Meaning.UNKNOWN:
                return None
            case Meaning.DURATION:
                if published is None or direction is not Direction.PRESENT:
                    return None
                return Period(moved(published, self.unit, -self.number), published)
            case Meaning.WINDOW if self.step == 1 and clause is not Direction.FUTURE:
                return self._after_anchor(anchor)
            case Meaning.WEEKDAY | Meaning.UNIT | Meaning.SO_FAR | Meaning.AGO | Meaning.WINDOW:
                return None if published is None else self._deictic(published, direction)

    def _said_year(self, published: date | None, anchor: Period | None) -> int | None:
        if self.year is not None:
            return self.year if FIRST_YEAR <= self.year <= LAST_YEAR else None
        if self.year_step is not None and published is not None:
            return published.year + self.year_step
        if self.anchor_year and anchor is not None and anchor.first is not None:
            return anchor.first.year
        return None

    @property
    def _year_unsaid(self) -> bool:
        return self.year is None and self.year_step is None and not self.anchor_year

    def _days(
        self, year: int | None, published: date | None, direction: Direction, anchor: Period | None
    ) -> Period | None:
        assert self.day is not None
        if self.month is None and self.anchor_year:
            return None if anchor is None or anchor.first is None else Period.day(anchor.first.replace(day=self.day))
        if self.month is None and self.step is not None and published is not None:
            return Period.day(month_from(published, self.step).replace(day=self.day))
        if self.month is None:
            return None if published is None else self._day_of_month(self.day, published, direction)
        if year is not None:
            first = date(year, self.month, self.day)
        elif self._year_unsaid and published is not None:
            last_month, last_day = self.month2 or self.month, self.day2 or self.day
            last = nearest_day(published, direction, last_month, last_day)
            year = last.year if (self.month, self.day) <= (last_month, last_day) else last.year - 1
            first = date(year, self.month, self.day)
        else:
            return None
        if self.day2 is not None:
            month = self.month2 or self.month
            over = (month, self.day2) < (self.month, self.day)
            return Period(first, date(first.year + over, month, self.day2))
        return Period(first - timedelta(days=1), first) if self.night else Period.day(first)

    def _day_of_month(self, day: int, published: date, direction: Direction) -> Period | None:
        step = 1 if direction is Direction.FUTURE else -1
        for back in range(13):
            first = month_from(published, step * back)
            try:
                found = first.replace(day=day)
            except ValueError:
                continue
            if (found - published).days * step >= 0:
                return Period.day(found)
        return None

    def _months(
        self, year: int | None, published: date | None, direction: Direction, anchor: Period | None
    ) -> Period | None:
        assert self.month is not None
        if self.anchor_year and self.step == 1 and year is not None and anchor is not None and anchor.last is not None:
            year += self.month <= anchor.last.month  # "the following April"
        if self.month2 is not None:
            end_year = self.year2 or year
            if end_year is None:
                if published is None:
                    return None
                end_year = nearest_month(published, direction, self.month2).year
            first_year = year if year is not None and self.year2 is not None else end_year - (self.month > self.month2)
            start, end = Period.month(first_year, self.month), Period.month(end_year, self.month2)
            return Period(start.first, end.last)
        if year is None:
            if published is None or not self._year_unsaid:
                return None
            first = nearest_month(published, direction, self.month)
            if self.step == -1 and (first.year, first.month) == (published.year, published.month):
                first = first.replace(year=first.year - 1)
            elif self.step == 1 and (first.year, first.month) == (published.year, published.month):
                first = first.replace(year=first.year + 1)
            year = first.year
        return part_of(Period.month(year, self.month), self.part)

    def _season(self, year: int | None, published: date | None, direction: Direction) -> Period | None:
        assert self.season is not None
        if year is not None:
            # A winter named by one year is the one that begins its calendar's reports: "winter 2020" may be either
            # end, so both are allowed.
            if self.season == 3:
                return Period(date(year, 1, 1), season_of(year, 3).last)
            return part_of(season_of(year, self.season), self.part)
        if published is None or not self._year_unsaid:
            return None
        years = range(published.year - 2, published.year + 3)
        found = [season_of(one, self.season) for one in years]
        if direction is Direction.FUTURE:
            return next(one for one in found if one.last is not None and one.last >= published)
        before = [
            one
            for one in found
            if one.first is not None
            and one.last is not None
            and (one.last < published if self.step == -1 else one.first <= published)
        ]
        return part_of(clipped(before[-1], published), self.part)

    def _years(self, year: int) -> Period | None:
        if self.year2 is not None:
            if not FIRST_YEAR <= self.year2 <= LAST_YEAR:
                return None
            return Period(date(year, 1, 1), date(self.year2, 12, 31))
        return part_of(Period.year(year), self.part, self.number)

    def _deictic(self, published: date, direction: Direction) -> Period | None:
        match self.meaning:
            case Meaning.WEEKDAY:
                return self._weekday(published, direction)
            case Meaning.UNIT:
                whole = shifted(published, self.unit, (self.step or 0) * self.number, direction)
                if self.part is not None:
                    return part_of(whole, self.part, self.number)
                past = direction is not Direction.FUTURE and self.step == 0
                return clipped(whole, published) if past else whole
            case Meaning.SO_FAR:
                return Period(around(published, self.unit).first, published)
            case Meaning.AGO:
                return self._ago(published, direction)
            case _:
                edge = moved(published, self.unit, (self.step or -1) * self.number)
                return Period(min(edge, published), max(edge, published))

    def _weekday(self, published: date, direction: Direction) -> Period:
        assert self.weekday is not None
        if self.week_step is not None:
            monday = published - timedelta(days=published.weekday() - 7 * self.week_step)
            return Period.day(monday + timedelta(days=self.weekday))
        back = (published.weekday() - self.weekday) % 7
        if direction is Direction.FUTURE:
            ahead = (-back) % 7
            found = published + timedelta(days=ahead or (7 if self.step == 1 else 0))
        else:
            found = published - timedelta(days=back or (7 if self.step == -1 else 0))
        if self.number > 1:  # "two Sundays ago"
            weeks = timedelta(weeks=self.number - 1)
            found = found + weeks if direction is Direction.FUTURE else found - weeks
        return Period(found - timedelta(days=1), found) if self.night else Period.day(found)

    def _ago(self, published: date, direction: Direction) -> Period | None:
        there = moved(published, self.unit, -self.number)
        if self.more:
            return Period(moved(there, self.unit, -1), there - timedelta(days=1))
        # A stock a year ago is the stock on that day; a happening a year ago is one of that year.
        if direction is Direction.PRESENT or self.unit in (Unit.HOUR, Unit.DAY, Unit.WEEK):
            return Period.day(there)
        if self.unit is Unit.WEEKEND:
            return shifted(published, self.unit, -self.number, Direction.PAST)
        if self.unit is Unit.DECADE:
            return around(there, Unit.YEAR) if self.number == 1 else None
        return around(there, self.unit)

    def _same(self, anchor: Period | None) -> Period | None:
        """The unit that holds the anchor; of an anchor wider than the unit, all that is known is the anchor."""
        if anchor is None or anchor.last is None or anchor.days is None:
            return None
        same = around(anchor.last, self.unit)
        return same if same.contains(anchor) else anchor

    def _from_anchor(self, published: date | None, direction: Direction, anchor: Period | None) -> Period | None:
        first, last = (None, None) if anchor is None else (anchor.first, anchor.last)
        if anchor is None or first is None or last is None:
            # "In two weeks" of a plan counts from the publication day, and so does "the day before" where it may.
            if published is None or (direction is not Direction.FUTURE and not self.more):
                return None
            anchor, first, last = Period.day(published), published, published
        step, span = (self.step or 1) * self.number, anchor.days or 0
        if self.unit in (Unit.HOUR, Unit.DAY) and span > 1:
            return anchor if span <= LONGEST_MONTH else None  # days counted from some day of a month
        there = moved(last if step > 0 else first, self.unit, step)
        match self.unit:
            case Unit.HOUR | Unit.DAY:
                return Period.day(there)
            case Unit.WEEK:
                return Period.day(there) if self.counted else around(there, Unit.WEEK)
            case Unit.YEAR if self.counted and span <= LONGEST_MONTH:
                return around(there, Unit.MONTH)  # "a year later", told of a month
            case _:
                return around(there, self.unit)

    def _after_anchor(self, anchor: Period | None) -> Period | None:
        """So many units from the anchor on: "within three days", told of the past."""
        if anchor is None or anchor.last is None or anchor.days is None or anchor.days > LONGEST_MONTH:
            return None
        return Period(anchor.first, moved(anchor.last, self.unit, self.number))

    def _anchor_weekday(self, anchor: Period | None) -> Period | None:
        if anchor is None or anchor.first is None or anchor.last is None or self.weekday is None:
            return None
        if self.step == -1:
            return Period.day(anchor.first - timedelta(days=(anchor.first.weekday() - self.weekday - 1) % 7 + 1))
        if self.step == 1:
            return Period.day(anchor.last + timedelta(days=(self.weekday - anchor.last.weekday() - 1) % 7 + 1))
        monday = anchor.first - timedelta(days=anchor.first.weekday())
        return Period.day(monday + timedelta(days=self.weekday))
