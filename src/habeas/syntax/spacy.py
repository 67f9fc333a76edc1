"""spaCy: parses English, Spanish and French."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import cast

import spacy
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, ORTH, POS, TAG  # type: ignore[import-not-found]
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc
from spacy.tokens import Token as Word

from habeas.syntax.arcs import Arcs, features
from habeas.syntax.clearnlp import to_ud
from habeas.syntax.model import Token, Tree
from habeas.syntax.packs import Installed
from habeas.syntax.parser import joined, pieces
from habeas.syntax.ud import complete, syntax_words

BATCH = 128  # sentences parsed together
UNUSED = ("ner", "senter")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a sentence to be parsed: spaCy's tokens of it, and their offsets in the document."""

    doc: Doc
    starts: tuple[int, ...]


class SpacyParser:
    """A spaCy model whose trees are in Universal Dependencies, whatever labels it was trained on."""

    def __init__(self, weights: Installed) -> None:
        with warnings.catch_warnings():
            # the Spanish weights were made for spaCy 3.1; docs/decisions tells what was checked
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            self._nlp = spacy.load(weights.path, exclude=UNUSED)
        self.name = weights.name
        self._language = weights.language
        self._words = syntax_words(weights.language)
        self._clearnlp = "dobj" in self._nlp.get_pipe("parser").labels  # type: ignore[attr-defined]
        # Run by hand, once for each word form: in the pipeline it takes a third of the time.
        self._lemmatizer = cast(Lemmatizer, self._nlp.get_pipe("lemmatizer"))
        self._nlp.disable_pipe("lemmatizer")
        self._lemmas: dict[tuple[int, ...], str] = {}

    def parse(self, sentences: Iterable[tuple[str, int]]) -> Iterator[Tree]:
        """One tree for each sentence, in order."""
        waiting = iter(sentences)
        while batch := list(islice(waiting, BATCH)):
            cut = [self._pieces(text, start) for text, start in batch]
            parsed = self._nlp.pipe((piece.doc for parts in cut for piece in parts), batch_size=BATCH)
            for (text, start), parts in zip(batch, cut, strict=True):
                tokens = [self._tokens(next(parsed), piece.starts) for piece in parts]
                yield Tree.of(text, start, self._language, joined(tokens))

    def _pieces(self, text: str, start: int) -> list[_Piece]:
        """The sentence without its white space, in pieces no longer than the cap, none of which may be split further."""
        doc = self._nlp.make_doc(text)
        words = [token for token in doc if not token.is_space]
        if not words:
            raise ValueError("a sentence with a word in it was expected")
        cuts = pieces([token.text for token in words])
        found = []
        for first, end in cuts:
            stretch = words[first:end]
            part = doc
            if len(stretch) != len(doc):
                spaces = [bool(token.whitespace_) for token in stretch]
                part = Doc(doc.vocab, [token.text for token in stretch], spaces)
            for token in part:
                token.is_sent_start = token.i == 0
            found.append(_Piece(part, tuple(start + token.idx for token in stretch)))
        return found

    def _tokens(self, doc: Doc, starts: tuple[int, ...]) -> list[Token]:
        strings = doc.vocab.strings
        columns = doc.to_array([ORTH, POS, TAG, DEP, HEAD, MORPH, LEMMA]).tolist()
        upos = [strings[row[1]] for row in columns]
        lemma = []
        for i, row in enumerate(columns):
            key = (row[0], row[1], row[5], row[6])
            known = self._lemmas.get(key)
            if known is None:
                known = self._lemmas[key] = self._lemma(doc[i])
            lemma.append(known)
        arcs = Arcs(
            [strings[row[0]] for row in columns],
            lemma,
            upos,
            [strings[row[2]] for row in columns],
            [features(strings[row[5]]) for row in columns],
            [_head(i, row[4]) for i, row in enumerate(columns)],
            [strings[row[3]] for row in columns],
        )
        if self._clearnlp:
            to_ud(arcs, self._words.copulas)
        else:
            complete(arcs, self._words)
        return arcs.tokens(starts)

    def _lemma(self, word: Word) -> str:
        found: str = word.lemma_  # given by the rules of the model for a few words, such as auxiliaries
        if not found:
            found = self._lemmatizer.lemmatize(word)[0]
        return found if word.pos_ == "PROPN" else found.lower()


def _head(i: int, offset: int) -> int:
    """Index of a head from spaCy's offset, which comes as an unsigned number."""
    return i + (offset - 2**64 if offset >= 2**63 else offset)
