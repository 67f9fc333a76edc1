"""How the cost of reading grows with hostile texts: one, two and four times as long, per character.

usage: python bench/hostile.py [--size N] [--explain]

A ratio of 1 is growth with length; 2 and 4 in a row are growth with its square. Each text is timed in this one run.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date

from habeas.claims import find
from habeas.documents.model import Document
from reading import Row, exhaust, reports

FREED = "The court freed ten editors on Monday. "
SHORTEST = 0.05  # seconds: below this a ratio measures the clock
BAR = 1.6


def repeated(part: str) -> Callable[[int], str]:
    """A text of so many characters that says one thing over and over."""
    return lambda size: (part * (size // len(part) + 1))[:size]


def marks(mark: str) -> Callable[[int], str]:
    """A text whose sentence is followed by marks without end."""
    return lambda size: FREED + mark * (size // len(mark)) + "\n\n" + FREED


def numbered(size: int) -> str:
    """Claims that all differ."""
    return " ".join(f"The court freed {number} editors." for number in range(2, size // 30))


def different(size: int) -> str:
    """Words that all differ."""
    return ". ".join(f"x{number:x}y said that guards freed z{number:x}" for number in range(size // 40))


def prose(size: int) -> str:
    """Our own dense reports, on one line, with no end of sentence."""
    text = " ".join(" ".join(report.text for report in reports("en")).replace(".", ",").split())
    return (text * (size // len(text) + 1))[:size]


def dense(size: int) -> str:
    """Our own dense reports, one after the other."""
    parts = itertools.cycle(report.text for report in reports("en"))
    text, length = [], 0
    while length < size:
        text.append(next(parts))
        length += len(text[-1])
    return "\n\n".join(text)[:size]


TEXTS: dict[str, Callable[[int], str]] = {
    "dense reports": dense,
    "one sentence": prose,
    "claims that all differ": numbered,
    "one paragraph of claims with quotations": repeated(FREED + '"They were well," she said. '),
    "a quotation that is never closed": lambda size: "“" + repeated(FREED)(size),
    "lines": repeated(FREED.strip() + "\n"),
    "headlines without verbs": repeated("Court sentences three\n\n"),
    "clauses between semicolons": repeated(FREED.strip(" .") + "; "),
    "sayings before colons": repeated("She said: the court freed ten: "),
    "clauses joined without end": repeated("the guards freed prisoners in town and "),
    "words that all differ": different,
    "numbers": lambda size: "The court freed " + ", ".join(map(str, range(1, size // 6))) + " people.",
    "digits": lambda size: "The court freed " + "7" * size + " people.",
    "quotation marks": marks('" '),
    "brackets": lambda size: "The court freed " + "(" * (size // 2) + "ten" + ")" * (size // 2) + " editors.",
    "full stops": marks("."),
    "blank lines": marks("\n"),
    "dates": repeated("The court freed ten since 3 May 2024 and until Monday. "),
    "places": repeated("Belarus and Cuba, Minsk and Havana: the court freed ten. "),
}


def cost(text: str, work: Callable[[list[Document]], Iterable[object]]) -> float:
    """Seconds for one document of the text, at least what a clock can tell."""
    document = Document(id="hostile", text=text, published=date(2025, 11, 26), language="en")
    start = time.process_time()
    exhaust(work([document]))
    return max(SHORTEST, time.process_time() - start)


def growth(size: int, work: Callable[[list[Document]], Iterable[object]]) -> Iterable[Row]:
    """A row for each text: seconds per character of four times its length against once; noted, twice against once."""
    cost(dense(10_000), work)  # loads what is loaded once
    for what, make in TEXTS.items():
        once, twice, often = (cost(make(times * size), work) for times in (1, 2, 4))
        note = f"twice {twice / once / 2:.2f}; {often:.1f} s for {4 * size:,} characters"
        yield Row(f"growth per character, 4x / 1x: {what}"[:58], often / once / 4, BAR, note)


def main(arguments: list[str]) -> int:
    """Measure and print the table; 1 where a bar is not kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=25_000, help="characters of the shortest text")
    parser.add_argument("--explain", action="store_true", help="with reasons and reading issues")
    options = parser.parse_args(arguments)
    kept = True
    for row in growth(options.size, find.explain if options.explain else find.find_claims):
        print(row, flush=True)
        kept = kept and row.ratio <= BAR
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
