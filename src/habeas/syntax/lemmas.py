"""Lemmas of Russian: pymorphy3's readings of a word, that one taken which the parser's tag agrees with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pymorphy3

POS = {
    "NOUN": ("NOUN",),
    "PROPN": ("NOUN",),
    "ADJ": ("ADJF", "ADJS", "PRTF", "PRTS", "COMP", "NUMR"),
    "DET": ("ADJF", "NPRO"),
    "PRON": ("NPRO", "ADJF", "NOUN"),
    "NUM": ("NUMR", "ADJF", "NOUN"),
    "VERB": ("VERB", "INFN", "PRTF", "PRTS", "GRND"),
    "AUX": ("VERB", "INFN", "GRND"),
    "ADV": ("ADVB", "COMP", "PRED", "PRCL", "ADJS", "GRND"),
    "ADP": ("PREP",),
    "CCONJ": ("CONJ",),
    "SCONJ": ("CONJ",),
    "PART": ("PRCL",),
    "INTJ": ("INTJ",),
}
"""Parts of speech of pymorphy that a universal one may be, likeliest first."""

GRAMMEMES = {
    ("Case", "Nom"): "nomn",
    ("Case", "Gen"): "gent",
    ("Case", "Dat"): "datv",
    ("Case", "Acc"): "accs",
    ("Case", "Ins"): "ablt",
    ("Case", "Loc"): "loct",
    ("Number", "Sing"): "sing",
    ("Number", "Plur"): "plur",
    ("Gender", "Masc"): "masc",
    ("Gender", "Fem"): "femn",
    ("Gender", "Neut"): "neut",
    ("Animacy", "Anim"): "anim",
    ("Animacy", "Inan"): "inan",
    ("Tense", "Past"): "past",
    ("Tense", "Pres"): "pres",
    ("Voice", "Pass"): "pssv",
}
TOLD_BY_VERBS = {
    "pssv": ("Voice", "Pass"),
    "actv": ("Voice", "Act"),
    "futr": ("Tense", "Fut"),
    "impr": ("Mood", "Imp"),
    "tran": ("Subcat", "Tran"),
    "intr": ("Subcat", "Intr"),
}
TOLD_BY_FORM = {
    "VERB": TOLD_BY_VERBS,
    "AUX": TOLD_BY_VERBS,
    "NOUN": {"anim": ("Animacy", "Anim"), "inan": ("Animacy", "Inan")},
}
NAME = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn"})
POS_WEIGHT = 4.0  # a wrong part of speech is worse than any two wrong features
READING_CAP = 12  # readings looked at: pymorphy gives them likeliest first
CACHE_CAP = 200_000  # word forms kept, about 40 MB


class RussianLemmas:
    """Lemmas with a memory of the word forms met."""

    def __init__(self) -> None:
        self._analyzer = pymorphy3.MorphAnalyzer()
        self._known: dict[tuple[str, str, str | None, str | None, str | None], str] = {}
        self._told: dict[tuple[str, str, str | None, str | None], tuple[tuple[str, str], ...]] = {}

    def lemma(self, text: str, upos: str, feats: dict[str, str]) -> str:
        """Dictionary form: the infinitive of verbs and participles; the nominative of names, in their own gender."""
        key = (text, upos, feats.get("Case"), feats.get("Number"), feats.get("Gender"))
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= CACHE_CAP:
                self._known.clear()
            found = self._known[key] = self._read(text, upos, feats)
        return found

    def is_verb(self, text: str) -> bool:
        """Whether a word is likeliest a verb or a short participle."""
        return self._analyzer.parse(text)[0].tag.POS in ("VERB", "PRTS", "INFN")

    def is_only_verb(self, text: str) -> bool:
        """Whether a word can be nothing but a finite verb, whatever the parser's model takes it for."""
        return self._analyzer.word_is_known(text) and all(r.tag.POS == "VERB" for r in self._analyzer.parse(text))

    def features(self, text: str, upos: str, feats: dict[str, str]) -> tuple[tuple[str, str], ...]:
        """Features of a verb or noun that its form alone tells, where the parser's model guesses or keeps silent.

        Of a verb the voice of a participle, the future of a perfective or of "будет", and whether it takes an object;
        of a noun whether it is a living being.
        """
        key = (text, upos, feats.get("VerbForm"), feats.get("Case"))
        found = self._told.get(key)
        if found is None:
            if len(self._told) >= CACHE_CAP:
                self._told.clear()
            found = self._told[key] = tuple(self._features(text, upos, feats))
        return found

    def _features(self, text: str, upos: str, feats: dict[str, str]) -> Iterator[tuple[str, str]]:
        told = TOLD_BY_FORM.get(upos)
        if not self._analyzer.word_is_known(text):
            text = text.rpartition("-")[2]  # "супругов-краеведов", "экс-мэр"
        if told is None or not self._analyzer.word_is_known(text):
            return
        best = self._best(text, upos, {name: value for name, value in feats.items() if name != "Animacy"})
        if best.tag.POS not in POS[upos]:
            return
        for grammeme, feature in told.items():
            if grammeme in best.tag.grammemes:
                yield feature

    def _best(self, text: str, upos: str, feats: dict[str, str]) -> Any:
        """The reading that agrees best with the parser's tag."""
        wanted = {GRAMMEMES[pair] for pair in feats.items() if pair in GRAMMEMES}
        return max(self._analyzer.parse(text)[:READING_CAP], key=lambda reading: _fit(reading, upos, wanted))

    def _read(self, text: str, upos: str, feats: dict[str, str]) -> str:
        if not text[0].isalpha():
            return text.lower()
        best = self._best(text, upos, feats)
        if upos != "PROPN":
            return str(best.normal_form)
        nominative = best.inflect({"nomn"})
        return _capitals(text, best.normal_form if nominative is None else nominative.word)


def _fit(reading: Any, upos: str, wanted: set[str]) -> float:
    """How well a reading agrees with the parser's tag."""
    tag = reading.tag
    grammemes = tag.grammemes
    fit = float(reading.score) + len(wanted & grammemes)
    if tag.POS in POS.get(upos, ()):
        fit += POS_WEIGHT
    if upos == "PROPN" and not NAME.isdisjoint(grammemes):
        fit += 1
    return fit


def _capitals(text: str, word: str) -> str:
    """The word with the capitals of the text."""
    if text.isupper() and len(text) > 1:
        return word.upper()
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-")) if text[0].isupper() else word
