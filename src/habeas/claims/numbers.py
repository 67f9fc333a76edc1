"""Numbers as reports write them: digits, words, hedges and ranges, as Counts with their place in the text.

The word lists (`lexicons/*/numbers.toml`) say which words are numbers and hedges; the grammar here is the
same for every language: cardinals and scales make a number, a hedge before or after makes it an interval,
two numbers joined make a range. Whole numbers throughout: "2.5 million" is 25 times a million over ten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from habeas.claims.words import fold
from habeas.intervals import Count
from habeas.lexicons import load

LARGEST = 10**10  # above the number of people alive; a longer figure counts something else
DIGITS = r"(?<![\w.,])\d{1,3}(?:[%s]\d{3})+(?![\d])(?:[%s]\d{1,2}(?!\d))?|(?<!\d)\d{1,12}(?!\d)(?:[%s]\d{1,3}(?!\d))?"


class Hedge(StrEnum):
    """How a number is bounded by the words beside it."""

    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "up to"
    FEWER_THAN = "fewer than"
    ABOUT = "about"
    NEARLY = "nearly"
    EXACTLY = "exactly"

    def applied(self, count: Count) -> Count:
        """The interval that the hedge makes of a number; an interval's near end is hedged.

        >>> Hedge.ABOUT.applied(Count.exactly(45))
        Count(min=40, max=50, open_below=False)
        """
        low, high = count.min, count.max
        match self:
            case Hedge.EXACTLY:
                return count
            case Hedge.AT_LEAST:
                return Count(low, None)
            case Hedge.MORE_THAN:
                return Count(low + 1, None) if count.exact else Count(low, None)
            case Hedge.AT_MOST:
                return count if high is None else Count.up_to(high)
            case Hedge.FEWER_THAN:
                return count if high is None else Count.up_to(max(high - 1, 0))
            case Hedge.ABOUT:
                return count if high is None else Count(_tenths(low, 9), _tenths(high, 11))
            case Hedge.NEARLY:
                return count if high is None else Count(_tenths(low, 9), high)


def _tenths(number: int, tenths: int) -> int:
    """So many tenths of the number, rounded to whole people, halves to the even number."""
    return round(Fraction(number * tenths, 10))


class HedgeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases before a number, and after it, for each hedge."""

    at_least: list[str]
    at_least_after: list[str]
    more_than: list[str]
    more_than_after: list[str]
    at_most: list[str]
    at_most_after: list[str]
    fewer_than: list[str]
    about: list[str]
    about_after: list[str]
    nearly: list[str]
    exactly: list[str]
    between: list[str]
    """Words that may stand between a hedge and its number."""

    def before(self) -> dict[Hedge, list[str]]:
        """Hedges that stand before a number."""
        return {
            Hedge.AT_LEAST: self.at_least,
            Hedge.MORE_THAN: self.more_than,
            Hedge.AT_MOST: self.at_most,
            Hedge.FEWER_THAN: self.fewer_than,
            Hedge.ABOUT: self.about,
            Hedge.NEARLY: self.nearly,
            Hedge.EXACTLY: self.exactly,
        }

    def after(self) -> dict[Hedge, list[str]]:
        """Hedges that stand after a number, or after the noun it counts."""
        return {
            Hedge.AT_LEAST: self.at_least_after,
            Hedge.MORE_THAN: self.more_than_after,
            Hedge.AT_MOST: self.at_most_after,
            Hedge.ABOUT: self.about_after,
        }


class RangeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that join two numbers into one interval."""

    opened: list[tuple[str, str]]
    plain: list[str]


class NotPeople(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words and signs beside a number that counts something else."""

    after: list[str]
    before: list[str]
    signs_before: list[str]
    signs_after: list[str]


class PeopleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that stand for several people."""

    words: list[str]
    plurals: list[str]
    """Plurals whose number counts groups, not people."""


class NumberLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`lexicons/*/numbers.toml`; the comments there say what each list is for."""

    groups: list[str]
    decimals: list[str]
    joins: list[str]
    of: list[str]
    articles: list[str]
    half_before: list[str]
    half_after: list[str]
    one_of: list[str]
    all_but: list[str]
    both: list[str]
    anyone: list[str]
    """Pronouns for one or more, or none: anyone, nobody."""
    half_of: list[str]
    plural_some: list[str]
    inverted_is_about: bool
    """Whether a number after its noun is a rough one."""
    cardinals: dict[str, int]
    halves: dict[str, int]
    """Words for a number of halves: one and a half is 3."""
    scales: dict[str, int]
    plurals: dict[str, int]
    either: dict[str, int]
    several: dict[str, int]
    exactly: dict[str, int]
    groups_of_people: PeopleWords
    hedges: HedgeWords
    ranges: RangeWords
    not_people: NotPeople


@dataclass(frozen=True, slots=True)
class NumberMention:
    """One number in a text, with its hedges."""

    start: int
    """Document offset of the first character, hedges included."""
    end: int
    number_start: int
    """Document offset of the number itself."""
    number_end: int
    count: Count
    rule: str
    """Which hedge or list gave the interval."""
    people: bool
    """False where the word or sign beside it says that it counts something else."""
    figure: bool = False
    """Written in bare digits: a year or an ordinal may look like one."""


def spelled(pattern: str) -> list[str]:
    """The words a pattern with one choice of endings stands for: "dozen(s|)" is dozens and dozen."""
    stem, opened, rest = pattern.partition("(")
    if not opened:
        return [fold(pattern)]
    choices, _, tail = rest.partition(")")
    return [fold(stem + choice + tail) for choice in choices.split("|")]


def spelled_table(table: Mapping[str, int]) -> dict[str, int]:
    """Every spelling of a table of words, with its value."""
    return {word: value for pattern, value in table.items() for word in spelled(pattern)}


_Phrases = dict[str, list[tuple[tuple[str, ...], Hedge]]]


def _phrases(groups: Mapping[Hedge, Iterable[str]], edge: int) -> _Phrases:
    """Hedges by their word nearest to the number, longest first."""
    found: _Phrases = {}
    for hedge, phrases in groups.items():
        for phrase in phrases:
            words = tuple(fold(phrase).replace("-", " ").split())
            found.setdefault(words[edge], []).append((words, hedge))
    for one in found.values():
        one.sort(key=lambda entry: -len(entry[0]))
    return found


class _Kind(StrEnum):
    CARDINAL = "cardinal"
    SCALE = "scale"
    PLURAL = "plural"
    EITHER = "either"
    SEVERAL = "several"
    EXACTLY = "exactly"
    HALVES = "halves"


class _Word(NamedTuple):
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Raw:
    """A number before its hedges: words first..last, exclusive."""

    first: int
    last: int
    count: Count
    rule: str
    figure: bool


