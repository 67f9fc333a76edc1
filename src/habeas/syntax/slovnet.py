"""slovnet: parses Russian, with words cut by razdel and lemmas by pymorphy3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import razdel
from navec import Navec
from slovnet import Morph, Syntax

from habeas.syntax.arcs import Arcs
from habeas.syntax.gaps import DASHES
from habeas.syntax.lemmas import RussianLemmas
from habeas.syntax.model import Token, Tree
from habeas.syntax.packs import Installed
from habeas.syntax.parser import pieces
from habeas.syntax.ud import complete, syntax_words
from habeas.syntax.weaving import Part, parts_of, woven

BATCH = 128  # sentences read together
TOGETHER = 16  # sentences parsed in one go; sorted by length first, so that little is padded

EMBEDDINGS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
OPENING = 10  # words that may stand before a sentence proper
MORPHOLOGY = "model/slovnet_morph_news_v1.tar"
SYNTAX = "model/slovnet_syntax_news_v1.tar"


class SlovnetParser:
    """The news models of slovnet; their labels are UD v2 already."""

    def __init__(self, weights: Installed) -> None:
        embeddings = Navec.load(str(weights.path / EMBEDDINGS))
        self._morph = Morph.load(str(weights.path / MORPHOLOGY), batch_size=TOGETHER)
        self._syntax = Syntax.load(str(weights.path / SYNTAX), batch_size=TOGETHER)
        self._morph.navec(embeddings)
        self._syntax.navec(embeddings)
        self.name = weights.name
        self._language = weights.language
        self._words = syntax_words(weights.language)
        self._lemmas = RussianLemmas()

    def parse(self, sentences: Iterable[tuple[str, int]]) -> Iterator[Tree]:
        """One tree for each sentence, in order."""
        waiting = iter(sentences)
        while batch := list(islice(waiting, BATCH)):
            yield from self._batch(batch)

    def _batch(self, batch: list[tuple[str, int]]) -> Iterator[Tree]:
        stretches: list[tuple[list[str], list[int]]] = []
        plans: list[list[Part]] = []
        for text, start in batch:
            cut = list(razdel.tokenize(text))
            if not cut:
                raise ValueError("a sentence with a word in it was expected")
            words = [word.text for word in cut]
            parts = parts_of(words, self._pieces(words), self._is_saying)
            plans.append(parts)
            stretches += [
                ([words[i] for i in part.words], [start + cut[i].start for i in part.words]) for part in parts
            ]
        order = sorted(range(len(stretches)), key=lambda i: len(stretches[i][0]))
        texts = [stretches[i][0] for i in order]
        parsed: list[list[Token]] = [[] for _ in stretches]
        for i, morph, syntax in zip(order, self._morph.map(texts), self._syntax.map(texts), strict=True):
            parsed[i] = self._tokens(morph.tokens, syntax.tokens, stretches[i][1])
        done = iter(parsed)
        for (text, start), parts in zip(batch, plans, strict=True):
            yield Tree.of(text, start, self._language, woven(parts, [next(done) for _ in parts]))

    def _is_saying(self, words: Sequence[str]) -> bool:
        """Whether words between commas are an inserted saying: a verb of saying, or "по" with whose words."""
        first, second = words[0].lower(), words[1].lower()
        if (first, second) in self._words.sourced:
            return True
        told = second if first in self._words.as_told else first
        return self._lemmas.lemma(told, "VERB", {}) in self._words.inserted

    def _pieces(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Stretches to be parsed apart: what stands before the sentence proper, and what its marks set off."""
        first = self._opening(words)
        rest = [(a + first, b + first) for a, b in pieces(words[first:], self._words.cuts)]
        return [(0, first), *rest] if first else rest

    def _opening(self, words: Sequence[str]) -> int:
        """Length of a dateline or of a speaker's name before a colon, which the model takes for the subject; else 0."""
        for i, word in enumerate(words[:OPENING]):
            if i and (word == ":" or (word in DASHES and words[0].isupper() and len(words[0]) > 1)):
                return i + 1 if i + 1 < len(words) else 0
            if self._lemmas.is_verb(word):
                return 0
        return 0

    def _tokens(self, morph: Sequence[Any], syntax: Sequence[Any], starts: Sequence[int]) -> list[Token]:
        text = [token.text for token in morph]
        upos = [token.pos for token in morph]
        feats = [token.feats for token in morph]
        head = [int(token.head_id) - 1 for token in syntax]
        rel = [token.rel for token in syntax]
        head = [i if above < 0 else above for i, above in enumerate(head)]
        _break_cycles(head, rel)
        arcs = Arcs(text, [], upos, [""] * len(text), feats, head, rel)
        for i, name in enumerate(upos):
            if name in ("NOUN", "ADJ") and text[i].islower() and self._lemmas.is_only_verb(text[i]):
                upos[i] = name = "VERB"
                feats[i] = {"VerbForm": "Fin"}
            for feature, value in self._lemmas.features(text[i], name, feats[i]):
                if feats[i].get(feature) != value:
                    arcs.add_feature(i, feature, value)
        complete(arcs, self._words)
        for i, relation in enumerate(rel):
            if relation == "flat" and upos[i] == "PROPN" and (gender := feats[head[i]].get("Gender")):
                arcs.add_feature(i, "Gender", gender)  # a surname's is guessed by its ending, a given name's is known
        arcs.lemma = [self._lemmas.lemma(*word) for word in zip(text, upos, feats, strict=True)]
        return arcs.tokens(starts)


def _break_cycles(head: list[int], rel: list[str]) -> None:
    """Hang on the root what does not lead to it: the model picks each head for itself, so that arcs may go round."""
    root = next((i for i, above in enumerate(head) if above == i), None)
    if root is None:
        root = rel.index("root") if "root" in rel else 0
        head[root] = root
    for i in range(len(head)):
        seen = set()
        at = i
        while head[at] != at:
            if at in seen:
                head[at], rel[at] = root, "dep"
                break
            seen.add(at)
            at = head[at]
