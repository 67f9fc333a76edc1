"""Learn `lexicons/dating.toml`, the weights by which `claims/dating.py` chooses which days a claim is of.

Usage: python tools/train_dating.py DOCS.jsonl GOLD.jsonl [DOCS.jsonl GOLD.jsonl ...] [--across] [--write]

Takes documents and claims in the form of `habeas read --jsonl`. `--across` learns without one writer at a time (the
beginning of documents' ids) and scores what was left out. Prints how often the period is right, by the rule alone and by
the weights. The same input gives the same weights.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from habeas.claims.dates import dates_in
from habeas.claims.dating import Answer, Earlier, Question, by_rule, candidates, choice, features, is_settled
from habeas.claims.drafts import asked_of, drafts_of
from habeas.intervals import Period
from learning import LEAST_SHARED, annotated, learn, shared, writer_of

WEIGHTS = Path(__file__).resolve().parent.parent / "src" / "habeas" / "lexicons" / "dating.toml"
HEADER = """\
# How much each thing that holds of a time a text offers speaks for a claim's being of it (claims/dating.py).
# Made by tools/train_dating.py from annotated reports; not to be edited by hand. A name is a group of kinds, or "any",
# then where the time comes from and what holds of it.
"""
LANGUAGES = ["en", "ru"]
"""Where weights are used: of Spanish reports each set of weights tried dated 0.01 to 0.02 fewer right than the rules."""

ENOUGH = 0.5
"""Two periods agree if they share so much of the span of both."""


@dataclass(frozen=True, slots=True)
class Case:
    """A draft, and the annotated period where one was found for it."""

    writer: str
    question: Question
    marked: bool
    period: Period | None


def cases(documents: Path, gold: Path) -> Iterator[list[Case]]:
    """The drafts of each document that has annotated claims, in the order of the text."""
    for document, trees, claims in annotated(documents, gold):
        drafts = drafts_of(document, trees)
        if not drafts:
            continue
        mentions = dates_in(document.text, drafts[0].tree.language, 0)
        free = list(claims)
        found = []
        for draft in drafts:
            alike = [one for one in free if one["kind"] == draft.kind]
            best = max(alike, key=lambda one: shared(draft.quote.text, one["quote"]), default=None)
            question = asked_of(draft, mentions, document.published)
            if best is None or shared(draft.quote.text, best["quote"]) < LEAST_SHARED:
                found.append(Case(writer_of(document.id), question, False, None))
                continue
            free.remove(best)
            found.append(Case(writer_of(document.id), question, True, Period.from_days(best["when"])))
        yield found


def agree(one: Period | None, other: Period | None) -> bool:
    """Whether two periods share half the span of both; those with an open end agree with what is unknown."""
    if one is None or other is None or one.days is None or other.days is None:
        return (one is None or one.days is None) and (other is None or other.days is None)
    both, span = one.intersection(other), one.hull(other).days
    return both is not None and both.days is not None and span is not None and both.days / span >= ENOUGH


def questions(
    documents: Iterable[list[Case]], weights: Mapping[str, float] | None
) -> Iterator[tuple[list[list[str]], list[bool]]]:
    """Each annotated draft's candidates as features, and which are right; the claims before dated as the reader would."""
    for every in documents:
        earlier = Earlier()
        for case in every:
            if case.marked and not is_settled(by_rule(case.question, earlier.anchor)):
                offered = candidates(case.question, earlier)
                yield (
                    [features(case.question, candidate) for candidate in offered],
                    [agree(case.period, candidate.period) for candidate in offered],
                )
            earlier.add(_answer(case.question, earlier, weights), case.question.tree.start)


def _answer(question: Question, earlier: Earlier, weights: Mapping[str, float] | None) -> Answer:
    return by_rule(question, earlier.anchor) if weights is None else choice(question, earlier, weights)


def taught(documents: Sequence[list[Case]]) -> dict[str, float]:
    """Weights learned twice: the second time with the claims before dated by the first's."""
    return learn(questions(documents, learn(questions(documents, None))))


def score(documents: Iterable[list[Case]], weights: Mapping[str, float]) -> dict[str, Counter[str]]:
    """By writer, how many drafts are annotated, and dated right by the rule and by the weights."""
    right: dict[str, Counter[str]] = defaultdict(Counter)
    for every in documents:
        ruled, chosen = Earlier(), Earlier()
        for case in every:
            first = by_rule(case.question, ruled.anchor)
            second = choice(case.question, chosen, weights)
            ruled.add(first, case.question.tree.start)
            chosen.add(second, case.question.tree.start)
            if case.marked:
                for writer in (case.writer, "all"):
                    tally = right[writer]
                    tally["claims"] += 1
                    tally["rule"] += agree(case.period, first.period)
                    tally["weights"] += agree(case.period, second.period)
    return right


def show(right: Mapping[str, Counter[str]]) -> None:
    """Print shares by writer."""
    for writer, tally in sorted(right.items()):
        number = tally["claims"]
        print(
            f"{writer:10} {number:5} claims: rule {tally['rule'] / number:.3f}, weights {tally['weights'] / number:.3f}"
        )


def main() -> None:
    """Learn, score, and write when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+", metavar="DOCS GOLD")
    parser.add_argument("--across", action="store_true", help="score each writer by weights learned from the others")
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    options = parser.parse_args()
    if len(options.files) % 2:
        parser.error("documents and claims come in pairs: DOCS.jsonl GOLD.jsonl")
    pairs = zip(options.files[::2], options.files[1::2], strict=True)
    documents = [found for docs, gold in pairs for found in cases(docs, gold)]
    if options.across:
        print("each writer by weights learned from the others:")
        right: dict[str, Counter[str]] = defaultdict(Counter)
        for writer in sorted({every[0].writer for every in documents}):
            others = [every for every in documents if every[0].writer != writer]
            held = score([every for every in documents if every[0].writer == writer], taught(others))
            for name, tally in held.items():
                right[name].update(tally)
        show(right)
    weights = taught(documents)
    print("all:")
    show(score(documents, weights))
    print(f"{len(weights)} weights")
    if options.write:
        lines = [HEADER, f"languages = {json.dumps(LANGUAGES)}", "", "[when]"]
        lines += [f"{json.dumps(name, ensure_ascii=False)} = {weight}" for name, weight in weights.items()]
        WEIGHTS.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
