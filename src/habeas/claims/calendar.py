"""The calendar: units, parts and seasons of it, and the days they hold. No words of a language here."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from habeas.intervals import Period


class Direction(StrEnum):
    """Where the clause looks from the publication day."""

    PAST = "past"
    PRESENT = "present"
    """How things stand: held, remain."""
    FUTURE = "future"
    """Planned, possible, asked for."""


class Unit(StrEnum):
    """Stretches of the calendar."""

    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


class Part(StrEnum):
    """A part of a month, a season, a year."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    FIRST_DAY = "first-day"
    FIRST_DAYS = "first-days"
    FIRST_MONTHS = "first-months"
    """So many months of a year."""
    LAST_DAY = "last-day"
    LAST_DAYS = "last-days"
    FIRST_WEEK = "first-week"
    SECOND_WEEK = "second-week"
    THIRD_WEEK = "third-week"
    FOURTH_WEEK = "fourth-week"
    LAST_WEEK = "last-week"
    FIRST_HALF = "first-half"
    SECOND_HALF = "second-half"
    FIRST_QUARTER = "first-quarter"
    SECOND_QUARTER = "second-quarter"
    THIRD_QUARTER = "third-quarter"
    FOURTH_QUARTER = "fourth-quarter"


def month_from(day: date, months: int) -> date:
    """First day of the month so many months from the day's."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def moved(day: date, unit: Unit, number: int) -> date:
    """The day so many units away; a month without the day gives its last."""
    match unit:
        case Unit.HOUR:
            days = -(-abs(number) // 24) if abs(number) >= 24 else 0
            return day + timedelta(days=days if number > 0 else -days)
        case Unit.DAY:
            return day + timedelta(days=number)
        case Unit.WEEK | Unit.WEEKEND:
            return day + timedelta(weeks=number)
        case Unit.MONTH | Unit.YEAR | Unit.DECADE:
            months = number * {Unit.MONTH: 1, Unit.YEAR: 12, Unit.DECADE: 120}[unit]
            first = month_from(day, months)
            last = Period.month(first.year, first.month).last
            assert last is not None
            return first.replace(day=min(day.day, last.day))


def around(day: date, unit: Unit) -> Period:
    """The unit of the calendar that holds the day."""
    match unit:
        case Unit.HOUR | Unit.DAY:
            return Period.day(day)
        case Unit.WEEK:
            monday = day - timedelta(days=day.weekday())
            return Period(monday, monday + timedelta(days=6))
        case Unit.WEEKEND:
            saturday = day - timedelta(days=(day.weekday() - 5) % 7)
            return Period(saturday, saturday + timedelta(days=1))
        case Unit.MONTH:
            return Period.month(day.year, day.month)
        case Unit.YEAR:
            return Period.year(day.year)
        case Unit.DECADE:
            first = day.year // 10 * 10
            return Period(date(first, 1, 1), date(first + 9, 12, 31))


def shifted(published: date, unit: Unit, step: int, direction: Direction) -> Period:
    """The unit so many steps from the publication day's. A weekend is the latest that had begun, or the next."""
    if unit is Unit.WEEKEND:
        if direction is Direction.FUTURE:
            ahead = 0 if published.weekday() == 6 else (5 - published.weekday()) % 7
            return around(published + timedelta(days=ahead + 7 * (step > 0 and published.weekday() >= 5)), unit)
        inside = step < 0 and published.weekday() >= 5
        return around(published - timedelta(weeks=max(-step, 1) - (0 if inside else 1)), unit)
    return around(moved(published, unit, step), unit)


def nearest_day(published: date, direction: Direction, month: int, day: int) -> date:
    """The latest such day on or before the publication day; for a plan the first on or after it."""
    step = 1 if direction is Direction.FUTURE else -1
    for years in range(9):  # 29 February may be eight years away
        try:
            found = date(published.year + step * years, month, day)
        except ValueError:
            continue
        if (found - published).days * step >= 0:
            return found
    raise ValueError(f"no such day: {day}.{month}")


def nearest_month(published: date, direction: Direction, month: int) -> date:
    """First day of the latest such month that had begun; for a plan of the first that has not ended."""
    if direction is Direction.FUTURE:
        return date(published.year + (month < published.month), month, 1)
    return date(published.year - (month > published.month), month, 1)


def season_of(year: int, season: int) -> Period:
    """The season that begins in the year (a winter ends in the next)."""
    last = Period.month(year + (season == 3), (3 * season + 5 - 1) % 12 + 1).last
    return Period(date(year, 3 * season + 3, 1), last)


