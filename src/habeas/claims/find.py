"""The order of the steps from documents to claims, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

import habeas
from habeas.claims.cues import worth_parsing
from habeas.claims.drafts import draft_claims, drafts_of
from habeas.claims.frames import Lexicon, lexicon
from habeas.claims.issues import Issue, issues_of, worth_explaining
from habeas.claims.model import Claim
from habeas.claims.repair import mended, patch_for
from habeas.documents.model import Document
from habeas.documents.sentences import sentence_spans
from habeas.syntax import load_parser
from habeas.syntax.model import Tree

BATCH = 64  # documents parsed together: a parser is several times faster on batches


def find_claims(documents: Iterable[Document]) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
    """Each document with its claims, in the order given.

    Pure: the same text gives the same claims. Raises `MissingPack` for a document whose language has no parser.
    """
    waiting = iter(documents)
    while batch := list(islice(waiting, BATCH)):
        trees = trees_of(batch)
        for document, own in zip(batch, trees, strict=True):
            yield document, draft_claims(document, own, reader_of(document))


def explain(documents: Iterable[Document]) -> Iterator[tuple[Document, tuple[Claim, ...], tuple[Issue, ...]]]:
    """Each document with its claims, the same as `find_claims` gives, and with what its words tell that was not read."""
    waiting = iter(documents)
    while batch := list(islice(waiting, BATCH)):
        for document, trees in zip(batch, trees_of(batch, worth_explaining), strict=True):
            read = _read(document, trees)
            issues = issues_of(document, trees, drafts_of(document, read))
            yield document, draft_claims(document, read, reader_of(document)), issues


def _read(document: Document, trees: list[Tree]) -> list[Tree]:
    """Those of a document's trees that an ordinary reading has."""
    if document.language is None:
        return []
    spans = sentence_spans(document.text, document.language)
    starts = {start for start, _ in worth_parsing(document.text, spans, lexicon(document.language))}
    return [tree for tree in trees if tree.start in starts]


def reader_of(document: Document) -> str:
    """Name and version of a document's reader: the grammar and the parser's weights; "" where its language is unknown."""
    if document.language is None:
        return ""
    return f"grammar {habeas.__version__}, {load_parser(document.language).name}"


Choice = Callable[[str, Iterable[tuple[int, int]], Lexicon], list[tuple[int, int]]]
"""Which of a text's sentences to parse, as spans."""


def trees_of(batch: list[Document], choice: Choice = worth_parsing) -> list[list[Tree]]:
    """For each document the trees of its sentences that are worth parsing."""
    chosen: dict[str, list[tuple[int, str, int]]] = {}
    for number, document in enumerate(batch):
        if document.language is None:
            continue
        words = lexicon(document.language)
        spans = sentence_spans(document.text, document.language)
        for start, end in choice(document.text, spans, words):
            chosen.setdefault(document.language, []).append((number, document.text[start:end], start))
    trees: list[list[Tree]] = [[] for _ in batch]
    for language, sentences in chosen.items():
        parser, words = load_parser(language), lexicon(language)
        parsed = list(parser.parse((text, start) for _, text, start in sentences))
        patches = [patch for tree in parsed if (patch := patch_for(tree, words)) is not None]
        parsed = mended(parsed, patches, parser.parse((patch.text, patch.tree.start) for patch in patches))
        for (number, _, _), tree in zip(sentences, parsed, strict=True):
            trees[number].append(tree)
    return trees
