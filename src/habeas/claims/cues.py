"""Cues: words that may open a claim, found in one pass over a text before anything is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from habeas.claims.frames import Frame, Lexicon
from habeas.claims.words import fold

MENTIONS_OF_A_DENSE_TEXT = 4
"""From so many words of captives on, a text is about them throughout: "he died" is a death in custody there (checked
on reports of all lengths)."""


MENTIONS_THAT_OPEN = 3
"""From so many words of custody or sanctions on, everyday words are cues wherever they stand in a text."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that heads at least one frame."""

    word: str
    """Folded."""
    start: int
    end: int
    strong: bool
    """Whether it opens a sentence by itself; everyday words need company."""
    frames: tuple[Frame, ...]
    """What it may head."""


def find_cues(text: str, lexicon: Lexicon) -> list[Cue]:
    """All cue words of a text, in order; none that is part of a name, nor a phrase's noun without its adposition."""
    folded = fold(text)
    cues = []
    for match in lexicon.cue_pattern.finditer(folded):
        word, start = match[0], match.start()
        if text[start].isupper() and _is_inside_a_name(text, start, match.end()):
            continue
        frames = lexicon.heads(word)
        if all(frame.phrase for frame in frames) and not _has_its_case(folded, start, frames):
            continue
        strong = any(not frame.weak for frame in frames)
        if not strong and any(frame.has_strong_after for frame in frames):
            before = folded[max(0, start - CASE_REACH) : start].split()[-1:]
            strong = any(before and frame.strong_after(before[0]) for frame in frames)
        cues.append(Cue(word, start, match.end(), strong, frames))
    return cues


def _is_inside_a_name(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word stands after a word of the same sentence: "the Liberation Army"."""
    before = text[max(0, start - 2) : start]
    return before[-1:] == " " and (before[0].isalnum() or before[0] in ",’'") and not text[start:end].isupper()


CASE_REACH = 32  # characters before a phrase's noun: "in a maximum-security prison"


def _has_its_case(folded: str, start: int, frames: tuple[Frame, ...]) -> bool:
    near = folded[max(0, start - CASE_REACH) : start].split()
    return any(
        part == "-" or part in near
        for frame in frames
        for condition in frame.phrase
        for case in condition.cases
        for part in case.split()
    )


def mentions_of_captives(text: str, lexicon: Lexicon) -> int:
    """How often a text holds a word of the class `dense`: only where it does may any name or number be a captive."""
    return len(lexicon.dense_pattern.findall(fold(text)))


@dataclass(frozen=True, slots=True)
class Subject:
    """What a whole text is about, as far as it decides what its words may mean."""

    captives: int
    """How often it speaks of captives: only then may any name or number be one."""
    custody: bool
    """Whether it speaks of custody or sanctions at all."""
    words: frozenset[str]
    """All its words, folded."""

    @property
    def dense(self) -> bool:
        """Whether it speaks of captives throughout."""
        return self.captives >= MENTIONS_OF_A_DENSE_TEXT


def subject_of(text: str, lexicon: Lexicon) -> Subject:
    """What a text is about."""
    folded = fold(text)
    return Subject(
        mentions_of_captives(text, lexicon),
        lexicon.context_pattern.search(folded) is not None,
        frozenset(_WORD.findall(folded)),
    )


_WORD = re.compile(r"\w+")


def _has_company(cues: list[Cue], words: Lexicon, folded: str, start: int, end: int) -> bool:
    """Whether a cue stands in its sentence beside a word that makes it strong: "let ... go"."""
    frames = {frame.index for cue in cues for frame in cue.frames if frame.has_strong_beside}
    if not frames:
        return False
    return any(not frames.isdisjoint(words.strengthened(word)) for word in _WORD.findall(folded, start, end))


def worth_parsing(text: str, spans: Iterable[tuple[int, int]], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Sentences that hold a strong cue, or an everyday one beside a word of custody, or in a text full of captives."""
    cues = find_cues(text, lexicon)
    if not cues:
        return []
    folded = fold(text)
    dense = len(lexicon.context_pattern.findall(folded)) >= MENTIONS_THAT_OPEN
    chosen, at = [], 0
    for start, end in spans:
        while at < len(cues) and cues[at].start < start:
            at += 1
        first = at
        while at < len(cues) and cues[at].start < end:
            at += 1
        inside = cues[first:at]
        if inside and (
            dense
            or any(cue.strong for cue in inside)
            or lexicon.context_pattern.search(folded, start, end) is not None
            or _has_company(inside, lexicon, folded, start, end)
        ):
            chosen.append((start, end))
    return chosen