def clipped(period: Period, published: date) -> Period:
    """Without the days after the publication day."""
    if period.first is not None and period.last is not None and period.first <= published < period.last:
        return Period(period.first, published)
    return period


def easter(year: int, *, orthodox: bool) -> date:
    """Easter Sunday of the churches of the west, or of the orthodox ones, in the civil calendar.

    Meeus, Astronomical Algorithms, chapter 8; the orthodox date is counted in the Julian calendar.

    >>> easter(2024, orthodox=False), easter(2024, orthodox=True)
    (datetime.date(2024, 3, 31), datetime.date(2024, 5, 5))
    """
    golden, century = year % 19, year // 100
    if orthodox:
        moon = (19 * golden + 15) % 30
        number = moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114
        behind = timedelta(days=century - century // 4 - 2)  # of the Julian calendar
        return date(year, number // 31, number % 31 + 1) + behind
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    ahead = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 4) % 7
    number = moon + ahead - 7 * ((golden + 11 * moon + 22 * ahead) // 451) + 114
    return date(year, number // 31, number % 31 + 1)


def feast(
    year: int | None, published: date | None, direction: Direction, offsets: tuple[int, int | None], *, orthodox: bool
) -> Period | None:
    """The days so many after Easter Sunday: of the year, or of the nearest one that the clause looks to."""
    if year is None and published is None:
        return None
    first, last = offsets[0], offsets[0] if offsets[1] is None else offsets[1]

    def of(one: int) -> Period:
        sunday = easter(one, orthodox=orthodox)
        return Period(sunday + timedelta(days=first), sunday + timedelta(days=last))

    if year is not None or published is None:
        return of(year or 0)
    future = direction is Direction.FUTURE
    years = (published.year, published.year + 1) if future else (published.year, published.year - 1)
    near, other = map(of, years)
    assert near.first is not None
    assert near.last is not None
    return near if (near.last >= published if future else near.first <= published) else other


def run_up(period: Period, unit: Unit, number: int) -> Period:
    """So many units that end with the period: "the year to May".

    >>> run_up(Period.month(2024, 2), Unit.MONTH, 3).to_days()
    ['2023-12-01', '2024-02-29']
    """
    last = period.last
    if last is None:
        return period
    after = last + timedelta(days=1)
    return Period(moved(after, unit, -number), last)


WEEKS = {
    part: timedelta(weeks=k)
    for k, part in enumerate((Part.FIRST_WEEK, Part.SECOND_WEEK, Part.THIRD_WEEK, Part.FOURTH_WEEK))
}


def part_of(period: Period, part: Part | None, number: int = 1) -> Period:
    """Early is the first third, late the last; a month's are its 1st-10th, 10th-20th, 21st-end."""
    if part is None or period.first is None or period.last is None:
        return period
    first, days = period.first, (period.last - period.first).days + 1
    if part is Part.FIRST_DAY:
        return Period.day(first)
    if part is Part.LAST_DAY:
        return Period.day(period.last)
    if part is Part.FIRST_DAYS:
        return Period(first, min(first + timedelta(days=9), period.last))
    if part is Part.LAST_DAYS:
        return Period(max(first, period.last - timedelta(days=period.last.day - 21 if days > 27 else 3)), period.last)
    if part is Part.FIRST_MONTHS:
        return Period(first, Period.month(first.year, max(1, min(number, 12))).last)
    if part in WEEKS:
        return Period(first + WEEKS[part], first + WEEKS[part] + timedelta(days=6))
    if part is Part.LAST_WEEK:
        return Period(period.last - timedelta(days=6), period.last)
    low, high = {
        Part.EARLY: (0, 4),
        Part.MID: (4, 8),
        Part.LATE: (8, 12),
        Part.FIRST_HALF: (0, 6),
        Part.SECOND_HALF: (6, 12),
        Part.FIRST_QUARTER: (0, 3),
        Part.SECOND_QUARTER: (3, 6),
        Part.THIRD_QUARTER: (6, 9),
        Part.FOURTH_QUARTER: (9, 12),
    }[part]
    if days > 360:  # a year's parts fall on months
        start, end = Period.month(first.year, low + 1), Period.month(first.year, high)
        return Period(start.first, end.last)
    if 28 <= days <= 31:
        tens = {Part.EARLY: (1, 10), Part.MID: (10, 20), Part.LATE: (21, days), Part.FIRST_HALF: (1, 15)}
        day, day2 = tens.get(part, (16, days))
        return Period(first.replace(day=day), first.replace(day=day2))
    return Period(first + timedelta(days=days * low // 12), first + timedelta(days=days * high // 12 - 1))
