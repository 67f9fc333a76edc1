"""Status: whether what a clause tells happened, is planned, may happen, was refused, or is only asked for.

Read off the head's modal verbs and negation, then by climbing to the words that govern the clause.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from habeas.claims.clauses import Clause, ClauseReader, Form
from habeas.claims.frames import Lexicon, WordTest, lexicon
from habeas.claims.model import Kind, Reason, Status
from habeas.claims.words import fold
from habeas.lexicons import load
from habeas.syntax.model import Token


class StatusFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`status.toml`."""

    modals: dict[str, list[str]]
    governors: dict[Status, list[str]]
    adjectives: dict[Status, list[str]]


DEMAND = "demand"
"""A modal that asks for the thing: "must be freed"."""


@dataclass(frozen=True, slots=True)
class StatusWords:
    """A language's words of status, ready for use."""

    modals: dict[str, WordTest]
    governors: dict[Status, WordTest]
    adjectives: dict[Status, WordTest]

    @classmethod
    def of(cls, words: Lexicon) -> StatusWords:
        """Compile the word list of a lexicon's language."""
        file = load(f"{words.language}/status", StatusFile)
        return cls(
            {name: words.words(patterns) for name, patterns in file.modals.items()},
            {status: words.words(patterns) for status, patterns in file.governors.items()},
            {status: words.words(patterns) for status, patterns in file.adjectives.items()},
        )


@cache
def status_words(language: str) -> StatusWords:
    """The words of status of a language, compiled once in a process."""
    return StatusWords.of(lexicon(language))


@dataclass(frozen=True, slots=True)
class Standing:
    """How a clause stands in its sentence."""

    status: Status
    demanded: bool
    """Asked for by a modal verb: a demand, and no claim of the act."""
    hypothetical: bool
    """Under a condition."""
    reason: Reason


def _reason(rule: str, *tokens: Token) -> Reason:
    return Reason("status", rule, " ".join(token.text for token in tokens))


def standing(kind: Kind, clause: Clause, reader: ClauseReader) -> Standing:
    """Status of what the clause tells."""
    words = status_words(reader.lexicon.language)
    head = clause.head
    own = _own(clause, reader, words)
    if own is not None and (own.status is Status.REFUSED or own.demanded):
        return own
    above = _above(kind, head, clause, reader, words)
    if above is not None and (own is None or above.status is Status.REFUSED):
        return above
    if own is not None:
        return own
    return Standing(Status.ACTUAL, False, False, Reason("status", "nothing says otherwise", head.text))


def _own(clause: Clause, reader: ClauseReader, words: StatusWords) -> Standing | None:
    """From the head's own modal verbs, negation, condition and adjectives."""
    tree, head, lex = reader.tree, clause.head, reader.lexicon
    holders = [head]
    if head.deprel == "conj":
        first = tree.tokens[head.head]
        if not any(kid.deprel in ("nsubj", "nsubj:pass") for kid in tree.children(head)):
            holders.append(first)
    for holder in holders:
        for kid in tree.children(holder, "advmod", "det", "cc:preconj", "aux", "neg", "mark", "case"):
            if kid.deprel != "mark" and holder is head and lex.negators(fold(kid.text)) and kid.i <= head.i:
                return Standing(Status.REFUSED, False, False, _reason("negated", kid, head))
    affected = clause.object if clause.object is not None else clause.subject
    if affected is not None:
        for kid in tree.children(affected, "det"):
            if lex.negators(fold(kid.text)):
                return Standing(Status.REFUSED, False, False, _reason("none affected", kid, affected))
        if lex.negators(fold(affected.text)):
            return Standing(Status.REFUSED, False, False, _reason("none affected", affected))
    for holder in holders:
        for kid in tree.children(holder, "mark", "advmod"):
            if lex.conditional(fold(kid.text)) and kid.deprel == "mark":
                return Standing(Status.POSSIBLE, False, True, _reason("under a condition", kid, head))
        for kid in tree.children(holder, "aux"):
            text = fold(kid.text)
            for name, fits in words.modals.items():
                if fits(text):
                    if name == DEMAND:
                        return Standing(Status.POSSIBLE, True, False, _reason("asked for", kid, head))
                    return Standing(Status(name), False, False, _reason("modal", kid, head))
    for kid in tree.children(head, "amod", "advmod", "acl", "compound"):
        for status, fits in words.adjectives.items():
            if fits(fold(kid.text)):
                return Standing(status, False, False, _reason("qualified", kid, head))
    return None


CLIMBS = frozenset(
    {
        "ccomp",
        "xcomp",
        "advcl",
        "acl",
        "obj",
        "nmod",
        "obl",
        "csubj",
        "conj",
        "nsubj:pass",
        "nsubj",
        "compound",
        "obl:agent",
        "obl:arg",
        "iobj",
        "parataxis",
        "dep",
    }
)


def _above(kind: Kind, head: Token, clause: Clause, reader: ClauseReader, words: StatusWords) -> Standing | None:
    """From the words that govern the clause, nearest first."""
    tree, lex = reader.tree, reader.lexicon
    token, first = head, clause.form is Form.NOUN
    infinitive = clause.form is Form.INFINITIVE
    told_by_purpose = kind in (Kind.TALKS, Kind.DEMAND)  # "flies in to discuss", "march to demand"
    for upper in tree.ancestors(head):
        relation = token.deprel
        if relation == "acl:relcl" or relation not in CLIMBS:
            break
        if relation == "conj":
            token = upper
            continue
        noun_step = relation in (
            "obj",
            "nmod",
            "obl",
            "nsubj",
            "nsubj:pass",
            "compound",
            "obl:agent",
            "obl:arg",
            "iobj",
        )
        if noun_step and not first and relation not in ("nmod", "obj", "compound"):
            break
        text = fold(upper.text)
        governs = relation not in ("nsubj", "obl:agent")
        if relation in ("advcl", "obl") and not infinitive and not first:
            governs = False
        if governs:
            for status in (Status.REFUSED, Status.PLANNED, Status.POSSIBLE):
                if words.governors[status](text):
                    negated = any(lex.negators(fold(kid.text)) for kid in tree.children(upper, "advmod", "det"))
                    if negated:
                        status = Status.REFUSED if status is not Status.REFUSED else Status.ACTUAL
                    return Standing(status, False, False, _reason("governed", upper, head))
        if infinitive and relation == "advcl" and not told_by_purpose:
            return Standing(Status.POSSIBLE, False, False, _reason("purpose", upper, head))
        if infinitive and relation == "xcomp":
            pass
        if relation == "advcl" and any(lex.conditional(fold(kid.text)) for kid in tree.children(token, "mark")):
            return Standing(Status.POSSIBLE, False, True, _reason("under a condition", token, head))
        if relation in ("ccomp", "parataxis") and not infinitive:
            first = False
            token = upper
            continue
        modal = _modal_of(upper, reader, words)
        if modal is not None and relation in ("xcomp", "obj", "nsubj:pass", "ccomp"):
            return Standing(modal, False, False, _reason("modal above", upper, head))
        first = upper.upos in ("NOUN", "PROPN")
        infinitive = upper.feats.get("VerbForm") == "Inf"
        token = upper
    return None


def _modal_of(verb: Token, reader: ClauseReader, words: StatusWords) -> Status | None:
    for kid in reader.tree.children(verb, "aux"):
        text = fold(kid.text)
        for name, fits in words.modals.items():
            if fits(text):
                return Status.POSSIBLE if name == DEMAND else Status(name)
    return None
