"""Topics: whether what a text says around a sentence tells what its talks and deals are about.

"They met for six hours" says nothing of captives; after "The families of the hostages waited" it does.
"""

from __future__ import annotations

import re

from habeas.claims.cues import Subject
from habeas.claims.frames import Lexicon
from habeas.claims.words import fold

_STOP = re.compile(r"[.!?…][\"”’»)]*\s+|\n\s*\n")
_WORD = re.compile(r"\w+")
_REACH = 400
"""Characters of a sentence looked at, at most."""


def is_topical(text: str, start: int, subject: Subject, words: Lexicon) -> bool:
    """Whether a text about captives throughout names a topic in its first sentence or the one before an offset."""
    if not subject.dense:
        return False
    near = (_last_sentence(text[max(0, start - _REACH) : start].rstrip()), _first_sentence(text[: min(start, _REACH)]))
    return any(words.is_a("topic", fold(match[0])) for part in near for match in _WORD.finditer(part))


def _last_sentence(before: str) -> str:
    return _STOP.split(before)[-1]


def _first_sentence(opening: str) -> str:
    return next((part for part in _STOP.split(opening) if part.strip()), "")
