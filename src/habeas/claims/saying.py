"""Saying: one way in which a sentence tells that something is said, and a language's words of saying."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from habeas.claims.frames import Lexicon, WordTest, lexicon
from habeas.claims.words import fold
from habeas.lexicons import load
from habeas.syntax.model import Token


class SpeechFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`speech.toml`; the English one tells what each list means."""

    says: list[str]
    counts: list[str]
    counts_with: list[str]
    announces: list[str]
    accuses: list[str]
    tells: list[str]
    avows: list[str]
    hearsay: list[str]
    reportedly: list[str]
    rumours: list[str]
    according: list[str]
    on_the_word: list[str]
    as_said: list[str]
    inside: list[str]
    anonymous: list[str]
    withheld: list[str]
    withheld_if_denied: list[str]
    figures: list[str]
    ours: list[str]
    same: list[str]


class SpeechWords:
    """A language's words of saying, ready for use."""

    def __init__(self, words: Lexicon) -> None:
        file = load(f"{words.language}/speech", SpeechFile)
        self.says = words.words(file.says)
        self.counts = words.words(file.counts)
        pairs = [phrase.split() for phrase in file.counts_with]
        self.counts_with = tuple((words.words([verb]), fold(case)) for verb, case in pairs)
        self.announces = words.words(file.announces)
        self.accuses = words.words(file.accuses)
        self.tells = words.words(file.tells)
        self.avows = words.words(file.avows)
        self.hearsay = words.words(file.hearsay)
        self.reportedly = words.words(file.reportedly)
        self.rumours = words.words(file.rumours)
        self.according = frozenset(map(fold, file.according))
        pairs = [phrase.split() for phrase in file.on_the_word]
        self.on_the_word = tuple((fold(case), words.words([noun])) for case, noun in pairs)
        self.as_said = words.words(file.as_said)
        self.inside = frozenset(map(fold, file.inside))
        self.anonymous = words.words(file.anonymous)
        self.withheld = words.words(file.withheld)
        self.withheld_if_denied = words.words(file.withheld_if_denied)
        self.figures = words.words(file.figures)
        self.ours = words.words(file.ours)
        self.same = words.words(file.same)
        self.negators = words.negators


@cache
def speech_words(language: str) -> SpeechWords:
    """The words of saying of a language, compiled once in a process."""
    return SpeechWords(lexicon(language))


@dataclass(frozen=True, slots=True)
class Saying:
    """One way in which something is said."""

    rule: str
    word: Token
    """The verb, adposition, noun or adverb that tells it."""
    who: Token | None
    """Head of the phrase for who says it; None where nobody is told."""
    unnamed: bool
    """Whether who says it is kept back."""


def is_word(token: Token, test: WordTest) -> bool:
    """Whether a word or its lemma is in a list."""
    return test(fold(token.lemma)) or test(fold(token.text))
