"""Where sentences begin and end, with offsets into the text.

A mark that could end a sentence is a full stop, a question or exclamation mark, an ellipsis or a
line break; each is then judged by the words on its two sides, as razdel does, with our own lists of
abbreviations (`lexicons/<language>/sentences.toml`). Lists are the only thing that differs between
languages; a language without one is split by the marks and capitals alone.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from habeas import lexicons

SENTENCE_CAP = 2_000
"""Longest sentence in characters: a parser's time and memory grow with length, and what runs on for
longer is a list or a table. A longer one is cut after a semicolon, a comma or a space before the cap."""

_WORD_REACH = 24  # characters looked at before a stop: no abbreviation of the lists is longer

_MARK = re.compile(
    r"""(?P<mark>(?<![.!?…])[.!?…]++)          # a whole run: tried once, however long it is
        (?P<close>(?:["'”’»“)\]]|\[\d+\])*+)  # closing quotes, brackets, note numbers
        (?P<gap>\s+|(?=[^\W\d_a-zа-я]))       # white space, or a capital set close in a scrape
      | (?P<line>\n\s*)""",
    re.VERBOSE,
)
_OPENING = re.compile(r"[\"'“”„«(\[¿¡*•\s—–-]*")
_NEXT_WORD = re.compile(r"\w+")
_NUMBERED_AHEAD = re.compile(r"\.\s?\d")  # "Co. No. 7": the word ahead is itself an abbreviation
_LAST_WORD = re.compile(r"(?:\w+[.-]\s?)*\w+-?\Z")
_ENDS_WITH_NUMBER = re.compile(r"\d\s?\Z")
_LIST_NUMBER = re.compile(r"(?:\A|\n)[ \t]*(?:\d{1,3}|\w)\Z")
_AHEAD = re.compile(r"\s*")
_RULER = re.compile(r"(\w+) [^\W\d_a-z]\w* [IVX]\Z")  # a title, a name and a numeral
_SOFT_BREAK = (re.compile(r"[;:]\s"), re.compile(r",\s"), re.compile(r"\s"))


class _Abbreviations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language's list; what each set means is told in the file."""

    bound: frozenset[str]
    numbered: frozenset[str]
    either: frozenset[str]
    units: frozenset[str]
    openers: frozenset[str]
    rulers: frozenset[str] = frozenset()


_NONE = _Abbreviations(frozenset(), frozenset(), frozenset(), frozenset(), frozenset())


@cache
def _abbreviations(language: str | None) -> _Abbreviations:
    if language is None or language not in lexicons.languages():
        return _NONE
    found: _Abbreviations = lexicons.load(f"{language}/sentences", _Abbreviations)
    return found


def sentence_spans(text: str, language: str | None) -> list[tuple[int, int]]:
    """Start and end of each sentence, in order, without the white space around it.

    Everything but white space lies in exactly one span. `language` is an ISO 639-1 code;
    None, or one without word lists, is split by marks and capitals alone.
    """
    words = _abbreviations(language)
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _MARK.finditer(text):
        if match["line"] is not None:
            cut = match.start()
            ends = _line_ends(text, match)
        else:
            cut = match.end("close")
            ends = _mark_ends(text, match, words)
        if ends:
            _add(text, start, cut, spans)
            start = cut
    _add(text, start, len(text), spans)
    return spans


def _add(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    """Add the span, trimmed, in pieces no longer than the cap."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    while end - start > SENTENCE_CAP:
        cut = _soft_cut(text, start)
        _add(text, start, cut, spans)
        start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
    if start < end:
        spans.append((start, end))


def is_cut(text: str, span: tuple[int, int]) -> bool:
    """Whether a span ends because of the cap, and its sentence goes on after it."""
    start, end = span
    if end - start < SENTENCE_CAP // 2 or text[end - 1] in ".!?…":
        return False
    ahead = _AHEAD.match(text, end)
    return ahead is not None and "\n" not in ahead[0] and ahead.end() < len(text)


def _soft_cut(text: str, start: int) -> int:
    """Where to cut an overlong sentence: after the last semicolon, comma or space of the second half of the cap."""
    half = start + SENTENCE_CAP // 2
    for pattern in _SOFT_BREAK:
        cuts = [match.start() + 1 for match in pattern.finditer(text, half, start + SENTENCE_CAP)]
        if cuts:
            return cuts[-1]
    return start + SENTENCE_CAP


def _line_ends(text: str, match: re.Match[str]) -> bool:
    """A blank line always parts sentences; a single break only before what is not a lower-case letter (a wrapped line)."""
    if match["line"].count("\n") > 1:
        return True
    return not text[match.end() : match.end() + 1].islower()


def _mark_ends(text: str, match: re.Match[str], words: _Abbreviations) -> bool:
    """Whether the mark ends a sentence, judged by what stands on its two sides."""
    gap = match["gap"]
    if gap.count("\n") > 1:
        return True
    following = _OPENING.match(text, match.end())
    after = match.end() if following is None else following.end()
    ahead = text[after : after + 1]
    if ahead.islower():
        return False
    mark, stop = match["mark"], match.start("mark")
    if not gap:  # "talks.The": set close, so only after a whole small word and before a capitalized one
        word = _last_word(text, stop)
        return (
            len(word) > 2 and word.islower() and "." not in word and text[match.end() + 1 : match.end() + 2].islower()
        )
    if mark != "." or match["close"]:
        return True
    return _stop_ends(text, stop, after, words)


def _last_word(text: str, stop: int) -> str:
    found = _LAST_WORD.search(text[max(0, stop - _WORD_REACH) : stop])
    return "" if found is None else found[0]


def _stop_ends(text: str, stop: int, after: int, words: _Abbreviations) -> bool:
    """Whether a single full stop before a capital or a figure ends a sentence or an abbreviation."""
    before = text[max(0, stop - _WORD_REACH) : stop]
    if _LIST_NUMBER.search(before):
        return False
    last = _last_word(text, stop)
    # "Lt. Gen", "т. д": the whole, else its last part
    candidates = (last.lower(), last.rpartition(" ")[2].lower())
    ruler = _RULER.search(before)
    if ruler is not None and ruler[1].lower() in words.rulers:
        return True  # "King Tarvo V. He ..."
    ahead = _NEXT_WORD.match(text, after)
    opens = ahead is None or (ahead[0].lower() in words.openers and not _NUMBERED_AHEAD.match(text, ahead.end()))
    for word in candidates:
        if word in words.units and _ENDS_WITH_NUMBER.search(before[: len(before) - len(word)]):
            return opens
        if word in words.either:
            return opens
        if word in words.numbered:
            is_initial = len(word) == 1 and last[-1].isupper()  # "Vincent C. Adan", and not "c. 1990"
            return ahead is None or not (ahead[0][0].isdigit() or is_initial)
        if word in words.bound or word in words.units:
            return ahead is None
    initial = candidates[1].rpartition(".")[2]
    return not (len(initial) == 1 and initial.isalpha() and last[-1].isupper()) or ahead is None
