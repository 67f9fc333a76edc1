"""Which lines of a page are furniture: menus, links to other stories, captions, calls to subscribe, CSS.

Lists of all languages are used together, since the furniture of a page is often in another language than
its story. A line of prose is furniture only on strong grounds: it opens as a call to the reader and names
a channel or the publisher, it ends in a picture's credit, or it points to another story.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from habeas import lexicons
from habeas.documents.days import either


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language's list; what each set means is told in the file."""

    lines: tuple[str, ...]
    links: tuple[str, ...]
    ends: tuple[str, ...]
    promos: tuple[str, ...]
    channels: tuple[str, ...]
    credits: tuple[str, ...]
    ads: tuple[str, ...]
    endnotes: tuple[str, ...]
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Rules:
    lines: frozenset[str]
    links: re.Pattern[str]
    phrases: re.Pattern[str]
    """Links of two words or more, which need no mark after them."""
    ends: re.Pattern[str]
    promos: re.Pattern[str]
    channels: re.Pattern[str]
    credits: re.Pattern[str]
    ads: re.Pattern[str]
    endnotes: re.Pattern[str]
    sections: frozenset[str]


CAPTION_CAP = 400  # characters: a picture's caption is no longer
_PROMO_CAP = 300  # characters: a call to the reader is no longer
_CODE_HEAD = 500  # characters of a line in which code shows
_ENDNOTE_CAP = 250  # characters: a note below a story is no longer
_LINK_CAP = 250  # characters: a pointer to another story is no longer
PROSE = 60  # characters from which a line that ends as a sentence does is prose

_STYLE = re.compile(r"\{[^{}]*:[^{}]*(?:\}|$)|^\s*@(?:media|import|font-face|keyframes)\b|^[^{}]*\{\s*$|^\s*\}\s*$")
_PROPERTY = re.compile(r"^\s*-?[a-z][a-z-]*\s*:\s*[^:;{}]+;\s*$")
_SCRIPT = re.compile(
    r"^\s*(?:(?:var|let|const)\s+\w+\s*=|function\s*\w*\(|window\.|document\.|\(function|//<!\[CDATA\[|<!--|-->|</?[a-z]+[\s>])"
    r"|=>\s*\{|\bdataLayer\b|\);\s*$"
)
_CODE_MARKS = frozenset("{}<>@;=")
_ENDS_AS_PROSE = re.compile(r"[.!?…。]['\"”’»)\]]*$|[:;]$")


@cache
def _rules() -> _Rules:
    lists = [lexicons.load(f"{language}/furniture", _Words) for language in lexicons.languages()]

    def every(field: str) -> list[str]:
        return [word for words in lists for word in getattr(words, field)]

    credit = either(every("credits"))
    return _Rules(
        lines=frozenset(every("lines")),
        links=re.compile(rf"\W*(?:{either(every('links'))})\s*(?P<mark>[:|>»→–—]|$)", re.IGNORECASE),
        phrases=re.compile(
            rf"\W*(?:{either(word for word in every('links') if ' ' in word)})\s+[\"“«]?(?-i:[A-ZА-ЯЁÁÉÍÓÚÑЄІЇҐ¿¡\d])",
            re.IGNORECASE,
        ),
        ends=re.compile(
            rf"\W*(?:\d+\s+)?(?:{either(every('ends'))})(?:\s*\(?\d+\)?\s*$|\s*[:—–-]|\W*$)", re.IGNORECASE
        ),
        promos=re.compile(rf"\W*(?:{either(every('promos'))})(?!\w)", re.IGNORECASE),
        channels=re.compile(rf"(?<!\w)(?:{either(every('channels'))})(?!\w)", re.IGNORECASE),
        # "... in Minsk. Photo: Agency", "... (AGENCY Photo/A. Name)", "... / Getty Images", "... at dusk. File photo"
        credits=re.compile(
            rf"(?:^|[.!?»”\"'|(/\[–—-])\s*(?:{credit})\s*[:/|©]\s*[^.!?]{{0,60}}\W*$"
            rf"|[|(/\[–—]\s*[^.!?()]{{0,30}}(?<!\w)(?:{credit})(?:[\s/]+[^\s.!?]+){{0,4}}[^\w.!?]*$"
            rf"|[.!?]\s*(?:{credit})\W*$"
            rf"|^\s*(?:{credit})\s*[:©/|]"
            rf"|^\s*(?:{credit})\W*$",
            re.IGNORECASE,
        ),
        ads=re.compile(rf"\W*(?:{either(every('ads'))})(?!\w)", re.IGNORECASE),
        endnotes=re.compile(rf"(?<!\w)(?:{either(every('endnotes'))})", re.IGNORECASE),
        sections=frozenset(every("sections")),
    )


