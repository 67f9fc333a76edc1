"""A document's text cut into paragraphs, with each claim's words marked where they stand.

Quotes may lie in each other, cross each other or be the same words. Marks are nested; a quote that crosses the end
of another, or of a paragraph, goes on as a further piece. Text outside marks is kept to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from habeas.claims.model import Claim

_DEEPEST = 12
"""Marks nested deeper are left out of the text and only listed: no reader can tell them apart, and no page survives
a thousand.
"""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that one or more claims quote."""

    claims: tuple[tuple[int, Claim], ...]
    """Numbered claims with exactly these words; those that start in an earlier piece are in `parts` only."""
    inside: tuple[str | Mark, ...]
    opens: bool
    """Whether the quote begins with this piece."""
    closes: bool
    """Whether it ends with this piece."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, with the claims whose quotes begin in it."""

    pieces: tuple[str | Mark, ...]
    claims: tuple[tuple[int, Claim], ...]


@dataclass(slots=True)
class _Span:
    start: int
    end: int
    claims: tuple[tuple[int, Claim], ...]
    opens: bool = True
    closes: bool = True


def numbered(claims: Iterable[Claim]) -> tuple[tuple[int, Claim], ...]:
    """Claims with their numbers in the document, from 1, in the order of their words."""
    ordered = sorted(claims, key=lambda claim: (claim.quote.start, -claim.quote.end, claim.id))
    return tuple(enumerate(ordered, start=1))


def mark_text(text: str, claims: Iterable[Claim]) -> tuple[Paragraph, ...]:
    """The text's paragraphs with their marks."""
    spans = _spans(numbered(claims), len(text))
    marked = []
    for start, end in _paragraphs(text):
        here = [span for span in spans if span.start < end and span.end > start]
        clipped = [
            _Span(
                max(span.start, start),
                min(span.end, end),
                span.claims,
                opens=span.start >= start,
                closes=span.end <= end,
            )
            for span in here
        ]
        begun = tuple(claim for span in here if span.start >= start for claim in span.claims)
        marked.append(Paragraph(_nest(text, clipped, start, end, 0), begun))
    return tuple(marked)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Stretches between blank lines; a quote's spaces at an edge belong to the paragraph before."""
    ends = [match.span() for match in re.finditer(r"\n[^\S\n]*\n\s*", text)]
    starts = [0] + [end for _, end in ends]
    stops = [start for start, _ in ends] + [len(text)]
    return [(start, stop) for start, stop in zip(starts, stops, strict=True) if text[start:stop].strip()]


def _spans(claims: Iterable[tuple[int, Claim]], length: int) -> list[_Span]:
    """One for each stretch of words, longest first from each start; a quote outside the text has none."""
    same: dict[tuple[int, int], list[tuple[int, Claim]]] = {}
    for number, claim in claims:
        start, end = claim.quote.start, min(claim.quote.end, length)
        if 0 <= start < end:
            same.setdefault((start, end), []).append((number, claim))
    ordered = sorted(same, key=lambda span: (span[0], -span[1]))
    return [_Span(start, end, tuple(same[start, end])) for start, end in ordered]


def _nest(text: str, spans: list[_Span], start: int, end: int, depth: int) -> tuple[str | Mark, ...]:
    """Pieces of text[start:end]; the spans lie in it."""
    pieces: list[str | Mark] = []
    at = start
    waiting = sorted(spans, key=lambda span: (span.start, -span.end))
    while waiting:
        span = waiting.pop(0)
        if at < span.start:
            pieces.append(text[at : span.start])
        inner = [other for other in waiting if other.start < span.end]
        waiting = [other for other in waiting if other.start >= span.end]
        for other in inner:
            if other.end > span.end:  # crosses the end: the rest goes on after it
                waiting.append(_Span(span.end, other.end, other.claims, opens=False, closes=other.closes))
                other.end, other.closes = span.end, False
        waiting.sort(key=lambda other: (other.start, -other.end))
        within: tuple[str | Mark, ...] = (text[span.start : span.end],)
        if inner and depth < _DEEPEST:
            within = _nest(text, inner, span.start, span.end, depth + 1)
        pieces.append(Mark(span.claims, within, span.opens, span.closes))
        at = span.end
    if at < end:
        pieces.append(text[at:end])
    return tuple(pieces)


def plain(pieces: Iterable[str | Mark]) -> str:
    """The words of the pieces, marks left out."""
    return "".join(piece if isinstance(piece, str) else plain(piece.inside) for piece in pieces)
