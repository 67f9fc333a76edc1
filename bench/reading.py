"""What reading costs, as ratios to work that cannot be avoided, all measured in this one run.

usage: python bench/reading.py [--items N] [--rounds N]

Seconds differ between machines and hours; ratios of two things timed side by side hold. Rows with a bar say
whether they keep it. The corpus is read from `../shared/corpus` where it is there, else from the project's own
reports, over and over.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from unittest.mock import patch

from habeas import reading
from habeas.claims import find
from habeas.documents.model import Document
from habeas.syntax import Tree, load_parser

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "current-events.jsonl.gz"
REPORTS = ROOT / "evaluation" / "reports"
MEGABYTE = 1_000_000  # characters; in Latin script, bytes
HOPELESS = 3  # where 100 kB already cost so many times what they should, 1 MB would take all day


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    ratio: float
    bar: float | None = None
    note: str = ""

    def __str__(self) -> str:
        verdict = (
            "" if self.bar is None else f"at most {self.bar:g}  {'kept' if self.ratio <= self.bar else 'NOT KEPT'}"
        )
        return f"{self.what:<58} {self.ratio:7.2f}  {verdict:<22} {self.note}"


def seconds(work: Callable[[], object], rounds: int, clock: Callable[[], float] = time.process_time) -> float:
    """Least time of some rounds, of this process alone: what disturbs a round only ever adds to it."""
    times = []
    for _ in range(rounds):
        start = clock()
        work()
        times.append(clock() - start)
    return min(times)


def exhaust(items: Iterable[object]) -> None:
    """Run through and keep nothing."""
    for _ in items:
        pass


def corpus(items: int) -> Iterator[Document]:
    """So many short items, drawn evenly from the whole corpus; without it, our own reports over and over."""
    if not CORPUS.exists():
        yield from (replace(report, id=str(i)) for i, report in zip(range(items), itertools.cycle(reports())))
        return
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in random.Random(1).sample(rows, items) if items < len(rows) else rows:
        yield Document(
            id=row["id"], text=row["text"], published=date.fromisoformat(row["published"]), language=row["lang"]
        )


def reports(language: str | None = None) -> list[Document]:
    """Dense reports, in which nearly every sentence tells of custody or sanctions."""
    rows = [json.loads(line) for path in sorted(REPORTS.glob("*.docs.jsonl")) for line in path.open(encoding="utf-8")]
    return [
        Document(id=row["id"], text=row["text"], published=date.fromisoformat(row["published"]), language=row["lang"])
        for row in rows
        if language in (None, row["lang"])
    ]


def against_tokenizing(items: int, rounds: int) -> Row:
    """Reading short news against a plain tokenizing pass over the same text."""
    import spacy

    documents = list(corpus(items))
    texts = [document.text for document in documents]
    # A tokenizer remembers the words it has seen, so each round has a new one.
    blanks = [spacy.blank("en") for _ in range(rounds)]
    tokenizing = seconds(lambda: exhaust(blanks.pop().pipe(texts)), rounds)
    exhaust(find.find_claims(documents[:50]))  # loads the parser
    ours = seconds(lambda: exhaust(find.find_claims(documents)), rounds)
    return Row("corpus: reading / tokenizing with spaCy's blank English", ours / tokenizing, 6, f"{items:,} items")


def against_parsing(language: str, rounds: int) -> Row:
    """Reading dense reports against the parser alone, on the sentences that were parsed."""
    documents = reports(language)
    parser = load_parser(language)
    parsed: list[tuple[str, int]] = []

    class Recorder:
        """The parser, noting what it is given."""

        name = parser.name

        def parse(self, sentences: Iterable[tuple[str, int]]) -> Iterator[Tree]:
            given = list(sentences)
            parsed.extend(given)
            return parser.parse(given)

    with patch.object(find, "load_parser", lambda _: Recorder()):
        exhaust(find.find_claims(documents))
    ours = seconds(lambda: exhaust(find.find_claims(documents)), rounds)
    parsing = seconds(lambda: exhaust(parser.parse(parsed)), rounds)
    return Row(f"dense reports, {language}: reading / parsing alone", ours / parsing, 1.5, f"{len(parsed)} sentences")


def memory(items: int) -> Row:
    """Peak memory of reading four times the items against that of reading them once."""
    once, often = peak(items), peak(4 * items)
    return Row(
        "memory: peak of four times the input / of once", often / once, 1.1, f"{once >> 20} and {often >> 20} MB"
    )


def peak(items: int) -> int:
    """Bytes that a fresh process needs to read so many items from a stream."""
    done = subprocess.run([sys.executable, __file__, "--peak", str(items)], capture_output=True, text=True, check=True)
    return int(done.stdout)


def print_peak(items: int) -> None:
    """Read items made one by one, and print the process's peak memory in bytes."""
    some = list(corpus(500))
    stream = (replace(document, id=str(i)) for i, document in zip(range(items), itertools.cycle(some)))
    exhaust(reading.find_claims(stream, cores=1))
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(used if sys.platform == "darwin" else used * 1024)  # macOS counts bytes, Linux kilobytes


