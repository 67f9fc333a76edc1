"""Universal Dependencies as the grammar expects them, where a model's treebank says less or more.

Subtypes that only some treebanks mark (passive subjects and auxiliaries, agents, relative clauses) are
worked out; subtypes nobody reads (flat:name, nummod:gov) are dropped.
"""

from __future__ import annotations

from functools import cache

import msgspec

from habeas import lexicons
from habeas.syntax.arcs import Arcs
from habeas.syntax.arguments import settle_arguments
from habeas.syntax.cases import settle_cases
from habeas.syntax.gaps import fill_dashes, fill_orphan


class SyntaxWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`syntax.toml`: words that the completion needs."""

    copulas: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    """Lemmas of the auxiliary of the passive."""
    agents: frozenset[str] = frozenset()
    """Adpositions of the agent."""
    agent_case: str | None = None
    """Case of an agent that stands without an adposition; None where nouns show no case."""
    distributive: frozenset[str] = frozenset()
    """Adpositions of "so many each", which an object may stand with."""
    inserted: frozenset[str] = frozenset()
    """Lemmas of verbs of saying that stand inserted between commas."""
    as_told: frozenset[str] = frozenset()
    """Words that may stand before them."""
    sourced: frozenset[tuple[str, str]] = frozenset()
    """Pairs of words that open an inserted source."""
    rough: frozenset[str] = frozenset()
    """Adpositions that make a number a rough one, which stands where a bare number would."""
    ranges: frozenset[str] = frozenset()
    """Adpositions that stand before the ends of a range of numbers."""
    personal: frozenset[str] = frozenset()
    """Adpositions of a personal object; empty where it has none."""
    cuts: frozenset[str] = frozenset()
    """Marks between clauses that the model reads better apart."""
    enclitics: dict[str, str] = {}
    """Pronouns that are written into verbs, with their features."""


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
    for i, feats in enumerate(arcs.feats):
        if feats.get("Degree") == "Cmp":
            _lower_comparative(arcs, i)
    if words.agent_case is not None:
        arcs.single_root()
        fill_dashes(arcs)
        settle_cases(arcs, words.distributive, words.ranges, words.rough)
    if words.personal:
        settle_arguments(arcs, words.personal, words.passives)
    for i, name in enumerate(rel):
        if name == "acl" and _has_relative(arcs, i):
            rel[i] = "acl:relcl"
        if name == "xcomp" and any(rel[kid] == "nsubj" for kid in arcs.kids[i]):
            rel[i] = "ccomp"  # what has a subject of its own is no open complement
        if arcs.feats[i].get("Reflex") == "Yes":
            _mark_reflexive(arcs, i)
        if _is_passive(arcs, i, words):
            _mark_passive(arcs, i, words)
        if rel[i] == "orphan":
            fill_orphan(arcs, i)
    arcs.flatten_coordination()
    arcs.single_root()


def _lower_comparative(arcs: Arcs, word: int) -> None:
    """Hang the "more" of "more than forty people" on the number, and the number on the people.

    Models read it as "more" of people, or hang the number on "more".
    """
    number = next((i for i in arcs.kids[word] if i > word and arcs.rel[i] == "nummod"), None)
    if number is not None and arcs.head[word] > number:
        arcs.move(number, arcs.head[word])
        arcs.move(word, number)
        arcs.rel[word] = "advmod"
        return
    if arcs.rel[word] not in ("nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj", "root", "dep"):
        return
    for kid in arcs.kids[word]:
        if kid > word and arcs.rel[kid] in ("obl", "nmod"):
            number = next((i for i in arcs.kids[kid] if arcs.rel[i] == "nummod"), None)
            if number is not None:
                arcs.exchange(word, kid, "advmod")
                arcs.move(word, number)
            return


def _mark_reflexive(arcs: Arcs, pronoun: int) -> None:
    """A reflexive before a verb whose subject or person-marked object comes after it makes it passive: "se liberó a diez"."""
    verb = arcs.head[pronoun]
    if arcs.rel[pronoun] not in ("obj", "iobj", "expl") or pronoun > verb:
        return
    others = [kid for kid in arcs.kids[verb] if kid != pronoun and arcs.rel[kid] in ("nsubj", "obj")]
    if others and all(kid > verb for kid in others):
        arcs.rel[pronoun] = "expl:pass"


def _is_agent(arcs: Arcs, noun: int, words: SyntaxWords) -> bool:
    cases = [arcs.text[kid].lower() for kid in arcs.kids[noun] if arcs.rel[kid] == "case"]
    if cases:
        return any(case in words.agents for case in cases)
    return words.agent_case is not None and arcs.feats[noun].get("Case") == words.agent_case


def _has_relative(arcs: Arcs, verb: int) -> bool:
    """Whether a relative word stands under the verb, at most below one noun or adposition."""
    for kid in arcs.kids[verb]:
        if _is_relative(arcs, kid):
            return True
        if any(_is_relative(arcs, i) and arcs.rel[i] in ("det", "nmod") for i in arcs.kids[kid]):
            return True
    return False


def _is_relative(arcs: Arcs, word: int) -> bool:
    """Whether a word is, or in another place may be, a relative one ("Int,Rel")."""
    return "Rel" in arcs.feats[word].get("PronType", "").split(",")


def _is_passive(arcs: Arcs, verb: int, words: SyntaxWords) -> bool:
    if arcs.upos[verb] not in ("VERB", "ADJ", "AUX"):
        return False
    if arcs.feats[verb].get("Voice") == "Pass":
        return True
    participle = arcs.feats[verb].get("VerbForm") == "Part"
    for kid in arcs.kids[verb]:
        if arcs.rel[kid] in ("expl:pass", "aux:pass", "nsubj:pass"):
            return True
        if participle and arcs.rel[kid] in ("aux", "cop"):
            if arcs.lemma[kid] in words.passives:
                arcs.rel[kid] = "aux:pass"
                return True
            if arcs.lemma[kid] in words.copulas:
                arcs.rel[kid] = "cop"
    if not participle or not words.agents:
        return False
    if arcs.rel[verb] == "conj":  # "fue detenido y condenado"
        above = arcs.head[verb]
        alone = not any(arcs.rel[kid] in ("aux", "cop") or arcs.rel[kid].startswith("nsubj") for kid in arcs.kids[verb])
        return alone and arcs.feats[above].get("VerbForm") == "Part" and arcs.feats[above].get("Voice") == "Pass"
    return arcs.rel[verb] in ("acl", "amod", "advcl") and not any(arcs.rel[kid] == "aux" for kid in arcs.kids[verb])


def _mark_passive(arcs: Arcs, verb: int, words: SyntaxWords) -> None:
    for kid in arcs.kids[verb]:
        if arcs.rel[kid] in ("nsubj", "csubj"):
            arcs.rel[kid] += ":pass"
        elif arcs.rel[kid] in ("obl", "obj") and _is_agent(arcs, kid, words):
            arcs.rel[kid] = "obl:agent"
    if arcs.feats[verb].get("Voice") != "Pass":
        arcs.add_feature(verb, "Voice", "Pass")
