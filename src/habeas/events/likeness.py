"""Whether two claims tell of one happening: what forbids it, what speaks for it, each in words.

Points are whole numbers, chosen on the annotated cases: figures, days and names are worth most, because a
figure such as 178 or a name hardly ever comes back by chance; wording only ever supports them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from habeas.claims.model import Claim, Kind, Status
from habeas.events.wording import say_period
from habeas.intervals import Basis, Period

ENOUGH = 4
"""Points from which two claims are put together (a like figure and a like month, or a name and a like year)."""

_PUBLICATION_LAG = 2
"""Days by which a happening may precede a present report's publication day: Friday's act in Sunday's paper."""

_FEW = 2
"""Counts up to here say nothing by themselves: every second report tells of one or two people."""

_RARE_SHARE, _RARE_LEAST, _RARE_MOST = 5, 3, 12
"""A word is telling if at most one in so many claims of the kind and place uses it: three always may, more than twelve
never.
"""


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim with what is needed to compare it."""

    claim: Claim
    published: date | None
    story: str
    """Id of the story its document is a copy of."""
    words: frozenset[str]
    """Telling words of its quote."""
    names: tuple[frozenset[str], ...]
    """Each person's name as folded words."""


def fold(text: str) -> str:
    """Without case and accents."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(char for char in parts if not unicodedata.combining(char)).casefold()


def stems(text: str) -> frozenset[str]:
    """Words of four letters and more, cut at six so that endings do not part them, and all numbers."""
    return frozenset(
        word if word.isdigit() else word[:6]
        for word in re.findall(r"\w+", fold(text))
        if len(word) > 3 or word.isdigit()
    )


def name_words(name: str) -> frozenset[str]:
    """A person's name as folded words; initials are left out."""
    return frozenset(word for word in re.findall(r"[^\W\d_]+", fold(name)) if len(word) > 2)