def bare(line: str) -> str:
    """The line in lower case without marks at its ends, as the lists hold it."""
    first, last = 0, len(line)
    while first < last and not line[first].isalnum():
        first += 1
    while last > first and not line[last - 1].isalnum():
        last -= 1
    return line[first:last].casefold()


def is_code(line: str) -> bool:
    """Whether the line is CSS, a script or markup left in a scrape."""
    head = line[:_CODE_HEAD]
    if _CODE_MARKS.isdisjoint(head):
        return False
    return any(pattern.search(head) for pattern in (_STYLE, _PROPERTY, _SCRIPT))


def is_section(words: str) -> bool:
    """Whether the words name a section of a site, and no publisher."""
    return bare(words) in _rules().sections


def is_prose(line: str) -> bool:
    """Whether the line is running text: long enough, and ended as a sentence is."""
    return len(line) >= PROSE and (_ENDS_AS_PROSE.search(line) is not None or len(line) >= 3 * PROSE)


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does."""
    return _ENDS_AS_PROSE.search(line) is not None


def is_caption(line: str) -> bool:
    """Whether the line is a picture's caption, by the credit it ends or opens with."""
    return len(line) <= CAPTION_CAP and _rules().credits.search(line) is not None


def is_link(line: str) -> bool:
    """Whether the line points to another story, or heads a list of such."""
    if len(line) > _LINK_CAP:
        return False
    rules = _rules()
    # Without a colon only a phrase of several words is plain enough: "Read also What the court said".
    return rules.links.match(line) is not None or (rules.phrases.match(line) is not None and not ends_sentence(line))


def heads_links(line: str) -> bool:
    """Whether the line only announces links, which then follow on the next lines."""
    found = _rules().links.match(line)
    return found is not None and not line[found.end() :].strip()


def is_end(line: str) -> bool:
    """Whether the line opens what comes after the story: comments, tags, lists of other stories."""
    return len(line) <= _LINK_CAP and _rules().ends.match(line) is not None


def is_endnote(line: str) -> bool:
    """Whether the line, below a story, tells who wrote, edited or owns it; a signature of initials too."""
    return len(line) <= _ENDNOTE_CAP and (
        _rules().endnotes.search(line) is not None
        or re.fullmatch(r"[A-ZА-ЯЁ]{2,}(?:/[A-ZА-ЯЁ]{2,})+", line) is not None
    )


def is_promo(line: str, publisher: str | None = None) -> bool:
    """Whether the line calls on the reader to subscribe, follow or give."""
    rules = _rules()
    if len(line) > _PROMO_CAP or not rules.promos.match(line):
        return False
    names_publisher = publisher is not None and publisher.casefold() in line.casefold()
    return names_publisher or rules.channels.search(line) is not None or len(line) < PROSE


def is_furniture(line: str, publisher: str | None = None) -> bool:
    """Whether the line, taken alone, is no part of a story."""
    words = bare(line)
    if not words or words in _rules().lines or is_code(line):
        return True
    if not is_prose(line) and _rules().ads.match(line) and not ends_sentence(line):
        return True
    return is_link(line) or is_caption(line) or is_promo(line, publisher) or line.lstrip().startswith(("©", "(c) "))
