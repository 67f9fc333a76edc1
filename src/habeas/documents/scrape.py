"""Plain text as it was scraped: headline, byline and story, with the page's furniture left in.

The order of a scrape is that of the page: the window's title, menus, the headline, who and when, perhaps a
standfirst, the story with captions, advertisements and links between its paragraphs, and then lists,
comments and style sheets. The story is found by where its prose begins and ends, and its lines are judged
one by one (`furniture`); a short line is kept only between two paragraphs of prose, as a crosshead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from habeas.documents import days, furniture, headlines

_CROSSHEAD_CAP = 100  # characters
_AFTER_END = 0.4  # of the prose: a heading such as "Comments" with more than this after it stood in a menu
_WEIGHT_CAP = 400  # most a line of prose weighs
_COST = 30  # what a short line takes: five of them outweigh a short paragraph
_HEADER = 12  # lines below a headline that may tell who and when: farther down other stories' days stand
_WRAP = range(40, 101)  # characters: lines cut at one width are wrapped by a program
_LIST_ITEM = re.compile(r"^\s*(?:[-*•–—]|\d{1,3}[.)]|[a-zа-я]\))\s+\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scrape:
    """What the lines of a scrape are: the parts of a page."""

    title: str | None
    publisher: str | None
    header: tuple[str, ...]
    """Lines beside the headline, the story's first excluded: who and when."""
    paragraphs: tuple[str, ...]
    """The story."""
    tail: tuple[str, ...]
    """Lines after the story."""


def read_scrape(text: str, title: str | None = None) -> Scrape:
    """The parts of a scraped text, whose characters are already clean; `title` where it is known, as first line."""
    lines = [" ".join(line.split()) for line in _unwrapped(text)]
    written = title is not None
    title, at, publisher = _title(lines) if title is None else (title, 0, None)
    # A page whose title is known was written as text: it has no menus to be told from its story.
    first, dense = _region(lines, at + 1, publisher) if not written else (_first_prose(lines, at + 1), len(lines))
    first = _with_short_opening(lines, at + 1, first)
    story, last = _story(lines, first, _story_end(lines, first, dense, publisher), title, publisher)
    header = [line for line in lines[at + 1 : first] if line][:_HEADER]
    standfirst = story and headlines.is_standfirst(
        story, title, after_byline=any(True for line in header for _ in days.days_in(line))
    )
    return Scrape(
        title=title,
        publisher=publisher,
        header=(*header, *headlines.lines_above(lines, at)),
        paragraphs=tuple(story[1:] if standfirst else story),
        tail=tuple(line for line in lines[last:] if line and not furniture.is_code(line)),
    )


def _unwrapped(text: str) -> list[str]:
    """The lines, with paragraphs that a program wrapped at one width joined again."""
    lines = text.split("\n")
    long = [line for line in lines if len(line) in _WRAP]
    if max(map(len, lines), default=0) > _WRAP.stop or len(long) < 0.5 * sum(1 for line in lines if line.strip()):
        return lines
    joined: list[str] = []
    for line in lines:
        wraps = joined and len(joined[-1]) >= _WRAP.start and line.strip() and not _LIST_ITEM.match(line)
        if wraps and joined[-1].strip():
            joined[-1] = f"{joined[-1].rstrip()} {line.strip()}"
        else:
            joined.append(line)
    return joined


def _title(lines: Sequence[str]) -> tuple[str | None, int, str | None]:
    """The headline, its line, and the publisher that the window's title names after it.

    A scrape's first line is the window's title; the headline stands again over the story. Without the
    second, the window's title is taken apart.
    """
    filled = [(number, line) for number, line in enumerate(lines) if line]
    while len(filled) > 1 and furniture.is_section(filled[0][1]):
        del filled[0]
    if not filled:
        return None, -1, None
    number, window = filled[0]
    again = [
        (at, line)
        for at, line in filled[1:]
        if len(line) >= headlines.TITLE_LENGTH
        and (window.startswith(line) or window.endswith(line))
        and not furniture.is_section(line)
    ]
    if again:
        at, headline = max(again, key=lambda pair: len(pair[1]))
        return headline, at, headlines.split_window(window, headline)[1]
    if furniture.is_prose(window) and headlines.sentence_count(window) > 1:
        return None, number - 1, None
    headline, publisher = headlines.split_window(window)
    return (headline, number, publisher) if publisher else _heading(filled)


def _heading(filled: Sequence[tuple[int, str]]) -> tuple[str | None, int, str | None]:
    """The headline where none stands twice: the last line before the first prose that could be one."""
    best = None
    for at, line in filled:
        if furniture.is_prose(line) and headlines.sentence_count(line) > 0:
            break
        day = next(days.days_in(line), None)
        if (
            len(line) >= headlines.TITLE_LENGTH
            and day is None
            and not furniture.is_furniture(line)
            and not furniture.is_section(line)
        ):
            best = best or (at, line)
    return (best[1], best[0], None) if best else (None, -1, None)