def cores(items: int) -> Row | None:
    """Two processes against one, their start and loading counted in."""
    if (os.cpu_count() or 1) < 2:
        return None
    documents = list(corpus(items))
    one = seconds(lambda: exhaust(reading.find_claims(documents, cores=1)), 1, time.perf_counter)
    two = seconds(lambda: exhaust(reading.find_claims(documents, cores=2)), 1, time.perf_counter)
    return Row("two cores: twice the time on two / time on one", 2 * two / one, 1.4, f"{one:.0f} s and {two:.0f} s")


def length() -> Iterator[Row]:
    """Cost for each character of long documents and of hostile ones, against reports of ordinary length."""
    some = reports("en")
    text = "\n\n".join(document.text for document in some)
    ordinary = seconds(lambda: exhaust(find.find_claims(some)), 2) / len(text)
    long = "\n\n".join(itertools.repeat(text, MEGABYTE // len(text) + 1))
    tenth = cost(long[: MEGABYTE // 10]) / ordinary
    yield Row("length: per character, 100 kB / ordinary reports", tenth, 1.5)
    if tenth < HOPELESS:
        yield Row("length: per character, 1 MB / ordinary reports", cost(long[:MEGABYTE]) / ordinary, 1.5)
    words = " ".join(itertools.islice(itertools.cycle(text.replace(".", ",").split()), 100_000))
    yield Row("hostile: per character, a sentence of 100,000 words / ordinary", cost(words) / ordinary, 3)
    numbers = "The court freed " + ", ".join(map(str, range(1, 10_001))) + " people on Monday."
    yield Row("hostile: per character, ten thousand numbers / ordinary", cost(numbers) / ordinary, 3)


def cost(text: str) -> float:
    """Seconds for each character of one document of the text."""
    document = Document(id="long", text=text, published=date(2025, 11, 26), language="en")
    return seconds(lambda: exhaust(find.find_claims([document])), 1) / len(text)


def rows(items: int, rounds: int) -> Iterator[Row]:
    """All that is measured, in order."""
    yield against_tokenizing(items, rounds)
    for language in ("en", "es", "ru"):
        yield against_parsing(language, rounds)
    yield from length()
    yield memory(items // 4)
    pair = cores(items)
    if pair is not None:
        yield pair


def main(arguments: list[str]) -> int:
    """Measure and print the table; 1 where a bar is not kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=15_000, help="short items to read; the whole corpus has 76,127")
    parser.add_argument("--rounds", type=int, default=2, help="times each thing is timed")
    parser.add_argument("--peak", type=int, metavar="N", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.peak is not None:
        print_peak(options.peak)
        return 0
    kept = True
    for row in rows(options.items, options.rounds):
        print(row, flush=True)
        kept = kept and (row.bar is None or row.ratio <= row.bar)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
