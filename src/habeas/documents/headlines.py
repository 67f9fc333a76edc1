"""Headlines and what surrounds them: the window's title, the lines above, a standfirst below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.documents import agencies, days, furniture

TITLE_LENGTH = 15  # characters: what is shorter and stands twice is a section's name
_STANDFIRST_WORDS = 45
_EDGES = re.compile(r"^[\W_]+|[^\w)]+$")
_SEPARATOR = re.compile(r"\s+(?:\||-|–|—|::|·|»|•|«)\s+|\s*\|\s*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*(?=\s|$)")


def sentence_count(text: str) -> int:
    """About how many sentences end in the text."""
    return len(_SENTENCE_END.findall(text))


def split_window(window: str, headline: str | None = None) -> tuple[str, str | None]:
    """The headline and the publisher in a window's title, "Headline | Section | Publisher".

    With the headline known, what is left is searched; else the title is taken apart at its separators,
    where the part after the last may name the publisher. None where no publisher is named.
    """
    if headline is not None and headline in window:
        return headline, _named_publisher(_SEPARATOR.split(window.replace(headline, "", 1)))
    parts = _SEPARATOR.split(window)
    if len(parts) > 1 and len(parts[0]) >= TITLE_LENGTH:
        # A dash may be the headline's own ("Prisoners freed - what we know"): only a bar or a name in a few words parts a site.
        return parts[0], _named_publisher(parts[1:])
    return window, None


def of_page(titles: Sequence[str], window: str | None, heading: str | None) -> tuple[str | None, str | None]:
    """Headline and publisher of an HTML page: its heading where it has one, else the first title of its head."""
    headline = heading or next((title for title in titles if title != window), None)
    if headline is None:
        return (None, None) if window is None else split_window(window)
    return headline, None if window is None else split_window(window, headline)[1]


def _named_publisher(parts: Sequence[str]) -> str | None:
    """The last part of a window's title that is no section's name."""
    named = [_EDGES.sub("", part) for part in parts]
    return next((part for part in reversed(named) if part and not furniture.is_section(part)), None)


def lines_above(lines: Sequence[str], at: int) -> list[str]:
    """The two lines over a headline that may give the day: with a time or a label, which today's date lacks."""
    above = [line for line in lines[: max(0, at)] if line][-2:]
    return [
        line
        for line in above
        if not days.opens_with_weekday(line)
        and any(stated.timed or stated.claim is days.Claim.PUBLISHED for stated in days.days_in(line))
    ]


def is_standfirst(story: Sequence[str], title: str | None, *, after_byline: bool) -> bool:
    """Whether the first paragraph is a summary set over the story and not its lead.

    A lead tells what the headline tells; a standfirst adds to it. So where the second paragraph shares more
    of the headline's words, and the first is one short sentence without a dateline, the first is a
    standfirst. Of 191 documents that begin with their lead, it takes none for one.
    """
    if not after_byline or title is None or len(story) < 3:
        return False
    first, second = story[:2]
    one_sentence = sentence_count(first) <= 1
    if (
        not one_sentence
        or len(first.split()) > _STANDFIRST_WORDS
        or len(first) >= len(second)
        or agencies.has_dateline(first)
    ):
        return False
    headline = _stems(title)
    return len(headline & _stems(first)) < len(headline & _stems(second))


def _stems(text: str) -> set[str]:
    """First four letters of the longer words, and all numbers: enough to see one word's forms as one."""
    return {word[:4] for word in re.findall(r"\w+", text.casefold()) if len(word) > 4 or word.isdigit()}
