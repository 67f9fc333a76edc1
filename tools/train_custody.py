"""Learn `lexicons/custody.toml`, the weights by which `claims/custody.py` chooses whom a claim names.

Usage: python tools/train_custody.py DOCS.jsonl GOLD.jsonl [DOCS.jsonl GOLD.jsonl ...] [--across] [--write]

Takes documents and claims in the form of `habeas read --jsonl`. `--across` also learns without one writer at a time (the
beginning of documents' ids) and scores what was left out. Prints how often each answer is right. Where annotations leave
the actor unsaid, every second such claim is learned from: writers differ in what they leave unsaid, and an actor kept
silent is the greater loss.
The same input gives the same weights.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from habeas.claims.answers import NOBODY, Answers
from habeas.claims.custody import Question, Surroundings, candidates, choice, features
from habeas.claims.drafts import Draft, arguments_of, drafts_of
from habeas.claims.model import Kind
from habeas.claims.scene import Arguments, Scene
from habeas.documents.model import Document
from habeas.documents.sentences import sentence_spans
from learning import LEAST_SHARED, annotated, learn, shared, writer_of

WEIGHTS = Path(__file__).resolve().parent.parent / "src" / "habeas" / "lexicons" / "custody.toml"
HEADER = """\
# How much each thing a text does with a state speaks for its being a claim's place, or its actor (claims/custody.py).
# Made by tools/train_custody.py from annotated reports; not to be edited by hand. A name is a group of kinds,
# or "any", then what holds of the state.
"""


@dataclass(frozen=True, slots=True)
class Case:
    """One annotated claim, ready to be asked."""

    split: str
    kind: Kind
    arguments: Arguments
    scene: Scene
    place: frozenset[str]
    by: frozenset[str]
    by_unsaid: bool
    """Whether the annotation names no actor, or one that has no code."""
    is_open: bool
    """Whether the annotation names no actor at all."""


def codes(value: Any) -> frozenset[str]:
    """A record's `place` or `by` as a set; names of actors that are no codes are left out."""
    listed = value if isinstance(value, list) else [value]
    return frozenset(one for one in listed if one and re.fullmatch(r"[A-Z]{2}", one))


def cases(documents: Path, gold: Path) -> Iterator[list[Case]]:
    """The annotated claims of each document that has any, in the order of their quotes.

    A claim's clause is the one that the reader itself finds for it; where it finds none, the annotated quote
    without its parts.
    """
    for document, trees, claims in annotated(documents, gold):
        found = _cases(document, drafts_of(document, trees), claims)
        yield sorted(found, key=lambda case: case.arguments.clause)


def _cases(document: Document, drafts: list[Draft], claims: list[dict[str, Any]]) -> Iterator[Case]:
    scene = Scene(document)
    spans = sentence_spans(document.text, scene.names.language)
    free = list(drafts)
    for claim in claims:
        start = document.text.find(claim["quote"])
        if start < 0:
            continue
        alike = [
            draft
            for draft in free
            if draft.kind == claim["kind"] and shared(draft.quote.text, claim["quote"]) >= LEAST_SHARED
        ]
        if alike:
            best = max(alike, key=lambda draft: shared(draft.quote.text, claim["quote"]))
            free.remove(best)
            arguments = arguments_of(best)
        else:
            clause = (start, start + len(claim["quote"]))
            sentence = next(((first, last) for first, last in spans if first <= start < last), clause)
            arguments = Arguments(clause, (sentence[0], max(sentence[1], clause[1])))
        said = claim["by"] if isinstance(claim["by"], list) else [claim["by"]]
        yield Case(
            writer_of(document.id),
            Kind(claim["kind"]),
            arguments,
            scene,
            codes(claim["place"]),
            codes(claim["by"]),
            any(one is None or len(one) > 2 for one in said),
            claim["by"] is None,
        )


def asked(documents: Iterable[list[Case]], what: str) -> Iterator[tuple[list[list[str]], list[bool]]]:
    """The questions of whole documents with their right answers, the right answers before and the right place known."""
    unsaid = 0
    for every in documents:
        earlier = Answers()
        for case in every:
            question = Question(case.kind, case.arguments, earlier, case.place if what == "by" else None)
            right = case.place if what == "place" else case.by
            around = Surroundings(case.arguments, case.scene)
            unsaid += case.is_open
            if what == "place" or not case.is_open or unsaid % 2:
                offered = candidates(around, earlier)
                wanted = [code in right or (not right and code == NOBODY) for code in offered]
                yield [features(question, around, code) for code in offered], wanted
            earlier.add(right, case.arguments.clause[0])


def score(documents: Iterable[list[Case]], part: str, place: dict[str, float], by: dict[str, float]) -> None:
    """Print how often place and actor are right, by split, each document read from its first claim to its last."""
    right: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for every in documents:
        places, actors = Answers(), Answers()
        for case in every:
            around = Surroundings(case.arguments, case.scene)
            chosen = frozenset(choice(Question(case.kind, case.arguments, places), around, place)[0])
            acting = frozenset(choice(Question(case.kind, case.arguments, actors, chosen), around, by)[0])
            places.add(chosen, case.arguments.clause[0])
            actors.add(acting, case.arguments.clause[0])
            for split in (case.split, "all"):
                tally = right[split, part]
                tally["claims"] += 1
                tally["place"] += chosen == case.place
                tally["by"] += case.by_unsaid or acting == case.by
                tally["by, unsaid told"] += acting == case.by
    for (split, _), tally in sorted(right.items()):
        shares = ", ".join(f"{what} {tally[what] / tally['claims']:.3f}" for what in ("place", "by", "by, unsaid told"))
        print(f"{split:8} {part:8} {tally['claims']:5} claims: {shares}")


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
    parser.add_argument("reports", type=Path, nargs="+", metavar="DOCS GOLD")
    parser.add_argument("--across", action="store_true", help="also score each writer by weights learned without it")
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    options = parser.parse_args()
    pairs = zip(options.reports[::2], options.reports[1::2], strict=True)
    documents = [every for texts, gold in pairs for every in cases(texts, gold) if every]
    place = learn(asked(documents, "place"))
    by = learn(asked(documents, "by"))
    score(documents, "read", place, by)
    for writer in sorted({every[0].split for every in documents}) if options.across else ():
        others = [every for every in documents if every[0].split != writer]
        own = [every for every in documents if every[0].split == writer]
        score(own, "left out", learn(asked(others, "place")), learn(asked(others, "by")))
    print(f"{len(place)} and {len(by)} weights")
    if options.write:
        WEIGHTS.write_text(written(place, by), "utf-8")


if __name__ == "__main__":
    main()
