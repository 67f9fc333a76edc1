"""The day a page gives as that of its publication.

A day is read only where the page states it as one of publication: by a label ("Published on"), or by
its place beside the headline. A day of a later change is taken where no other stands. A day that
could be read two ways (03/04/2025) counts only where the page's language says which; none is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache

import msgspec

from habeas import lexicons


class BylineWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language's list; what each set means is told in the file."""

    published: tuple[str, ...]
    updated: tuple[str, ...]
    by: tuple[str, ...]
    nobody: tuple[str, ...]
    agency_words: tuple[str, ...]
    weekdays: tuple[str, ...]
    months: dict[str, int]


@cache
def byline_words() -> tuple[BylineWords, ...]:
    """Every language's list: the furniture of a page is often in another language than its story."""
    return tuple(lexicons.load(f"{language}/bylines", BylineWords) for language in lexicons.languages())


def either(words: Iterable[str]) -> str:
    """A pattern of the words as alternatives, longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


class Claim(IntEnum):
    """What a line says of the day in it; a lower one is taken first."""

    PUBLISHED = 0
    BARE = 1
    UPDATED = 2


@dataclass(frozen=True, slots=True)
class StatedDay:
    """A day in a line, with what the line says of it and where it stands."""

    day: date
    claim: Claim
    start: int
    end: int
    timed: bool
    """Whether a time of day follows."""


_YEARS = range(1990, 2100)  # a web page's day of publication
_LABEL_REACH = 30  # characters between a label and its day: "Published by A. Name on"
_BESIDE = 80  # characters beside a bare day: a name, a place, a section and a time
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?!\d)\s*(?:[ap]\.?\s?m\b\.?)?\s*(?:[A-Z]{2,4}\b)?", re.IGNORECASE)
_TIME = re.compile(r"[\s,|.–-]{0,4}(?:at |a las |в )?\d{1,2}[:.h]\d{2}")


@dataclass(frozen=True, slots=True)
class _Rules:
    """All languages' lists in one."""

    months: dict[str, int]
    written: re.Pattern[str]
    figures: re.Pattern[str]
    labels: re.Pattern[str]
    weekday: re.Pattern[str]


@cache
def _rules() -> _Rules:
    lists = byline_words()
    months = {name: number for words in lists for name, number in words.months.items()}
    month = rf"(?:{either(months)})"
    day = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th|º|°|-го)?"
    return _Rules(
        months=months,
        written=re.compile(
            rf"(?<![\w]){day.format('d1')}[\s.,-]*(?:de\s+|of\s+)?(?P<m1>{month})\.?,?[\s-]*(?:de\s+|del\s+)?(?P<y1>\d{{4}})(?!\d)"
            rf"|(?<![\w])(?P<m2>{month})\.?\s*{day.format('d2')},?\s+(?:de\s+)?(?P<y2>\d{{4}})(?!\d)",
            re.IGNORECASE,
        ),
        figures=re.compile(
            r"(?<![\d./-])(?:(?P<y1>\d{4})(?P<s1>[-/.])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})"
            r"|(?P<a>\d{1,2})(?P<s2>[-/.])(?P<b>\d{1,2})(?P=s2)(?P<y2>\d{4}))(?![\d/-])"
        ),
        labels=re.compile(
            rf"(?<!\w)(?:(?P<updated>{either(w for words in lists for w in words.updated)})"
            rf"|(?P<published>{either(w for words in lists for w in words.published)}))(?!\w)",
            re.IGNORECASE,
        ),
        weekday=re.compile(rf"(?<!\w)(?:{either(w for words in lists for w in words.weekdays)})(?!\w)", re.IGNORECASE),
    )


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day)) if int(year) in _YEARS else None
    except ValueError:
        return None


