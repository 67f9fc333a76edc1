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
    FIRST_WEEK = "first-week"
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
        return around(published - timedelta(days=7 if inside else 0), unit)
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


def part_of(period: Period, part: Part | None) -> Period:
    """Early is the first third, late the last; a month's are its 1st-10th, 10th-20th, 21st-end."""
    if part is None or period.first is None or period.last is None:
        return period
    first, days = period.first, (period.last - period.first).days + 1
    if part is Part.FIRST_DAY:
        return Period.day(first)
    if part is Part.FIRST_WEEK:
        return Period(first, first + timedelta(days=6))
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
