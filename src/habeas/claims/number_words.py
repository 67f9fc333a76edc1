"""Number words: the shape of `lexicons/*/numbers.toml`, how its patterns are spelled out, and words beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from habeas.claims.words import fold


class HedgeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases before a number, and after it, for each hedge of `hedges.Hedge`."""

    at_least: list[str]
    at_least_after: list[str]
    more_than: list[str]
    more_than_after: list[str]
    at_most: list[str]
    at_most_after: list[str]
    fewer_than: list[str]
    about: list[str]
    about_after: list[str]
    nearly: list[str]
    exactly: list[str]
    between: list[str]
    """Words that may stand between a hedge and its number."""


class RangeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that join two numbers into one interval."""

    opened: list[tuple[str, str]]
    plain: list[str]


class NotPeople(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words and signs beside a number that counts something else."""

    after: list[str]
    before: list[str]
    signs_before: list[str]
    signs_after: list[str]


class PeopleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that stand for several people."""

    words: list[str]
    plurals: list[str]
    """Plurals whose number counts groups, not people."""


class NumberLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`lexicons/*/numbers.toml`; the comments there say what each list is for."""

    groups: list[str]
    decimals: list[str]
    joins: list[str]
    of: list[str]
    articles: list[str]
    one_inside: list[str]
    """Words that are one within a number, and an article elsewhere: treinta y uno."""
    half_before: list[str]
    half_after: list[str]
    one_of: list[str]
    all_but: list[str]
    both: list[str]
    anyone: list[str]
    """Pronouns for one or more, or none: anyone, nobody."""
    half_of: list[str]
    plural_some: list[str]
    endings_of_peoples: list[str]
    """Endings that tell a people ("Koreans") from a surname taken for a plural ("Gomes")."""
    inverted_is_about: bool
    """Whether a number after its noun is a rough one."""
    cardinals: dict[str, int]
    halves: dict[str, int]
    """Words for a number of halves: one and a half is 3."""
    scales: dict[str, int]
    plurals: dict[str, int]
    either: dict[str, int]
    several: dict[str, int]
    exactly: dict[str, int]
    groups_of_people: PeopleWords
    hedges: HedgeWords
    ranges: RangeWords
    not_people: NotPeople


def spelled(pattern: str) -> list[str]:
    """The words a pattern with one choice of endings stands for: "dozen(s|)" is dozens and dozen."""
    stem, opened, rest = pattern.partition("(")
    if not opened:
        return [fold(pattern)]
    choices, _, tail = rest.partition(")")
    return [fold(stem + choice + tail) for choice in choices.split("|")]


def spelled_table(table: Mapping[str, int]) -> dict[str, int]:
    """Every spelling of a table of words, with its value."""
    return {word: value for pattern, value in table.items() for word in spelled(pattern)}


class Word(NamedTuple):
    """A word or figure of a text, folded, with its offsets in it."""

    start: int
    end: int
    text: str


def adjacent(words: Sequence[Word], i: int, text: str) -> bool:
    """Whether only a blank or a hyphen parts the word from the one before it."""
    if i == 0 or i >= len(words):
        return False
    gap = text[words[i - 1].end : words[i].start]
    return (len(gap) <= 2 and (gap.isspace() or gap in ("-", ". "))) or gap == ""


def near(words: Sequence[Word], i: int, text: str) -> bool:
    """Likewise, a comma, quotation marks or a bracket let by."""
    if i == 0 or i >= len(words):
        return False
    gap = text[words[i - 1].end : words[i].start]
    return len(gap) <= 3 and not gap.strip(" ,-\u00a0\"“”«»'’")
