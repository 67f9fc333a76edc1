"""Score the reader on labelled reports, by language, and hold it to its floors.

usage: python evaluation/score.py [SET...] [--misses N] [--check | --raise | --lower LANGUAGE --reason WHY]

SET is the name before `.docs.jsonl` and `.gold.jsonl`, or a folder of sets; without one, the project's own
reports. Floors hold for the project's own reports only.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import floors
from habeas.claims.find import find_claims
from habeas.claims.model import to_record
from habeas.errors import HabeasError
from labelled import REPORTS, Labelled, Mark, load
from scorer import RIGHT, STRICT, Score, Tally


def measure(reports: list[Labelled]) -> dict[str, Score]:
    """Scores by language, of the reader as it is."""
    scores: dict[str, Score] = {}
    found = find_claims(report.document for report in reports)
    for report, (document, claims) in zip(reports, found, strict=True):
        said = [Mark.from_record(to_record(claim)) for claim in claims]
        scores.setdefault(document.language or "unknown", Score()).add(document.id, report.marks, said)
    return scores


def show(language: str, score: Score, misses: int) -> None:
    """Print a language's figures, and what went wrong as far as asked."""
    for line in score.misses[:misses]:
        print(line)
    print(f"\n{language}: {score.documents} documents, {score.found.marked} claims")
    for kind, tally in sorted(score.kinds.items()):
        print(f"  {kind:12} {_figures(tally)}  marked {tally.marked:4}  said {tally.said:4}")
    print(f"  {'found':12} {_figures(score.found)}")
    print(f"  {'strict':12} {_figures(score.strict)}")
    agreed = max(1, score.found.agreed)
    print("  right, of pairs: " + ", ".join(f"{n}{'*' * (n in STRICT)} {score.fields[n] / agreed:.2f}" for n in RIGHT))


def _figures(tally: Tally) -> str:
    return f"precision {tally.precision:.3f}  recall {tally.recall:.3f}  F1 {tally.f1:.3f}"


def main(arguments: list[str]) -> int:
    """Measure, show, and check or move the floors; 1 where the reader fell below one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", type=Path, metavar="SET")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show this many errors of each language")
    act = parser.add_mutually_exclusive_group()
    act.add_argument("--check", action="store_true", help="fail where a figure is below its floor")
    act.add_argument("--raise", dest="rise", action="store_true", help="write floors that are higher than before")
    act.add_argument("--lower", metavar="LANGUAGE", help="set this language's floor to what was measured")
    parser.add_argument("--reason", help="why the floor may be lowered; kept beside it")
    options = parser.parse_args(arguments)
    if options.sets and (options.check or options.rise or options.lower):
        parser.error("floors hold for the project's own reports: leave out SET")
    if bool(options.lower) != bool(options.reason):
        parser.error("--lower and --reason go together")

    reports = [report for name in options.sets or [REPORTS] for report in load(name)]
    scores = measure(reports)
    for language, score in sorted(scores.items()):
        show(language, score, options.misses)

    standing = floors.read()
    measured = {name: floors.reached(score.found.f1, score.strict.f1) for name, score in scores.items()}
    if options.rise:
        floors.write(floors.risen(standing, measured))
    elif options.lower:
        if options.lower not in standing.floors or options.lower not in measured:
            parser.error(f"{options.lower} has no floor; those that have: {', '.join(standing.floors)}")
        floors.write(floors.lowered(standing, options.lower, measured[options.lower], options.reason))
    elif options.check:
        below = floors.missed(standing, measured)
        print("\n" + ("\n".join(below) if below else "The reader stands at or above its floors."))
        return 1 if below else 0
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except HabeasError as error:
        sys.exit(str(error))
