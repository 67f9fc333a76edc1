"""Places: the words of a text that name a state, its people, cities, leaders, organs and prisons, with its code.

`Gazetteer.mentions` finds them in one pass; `salience` tells which states a whole document is about. What a mention
has to do with a claim (who holds, who acts, who is aimed at) is `custody.py`'s matter.

Matching goes word by word through a table of first words rather than by one large pattern: it needs no lowered copy
of the text, whose letters may change in number ("İ"), and is ready in a fraction of the time (docs/places.md).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from habeas.claims.gazetteer import WORD, Name, PlaceList, Role, fold, names_by_first_word, states
from habeas.documents.model import Document
from habeas.lexicons import load

__all__ = ["Gazetteer", "PlaceMention", "Role", "gazetteer", "salience", "states"]


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words of a text that name a state or one of its parts; `text[start:end] == words`, with `start` added."""

    start: int
    end: int
    codes: tuple[str, ...]
    """Alpha-2, "EU", "UN", or the name of another body, the likeliest first; empty for a carrier."""
    role: Role
    words: str


# "(BBC) (AFP via The Jakarta Post)" after a sentence cites an outlet, whose seat says nothing of custody.
_CITATION = re.compile(r"(?<=[.!?\"”’')])[ \u00a0,]*\([^()\n]{2,120}\)")


class Gazetteer:
    """The place names of one language, ready to be found in texts; see `gazetteer`."""

    def __init__(self, language: str) -> None:
        self.language = language
        names = load(f"{language}/places", PlaceList)
        self.before = names.before
        self.relations = tuple(
            (relation, tuple(map(fold, getattr(names.before, relation))))
            for relation in ("where", "whence", "whither", "agent", "against", "of")
        )
        self._names = names_by_first_word(language, names)
        self._small = frozenset(word for word, alike in self._names.items() if not all(name.capital for name in alike))
        self._openers = frozenset(map(fold, names.openers))
        self._given = frozenset(map(fold, names.given))
        self._surnames = frozenset(map(fold, names.surnames))
        self._beside = frozenset(map(fold, names.beside))
        self._outlets = frozenset(map(fold, names.outlets))

    def mentions(self, text: str, start: int = 0, on: date | None = None) -> tuple[PlaceMention, ...]:
        """All mentions in order, none overlapping another; `start` is added to offsets.

        The longest name wins. On a day given, a surname counts only where its bearer was in office then.
        A name that several places bear goes to the state that the text names without doubt, else to the likeliest.
        """
        found: list[PlaceMention] = []
        done = 0
        names = self._names
        folded = fold(text)
        cited = [match.span() for match in _CITATION.finditer(text)]
        small = self._small
        hits = [
            (match.start(), names[word])
            for match in WORD.finditer(folded)
            if (word := match[0]) in names and (word in small or not text[match.start()].islower())
        ]
        for at, alike in hits:
            if at < done:
                continue
            for name in alike:
                if not folded.startswith(name.folded, at) or not self._fits(text, at, name, on):
                    continue
                done = at + len(name.folded)
                is_cited = bool(cited) and any(first <= at < last for first, last in cited)
                if not is_cited and not self._is_a_persons(text, at, done, name):
                    found.append(PlaceMention(at, done, name.codes, name.role, text[at:done]))
                break
        settled = _settled(found)
        if not start:
            return settled
        return tuple(replace(mention, start=mention.start + start, end=mention.end + start) for mention in settled)

    def _fits(self, text: str, at: int, name: Name, on: date | None) -> bool:
        """Whether a name whose letters stand at an offset is whole there, in its case, and in its years."""
        end = at + len(name.folded)
        if end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
            return False
        if name.capital and text[at].islower():
            return False
        if name.exact is not None and (text[at:end] != name.exact or text[end : end + 1] == "$"):
            return False  # "US$7 billion" is money
        if on is None:
            return True
        return (name.since is None or on.year >= name.since) and (name.until is None or on.year <= name.until)

    def _is_a_persons(self, text: str, at: int, end: int, name: Name) -> bool:
        """Whether the words are part of a person's, an outlet's or some longer name: "Chad Miller", "Jakarta Post"."""
        if name.role is Role.CARRIER:
            return False
        after = _capitalised_after(text, end)
        if after is not None and fold(after) in self._outlets:
            return True
        derived = name.derived and name.role is Role.CITY
        if (derived or name.folded in self._given) and after is not None and not self._is_place_word(after):
            return True
        if not derived and name.folded not in self._surnames:
            return False
        before = _capitalised_before(text, at)
        return before is not None and not self._is_place_word(before) and fold(before) not in self._openers

    def _is_place_word(self, word: str) -> bool:
        folded = fold(word)
        return folded in self._beside or any(name.folded == folded for name in self._names.get(folded, ()))


_AFTER = re.compile(r"[ \u00a0]([^\W\d_]+)")
_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0]$")


def _capitalised_after(text: str, end: int) -> str | None:
    match = _AFTER.match(text, end)
    return match[1] if match is not None and match[1][0].isupper() else None


def _capitalised_before(text: str, at: int) -> str | None:
    match = _BEFORE.search(text, max(0, at - 30), at)
    return match[1] if match is not None and match[1][0].isupper() else None


def _settled(found: list[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Mentions whose name several states bear, with the state named elsewhere in the text put first."""
    if all(len(mention.codes) < 2 for mention in found):
        return tuple(found)
    sure = Counter(mention.codes[0] for mention in found if len(mention.codes) == 1)
    return tuple(
        mention
        if len(mention.codes) < 2
        else replace(mention, codes=(max(mention.codes, key=lambda code: sure[code]),))
        for mention in found
    )


@cache
def gazetteer(language: str) -> Gazetteer:
    """The place names of a language, made on first use and kept. A language without lists is an OSError."""
    return Gazetteer(language)


# How much a mention says of what the document is about, learned by eye on reports; see docs/places.md.
_TITLE, _LEAD = 3.0, 2.0
_LEAD_LENGTH = 400
_ROLE_WEIGHT = {
    Role.STATE: 1.0,
    Role.ADJECTIVE: 1.0,
    Role.DEMONYM: 0.8,
    Role.CAPITAL: 0.8,
    Role.LEADER: 0.9,
    Role.ORGAN: 0.7,
    Role.PRISON: 1.5,
    Role.BODY: 0.3,
    Role.GROUP: 0.7,
    Role.MONITOR: 0.9,
    Role.REGION: 0.9,
    Role.CITY: 0.8,
    Role.CARRIER: 0.0,
}


def salience(document: Document, found: tuple[PlaceMention, ...] | None = None) -> tuple[str, ...]:
    """Codes that the document is about, the most so first: by title, lead, prisons and how often each is named."""
    if document.language is None:
        return ()
    names = gazetteer(document.language)
    if found is None:
        found = names.mentions(document.text, on=document.published)
    score: dict[str, float] = defaultdict(float)
    for mention in found:
        if mention.codes:
            near = _LEAD if mention.start < _LEAD_LENGTH else 1.0
            score[mention.codes[0]] += near * _ROLE_WEIGHT[mention.role]
    for mention in names.mentions(document.title or "", on=document.published):
        if mention.codes:
            score[mention.codes[0]] += _TITLE * _ROLE_WEIGHT[mention.role]
    return tuple(sorted(score, key=lambda code: -score[code]))
