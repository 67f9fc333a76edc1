"""How well claims found agree with claims marked: which pair up, which fields are right, precision and recall."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from habeas.claims.model import Kind
from habeas.intervals import Count, Period
from labelled import Mark

OVERLAP = 0.3
"""Share of the shorter quote's words that a pair must have in common where their counts differ."""
SLACK = 0.02
"""How far off an end of an approximate count may be: "about 400" is read as 360 or 361 by careful people."""
SHARED_DAYS = 0.5
"""Days in common over days in either, from which two periods are the same."""
QUOTE_WEIGHT = 3
"""What a quote in common weighs in choosing pairs, in fields."""
STATE = 2
"""Letters of a state's code, "EU" and "UN" too; longer is a name as written, which is not compared."""


def _count(gold: Mark, said: Mark) -> bool:
    if not Kind(gold.kind).counts_people:
        return True
    ends, others = _ends(gold.count), _ends(said.count)
    approximate = None not in ends and ends[0] != ends[1]
    return all(_near(end, other, SLACK if approximate else 0) for end, other in zip(ends, others, strict=True))


def _ends(count: Count | None) -> list[int | None]:
    return [None, None] if count is None else count.to_ends()


def _near(end: int | None, other: int | None, slack: float) -> bool:
    if end is None or other is None:
        return end is other
    return abs(end - other) <= slack * abs(end)


def _when(gold: Mark, said: Mark) -> bool:
    one, other = _closed(gold.when), _closed(said.when)
    if one is None or other is None:
        return one is other
    both, either = one.intersection(other), one.hull(other)
    return both is not None and (both.days or 0) / (either.days or 1) >= SHARED_DAYS


def _closed(period: Period | None) -> Period | None:
    """The period, if it has both ends; what is open at one is not compared."""
    return None if period is None or period.days is None else period


def _by(gold: Mark, said: Mark) -> bool:
    if gold.by is None or any(len(code) > STATE for code in gold.by):
        return True
    return gold.by == (said.by or frozenset())


RIGHT: dict[str, Callable[[Mark, Mark], bool]] = {
    "status": lambda gold, said: gold.status == said.status,
    "count": _count,
    "when": _when,
    "place": lambda gold, said: gold.place == said.place,
    "by": _by,
    "source": lambda gold, said: gold.source == said.source,
    "cumulative": lambda gold, said: gold.cumulative == said.cumulative,
    "means": lambda gold, said: gold.kind != Kind.RELEASE or gold.means == said.means,
}
"""For each field, whether what was said is right."""
STRICT = ("status", "count", "when", "place", "source")
"""Fields that must all be right for a claim to count as strictly right."""


def pairs(gold: Sequence[Mark], said: Sequence[Mark]) -> list[tuple[int, int]]:
    """Indices of claims that are of one kind and share words or a count: the best pair first, each claim once."""
    scored = []
    for i, marked in enumerate(gold):
        for j, found in enumerate(said):
            if marked.kind != found.kind:
                continue
            shared = _overlap(marked.quote, found.quote)
            counted = Kind(marked.kind).counts_people and marked.count is not None and _count(marked, found)
            if shared >= OVERLAP or (counted and shared > 0):
                right = sum(rule(marked, found) for rule in RIGHT.values())
                scored.append((right + QUOTE_WEIGHT * shared, i, j))
    chosen: list[tuple[int, int]] = []
    for _, i, j in sorted(scored, reverse=True):
        if all(i != other and j != another for other, another in chosen):
            chosen.append((i, j))
    return chosen


def _overlap(quote: str, other: str) -> float:
    words, others = (set(re.findall(r"\w+", text.lower())) for text in (quote, other))
    return len(words & others) / max(1, min(len(words), len(others)))


@dataclass(slots=True)
class Tally:
    """Claims marked, claims said, and how many of them agree."""

    marked: int = 0
    said: int = 0
    agreed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was said that agrees."""
        return self.agreed / max(1, self.said)

    @property
    def recall(self) -> float:
        """Share of what was marked that was found."""
        return self.agreed / max(1, self.marked)

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.agreed / max(1, self.said + self.marked)


@dataclass(slots=True)
class Score:
    """All that is measured of one set of reports."""

    documents: int = 0
    found: Tally = field(default_factory=Tally)
    strict: Tally = field(default_factory=Tally)
    kinds: dict[str, Tally] = field(default_factory=dict)
    fields: Counter[str] = field(default_factory=Counter)
    """How often each field was right, of the pairs."""
    misses: list[str] = field(default_factory=list)
    """What went wrong, a line each."""

    def add(self, name: str, gold: Sequence[Mark], said: Sequence[Mark]) -> None:
        """Count one document's claims."""
        self.documents += 1
        chosen = pairs(gold, said)
        for tally in (self.found, self.strict):
            tally.marked += len(gold)
            tally.said += len(said)
        for mark in gold:
            self._kind(mark).marked += 1
        for mark in said:
            self._kind(mark).said += 1
        for i, j in chosen:
            right = {name for name, rule in RIGHT.items() if rule(gold[i], said[j])}
            self.found.agreed += 1
            self._kind(gold[i]).agreed += 1
            self.fields.update(right)
            if right.issuperset(STRICT):
                self.strict.agreed += 1
            else:
                self._note(f"{name}: wrong {', '.join(f for f in STRICT if f not in right)}", [gold[i], said[j]])
        for i, mark in enumerate(gold):
            if i not in {pair[0] for pair in chosen}:
                self._note(f"{name}: missed", [mark])
        for j, mark in enumerate(said):
            if j not in {pair[1] for pair in chosen}:
                self._note(f"{name}: spurious", [mark])

    def _kind(self, mark: Mark) -> Tally:
        return self.kinds.setdefault(mark.kind, Tally())

    def _note(self, what: str, marks: Iterable[Mark]) -> None:
        self.misses.append(f"{what}: " + " / ".join(map(str, marks)))
