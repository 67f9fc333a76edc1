"""Learn `lexicons/custody.toml`, the weights by which `claims/custody.py` chooses whom a claim names.

Usage: python tools/train_custody.py DOCS.jsonl GOLD.jsonl [--all] [--write]

Takes documents and claims in the form of `habeas read --jsonl`. Without `--all`, documents whose id's SHA-256 falls on
0 modulo 5 are kept unread and scored apart; with it, all are learned from. Prints how often each answer is right.
Maximum likelihood over each claim's candidates with L2, by stochastic steps in a fixed order: the same input gives the
same weights.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from habeas.claims.custody import NOBODY, Arguments, Question, Scene, candidates, chances, choice, features
from habeas.claims.model import Kind
from habeas.documents.model import Document
from habeas.documents.sentences import sentence_spans

HELD_OUT = 5
PASSES = 4
STEP = 0.1
SHRINK = 1e-2
LEAST_SEEN = 8
LEAST_WEIGHT = 0.05
WEIGHTS = Path(__file__).resolve().parent.parent / "src" / "habeas" / "lexicons" / "custody.toml"
HEADER = """\
# How much each thing a text does with a state speaks for its being a claim's place, or its actor (claims/custody.py).
# Made by tools/train_custody.py from annotated reports; not to be edited by hand. A name is a kind of claim, or a group
# of kinds, then what holds of the state.
"""


@dataclass(frozen=True, slots=True)
class Case:
    """One annotated claim, ready to be asked."""

    split: str
    unread: bool
    kind: Kind
    arguments: Arguments
    scene: Scene
    place: frozenset[str]
    by: frozenset[str]
    by_unsaid: bool


def codes(value: Any) -> frozenset[str]:
    """A record's `place` or `by` as a set; names of actors that are no codes are left out."""
    listed = value if isinstance(value, list) else [value]
    return frozenset(one for one in listed if one and re.fullmatch(r"[A-Z]{2}", one))


def cases(documents: Path, gold: Path) -> Iterator[Case]:
    """All annotated claims whose quote is in their document."""
    with documents.open(encoding="utf-8") as lines:
        records = {record["id"]: record for record in map(json.loads, lines)}
    for row in map(json.loads, gold.read_text("utf-8").splitlines()):
        record = records[row["id"]]
        if not row["claims"]:
            continue
        document = Document(
            record["id"], record["text"], date.fromisoformat(record["published"]), record["lang"], record.get("title")
        )
        scene = Scene(document)
        spans = sentence_spans(document.text, record["lang"])
        unread = int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % HELD_OUT == 0
        split = re.match(r"inv-[a-z]+(?=-)|[a-z]+", row["id"])
        for claim in row["claims"]:
            start = document.text.find(claim["quote"])
            if start < 0:
                continue
            clause = (start, start + len(claim["quote"]))
            sentence = next(((first, last) for first, last in spans if first <= start < last), clause)
            yield Case(
                split[0] if split else "",
                unread,
                Kind(claim["kind"]),
                Arguments(clause, (min(sentence[0], clause[0]), max(sentence[1], clause[1]))),
                scene,
                codes(claim["place"]),
                codes(claim["by"]),
                claim["by"] is None
                or any(len(one) > 2 for one in ([claim["by"]] if isinstance(claim["by"], str) else claim["by"])),
            )


Asked = list[tuple[str, list[str]]]
"""Candidates and their features."""


def asked(documents: Iterable[list[Case]], what: str) -> Iterator[tuple[Asked, frozenset[str]]]:
    """The questions of whole documents with their right answers, the right answers before and the right place known."""
    for every in documents:
        earlier: tuple[frozenset[str], ...] = ()
        for case in every:
            question = Question(case.kind, case.arguments, earlier, case.place if what == "by" else None)
            right = case.place if what == "place" else case.by
            yield [(code, features(question, case.scene, code)) for code in candidates(case.scene)], right
            earlier = (*earlier, right)


def learn(questions: Iterable[tuple[Asked, frozenset[str]]]) -> dict[str, float]:
    """Weights that make the right candidates likely."""
    rows = list(questions)
    seen = Counter(name for row, _ in rows for _, names in row for name in names)
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1e-6)
    for turn in range(PASSES):
        for number in range(len(rows)):
            row, right = rows[(number * 7919 + turn * 104729) % len(rows)]  # a fixed shuffle: both are primes
            wanted = [code in right or (not right and code == NOBODY) for code, _ in row]
            if not any(wanted):
                continue
            odds = chances([sum(weights[name] for name in names) for _, names in row])
            for (_, names), odd, want in zip(row, odds, wanted, strict=True):
                slope = (1 / sum(wanted) if want else 0.0) - odd
                if abs(slope) < 1e-3:
                    continue
                for name in names:
                    if seen[name] < LEAST_SEEN:
                        continue
                    gradient = slope - SHRINK * weights[name] * 10
                    squares[name] += gradient * gradient
                    weights[name] += STEP * gradient / squares[name] ** 0.5
    return {name: round(weight, 2) for name, weight in sorted(weights.items()) if abs(weight) >= LEAST_WEIGHT}


def score(documents: Iterable[list[Case]], place: dict[str, float], by: dict[str, float]) -> None:
    """Print how often place and actor are right, by split, each document read from its first claim to its last."""
    right: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for every in documents:
        places: tuple[frozenset[str], ...] = ()
        actors: tuple[frozenset[str], ...] = ()
        for case in every:
            chosen = frozenset(choice(Question(case.kind, case.arguments, places), case.scene, place)[0])
            acting = frozenset(choice(Question(case.kind, case.arguments, actors, chosen), case.scene, by)[0])
            places, actors = (*places, chosen), (*actors, acting)
            for split in (case.split, "all"):
                tally = right[split, "unread" if case.unread else "read"]
                tally["claims"] += 1
                tally["place"] += chosen == case.place
                tally["by"] += case.by_unsaid or acting == case.by
                tally["by, unsaid told"] += acting == case.by
    for (split, part), tally in sorted(right.items()):
        shares = ", ".join(f"{what} {tally[what] / tally['claims']:.3f}" for what in ("place", "by", "by, unsaid told"))
        print(f"{split:8} {part:6} {tally['claims']:5} claims: {shares}")


def written(place: dict[str, float], by: dict[str, float]) -> str:
    """The weights as TOML."""
    lines = [HEADER]
    for name, weights in (("place", place), ("by", by)):
        lines.append(f"[{name}]")
        lines += [f"{json.dumps(feature, ensure_ascii=False)} = {weight}" for feature, weight in weights.items()]
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Learn, score, and write when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--all", action="store_true", help="learn from the unread part too")
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    options = parser.parse_args()
    documents: dict[str, list[Case]] = defaultdict(list)
    for case in cases(options.documents, options.gold):
        documents[case.scene.document.id].append(case)
    for every in documents.values():
        every.sort(key=lambda case: case.arguments.clause)
    read = [every for every in documents.values() if options.all or not every[0].unread]
    place = learn(asked(read, "place"))
    by = learn(asked(read, "by"))
    score(documents.values(), place, by)
    print(f"{len(place)} and {len(by)} weights")
    if options.write:
        WEIGHTS.write_text(written(place, by), "utf-8")


if __name__ == "__main__":
    main()
