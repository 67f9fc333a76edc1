"""Cues: words that may open a claim, found in one pass over a text before anything is parsed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from habeas.claims.frames import Lexicon
from habeas.claims.words import fold


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that heads at least one frame."""

    word: str
    """Folded."""
    start: int
    end: int
    strong: bool
    """Whether it opens a sentence by itself; everyday words need company."""


def find_cues(text: str, lexicon: Lexicon) -> list[Cue]:
    """All cue words of a text, in order."""
    return [
        Cue(match[0], match.start(), match.end(), any(not frame.weak for frame in lexicon.heads(match[0])))
        for match in lexicon.cue_pattern.finditer(fold(text))
    ]


def speaks_of_custody(text: str, lexicon: Lexicon) -> bool:
    """Whether a text holds a word of the class `context`: only then do everyday words count as cues."""
    return lexicon.context_pattern.search(fold(text)) is not None


def mentions_of_captives(text: str, lexicon: Lexicon) -> int:
    """How often a text holds a word of the class `dense`: only where it does may any name or number be a captive."""
    return len(lexicon.dense_pattern.findall(fold(text)))


def worth_parsing(text: str, spans: Iterable[tuple[int, int]], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Sentences that hold a strong cue, or an everyday one in a text that speaks of custody or sanctions."""
    cues = find_cues(text, lexicon)
    if not cues:
        return []
    weak_count = any(cue.strong for cue in cues) or speaks_of_custody(text, lexicon)
    starts = [cue.start for cue in cues if cue.strong or weak_count]
    chosen, next_cue = [], 0
    for start, end in spans:
        while next_cue < len(starts) and starts[next_cue] < start:
            next_cue += 1
        if next_cue < len(starts) and starts[next_cue] < end:
            chosen.append((start, end))
    return chosen
