"""spaCy: parses English, Spanish and French."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

import numpy as np
import spacy
from spacy.attrs import DEP, HEAD, MORPH, ORTH, POS, TAG  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.vocab import Vocab

from habeas.syntax.arcs import Arcs, features
from habeas.syntax.arguments import with_enclitics_apart
from habeas.syntax.clearnlp import to_ud
from habeas.syntax.model import Token, Tree
from habeas.syntax.packs import Installed
from habeas.syntax.parser import joined, pieces
from habeas.syntax.ud import complete, syntax_words

BATCH = 128  # sentences parsed together
UNUSED = ("ner", "senter")
AFTERWARDS = ("attribute_ruler", "lemmatizer")
FORM = (ORTH, TAG, POS, MORPH, DEP)
"""What the word rules of the models look at."""
FORMS_CAP = 200_000  # forms kept, about 60 MB


class _Form(NamedTuple):
    """A word as it was tagged, with what the model's word rules add; shared by all its occurrences."""

    text: str
    lemma: str
    upos: str
    tag: str
    feats: dict[str, str]


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
        # What comes after the parser looks at one word at a time: run by hand, once for each form met.
        # In the pipeline it takes a third of the time.
        self._afterwards = [self._nlp.get_pipe(name) for name in AFTERWARDS if self._nlp.has_pipe(name)]
        self._nlp.select_pipes(disable=[name for name in AFTERWARDS if self._nlp.has_pipe(name)])
        self._forms: dict[tuple[int, ...], _Form] = {}

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
        cuts = pieces([token.text for token in words], self._words.cuts)
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
        rows = doc.to_array([HEAD, *FORM]).tolist()
        strings = doc.vocab.strings
        forms = [self._form(tuple(row[1:]), doc.vocab) for row in rows]
        arcs = Arcs(
            [form.text for form in forms],
            [form.lemma for form in forms],
            [form.upos for form in forms],
            [form.tag for form in forms],
            [form.feats for form in forms],
            [_head(i, row[0]) for i, row in enumerate(rows)],
            [strings[row[-1]] for row in rows],
        )
        if self._clearnlp:
            to_ud(arcs, self._words.copulas)
            return arcs.tokens(starts)
        if self._words.enclitics:
            arcs, starts = with_enclitics_apart(arcs, starts, self._words.enclitics)
        complete(arcs, self._words)
        return arcs.tokens(starts)

    def _form(self, key: tuple[int, ...], vocab: Vocab) -> _Form:
        known = self._forms.get(key)
        if known is None:
            if len(self._forms) >= FORMS_CAP:
                self._forms.clear()
            known = self._forms[key] = self._annotated(key, vocab)
        return known

    def _annotated(self, key: tuple[int, ...], vocab: Vocab) -> _Form:
        """What the model's word rules make of a form as it was tagged and parsed."""
        doc = Doc(vocab, words=[vocab.strings[key[0]]])
        doc.from_array(list(FORM[1:]), np.array([key[1:]], dtype="uint64"))  # type: ignore[arg-type]
        for component in self._afterwards:
            doc = component(doc)
        word = doc[0]
        lemma = word.lemma_.partition(" ")[0]  # "liberar él" of "liberarlos"
        upos = word.pos_
        return _Form(word.text, lemma if upos == "PROPN" else lemma.lower(), upos, word.tag_, features(str(word.morph)))


def _head(i: int, offset: int) -> int:
    """Index of a head from spaCy's offset, which comes as an unsigned number."""
    return i + (offset - 2**64 if offset >= 2**63 else offset)
