"""Weaving: a sentence parsed in parts, which need not be whole stretches, put together again as one tree.

An inserted saying, ", сообщил суд," or ", по словам соседей,", leads a parser trained on short sentences astray on both
its sides. It is taken out, parsed by itself, and hung back by `parataxis` on the clause it stands in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from habeas.syntax.model import Token

SHORTEST, LONGEST = 2, 12
"""Words of an inserted saying."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a sentence that are parsed together."""

    words: tuple[int, ...]
    """Their indices in the sentence."""
    holder: int | None
    """Number of the part it hangs on; None for the first."""


def parts_of(
    words: Sequence[str], stretches: Sequence[tuple[int, int]], opens: Callable[[Sequence[str]], bool]
) -> list[Part]:
    """The parts of a sentence cut into stretches; `opens` tells whether words between commas are an inserted saying."""
    parts: list[Part] = []
    for first, end in stretches:
        number = len(parts)
        inserted = _insertions(words, first, end, opens)
        taken = {i for a, b in inserted for i in range(a, b)}
        main = tuple(i for i in range(first, end) if i not in taken)
        parts.append(Part(main, 0 if number else None))
        parts += [Part(tuple(range(a, b)), number) for a, b in inserted]
    return parts


def _insertions(
    words: Sequence[str], first: int, end: int, opens: Callable[[Sequence[str]], bool]
) -> list[tuple[int, int]]:
    """Stretches from one comma to the next that are an inserted saying, both commas with them."""
    found: list[tuple[int, int]] = []
    commas = [i for i in range(first, end) if words[i] == ","]
    at = 0
    while at + 1 < len(commas):
        a, b = commas[at], commas[at + 1]
        if SHORTEST <= b - a - 1 <= LONGEST and a > first and b + 1 < end and opens(words[a + 1 : b]):
            found.append((a, b + 1))
            at += 1
        at += 1
    return found


def woven(parts: Sequence[Part], parsed: Sequence[Sequence[Token]]) -> tuple[Token, ...]:
    """The tokens of all parts in the order of the sentence; the root of each later part hangs on its holder's."""
    if len(parts) == 1:
        return tuple(parsed[0])
    roots = [
        part.words[next(token.i for token in tokens if token.head == token.i)]
        for part, tokens in zip(parts, parsed, strict=True)
    ]
    found: list[Token] = []
    for part, tokens in zip(parts, parsed, strict=True):
        for token in tokens:
            i, above, relation = part.words[token.i], part.words[token.head], token.deprel
            if token.head == token.i and part.holder is not None:
                above, relation = roots[part.holder], "parataxis"
            found.append(replace(token, i=i, head=above, deprel=relation))
    return tuple(sorted(found, key=lambda token: token.i))
