"""Page extraction against trafilatura's own: the same pages, in one run, as a ratio.

    python bench/extraction.py [FOLDER] [--rounds N]

FOLDER holds HTML pages and defaults to the sample. Each round reads every page both ways, so that
whatever else the machine does weighs on both. Ends with 1 where the ratio is above the bar.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura

from habeas.documents.characters import decode
from habeas.documents.read import read_document
from habeas.errors import BadInput
from habeas.pages import Page, Shape, find_pages

BAR = 1.5
SAMPLE = Path(__file__).resolve().parents[1] / "src" / "habeas" / "sample"


def ours(page: Page) -> None:
    """Everything from the bytes to a document, language and agency included."""
    read_document(page)


def theirs(page: Page) -> None:
    """Main text and metadata by trafilatura alone, dates from metadata only, as we ask for them."""
    trafilatura.extract(
        decode(page.body, page.where, html=True),
        include_comments=False,
        with_metadata=True,
        output_format="json",
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def seconds(read: Callable[[Page], None], pages: list[Page]) -> float:
    """Time to read all pages once."""
    start = time.perf_counter()
    for page in pages:
        read(page)
    return time.perf_counter() - start


def main() -> int:
    """Print both times a page and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--rounds", type=int, default=10)
    given = parser.parse_args()
    pages = [page for page in find_pages([given.folder]) if not isinstance(page, BadInput) and page.shape is Shape.HTML]
    if not pages:
        print(f"{given.folder}: HTML pages were expected; name a folder that holds some", file=sys.stderr)
        return 2
    seconds(ours, pages)  # loads models and word lists
    seconds(theirs, pages)
    rounds = [(seconds(ours, pages), seconds(theirs, pages)) for _ in range(given.rounds)]
    mine, other = (statistics.median(times) / len(pages) * 1000 for times in zip(*rounds, strict=True))
    ratio = mine / other
    print(
        f"{len(pages)} pages, {given.rounds} rounds: {mine:.1f} ms a page, trafilatura {other:.1f} ms, ratio {ratio:.2f} (bar {BAR})"
    )
    return int(ratio > BAR)


if __name__ == "__main__":
    sys.exit(main())
