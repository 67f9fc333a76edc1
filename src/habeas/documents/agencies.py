"""Whose copy a page carries: the news agency credited in the byline, the dateline or below the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from habeas import lexicons
from habeas.documents import furniture
from habeas.documents.days import byline_words, either, without_days


class _Agencies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    agencies: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Rules:
    by: re.Pattern[str]
    nobody: frozenset[str]
    agency_word: re.Pattern[str]
    agencies: dict[str, str]
    known: re.Pattern[str]


@cache
def _rules() -> _Rules:
    lists = byline_words()
    agencies = {form: names[0] for names in lexicons.load("agencies", _Agencies).agencies for form in names}
    return _Rules(
        by=re.compile(rf"(?<!\w)(?:{either(w for words in lists for w in words.by)})(?!\w)\s*:?\s*", re.IGNORECASE),
        nobody=frozenset(word for words in lists for word in words.nobody),
        agency_word=re.compile(
            rf"(?<!\w)(?:{either(w for words in lists for w in words.agency_words)})(?!\w)", re.IGNORECASE
        ),
        agencies=agencies,
        known=re.compile(rf"(?<!\w)(?:{either(agencies)})(?!\w)"),
    )


_OWN_PLACE = r"^[^\n()/]{2,70}?"
_DATELINE = re.compile(
    rf"{_OWN_PLACE}(?:\((?P<brackets>[^()\d]{{2,40}})\)|/(?P<slashes>[^/\d]{{2,30}})/)\s*[.:]?\s*(?:[-–—]+|(?<=[.:])\s)"
)
_SEGMENT = re.compile(r"\s*[|·•;\n]\s*|\s+[–—-]+\s+|,\s+|\s{2,}")
_LEADING_WORDS = re.compile(r"^[\W_]+|[\W_]+$")
_NAME_CAP = 60  # characters
_BYLINE_CAP = 200  # characters of a line that may be a byline
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\d{4})?\s*", re.IGNORECASE)
_DATELINE_REACH = 120  # characters of a first paragraph in which a dateline lies


def has_dateline(paragraph: str) -> bool:
    """Whether the paragraph opens with a place in capitals or an agency's brackets, as a lead does."""
    head = paragraph[:_DATELINE_REACH]
    return (
        _DATELINE.match(head) is not None
        or re.match(r"^[^\W\d_a-zа-я][^a-zа-я()]{2,40}\s*(?:[-–—:(,]|\.-)", head) is not None
    )


def canonical(name: str) -> str:
    """The name we give a known agency, whatever form its credit takes; any other as it stands."""
    return _rules().agencies.get(name.strip(), name.strip())


def agency(
    *,
    authors: Sequence[str] = (),
    header: Sequence[str] = (),
    opening: str = "",
    tail: Sequence[str] = (),
    publisher: str | None = None,
) -> str | None:
    """The agency credited with the copy; None where none is, or where it is the publisher itself.

    `authors` are organizations that metadata name as author; `header` the lines beside the headline;
    `opening` the first paragraph, for its dateline; `tail` the lines after the story.
    """
    named = [*_of_authors(authors), *_of_header(header), *_of_tail(tail)]
    short = _of_opening(opening)
    own = _fold(publisher or "")
    candidates = [name for name in named if _fold(name) not in own] if own else named
    if candidates:
        # "(Austral)" in the dateline may pick out "Agencia Austral" among the names of a byline.
        fitting = [name for name in candidates if short and _fold(short) in _fold(name)]
        best = (fitting or candidates)[0]
        # A byline in capitals gives way to the same name as it is written elsewhere.
        return canonical(next((name for name in candidates if _fold(name) == _fold(best) and not name.isupper()), best))
    if short and not (own and _same_house(short, publisher or "")):
        return canonical(short)
    return None


def is_credit(line: str) -> bool:
    """Whether the line is no more than an agency's name, as below a story: "— Agencia EFE", "(AP)"."""
    name = _LEADING_WORDS.sub("", line)
    return _rules().known.fullmatch(name) is not None


def _fold(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def _same_house(short: str, publisher: str) -> bool:
    """Whether a short name is the publisher's own: part of it, or its initials."""
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]\w*", publisher) if word[0].isupper())
    return _fold(short) in _fold(publisher) or _fold(short) == _fold(initials)


def _of_authors(authors: Sequence[str]) -> Iterator[str]:
    for author in authors:
        name = _LEADING_WORDS.sub("", author)
        if name and _fold(name) not in _rules().nobody and "/" not in author:
            yield name


def _of_header(lines: Sequence[str]) -> Iterator[str]:
    """Names in a byline that are an agency's: known, with an agency's word, or one capitalized word alone.

    A person has two names at least, so a lone word first in the line that gives the day, or after "By",
    is an agency's credit.
    """
    rules = _rules()
    for line in lines:
        if len(line) > _BYLINE_CAP or furniture.is_caption(line):
            continue
        rest, dated = without_days(line)
        for piece in _SEGMENT.split(rest):
            named = list(rules.by.finditer(piece))
            name = _LEADING_WORDS.sub("", piece[named[-1].end() :] if named else piece)
            if not name or len(name) > _NAME_CAP or _fold(name) in rules.nobody or furniture.is_section(name):
                continue
            worded = rules.agency_word.search(name) and name[0].isupper() and len(name.split()) > 1
            lone = re.fullmatch(r"[^\W\d_]{3,}", name) is not None and name[0].isupper()
            first = _LEADING_WORDS.sub("", rest).startswith(name) and (name.isupper() or line.lstrip().startswith(name))
            opens = bool(named) and named[-1].start() == len(piece) - len(piece.lstrip())
            if rules.known.fullmatch(name) or worded or (lone and ((dated and first) or opens)):
                yield name


def _of_opening(opening: str) -> str | None:
    """The agency in a dateline: "MINSK (Agency) -", "МИНСК, 7 ноября. /Агентство/."."""
    match = _DATELINE.match(opening[:_DATELINE_REACH])
    if match:
        name = (match["brackets"] or match["slashes"]).strip()
        return name if name[:1].isupper() or name in _rules().agencies else None
    known = re.match(
        rf"{_OWN_PLACE}[-–—.,]\s*(?P<name>{_rules().known.pattern})\s*[.]?\s*[-–—.]", opening[:_DATELINE_REACH]
    )
    return known["name"] if known else None


def _of_tail(lines: Sequence[str]) -> Iterator[str]:
    """Agencies in the lines after a story: "(Reporting by Agency)", "Distributed by Agency", "© 2026 Agency"."""
    rules = _rules()
    for line in lines:
        text = _COPYRIGHT.sub("", line.strip(" ()[]."))
        known = rules.known.search(text)
        if known:
            yield known[0]
            continue
        for piece in re.split(r"[.;,(]\s*", text):
            named = list(rules.by.finditer(piece))
            name = _LEADING_WORDS.sub("", piece[named[-1].end() :] if named else piece)
            if rules.agency_word.search(name) and re.fullmatch(r"(?:[^\W\d_a-zа-я]\S*\s?){2,5}", name):
                yield name
