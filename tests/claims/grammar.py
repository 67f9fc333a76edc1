"""Sentences read through the parser and the grammar, for the tests of the grammar's parts."""

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from habeas.claims.clauses import ClauseReader
from habeas.claims.cues import subject_of
from habeas.claims.find import find_claims
from habeas.claims.frames import lexicon
from habeas.claims.kinds import KindReader, Reading
from habeas.claims.model import Claim
from habeas.claims.repair import mended, patch_for
from habeas.documents.model import Document
from habeas.syntax import load_parser
from habeas.syntax.model import Tree
from habeas.syntax.packs import find

PUBLISHED = date(2025, 11, 26)  # a Wednesday


def need_pack(language: str) -> None:
    """Skip where the language's parser is not installed; where all must be tested (`CI=true`), fail."""
    if find(language) is None:
        refuse = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        refuse(f"the language pack {language} is not installed: `habeas languages add {language}`")


def parsed(sentences: Iterable[str], language: str = "en") -> list[Tree]:
    """The sentences' trees, mended as the reader mends them."""
    need_pack(language)
    words, parser = lexicon(language), load_parser(language)
    trees = list(parser.parse((sentence, 0) for sentence in sentences))
    patches = [patch for tree in trees if (patch := patch_for(tree, words)) is not None]
    return mended(trees, patches, parser.parse((patch.text, patch.tree.start) for patch in patches))


def clauses(sentence: str, language: str = "en") -> ClauseReader:
    """The clause reader of one sentence."""
    return ClauseReader(parsed([sentence], language)[0], lexicon(language))


def readings(tree: Tree, captives: int = 5) -> list[Reading]:
    """What the frames read in a tree, in a text that speaks of captives so many times."""
    words = lexicon(tree.language)
    subject = replace(subject_of(tree.text, words), captives=captives, custody=True)
    kinds = KindReader(ClauseReader(tree, words), subject)
    return [reading for token in tree.tokens if (reading := kinds.read(token)) is not None]


def claims(text: str, language: str = "en") -> tuple[Claim, ...]:
    """The claims of a text published on `PUBLISHED`."""
    need_pack(language)
    [(_, found)] = find_claims([Document("test", text, PUBLISHED, language)])
    return found
