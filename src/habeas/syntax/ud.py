"""Universal Dependencies as the grammar expects them, where a model's treebank says less or more.

Subtypes that only some treebanks mark (passive subjects and auxiliaries, agents, relative clauses) are
worked out; subtypes nobody reads (flat:name, nummod:gov) are dropped.
"""

from __future__ import annotations

from functools import cache

import msgspec

from habeas import lexicons
from habeas.syntax.arcs import Arcs


class SyntaxWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`syntax.toml`: words that the completion needs."""

    copulas: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    """Lemmas of the auxiliary of the passive."""
    agents: frozenset[str] = frozenset()
    """Adpositions of the agent."""


@cache
def syntax_words(language: str) -> SyntaxWords:
    """The words of a language; none where it has no lists."""
    if language not in lexicons.languages():
        return SyntaxWords()
    found: SyntaxWords = lexicons.load(f"{language}/syntax", SyntaxWords)
    return found


KEPT_SUBTYPES = frozenset({
    "nsubj:pass", "csubj:pass", "aux:pass", "expl:pass", "obl:agent", "obl:tmod", "nmod:poss", "acl:relcl",
    "compound:prt", "cc:preconj", "det:predet",
})  # fmt: skip


def complete(arcs: Arcs, words: SyntaxWords) -> None:
    """Complete the arcs of one sentence in place."""
    rel = arcs.rel
    for i, name in enumerate(rel):
        if ":" in name and name not in KEPT_SUBTYPES:
            rel[i] = name.partition(":")[0]
    for i, name in enumerate(rel):
        if name == "acl" and _has_relative(arcs, i):
            rel[i] = "acl:relcl"
        if _is_passive(arcs, i, words):
            _mark_passive(arcs, i, words)
    arcs.flatten_coordination()
    arcs.single_root()


def _has_relative(arcs: Arcs, verb: int) -> bool:
    """Whether a relative word stands under the verb, at most below one noun or adposition."""
    for kid in arcs.kids[verb]:
        if arcs.feats[kid].get("PronType") == "Rel":
            return True
        if any(arcs.feats[i].get("PronType") == "Rel" and arcs.rel[i] in ("det", "nmod") for i in arcs.kids[kid]):
            return True
    return False


def _is_passive(arcs: Arcs, verb: int, words: SyntaxWords) -> bool:
    if arcs.upos[verb] not in ("VERB", "ADJ", "AUX"):
        return False
    participle = arcs.feats[verb].get("VerbForm") == "Part"
    for kid in arcs.kids[verb]:
        if arcs.rel[kid] in ("expl:pass", "aux:pass", "nsubj:pass"):
            return True
        if participle and arcs.rel[kid] in ("aux", "cop") and arcs.lemma[kid] in words.passives:
            arcs.rel[kid] = "aux:pass"
            return True
    return participle and arcs.rel[verb] in ("acl", "amod", "advcl") and bool(words.agents)


def _mark_passive(arcs: Arcs, verb: int, words: SyntaxWords) -> None:
    for kid in arcs.kids[verb]:
        if arcs.rel[kid] in ("nsubj", "csubj"):
            arcs.rel[kid] += ":pass"
        elif arcs.rel[kid] == "obl" and any(
            arcs.rel[i] == "case" and arcs.text[i].lower() in words.agents for i in arcs.kids[kid]
        ):
            arcs.rel[kid] = "obl:agent"
    if arcs.feats[verb].get("Voice") != "Pass":
        arcs.add_feature(verb, "Voice", "Pass")
