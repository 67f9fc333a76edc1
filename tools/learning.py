"""What the tools that learn weights share: whose report it is, which claims are the same, and the learning itself."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from habeas.claims.custody import chances
from habeas.claims.find import trees_of
from habeas.documents.model import Document
from habeas.syntax.model import Tree

BATCH = 32
LEAST_SHARED = 0.3
PASSES = 4
STEP = 0.05
SHRINK = 1e-2
LEAST_SEEN = 8
LEAST_WEIGHT = 0.05


def annotated(documents: Path, gold: Path) -> Iterator[tuple[Document, list[Tree], list[dict[str, Any]]]]:
    """Each document that has annotated claims, with its trees and those claims, from the two files of a set."""
    with documents.open(encoding="utf-8") as lines:
        records = {record["id"]: record for record in map(json.loads, lines)}
    rows = {row["id"]: row["claims"] for row in map(json.loads, gold.read_text("utf-8").splitlines()) if row["claims"]}
    every = [
        Document(one["id"], one["text"], date.fromisoformat(one["published"]), one["lang"], one.get("title"))
        for one in map(records.__getitem__, rows)
    ]
    for first in range(0, len(every), BATCH):
        batch = every[first : first + BATCH]
        for document, trees in zip(batch, trees_of(batch), strict=True):
            yield document, trees, rows[document.id]


def writer_of(document: str) -> str:
    """The beginning of a document's id, by which writers are told apart."""
    found = re.match(r"inv-[a-z]+(?=-)|[a-z]+-[a-z]+(?=-)|[a-z]+", document)
    return found[0] if found else ""


def shared(one: str, other: str) -> float:
    """Share of the shorter quote's words that the other has too, by which claims are paired."""
    ours, theirs = (set(re.findall(r"\w+", words.lower())) for words in (one, other))
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def learn(questions: Iterable[tuple[list[list[str]], list[bool]]]) -> dict[str, float]:
    """Weights that make the right candidates likely: maximum likelihood with L2, by stochastic steps in a fixed order.

    A question is its candidates' features, and which candidates are right.
    """
    rows = list(questions)
    seen = Counter(name for row, _ in rows for names in row for name in names)
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1e-6)
    for turn in range(PASSES):
        for number in range(len(rows)):
            row, right = rows[(number * 7919 + turn * 104729) % len(rows)]  # a fixed shuffle: both are primes
            if not any(right):
                continue
            odds = chances([sum(weights[name] for name in names) for names in row])
            for names, odd, want in zip(row, odds, right, strict=True):
                slope = (1 / sum(right) if want else 0.0) - odd
                if abs(slope) < 1e-3:
                    continue
                for name in names:
                    if seen[name] < LEAST_SEEN:
                        continue
                    gradient = slope - SHRINK * weights[name] * 10
                    squares[name] += gradient * gradient
                    weights[name] += STEP * gradient / squares[name] ** 0.5
    return {name: round(weight, 2) for name, weight in sorted(weights.items()) if abs(weight) >= LEAST_WEIGHT}