def _figured(found: re.Match[str], month_first: bool | None) -> date | None:
    """The day of a date in figures; None where it could be two."""
    if found["y1"]:
        return _day(found["y1"], int(found["m1"]), found["d1"])
    first, second = int(found["a"]), int(found["b"])
    if first != second and first <= 12 and second <= 12:
        if found["s2"] == ".":  # dots stand in day-first countries alone
            month_first = False
        if month_first is None:
            return None
    else:
        month_first = second > 12
    return _day(found["y2"], first if month_first else second, str(second if month_first else first))


def month_first(tag: str | None) -> bool | None:
    """Whether a language tag ("en-US", "es") puts the month first in figures; None where it does not tell."""
    if not tag:
        return None
    language, _, region = tag.replace("_", "-").partition("-")
    if language.lower() == "en":
        return {"": None, "us": True, "ph": True}.get(region.lower(), False)
    return False


def days_in(line: str, tag: str | None = None) -> Iterator[StatedDay]:
    """The full days a line states, in order; `tag` is the page's language tag, for dates in figures."""
    rules = _rules()
    found: list[tuple[int, int, date]] = []
    for match in rules.written.finditer(line):
        which = "1" if match["m1"] else "2"
        day = _day(match["y" + which], rules.months[match["m" + which].lower()], match["d" + which])
        if day is not None:
            found.append((*match.span(), day))
    for match in rules.figures.finditer(line):
        day = _figured(match, month_first(tag))
        if day is not None:
            found.append((*match.span(), day))
    before = 0
    for start, end, day in sorted(found):
        labels = list(rules.labels.finditer(line, before, start))
        claim = Claim.BARE
        if labels and start - labels[-1].end() <= _LABEL_REACH:
            claim = Claim.UPDATED if labels[-1]["updated"] else Claim.PUBLISHED
        yield StatedDay(day, claim, start, end, _TIME.match(line, end) is not None)
        before = end


def published_day(lines: Iterable[str], tag: str | None = None) -> date | None:
    """The day the lines beside a headline give as that of publication; None where they give none.

    A labelled day comes before a bare one, and a bare one before that of a change; the first of its sort.
    A bare day counts in a line that holds little else: in a sentence or a caption it is another day.
    """
    best: StatedDay | None = None
    for line in lines:
        for stated in days_in(line, tag):
            if stated.claim is Claim.BARE and len(line) - (stated.end - stated.start) > _BESIDE:
                continue
            if best is None or stated.claim < best.claim:
                best = stated
    return None if best is None else best.day


def without_days(line: str) -> tuple[str, bool]:
    """The line with bars for its days, times, weekdays and labels, and whether it held a day."""
    rules = _rules()
    stated = list(days_in(line))
    for one in reversed(stated):
        line = f"{line[: one.start]} | {line[one.end :]}"
    for pattern in (_CLOCK, rules.labels, rules.weekday):
        line = pattern.sub(" | ", line)
    return line, bool(stated)


def labelled_day(lines: Iterable[str], tag: str | None = None) -> date | None:
    """The first day that the lines label as that of publication; None where they label none."""
    stated = (stated for line in lines for stated in days_in(line, tag))
    return next((one.day for one in stated if one.claim is Claim.PUBLISHED), None)


def opens_with_weekday(line: str) -> bool:
    """Whether the line begins with a weekday, as the date of today in a masthead does."""
    return _rules().weekday.match(line.lstrip()) is not None


_DATED = re.compile(r"^[^\n()/]{2,70}?(?:\((?P<brackets>[^()]*\d{4})\)|\s(?P<bare>[^()]*\d{4}))\s*[-–—:/|]")
_DATELINE_REACH = 120  # characters of a first paragraph in which a dateline lies


def dated_opening(paragraph: str, tag: str | None = None) -> date | None:
    """The full day in a first paragraph's dateline, as statements have: "GENEVA (8 February 2024) – ..."."""
    match = _DATED.match(paragraph[:_DATELINE_REACH])
    days = list(days_in(match[0], tag)) if match else []
    return days[0].day if len(days) == 1 else None
