"""Quotations: where a text stands in quotation marks, worked out once for a text and not for every claim."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

_STOPS = re.compile(r"\n\s*\n|[«“„»”\"]")
_OPEN, _CLOSE, _EITHER = "«“„", "»”", '"'


@dataclass(frozen=True, slots=True)
class Quotations:
    """After each mark or paragraph break of a text, where the quotation that goes on from there was opened last."""

    at: tuple[int, ...]
    """Offsets of marks and breaks, in order."""
    opened: tuple[int | None, ...]
    """Offset of the last opening mark; None where no quotation is open."""

    def opened_before(self, offset: int) -> int | None:
        """Where the quotation that an offset stands in was opened; None where it stands in none."""
        index = bisect_left(self.at, offset)
        return self.opened[index - 1] if index else None


@lru_cache(maxsize=4)  # claims are asked about document by document
def quotations(text: str) -> Quotations:
    """The quotations of a text; none reaches past its paragraph."""
    at: list[int] = []
    opened: list[int | None] = []
    depth, last = 0, -1
    for stop in _STOPS.finditer(text):
        mark = stop[0]
        if mark in _OPEN or (mark in _EITHER and depth == 0):
            depth, last = depth + 1, stop.start()
        elif mark in _CLOSE or mark in _EITHER:
            depth = max(0, depth - 1)
        else:
            depth = 0
        at.append(stop.start())
        opened.append(last if depth else None)
    return Quotations(tuple(at), tuple(opened))
