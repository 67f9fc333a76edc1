"""The order of the steps from documents to claims, nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import habeas
from habeas.claims.cues import worth_parsing
from habeas.claims.drafts import draft_claims
from habeas.claims.frames import lexicon
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


def reader_of(document: Document) -> str:
    """Name and version of a document's reader: the grammar and the parser's weights; "" where its language is unknown."""
    if document.language is None:
        return ""
    return f"grammar {habeas.__version__}, {load_parser(document.language).name}"


def trees_of(batch: list[Document]) -> list[list[Tree]]:
    """For each document the trees of its sentences that are worth parsing."""
    chosen: dict[str, list[tuple[int, str, int]]] = {}
    for number, document in enumerate(batch):
        if document.language is None:
            continue
        words = lexicon(document.language)
        spans = sentence_spans(document.text, document.language)
        for start, end in worth_parsing(document.text, spans, words):
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
