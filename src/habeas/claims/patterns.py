"""Patterns of the calendar's word lists: what they may begin with, so that most words of a text try none.

A pattern is a regular expression in which a blank is any blank and `{name}` a slot.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

SLOT = re.compile(r"\{([a-z_]+[02]?)\}")
DIGIT = "#"
"""Stands for any digit among the beginnings of a pattern."""


def blanks(pattern: str) -> str:
    """The pattern with each blank made any blanks; a "?" after a blank lets it be left out."""
    return re.sub(r" (\?)?", lambda match: r"\s{0,3}" if match.group(1) else r"\s{1,3}", pattern)


def branches(pattern: str) -> list[str]:
    """The pattern's choices, where it is one: "a|b(c|d)" is "a" and "b(c|d)"."""
    found, depth, start = [], 0, 0
    for i, char in enumerate(pattern):
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            found.append(pattern[start:i])
            start = i + 1
    return [*found, pattern[start:]]


def _closing(pattern: str) -> int:
    """Index of the bracket that closes the one the pattern begins with."""
    depth = 0
    for i, char in enumerate(pattern):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return i
    raise ValueError(f"{pattern!r}: a bracket is not closed")


def beginnings(pattern: str, slots: Mapping[str, Sequence[str]]) -> set[str]:
    """Beginnings of the words that may open the pattern; "" where any word may.

    `slots` gives the patterns a slot stands for; one that it lacks begins with a digit.

    >>> sorted(beginnings("(the )?{unit} before", {"unit": ["days?", "week"]}))
    ['day', 'the', 'week']
    """
    if not pattern:
        return {""}
    if pattern[0] == "(":
        close = _closing(pattern)
        inner, rest = pattern[1:close], pattern[close + 1 :]
        optional = rest[:1] in ("?", "*") and rest != ""
        rest = rest[1:] if optional else rest
        if inner.startswith("?"):
            return beginnings(rest, slots)
        found = {one for branch in branches(inner) for one in beginnings(branch + rest, slots)}
        return found | beginnings(rest, slots) if optional else found
    if (slot := SLOT.match(pattern)) is not None:
        name, rest = slot.group(1).rstrip("02"), pattern[slot.end() :]
        if name not in slots:
            return {DIGIT}
        return {one for given in slots[name] for one in beginnings(f"({given}){rest}", slots)}
    word = re.match(r"[^\W_]*", pattern)
    assert word is not None
    if pattern[word.end() :].startswith("?"):  # its last letter may be left out
        return {word.group()[:-1]}
    return {word.group()}