def rare_words(quotes: list[frozenset[str]]) -> frozenset[str]:
    """Words that few of the quotes use, and that can therefore tell one happening from another."""
    seen: dict[str, int] = {}
    for words in quotes:
        for word in words:
            seen[word] = seen.get(word, 0) + 1
    limit = min(_RARE_MOST, max(_RARE_LEAST, len(quotes) // _RARE_SHARE))
    return frozenset(word for word, times in seen.items() if times <= limit)


def _same_word(a: str, b: str) -> bool:
    """Equal up to an ending of two letters (Кригер, Кригера)."""
    if a == b:
        return True
    longest = max(len(a), len(b))
    need = max(4, longest - 2)
    return len(a) >= need and len(b) >= need and a[:need] == b[:need]


def same_name(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two written names can be one person's: the shorter form's words are all in the longer."""
    short, long = sorted((a, b), key=len)
    return bool(short) and all(any(_same_word(word, other) for other in long) for word in short)


def _shared_names(a: Telling, b: Telling) -> bool:
    return any(same_name(one, other) for one in a.names for other in b.names)


def _all_named(telling: Telling) -> bool:
    count = telling.claim.count
    return bool(telling.names) and count is not None and count.exact and count.min == len(telling.names)


def _lag(period: Period) -> int:
    """Days by which the happening may precede the period, because that is only the day of publication."""
    return _PUBLICATION_LAG if period.basis is Basis.PUBLISHED else 1


def _gap_allowed(one: Period, other: Period) -> int:
    if one.first is None or other.first is None:
        return 0
    return _lag(max((one, other), key=lambda period: period.first or date.min))


def _happened_after(period: Period | None, published: date | None) -> bool:
    if period is None or period.first is None or published is None:
        return False
    lag = _lag(period) if period.basis is Basis.PUBLISHED else 0
    return (period.first - published).days > lag


def _forbidden_actors(a: Claim, b: Claim) -> bool:
    """Measures by different powers are different measures; who frees is often told loosely."""
    if a.kind.counts_people or not a.by or not b.by:
        return False
    return not _same_actors(a.by, b.by)


def _same_actors(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if set(a) & set(b):
        return True
    return any(same_name(name_words(one), name_words(other)) for one in a for other in b)


def contradiction(a: Telling, b: Telling) -> str | None:
    """Why the two cannot tell of one happening; None where nothing stands against it."""
    one, other = a.claim, b.claim
    if one.cumulative != other.cumulative:
        return "one is a running total"
    if one.count is not None and other.count is not None and not one.count.intersects(other.count):
        return "their figures exclude each other"
    if (
        one.when is not None
        and other.when is not None
        and one.when.gap(other.when) > _gap_allowed(one.when, other.when)
    ):
        return "their days exclude each other"
    settled = one.status in (Status.ACTUAL, Status.REFUSED) and other.status in (Status.ACTUAL, Status.REFUSED)
    if settled and (_happened_after(one.when, b.published) or _happened_after(other.when, a.published)):
        return "one was published before the other happened"
    if _all_named(a) and _all_named(b) and not _shared_names(a, b):
        return "they name different people"
    if _forbidden_actors(one, other):
        return "different powers act"
    if one.cumulative and not _same_window(one, other):
        return "they count from different days"
    return None


def _same_window(a: Claim, b: Claim) -> bool:
    if a.when is None or b.when is None:
        return a.when is b.when
    return a.when.first == b.when.first and a.count == b.count


def _count_points(a: Claim, b: Claim) -> tuple[int, str] | None:
    if a.count is None or b.count is None:
        return None
    if a.count == b.count and a.count.exact and a.count.min > _FEW:
        return (3 if a.count.min > 9 else 2), f"both say {a.count}"
    if a.count.exact and b.count.exact:
        return None
    if max(a.count.min, b.count.min) > _FEW:
        return (2 if a.count == b.count else 1), f"{a.count} and {b.count} can be one number"
    return None


def _period_points(a: Telling, b: Telling) -> tuple[int, str] | None:
    one, other = a.claim.when, b.claim.when
    if one is None or other is None:
        return None
    both = one.intersection(other)
    if both is None:
        return 1, "their days adjoin"
    spans = [span for span in (one.days, other.days) if span is not None]
    if not spans:
        return None
    narrow, wide = min(spans), max(spans) if len(spans) == 2 else 10**6
    if wide <= 5:
        return 3, f"both fall on {say_period(both)}"
    if wide <= 31:
        return 2, f"both fall in {say_period(both)}"
    return (1, "their times overlap") if narrow <= 366 else None


def _word_points(a: Telling, b: Telling) -> tuple[int, str] | None:
    shared = a.words & b.words
    if not shared:
        return None
    return min(2, len(shared)), "their quotes share telling words: " + ", ".join(sorted(shared)[:4])


def _points(a: Telling, b: Telling) -> Iterator[tuple[int, str]]:
    one, other = a.claim, b.claim
    figures = _count_points(one, other)
    if figures is not None:
        yield figures
    days = _period_points(a, b)
    if days is not None:
        yield days
    words = _word_points(a, b)
    if words is not None:
        yield words
    if _shared_names(a, b):
        yield (
            3,
            "both name "
            + next(
                name
                for name, folded in zip(one.persons, a.names, strict=True)
                if any(same_name(folded, other_name) for other_name in b.names)
            ),
        )
    if one.by and other.by and _same_actors(one.by, other.by):
        # A measure has no figure to be known by: who takes it and when is all there is.
        measure = not one.kind.counts_people and one.when is not None and other.when is not None
        yield (2 if measure else 1), "the same side acts"
    if one.id == other.id:
        yield ENOUGH, "the same words in two documents"
    elif a.story == b.story and one.document != other.document:
        yield 2, "copies of one story"
    if one.document == other.document:
        yield -2, "one report, which seldom tells a thing twice"


def likeness(a: Telling, b: Telling) -> tuple[int, tuple[str, ...]]:
    """How much speaks for one happening, and what, in words."""
    found = list(_points(a, b))
    return sum(points for points, _ in found), tuple(words for points, words in found if points > 0)


def comparable_kind(kind: Kind) -> bool:
    """Whether claims of the kind tell of happenings; a number of people held is a state of things, not one."""
    return kind is not Kind.HELD
