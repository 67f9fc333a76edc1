"""Numbers as reports write them, with their hedges, as Counts with their place in the text.

The word lists (`lexicons/*/numbers.toml`) say which words are numbers and hedges, and which words and signs beside a
number tell that it counts no people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from habeas.claims.hedges import Hedge, Hedges
from habeas.claims.number_words import NumberLexicon, Word, adjacent, spelled
from habeas.claims.numerals import Numerals, Raw
from habeas.claims.words import fold
from habeas.intervals import Count
from habeas.lexicons import load


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


class NumberFinder:
    """One language's numbers and hedges, ready to be found."""

    def __init__(self, lexicon: NumberLexicon) -> None:
        self.lexicon = lexicon
        self.numerals = Numerals(lexicon)
        self._hedges = Hedges(lexicon.hedges)
        self._units = frozenset(word for pattern in lexicon.not_people.after for word in spelled(pattern))
        self._titles = frozenset(word for pattern in lexicon.not_people.before for word in spelled(pattern))

    def find(self, text: str, start: int = 0) -> tuple[NumberMention, ...]:
        """All numbers of a text, in order; `start` is the text's offset in its document."""
        folded = fold(text)
        words = self.numerals.words(folded)
        return tuple(self._mention(raw, words, folded, start) for raw in self.numerals.read(words, folded))

    def _mention(self, raw: Raw, words: Sequence[Word], text: str, offset: int) -> NumberMention:
        number_start, number_end = words[raw.first].start, words[raw.last - 1].end
        first, hedge = self._hedges.before(raw.first, words, text)
        last = raw.last
        count, rule = raw.count, raw.rule
        if rule == "either" and hedge not in (None, Hedge.EXACTLY):
            count = Count.exactly(count.min // 2)
        after, after_last = self._hedges.after(raw.last, words, text)
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

    def _counts_people(self, raw: Raw, words: Sequence[Word], text: str) -> bool:
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
        if raw.last < len(words) and adjacent(words, raw.last, text) and words[raw.last].text in self._units:
            return False
        follows = raw.first and adjacent(words, raw.first, text) and words[raw.first - 1].text in self._titles
        return not (follows and (raw.figure or raw.rule == "range"))


@cache
def number_finder(language: str) -> NumberFinder:
    """The numbers of a language, compiled once."""
    return NumberFinder(load(f"{language}/numbers", NumberLexicon))


@lru_cache(maxsize=512)
def numbers_in(text: str, language: str, start: int = 0) -> tuple[NumberMention, ...]:
    """All numbers of a sentence, in order, with document offsets."""
    return number_finder(language).find(text, start)
