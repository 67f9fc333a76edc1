"""The main text of an HTML page, and the lines about it.

Elements that are no story are taken out first (`pruning`), trafilatura finds the main text in what is left,
and its lines are judged once more as a scrape's are (`furniture`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from typing import Any

from lxml.html import HtmlElement

from habeas.documents import agencies, furniture, headlines, markup, metadata, pruning

ELEMENT_CAP = 4_000
"""Most elements handed to trafilatura, which takes 0.5 s for a thousand paragraphs and 15 s for fifteen
thousand; of a larger page the lines of prose are taken as they stand. Pruned, real pages have 20 to 600."""

_AFTER_END = 0.2  # of the prose: more of it after a heading such as "Contacts" shows the heading to be a crosshead
_AROUND = 6  # lines after a story, or before it where no headline is found, that may tell of it


@dataclass(frozen=True, slots=True)
class Story:
    """The main text of an HTML page, and the lines about it."""

    title: str | None
    """The headline as the page shows it; None where no heading could be told to be it."""
    header: tuple[str, ...]
    """Lines between headline and story: who and when."""
    paragraphs: tuple[str, ...]
    day: date | None
    """The day of a time element beside the headline."""
    tail: tuple[str, ...]
    """Notes at the story's end, and the lines after it."""


def read_story(tree: HtmlElement, titles: Sequence[str]) -> Story:
    """The story of a parsed page; the tree is used up. `titles` are those of its head."""
    heading = markup.find_heading(tree, titles)
    title = markup.words(heading) if heading is not None else None
    day = metadata.time_beside(heading) if heading is not None else None
    lines = list(markup.lines(tree))
    pruning.prune(tree, heading)
    story, notes = _story(_paragraphs(tree), title)
    header, tail = _around(lines, title, story)
    return Story(title, tuple(header), tuple(story), day, (*notes, *tail))


def _paragraphs(tree: HtmlElement) -> list[str]:
    """The main text's paragraphs, crossheads, list items and table rows, in order."""
    import trafilatura  # 0.5 s

    found = None
    standing = list(markup.lines(tree))
    headings = {markup.words(element) for element in tree.iter("h2", "h3", "h4")}
    if sum(1 for _ in tree.iter()) <= ELEMENT_CAP:
        found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    if found is not None and not isinstance(found, dict) and found.body is not None:
        paragraphs = [line for element in found.body for line in _blocks(element)]
        if paragraphs:
            return _with_headings(_with_repeats(paragraphs, standing), standing, headings)
    prose = [line for line in standing if furniture.is_prose(line)]
    linked = sum(len(markup.words(link)) for link in tree.iter("a"))
    # A page without prose may be a list of names; one that is mostly links is an index of other pages.
    return prose or (standing if linked < 0.5 * sum(map(len, standing)) else [])


def _with_repeats(paragraphs: Sequence[str], standing: Sequence[str]) -> list[str]:
    """The paragraphs, with the repeats in a row that trafilatura drops put back as often as they stand."""
    times = {line: sum(1 for _ in run) for line, run in groupby(standing)}
    return [line for line, run in groupby(paragraphs) for _ in range(max(sum(1 for _ in run), times.get(line, 1)))]


def _with_headings(paragraphs: Sequence[str], standing: Sequence[str], headings: Collection[str]) -> list[str]:
    """The paragraphs, with the crossheads that trafilatura drops or misplaces before the paragraph they stand over."""
    over = {below: line for line, below in pairwise(standing) if line in headings and below not in headings}
    placed = set(over.values())
    story: list[str] = []
    for line in paragraphs:
        if line in placed:
            continue
        if line in over:
            story.append(over[line])
        story.append(line)
    return story


def _blocks(element: Any) -> Iterator[str]:
    """The lines of one element of trafilatura's tree, each a paragraph."""
    if element.tag == "list":
        yield from (line for item in element.iter("item") if (line := markup.words(item)))
    elif element.tag == "table":
        for row in element.iter("row"):
            cells = [markup.words(cell) for cell in row.iter("cell")]
            if any(cells):
                yield " | ".join(cell for cell in cells if cell)
    else:
        run = [element.text or ""]
        for child in element:
            if child.tag in ("lb", "p", "item", "list", "head"):
                yield from markup.joined(run)
                run = []
            if child.tag != "lb":
                run.append("".join(child.itertext()))
            run.append(child.tail or "")
        yield from markup.joined(run)


def _story(paragraphs: Sequence[str], title: str | None) -> tuple[list[str], list[str]]:
    """The paragraphs without furniture, headline and standfirst; and the notes that stood at their end."""
    headline = furniture.bare(title or "")
    kept = [line for line in paragraphs if furniture.bare(line) != headline and not furniture.is_furniture(line)]
    prose = [number for number, line in enumerate(kept) if furniture.is_prose(line)]
    if prose:
        # What stands before the first paragraph and is no sentence is a kicker, a byline or a second headline.
        kept = [line for line in kept[: prose[0]] if furniture.ends_sentence(line)] + kept[prose[0] :]
    end = _end(kept)
    kept, notes = kept[:end], kept[end:]
    while len(kept) > 1 and (furniture.is_endnote(kept[-1]) or agencies.is_credit(kept[-1])):
        notes.insert(0, kept.pop())
    return kept, notes


def _end(kept: Sequence[str]) -> int:
    """The place of the first line that opens what comes after a story, where little prose follows it."""
    prose = [len(line) if furniture.is_prose(line) else 0 for line in kept]
    for number in range(1, len(kept)):
        if not prose[number] and furniture.is_end(kept[number]) and sum(prose[number:]) <= _AFTER_END * sum(prose):
            return number
    return len(kept)


def _around(lines: Sequence[str], title: str | None, story: Sequence[str]) -> tuple[list[str], list[str]]:
    """Lines between headline and story, and lines after the story."""
    if not story:
        return [], []
    opening, closing = story[0][:40], story[-1][-40:]
    first = next((number for number, line in enumerate(lines) if line.startswith(opening)), 0)
    last = next((number for number in range(len(lines) - 1, -1, -1) if lines[number].endswith(closing)), len(lines) - 1)
    over = (number for number in range(first - 1, -1, -1) if title is not None and title in lines[number])
    start = next(over, max(-1, first - _AROUND - 1))
    return [*lines[start + 1 : first], *headlines.lines_above(lines, start)], list(lines[last + 1 : last + 1 + _AROUND])
