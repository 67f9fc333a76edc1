"""Parser: sentences in, trees out, the same for every language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple, Protocol, assert_never

from habeas.syntax.model import Token, Tree
from habeas.syntax.packs import Engine, require

TOKEN_CAP = 200
"""Longest stretch parsed at once, in tokens. What runs on for longer is a list; it is parsed in pieces cut after the
last clause mark (else comma, else anywhere) before the cap, and the pieces hang on the first by `parataxis`: one tree
for each sentence always."""

CLAUSE_MARKS = frozenset(";:—–")
COMMA = ","


class Sentence(NamedTuple):
    """A sentence and where it starts in its document."""

    text: str
    start: int


class Parser(Protocol):
    """Parses the sentences of one language."""

    @property
    def name(self) -> str:
        """Weights and their version, for the reader's name."""

    def parse(self, sentences: Iterable[tuple[str, int]]) -> Iterator[Tree]:
        """One tree for each sentence (text, start in its document), in order, read and parsed in batches.

        Each text is taken as one sentence. A text with no word in it has no tree to give and raises ValueError.
        """


@cache
def load_parser(language: str) -> Parser:
    """The parser of a language, loaded once in a process.

    Raises `MissingPack`, which names the command that installs it, or `BadInput` for a language that has none.
    """
    weights = require(language)
    match weights.engine:
        case Engine.SPACY:
            from habeas.syntax.spacy import SpacyParser

            return SpacyParser(weights)
        case Engine.SLOVNET:
            from habeas.syntax.slovnet import SlovnetParser

            return SlovnetParser(weights)
        case _:
            assert_never(weights.engine)


def pieces(words: Sequence[str], cuts: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
    """Stretches of at most `TOKEN_CAP` words, as first and end; `cuts` are marks after which a new one begins."""
    found: list[tuple[int, int]] = []
    first = 0
    for i, word in enumerate(words):
        if word in cuts and i - first >= SHORTEST and len(words) - i > SHORTEST:
            found += _capped(words, first, i + 1)
            first = i + 1
    return found + _capped(words, first, len(words))


SHORTEST = 4
"""Words that a piece before or after a cut has at least."""


def _capped(words: Sequence[str], first: int, last: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while last - first > TOKEN_CAP:
        window = range(first + TOKEN_CAP - 1, first + TOKEN_CAP // 2, -1)
        end = next((i + 1 for i in window if words[i] in CLAUSE_MARKS), None)
        end = end or next((i + 1 for i in window if words[i] == COMMA), first + TOKEN_CAP)
        found.append((first, end))
        first = end
    found.append((first, last))
    return found


def joined(parts: Sequence[Sequence[Token]]) -> tuple[Token, ...]:
    """The tokens of a sentence's pieces as one tree: later roots hang on the first."""
    if len(parts) == 1:
        return tuple(parts[0])
    tokens: list[Token] = []
    top = next(token.i for token in parts[0] if token.head == token.i)
    for part in parts:
        shift = len(tokens)
        for token in part:
            if shift and token.head == token.i:
                tokens.append(replace(token, i=token.i + shift, head=top, deprel="parataxis"))
            else:
                tokens.append(replace(token, i=token.i + shift, head=token.head + shift))
    return tuple(tokens)
