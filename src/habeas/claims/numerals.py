"""Numerals: digits and number words put together into numbers, and two numbers into a range; no hedges yet.

The grammar is the same for every language: cardinals add up, scales multiply what stands before them, halves halve.
Whole numbers throughout: "2.5 million" is 25 times a million over ten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from habeas.claims.number_words import NumberLexicon, Word, adjacent, spelled_table
from habeas.claims.words import fold
from habeas.intervals import Count

LARGEST = 10**10  # above the number of people alive; a longer figure counts something else
DIGITS = r"(?<![\w.,])\d{1,3}(?:[%s]\d{3})+(?![\d])(?:[%s]\d{1,2}(?!\d))?|(?<!\d)\d{1,12}(?!\d)(?:[%s]\d{1,3}(?!\d))?"


class _Kind(StrEnum):
    CARDINAL = "cardinal"
    SCALE = "scale"
    PLURAL = "plural"
    EITHER = "either"
    SEVERAL = "several"
    EXACTLY = "exactly"
    HALVES = "halves"


NOTHING: tuple[None, int] = (None, 0)  # a word that is no number


@dataclass(frozen=True, slots=True)
class Raw:
    """A number before its hedges."""

    first: int
    """Index of its first word."""
    last: int
    """Index after its last word."""
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
                whole = kind is _Kind.CARDINAL
                self._words.setdefault(word if whole else word.split()[0], (kind, value))
        self._compounds = _by_first_word(spelled_table(lexicon.cardinals))
        self._tails = {word.split()[0]: word.split()[1:] for word in spelled_table(lexicon.several) if " " in word}
        self._joins, self._of = frozenset(map(fold, lexicon.joins)), frozenset(map(fold, lexicon.of))
        self._articles, self._half = frozenset(map(fold, lexicon.articles)), frozenset(map(fold, lexicon.half_before))
        self._one_inside = frozenset(map(fold, lexicon.one_inside))
        self._half_after = [fold(phrase).split() for phrase in lexicon.half_after]
        groups = re.escape("".join(lexicon.groups)) + "\u00a0\u2009\u202f'"
        decimals = re.escape("".join(lexicon.decimals))
        self._figure = re.compile(DIGITS % (groups, decimals, decimals))
        self._tokens = re.compile(f"(?P<figure>{self._figure.pattern})|[^\\W\\d_]+(?:['’][^\\W\\d_]+)?")

    def small_words(self) -> list[str]:
        """Words of numbers below a hundred, and of a hundred."""
        return [word for word, (kind, value) in self._words.items() if kind is _Kind.CARDINAL and 0 < value <= 100]

    def words(self, folded: str) -> list[Word]:
        """Words and figures of a folded text, in order."""
        words = [Word(*match.span(), match.group()) for match in self._tokens.finditer(folded)]
        return self._compounded(words, folded) if self._compounds else words

    def _compounded(self, words: list[Word], folded: str) -> list[Word]:
        """With the words of a cardinal of several parts made one: "quatre-vingt-dix"."""
        found: list[Word] = []
        i = 0
        while i < len(words):
            size = next(
                (len(parts) for parts in self._compounds.get(words[i].text, ()) if _stands(parts, words, i, folded)), 1
            )
            text = " ".join(word.text for word in words[i : i + size])
            found.append(Word(words[i].start, words[i + size - 1].end, text))
            i += size
        return found

    def read(self, words: Sequence[Word], folded: str) -> list[Raw]:
        """All numbers among the words, in order, ranges joined."""
        found, i = [], 0
        while i < len(words):
            raw = self._read(words, i, folded) if self._may_open(words[i].text) else None
            if raw is None:
                i += 1
            else:
                found.append(raw)
                i = raw.last
        return self._ranges(found, words, folded)

    def _may_open(self, word: str) -> bool:
        return word in self._words or word[0].isdigit() or word in self._articles or word in self._half

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

    def _read(self, words: Sequence[Word], i: int, text: str) -> Raw | None:
        """The number that begins at the word, if one does."""
        first, value, figure = i, None, False
        half = words[i].text in self._half
        if half or words[i].text in self._articles:
            i += 1
            if half and i < len(words) and words[i].text in self._articles:
                i += 1
            if i >= len(words) or not adjacent(words, i, text):
                return None
            kind, _ = self._words.get(words[i].text, NOTHING)
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

    def _cardinals(self, words: Sequence[Word], i: int, text: str) -> tuple[int, int]:
        """Cardinals that add up: sixty two; each must fit into the zeros of what stands before."""
        total = self._inside(words[i].text)[1]
        room = _zeros(total)
        i += 1
        while i < len(words) and total:
            j = i
            if words[j].text in self._joins and j + 1 < len(words) and adjacent(words, j, text):
                j += 1
            kind, value = self._inside(words[j].text)
            if kind is not _Kind.CARDINAL or not 0 < value < room or not adjacent(words, j, text):
                break
            total, room, i = total + value, _zeros(value), j + 1
        return total, i

    def _finish(
        self, words: Sequence[Word], first: int, i: int, value: Fraction, text: str, figure: bool = False
    ) -> Raw | None:
        """Scales after the first part, and parts after them: two million three hundred thousand and six.

        `current` is the part below a thousand that is being read, `total` what its larger scales have made.
        """
        total, current, largest, after_scale = Fraction(0), value, None, False
        while i < len(words) and (i == first or adjacent(words, i, text)):
            halves = self._half_there(words, i, text)
            kind, scale = self._words.get(words[i + halves].text, NOTHING) if i + halves < len(words) else NOTHING
            if kind in (_Kind.SCALE, _Kind.PLURAL, _Kind.EITHER):
                if figure and current >= 1000 >= scale:  # "in 2022 hundreds": a year
                    break
                current += Fraction(1 if halves else 0, 2)
                if scale < 1000:
                    if current >= 100:
                        break
                    current = (current or Fraction(1)) * scale
                elif largest is not None and scale >= largest:
                    break
                else:
                    total, current, largest = total + (current or Fraction(1)) * scale, Fraction(0), scale
                i += halves + 1
                if (after := self._half_there(words, i, text)) and i + after <= len(words):
                    total, i = total + Fraction(scale, 2), i + after
                figure, after_scale = False, True
                if scale % 100:
                    break  # two dozen
                continue
            end, small = self._small_part(words, i, text) if after_scale else (i, 0)
            if not small or small >= (100 if current else largest or 100):
                break
            i, current, after_scale = end, current + small, False
        number = total + current
        if number.denominator != 1 or number > LARGEST:
            return None
        return Raw(first, i, Count.exactly(int(number)), "number", figure)

    def _small_part(self, words: Sequence[Word], i: int, text: str) -> tuple[int, int]:
        """Cardinals after a scale, "and" let by: the word after them, and their sum; 0 where there are none."""
        j = i + (words[i].text in self._joins)
        if j >= len(words) or not all(adjacent(words, k, text) for k in range(i, j + 1)):
            return i, 0
        if self._inside(words[j].text)[0] is not _Kind.CARDINAL:
            return i, 0
        small, end = self._cardinals(words, j, text)
        return end, small

    def _inside(self, word: str) -> tuple[_Kind | None, int]:
        """Kind and value of a word that stands after the first of a number."""
        return (_Kind.CARDINAL, 1) if word in self._one_inside else self._words.get(word, NOTHING)

    def _half_there(self, words: Sequence[Word], i: int, text: str) -> int:
        """How many words of "and a half" stand at the word."""
        for phrase in self._half_after:
            if [word.text for word in words[i : i + len(phrase)]] == phrase and adjacent(words, i, text):
                return len(phrase)
        return 0

    def _plural(self, words: Sequence[Word], i: int, text: str) -> Raw:
        """Dozens, hundreds, tens of thousands: two of them or more."""
        first, (kind, scale) = i, self._words[words[i].text]
        i += 1
        j = i + (i < len(words) and words[i].text in self._of)
        if j < len(words) and adjacent(words, j, text):
            inner, more = self._words.get(words[j].text, NOTHING)
            if inner in (_Kind.PLURAL, _Kind.SCALE) and more > scale:
                scale, i, kind = scale * more, j + 1, _Kind.PLURAL
        rule = "either" if kind is _Kind.EITHER else "plural"
        return Raw(first, i, Count.at_least(2 * scale), rule, False)

    def _quantity(self, words: Sequence[Word], first: int, i: int, text: str) -> Raw | None:
        """Several, a few, a couple; several dozen."""
        kind, least = self._words[words[i].text]
        tail = self._tails.get(words[i].text, [])
        if tail and (first == i or [word.text for word in words[i + 1 : i + 1 + len(tail)]] != tail):
            return None  # "a number of" is several, "the number of" is not
        i += 1 + len(tail)
        j = i + (i < len(words) and words[i].text in self._of)
        if j < len(words) and adjacent(words, j, text):
            inner, scale = self._words.get(words[j].text, NOTHING)
            if inner in (_Kind.SCALE, _Kind.PLURAL, _Kind.EITHER):
                count = Count.exactly(least * scale) if kind is _Kind.EXACTLY else Count.at_least(least * scale)
                return Raw(first, j + 1, count, "several", False)
        count = Count.exactly(least) if kind is _Kind.EXACTLY else Count.at_least(least)
        return Raw(first, i, count, kind.value, False)

    # --- numbers together ------------------------------------------------------------------------

    def _ranges(self, raws: Sequence[Raw], words: Sequence[Word], text: str) -> list[Raw]:
        """Join "between 20 and 30", "20 to 30", "20-30"."""
        merged: list[Raw] = []
        for raw in raws:
            if merged and self._joined(merged[-1], raw, words, text):
                low, high = merged[-1], raw
                scale = self._shared_scale(low, high)
                count = Count(low.count.min * scale, high.count.max)
                merged[-1] = Raw(low.first, high.last, count, "range", False)
            else:
                merged.append(raw)
        return merged

    def _shared_scale(self, low: Raw, high: Raw) -> int:
        """From twenty to sixty thousand: the thousand is both numbers'."""
        for scale in (1_000_000, 1000):
            if high.count.min % scale == 0 and low.figure == high.figure and low.count.min < scale // 1000 * 1000:
                small = high.count.min // scale
                if high.last - high.first > 1 and low.count.min < small < 1000:
                    return scale
        return 1

    def _joined(self, low: Raw, high: Raw, words: Sequence[Word], text: str) -> bool:
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


def _by_first_word(table: Iterable[str]) -> dict[str, list[list[str]]]:
    """Those of several words, by the first, the longest first."""
    found: dict[str, list[list[str]]] = {}
    for parts in sorted((word.split() for word in table if " " in word), key=len, reverse=True):
        found.setdefault(parts[0], []).append(parts)
    return found


def _stands(parts: Sequence[str], words: Sequence[Word], i: int, text: str) -> bool:
    """Whether the parts stand at the word, beside each other."""
    there = words[i : i + len(parts)]
    return [word.text for word in there] == list(parts) and all(
        adjacent(words, j, text) for j in range(i + 1, i + len(parts))
    )


def _zeros(number: int) -> int:
    """The power of ten below which a part may be added: 60 takes less than 10."""
    power = 1
    while number and number % (power * 10) == 0:
        power *= 10
    return power