def _region(lines: Sequence[str], start: int, publisher: str | None) -> tuple[int, int]:
    """First line and end of the page's densest prose from the start on; all of it where there is none.

    Each line has a weight, prose its length and a short line a cost; the run of lines with the best sum
    begins at the lead and ends where lists of other stories begin, whatever teasers stand between them.
    """
    best, running, begun = 0, 0, start
    region = (start, len(lines))
    for number in range(start, len(lines)):
        if running <= 0:
            running, begun = 0, number
        running += _weight(lines, number, publisher)
        if running > best:
            best, region = running, (begun, number + 1)
    return region


def _first_prose(lines: Sequence[str], start: int) -> int:
    """The first line of prose from the start on; the start where there is none."""
    return next((number for number in range(start, len(lines)) if furniture.is_prose(lines[number])), start)


def _weight(lines: Sequence[str], number: int, publisher: str | None) -> int:
    """What a line adds to a region of prose, or takes from it."""
    line = lines[number]
    if furniture.is_prose(line) and not furniture.is_furniture(line, publisher) and not _repeated(lines, number):
        return min(len(line), _WEIGHT_CAP)
    return 0 if not line or _LIST_ITEM.match(line) else -_COST


def _with_short_opening(lines: Sequence[str], start: int, first: int) -> int:
    """The first line, or a short full sentence that stands alone over it: a short lead or a standfirst."""
    for earlier in range(first - 1, start - 1, -1):
        line = lines[earlier]
        if line:
            whole = headlines.sentence_count(line) > 0 and len(line.split()) > 3 and not furniture.is_furniture(line)
            return earlier if whole and next(days.days_in(line), None) is None else first
    return first


def _repeated(lines: Sequence[str], number: int) -> bool:
    """Whether a neighbour repeats the line, with or without a credit: a picture's text and its caption."""
    line = lines[number]
    for step in (-1, 1):
        other = number + step
        while 0 <= other < len(lines) and not lines[other]:
            other += step
        if 0 <= other < len(lines):
            longer, shorter = sorted((line, lines[other]), key=len, reverse=True)
            if (
                len(shorter) > headlines.TITLE_LENGTH
                and longer.startswith(shorter)
                and len(longer) - len(shorter) <= furniture.PROSE
            ):
                return True
    return False


def _story(
    lines: Sequence[str], first: int, end: int, title: str | None, publisher: str | None
) -> tuple[list[str], int]:
    """The paragraphs of the story between the two lines, and the line after its last."""
    times = Counter(line for line in lines if line)
    kept: list[tuple[str, bool]] = []
    skipping = False
    for number in range(first, end):
        line = lines[number]
        if not line:
            skipping = False
            continue
        prose = furniture.is_prose(line)
        if skipping and not prose:
            continue
        skipping = furniture.heads_links(line)
        twice = times[line] > 1 and (not prose or _repeated(lines, number))
        if line == title or twice or _repeated(lines, number) or furniture.is_furniture(line, publisher):
            continue
        if prose or not _is_byline(line):
            kept.append((line, prose))
    return _with_crossheads(kept), end


def _story_end(lines: Sequence[str], first: int, dense: int, publisher: str | None) -> int:
    """The line after the story's last: where its dense prose ends, or before that the heading of what follows."""
    gains = [max(0, _weight(lines, number, publisher)) for number in range(dense)]
    total = sum(gains[first:])
    for number in range(first + 1, dense):
        if lines[number] and furniture.is_end(lines[number]) and sum(gains[number:]) <= _AFTER_END * total:
            return number
    # Items and short sentences that follow the last prose belong to it; what they are is judged with the rest.
    return next((number for number in range(dense, len(lines)) if not _follows(lines[number])), len(lines))


def _follows(line: str) -> bool:
    if not line or _LIST_ITEM.match(line):
        return True
    return furniture.ends_sentence(line) and not furniture.is_furniture(line) and not furniture.is_end(line)


def _is_byline(line: str) -> bool:
    """Whether a short line gives the day of publication."""
    return any(stated.timed or stated.claim is not days.Claim.BARE for stated in days.days_in(line))


def _with_crossheads(kept: Sequence[tuple[str, bool]]) -> list[str]:
    """The prose, with short lines only where they belong: a crosshead, a list's items, a short sentence."""
    last = max(
        (number for number, (line, prose) in enumerate(kept) if prose or _LIST_ITEM.match(line)), default=len(kept) - 1
    )
    story: list[str] = []
    for number, (line, prose) in enumerate(kept[: last + 1]):
        item = _LIST_ITEM.match(line) is not None or (number > 0 and kept[number - 1][0].endswith(":"))
        sentence = furniture.ends_sentence(line)
        between = 0 < number < len(kept) - 1 and furniture.ends_sentence(kept[number - 1][0])
        alone = between and (kept[number + 1][1] or _LIST_ITEM.match(kept[number + 1][0]) is not None)
        crosshead = alone and len(line) <= _CROSSHEAD_CAP
        if prose or item or sentence or crosshead:
            story.append(line)
    # After the last prose: full sentences and items that follow it without a gap.
    for line, _ in kept[last + 1 :]:
        if not (furniture.ends_sentence(line) or _LIST_ITEM.match(line)):
            break
        story.append(line)
    return story
