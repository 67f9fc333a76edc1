"""Hedges: how the words beside a number bound it, before it ("at least") and after it ("or more")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

from habeas.claims.number_words import HedgeWords, Word, near
from habeas.claims.words import fold
from habeas.intervals import Count


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


def _is_phrase(words: Sequence[Word], first: int, phrase: tuple[str, ...], text: str) -> bool:
    """Whether the phrase stands at the word, unbroken."""
    if first < 0 or first + len(phrase) > len(words):
        return False
    if any(words[first + k].text != word for k, word in enumerate(phrase)):
        return False
    return all(near(words, first + k, text) for k in range(1, len(phrase)))


class Hedges:
    """One language's hedges, ready to be found."""

    def __init__(self, words: HedgeWords) -> None:
        self._before = _phrases(
            {
                Hedge.AT_LEAST: words.at_least,
                Hedge.MORE_THAN: words.more_than,
                Hedge.AT_MOST: words.at_most,
                Hedge.FEWER_THAN: words.fewer_than,
                Hedge.ABOUT: words.about,
                Hedge.NEARLY: words.nearly,
                Hedge.EXACTLY: words.exactly,
            },
            -1,
        )
        self._after = _phrases(
            {
                Hedge.AT_LEAST: words.at_least_after,
                Hedge.MORE_THAN: words.more_than_after,
                Hedge.AT_MOST: words.at_most_after,
                Hedge.ABOUT: words.about_after,
            },
            0,
        )
        self._between = frozenset(map(fold, words.between))

    def before(self, first: int, words: Sequence[Word], text: str) -> tuple[int, Hedge | None]:
        """The hedge before the number that begins at a word, and the word the hedge begins at."""
        i = first
        for _ in range(4):
            if not near(words, i, text):
                break
            for phrase, hedge in self._before.get(words[i - 1].text, ()):
                begin = i - len(phrase)
                if not _is_phrase(words, begin, phrase, text):
                    continue
                if hedge is Hedge.EXACTLY:
                    further, real = self.before(begin, words, text)
                    return (further, real) if real is not None else (begin, hedge)
                return begin, hedge
            if words[i - 1].text not in self._between:
                break
            i -= 1
        return first, None

    def after(self, last: int, words: Sequence[Word], text: str) -> tuple[Hedge | None, int]:
        """The hedge after the number that ends before a word, or after its noun, and the word after the hedge."""
        for skipped in range(3):  # "15 people at the very least"
            i = last + skipped
            if not near(words, i, text):
                break
            for phrase, hedge in self._after.get(words[i].text, ()):
                end = i + len(phrase)
                if (skipped and len(phrase) == 1) or not _is_phrase(words, i, phrase, text):
                    continue
                if end < len(words) and text[words[end].start].isdigit():
                    continue  # "17 people, at least 4 of them": the next number's hedge
                return hedge, end
        return None, last