class Numerals:
    """One language's number words, ready to be found."""

    def __init__(self, lexicon: NumberLexicon) -> None:
        self.lexicon = lexicon
        tables = {
            _Kind.CARDINAL: lexicon.cardinals,
            _Kind.HALVES: lexicon.halves,
            _Kind.SCALE: lexicon.scales,
            _Kind.PLURAL: lexicon.plurals,
            _Kind.EITHER: lexicon.either,
            _Kind.SEVERAL: lexicon.several,
            _Kind.EXACTLY: lexicon.exactly,
        }
        self._words: dict[str, tuple[_Kind, int]] = {}
        for kind, table in tables.items():
            for word, value in spelled_table(table).items():
                self._words.setdefault(word.split()[0], (kind, value))
        self._tails = {word.split()[0]: word.split()[1:] for word in spelled_table(lexicon.several) if " " in word}
        self._joins, self._of = frozenset(map(fold, lexicon.joins)), frozenset(map(fold, lexicon.of))
        self._articles, self._half = frozenset(map(fold, lexicon.articles)), frozenset(map(fold, lexicon.half_before))
        self._half_after = [fold(phrase).split() for phrase in lexicon.half_after]
        self._before, self._after = _phrases(lexicon.hedges.before(), -1), _phrases(lexicon.hedges.after(), 0)
        self._between = frozenset(map(fold, lexicon.hedges.between))
        self._units = frozenset(word for pattern in lexicon.not_people.after for word in spelled(pattern))
        self._titles = frozenset(word for pattern in lexicon.not_people.before for word in spelled(pattern))
        groups = re.escape("".join(lexicon.groups)) + " \u2009'"
        decimals = re.escape("".join(lexicon.decimals))
        self._figure = re.compile(DIGITS % (groups, decimals, decimals))
        self._tokens = re.compile(f"(?P<figure>{self._figure.pattern})|[^\\W\\d_]+(?:['’][^\\W\\d_]+)?")

    def small_words(self) -> list[str]:
        """Words of numbers below a hundred, and of a hundred."""
        return [word for word, (kind, value) in self._words.items() if kind is _Kind.CARDINAL and 0 < value <= 100]

    def find(self, text: str, start: int = 0) -> tuple[NumberMention, ...]:
        """All numbers of a text, in order; `start` is the text's offset in its document."""
        folded = fold(text)
        words = [_Word(*match.span(), match.group()) for match in self._tokens.finditer(folded)]
        raws, i = [], 0
        while i < len(words):
            raw = self._read(words, i, folded)
            if raw is None:
                i += 1
            else:
                raws.append(raw)
                i = raw.last
        merged = self._ranges(raws, words, folded)
        return tuple(self._mention(raw, words, folded, start) for raw in merged)

    # --- one number ------------------------------------------------------------------------------

    def _figure_value(self, text: str) -> Fraction | None:
        match = self._figure.fullmatch(text)
        if match is None:
            return None
        whole, fraction = text, ""
        for mark in self.lexicon.decimals:
            if mark in text:
                whole, _, fraction = text.rpartition(mark)
        digits = re.sub(r"\D", "", whole)
        return Fraction(int(digits + fraction), 10 ** len(fraction))

    def _read(self, words: Sequence[_Word], i: int, text: str) -> _Raw | None:
        """The number that begins at the word, if one does."""
        first, value, figure = i, None, False
        half = words[i].text in self._half
        if half or words[i].text in self._articles:
            i += 1
            if half and i < len(words) and words[i].text in self._articles:
                i += 1
            if i >= len(words) or not _adjacent(words, i, text):
                return None
            kind, _ = self._words.get(words[i].text, (None, 0))
            if kind is _Kind.SCALE:
                return self._finish(words, first, i, Fraction(1, 2) if half else Fraction(1), text)
            if kind in (_Kind.EXACTLY, _Kind.SEVERAL) and not half:
                return self._quantity(words, first, i, text)
            return None
        if text[words[i].start].isdigit():
            value, figure = self._figure_value(words[i].text), True
            i += 1
        elif words[i].text in self._words:
            kind, number = self._words[words[i].text]
            match kind:
                case _Kind.CARDINAL:
                    small, i = self._cardinals(words, i, text)
                    value = Fraction(small)
                case _Kind.SCALE:
                    return self._finish(words, first, i, Fraction(1), text)
                case _Kind.HALVES:
                    value, i = Fraction(number, 2), i + 1
                case _Kind.PLURAL | _Kind.EITHER:
                    return self._plural(words, i, text)
                case _Kind.SEVERAL | _Kind.EXACTLY:
                    return self._quantity(words, first, i, text)
        if value is None:
            return None
        return self._finish(words, first, i, value, text, figure)

    def _cardinals(self, words: Sequence[_Word], i: int, text: str) -> tuple[int, int]:
        """Cardinals that add up: sixty two; each must fit into the zeros of what stands before."""
        total = self._words[words[i].text][1]
        room = _zeros(total)
        i += 1
        while i < len(words) and total:
            j = i
            if words[j].text in self._joins and j + 1 < len(words) and _adjacent(words, j, text):
                j += 1
            kind, value = self._words.get(words[j].text, (None, 0))
            if kind is not _Kind.CARDINAL or not 0 < value < room or not _adjacent(words, j, text):
                break
            total, room, i = total + value, _zeros(value), j + 1
        return total, i

    def _finish(
        self, words: Sequence[_Word], first: int, i: int, value: Fraction, text: str, figure: bool = False
    ) -> _Raw | None:
        """Scales after the first part, and smaller parts after them: two million three hundred thousand and six."""
        total, smallest = Fraction(0), 0
        while i < len(words) and (i == first or _adjacent(words, i, text)):
            halved = self._half_there(words, i, text)
            kind, scale = self._words.get(words[i + halved].text, (None, 0)) if i + halved < len(words) else (None, 0)
            if kind not in (_Kind.SCALE, _Kind.PLURAL, _Kind.EITHER) or (smallest and scale >= smallest and total):
                break
            if figure and value >= 1000 >= scale:  # "in 2022 hundreds": a year
                break
            value = (value + Fraction(1 if halved else 0, 2)) * scale
            i += halved + 1
            figure = False
            if i < len(words) and (after := self._half_there(words, i, text)):
                value, i = value + Fraction(scale, 2), i + after
            following = self._words.get(words[i].text, (None, 0)) if i < len(words) else (None, 0)
            if following[0] is _Kind.SCALE and following[1] > scale:
                continue  # three hundred thousand
            total, value, smallest = total + value, Fraction(0), scale
            j = i + (i < len(words) and words[i].text in self._joins)
            if scale % 100 or j >= len(words) or not all(_adjacent(words, k, text) for k in range(i, j + 1)):
                break
            kind, part = self._words.get(words[j].text, (None, 0))
            if kind is _Kind.CARDINAL and 0 < part < scale:
                small, after_part = self._cardinals(words, j, text)
                if small < scale:
                    value, i = Fraction(small), after_part
            elif kind is _Kind.SCALE and part < scale and part % 100 == 0 and j == i:
                value = Fraction(1)
        number = total + value
        if number.denominator != 1 or number > LARGEST:
            return None
        return _Raw(first, i, Count.exactly(int(number)), "number", figure)

    def _half_there(self, words: Sequence[_Word], i: int, text: str) -> int:
        """How many words of "and a half" stand at the word."""
        for phrase in self._half_after:
            if [word.text for word in words[i : i + len(phrase)]] == phrase and _adjacent(words, i, text):
                return len(phrase)
        return 0

    def _plural(self, words: Sequence[_Word], i: int, text: str) -> _Raw:
        """Dozens, hundreds, tens of thousands: two of them or more."""
        first, (kind, scale) = i, self._words[words[i].text]
        i += 1
        j = i + (i < len(words) and words[i].text in self._of)
        if j < len(words) and _adjacent(words, j, text):
            inner, more = self._words.get(words[j].text, (None, 0))
            if inner in (_Kind.PLURAL, _Kind.SCALE) and more > scale:
                scale, i, kind = scale * more, j + 1, _Kind.PLURAL
        rule = "either" if kind is _Kind.EITHER else "plural"
        return _Raw(first, i, Count.at_least(2 * scale), rule, False)

    def _quantity(self, words: Sequence[_Word], first: int, i: int, text: str) -> _Raw | None:
        """Several, a few, a couple; several dozen."""
        kind, least = self._words[words[i].text]
        tail = self._tails.get(words[i].text, [])
        if tail and (first == i or [word.text for word in words[i + 1 : i + 1 + len(tail)]] != tail):
            return None  # "a number of" is several, "the number of" is not
        i += 1 + len(tail)
        j = i + (i < len(words) and words[i].text in self._of)
        if j < len(words) and _adjacent(words, j, text):
            inner, scale = self._words.get(words[j].text, (None, 0))
            if inner in (_Kind.SCALE, _Kind.PLURAL, _Kind.EITHER):
                count = Count.exactly(least * scale) if kind is _Kind.EXACTLY else Count.at_least(least * scale)
                return _Raw(first, j + 1, count, "several", False)
        count = Count.exactly(least) if kind is _Kind.EXACTLY else Count.at_least(least)
        return _Raw(first, i, count, kind.value, False)

    # --- numbers together ------------------------------------------------------------------------

    def _ranges(self, raws: Sequence[_Raw], words: Sequence[_Word], text: str) -> list[_Raw]:
        """Join "between 20 and 30", "20 to 30", "20-30"."""
        merged: list[_Raw] = []
        for raw in raws:
            if merged and self._joined(merged[-1], raw, words, text):
                low, high = merged[-1], raw
                scale = self._shared_scale(low, high)
                count = Count(low.count.min * scale, high.count.max)
                merged[-1] = _Raw(low.first, high.last, count, "range", False)
            else:
                merged.append(raw)
        return merged

    def _shared_scale(self, low: _Raw, high: _Raw) -> int:
        """From twenty to sixty thousand: the thousand is both numbers'."""
        for scale in (1_000_000, 1000):
            if high.count.min % scale == 0 and low.figure == high.figure and low.count.min < scale // 1000 * 1000:
                small = high.count.min // scale
                if high.last - high.first > 1 and low.count.min < small < 1000:
                    return scale
        return 1

    def _joined(self, low: _Raw, high: _Raw, words: Sequence[_Word], text: str) -> bool:
        if not (low.count.exact and high.count.exact and low.count.min < high.count.min):
            return False
        between = [word.text for word in words[low.last : high.first]]
        gap = text[words[low.last - 1].end : words[high.first].start]
        if not between:
            return gap.strip() in {"-", "–", "—"} and len(gap) <= 3
        if len(between) > 1 or gap.strip() != between[0]:
            return False
        if between[0] in self.lexicon.ranges.plain:
            return True
        before = {word.text for word in words[max(0, low.first - 2) : low.first]}
        return any(
            fold(opening) in before and fold(joint) == between[0] for opening, joint in self.lexicon.ranges.opened
        )

    # --- hedges ----------------------------------------------------------------------------------

    def _mention(self, raw: _Raw, words: Sequence[_Word], text: str, offset: int) -> NumberMention:
        number_start, number_end = words[raw.first].start, words[raw.last - 1].end
        first, hedge = self._hedge_before(raw, words, text)
        last = raw.last
        count, rule = raw.count, raw.rule
        if rule == "either" and hedge not in (None, Hedge.EXACTLY):
            count = Count.exactly(count.min // 2)
        after, after_last = self._hedge_after(raw, words, text)
        if after is not None and hedge in (None, Hedge.EXACTLY):
            hedge, last = after, after_last
        if hedge is not None:
            count = hedge.applied(count)
            rule = rule if hedge is Hedge.EXACTLY else hedge.value
        mention = NumberMention(
            start=offset + words[first].start,
            end=offset + words[last - 1].end,
            number_start=offset + number_start,
            number_end=offset + number_end,
            count=count,
            rule=rule,
            people=self._counts_people(raw, words, text),
            figure=raw.figure,
        )
        return mention if mention.start <= mention.number_start else replace(mention, start=mention.number_start)

    def _hedge_before(self, raw: _Raw, words: Sequence[_Word], text: str) -> tuple[int, Hedge | None]:
        i = raw.first
        for _ in range(4):
            if not _near(words, i, text):
                break
            for phrase, hedge in self._before.get(words[i - 1].text, ()):
                first = i - len(phrase)
                if not _is_phrase(words, first, phrase, text):
                    continue
                if hedge is Hedge.EXACTLY:
                    further, real = self._hedge_before(replace(raw, first=first), words, text)
                    return (further, real) if real is not None else (first, hedge)
                return first, hedge
            if words[i - 1].text not in self._between:
                break
            i -= 1
        return raw.first, None

    def _hedge_after(self, raw: _Raw, words: Sequence[_Word], text: str) -> tuple[Hedge | None, int]:
        for skipped in range(3):  # "15 people at the very least"
            i = raw.last + skipped
            if not _near(words, i, text):
                break
            for phrase, hedge in self._after.get(words[i].text, ()):
                last = i + len(phrase)
                if (skipped and len(phrase) == 1) or not _is_phrase(words, i, phrase, text):
                    continue
                if last < len(words) and text[words[last].start].isdigit():
                    continue  # "17 people, at least 4 of them": the next number's hedge
                return hedge, last
        return None, raw.last

    # --- people or not ---------------------------------------------------------------------------

    def _counts_people(self, raw: _Raw, words: Sequence[_Word], text: str) -> bool:
        start, end = words[raw.first].start, words[raw.last - 1].end
        before, after = text[max(0, start - 2) : start], text[end : end + 2]
        signs = self.lexicon.not_people
        if any(before.strip().endswith(sign) for sign in signs.signs_before):
            return False
        if any(after.lstrip().startswith(sign) for sign in signs.signs_after):
            return False
        if raw.figure or raw.rule == "range":
            # "F-16", "20-year-old", "5G", "10:30", "3/2024"
            if (before[-1:] in ("-", "/", ":", "–") and before[:1].isalnum()) or before[-1:].isalnum():
                return False
            if after[:1] in ("-", "/", ":", "º", "–", "'") and after[1:].isalnum():
                return False
            if after[:1].isalpha():
                return False
        elif after[:1] == "-" and after[1:].isalpha():  # "three-year"
            return False
        if raw.last < len(words) and _adjacent(words, raw.last, text) and words[raw.last].text in self._units:
            return False
        follows = raw.first and _adjacent(words, raw.first, text) and words[raw.first - 1].text in self._titles
        return not (follows and (raw.figure or raw.rule == "range"))


def _adjacent(words: Sequence[_Word], i: int, text: str) -> bool:
    """Whether only a blank or a hyphen parts the word from the one before it."""
    if i == 0 or i >= len(words):
        return False
    gap = text[words[i - 1].end : words[i].start]
    return (len(gap) <= 2 and (gap.isspace() or gap in ("-", ". "))) or gap == ""


def _is_phrase(words: Sequence[_Word], first: int, phrase: tuple[str, ...], text: str) -> bool:
    """Whether the phrase stands at the word, unbroken."""
    if first < 0 or first + len(phrase) > len(words):
        return False
    if any(words[first + k].text != word for k, word in enumerate(phrase)):
        return False
    return all(_near(words, first + k, text) for k in range(1, len(phrase)))


def _near(words: Sequence[_Word], i: int, text: str) -> bool:
    """Likewise, a comma, quotation marks or a bracket let by."""
    if i == 0 or i >= len(words):
        return False
    gap = text[words[i - 1].end : words[i].start]
    return len(gap) <= 3 and not gap.strip(" ,-\u00a0\"“”«»'’")


def _zeros(number: int) -> int:
    """The power of ten below which a part may be added: 60 takes less than 10."""
    power = 1
    while number and number % (power * 10) == 0:
        power *= 10
    return power


@cache
def numerals(language: str) -> Numerals:
    """The number words of a language, compiled once."""
    return Numerals(load(f"{language}/numbers", NumberLexicon))


@lru_cache(maxsize=512)
def numbers_in(text: str, language: str, start: int = 0) -> tuple[NumberMention, ...]:
    """All numbers of a sentence, in order, with document offsets."""
    return numerals(language).find(text, start)
