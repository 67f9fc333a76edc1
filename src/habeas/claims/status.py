"""Status: whether what a clause tells happened, is planned, may happen, was refused, or is only asked for.

Read off the head's modal verbs and negation, then by climbing to the words that govern the clause.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from habeas.claims.clauses import Clause, ClauseReader
from habeas.claims.forms import Form
from habeas.claims.frames import Lexicon, WordTest, lexicon
from habeas.claims.model import Kind, Reason, Status
from habeas.claims.words import fold
from habeas.lexicons import load
from habeas.syntax.model import Token, Tree


class StatusFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`status.toml`."""

    modals: dict[str, list[str]]
    governors: dict[Status, list[str]]
    adjectives: dict[Status, list[str]]
    destined: list[str] = []
    wished: list[str] = []
    asides: list[str] = []
    directs: list[str] = []


DEMAND = "demand"
"""A modal that asks for the thing: "must be freed"."""


@dataclass(frozen=True, slots=True)
class StatusWords:
    """A language's words of status, ready for use."""

    modals: dict[str, WordTest]
    governors: dict[Status, WordTest]
    adjectives: dict[Status, WordTest]
    destined: WordTest
    """Verbs whose bare infinitive is planned: "is to leave"."""
    directs: WordTest
    """Verbs that order or want what a participle of their object tells: "*ordered* ten freed"."""
    wished: WordTest
    """Words whose infinitive is a wish or a verdict of the speaker's and tells of no act: "deserves to be hanged"."""
    asides: WordTest
    """Adpositions of what goes before or beside, which no word governs: "a decision *following* the release"."""

    @classmethod
    def of(cls, words: Lexicon) -> StatusWords:
        """Compile the word list of a lexicon's language."""
        file = load(f"{words.language}/status", StatusFile)
        return cls(
            {name: words.words(patterns) for name, patterns in file.modals.items()},
            {status: words.words(patterns) for status, patterns in file.governors.items()},
            {status: words.words(patterns) for status, patterns in file.adjectives.items()},
            words.words(file.destined),
            words.words(file.directs),
            words.words(file.wished),
            words.words(file.asides),
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
    words, relations = " ".join(token.text for token in tokens), " ".join(token.deprel for token in tokens)
    return Reason("status", rule, words, relations)


def standing(kind: Kind, clause: Clause, reader: ClauseReader) -> Standing:
    """Status of what the clause tells."""
    words = status_words(reader.lexicon.language)
    head = clause.head
    supposed = _supposed(clause, reader, words)
    if supposed is not None:
        return supposed
    own = _own(clause, reader, words)
    if own is not None and (own.status is Status.REFUSED or own.demanded):
        return own
    above = _above(kind, head, clause, reader, words)
    if above is not None and (own is None or above.status is Status.REFUSED):
        return above
    if own is not None:
        return own
    if _is_to_come(clause, reader):
        return Standing(Status.PLANNED, False, False, _reason("future", head))
    return Standing(Status.ACTUAL, False, False, Reason("status", "nothing says otherwise", head.text))


def _supposed(clause: Clause, reader: ClauseReader, words: StatusWords) -> Standing | None:
    """Under a mark of condition, negated or not, or wished: neither tells of an act."""
    tree, head, lex = reader.tree, clause.head, reader.lexicon
    if clause.form is Form.NOUN:
        return None
    holder = head
    while True:
        for kid in tree.children(holder, "mark"):
            if lex.conditional(fold(kid.text)):
                return Standing(Status.POSSIBLE, False, True, _reason("under a condition", kid, head))
        upper = tree.parent(holder)
        of_an_adjective = upper is not None and upper.upos == "ADJ" and holder.deprel == "advcl"
        if upper is not None and (holder.deprel == "xcomp" or of_an_adjective) and words.wished(fold(upper.text)):
            return Standing(Status.POSSIBLE, False, True, _reason("wished", upper, head))
        if upper is None or holder.deprel != "conj" or tree.child(holder, "mark") is not None:
            break
        holder = upper
    strayed = _strayed_condition(clause, reader)
    if strayed is not None:
        return Standing(Status.POSSIBLE, False, True, _reason("under a condition", strayed, head))
    return None


def _strayed_condition(clause: Clause, reader: ClauseReader) -> Token | None:
    """A condition's mark that the parser hung on a participle of the subject: "if all those *held* there are freed"."""
    tree, head = reader.tree, clause.head
    if clause.form is not Form.FINITE:
        return None
    for token in reversed(tree.tokens[: head.i]):
        if token.upos == "PUNCT":
            return None
        if token.deprel == "mark" and reader.lexicon.conditional(fold(token.text)):
            upper = tree.parent(token)
            bare = upper is not None and token.i < upper.i < head.i and upper.feats.get("VerbForm") == "Part"
            return token if upper is not None and bare and tree.child(upper, "aux", "aux:pass") is None else None
    return None


def _is_to_come(clause: Clause, reader: ClauseReader) -> bool:
    """Whether the verb, or what carries it, stands in the future tense."""
    verbs = (clause.head, *reader.tree.children(clause.head, "aux", "aux:pass", "cop"))
    return clause.form is not Form.NOUN and any(verb.feats.get("Tense") == "Fut" for verb in verbs)


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
            if kid.deprel == "mark" or holder is not head or not lex.negators(fold(kid.text)):
                continue
            if kid.i <= head.i or _stands_before_auxiliary(kid, head, tree):
                return Standing(Status.REFUSED, False, False, _reason("negated", kid, head))
    affected = clause.object if clause.object is not None else clause.subject
    for named in (affected, clause.subject):
        if named is None:
            continue
        for kid in tree.children(named, "det", "cc"):
            if lex.negators(fold(kid.text)) and kid.i < named.i:
                return Standing(Status.REFUSED, False, False, _reason("none of them", kid, named))
        for kid in tree.children(named, "advmod"):
            is_of_one = tree.tokens[kid.i + 1].deprel in ("det", "nummod") and tree.tokens[kid.i + 1].head == named.i
            if lex.negators(fold(kid.text)) and kid.i < named.i and is_of_one:
                return Standing(Status.REFUSED, False, False, _reason("not one of them", kid, named))
        if lex.negators(fold(named.text)):
            return Standing(Status.REFUSED, False, False, _reason("nobody", named))
    for holder in holders:
        for kid in tree.children(holder, "aux", "aux:pass"):
            text = fold(kid.text)
            for name, fits in words.modals.items():
                if fits(text):
                    if name == DEMAND:
                        return Standing(Status.POSSIBLE, True, False, _reason("asked for", kid, head))
                    return Standing(Status(name), False, False, _reason("modal", kid, head))
    said = tree.parent(head) if clause.form is Form.NOUN and head.deprel == "nsubj" else None
    predicate = () if said is None or said.upos != "ADJ" else (said,)  # "her release is *imminent*"
    for kid in (*tree.children(head, "amod", "advmod", "acl", "compound"), *predicate):
        for status, fits in words.adjectives.items():
            if fits(fold(kid.text)):
                return Standing(status, False, False, _reason("qualified", kid, head))
    return _by_mood(head, reader)


def _by_mood(head: Token, reader: ClauseReader) -> Standing | None:
    """What is said in the imperative is asked for; a conditional is planned where somebody tells it, else possible.

    That of an auxiliary only keeps the writer out of it: "habrían sido detenidos".
    """
    if head.feats.get("Mood") == "Imp":
        return Standing(Status.POSSIBLE, True, False, _reason("asked for", head))
    if head.feats.get("Mood") != "Cnd" or reader.tree.child(head, "aux", "aux:pass", "cop") is not None:
        return None
    told = head.deprel in ("ccomp", "acl", "parataxis")
    return Standing(Status.PLANNED if told else Status.POSSIBLE, False, False, _reason("conditional", head))


def _stands_before_auxiliary(negator: Token, head: Token, tree: Tree) -> bool:
    """As in "освобождены не будут"."""
    return any(kid.i == negator.i + 1 for kid in tree.children(head, "aux", "aux:pass", "cop"))


_NOMINAL = frozenset({"obj", "nmod", "obl", "nsubj", "nsubj:pass", "compound", "obl:agent", "obl:arg", "iobj"})
_CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "dep"})
_UNGOVERNED = frozenset({"nsubj", "obl:agent"})
_HARMS = frozenset({Kind.DETENTION, Kind.SENTENCE, Kind.DEATH, Kind.EXPULSION})
"""Kinds that people stand up against once they have happened: "a march against the arrest of the mayor"."""
_MEASURES = frozenset({Kind.SANCTION, Kind.RELIEF})
_ASKED = frozenset({Kind.TALKS, Kind.DEMAND})
"""Kinds done by being for something: "flies in to discuss", "march to demand", "sign a petition asking"."""


def _above(kind: Kind, head: Token, clause: Clause, reader: ClauseReader, words: StatusWords) -> Standing | None:
    """From the words that govern the clause, nearest first."""
    tree, lex = reader.tree, reader.lexicon
    against = _refusing_mark(head, reader, words)
    if against is not None and not (clause.form is Form.NOUN and kind in _HARMS):
        return against
    director = None if kind is Kind.HELD else directed(clause, reader)
    if director is not None:
        status = next((status for status in _ORDER if words.governors[status](fold(director.text))), Status.PLANNED)
        return Standing(status, False, False, _reason("directed", director, head))
    if clause.form is Form.PARTICIPLE and head.deprel in ("acl", "amod"):
        return None  # "the hostages taken by rebels": told as a fact, whatever governs the noun
    token, nominal, infinitive = head, clause.form is Form.NOUN, clause.form is Form.INFINITIVE
    for upper in tree.ancestors(head):
        relation = token.deprel
        if relation == "conj":
            token = upper
            continue
        if relation not in _NOMINAL and relation not in _CLAUSAL:
            return None
        if relation in _NOMINAL and not nominal and relation not in ("nmod", "obj", "compound"):
            return None
        if relation == "obl" and token is not head:
            return None
        if relation == "advcl" and any(lex.conditional(fold(kid.text)) for kid in tree.children(token, "mark")):
            return Standing(Status.POSSIBLE, False, True, _reason("under a condition", token, head))
        if relation == "advcl" and not infinitive:
            return None
        if nominal and any(words.asides(fold(kid.text)) for kid in tree.children(token, "case", "mark")):
            return None
        if relation not in _UNGOVERNED or _awaits(token, upper):
            governed = _governed(kind, token, upper, head, clause, reader, words)
            if governed is not None and any(lex.conditional(fold(kid.text)) for kid in tree.children(upper, "mark")):
                return Standing(Status.POSSIBLE, False, True, _reason("under a condition", upper, head))
            if governed is not None:
                return _thwarted(governed, upper, reader, words) or governed
        if relation == "advcl" and kind not in _ASKED:
            return Standing(Status.POSSIBLE, False, False, _reason("purpose", upper, head))
        modal = _modal_of(upper, reader, words)
        gerund = token is head and clause.form is Form.GERUND  # "will begin *deporting* them"
        if (
            modal is not None
            and (infinitive or nominal or gerund)
            and relation in ("xcomp", "obj", "nsubj:pass", "ccomp")
        ):
            return Standing(modal, False, False, _reason("modal above", upper, head))
        nominal = upper.upos in ("NOUN", "PROPN")
        infinitive = upper.feats.get("VerbForm") == "Inf"
        token = upper
    return None


def _awaits(act: Token, verb: Token) -> bool:
    """Whether an act is the subject of a verb that takes no object and so does nothing itself: "грозит высылка"."""
    return act.upos == "NOUN" and act.deprel == "nsubj" and verb.feats.get("Subcat") == "Intr"


def directed(clause: Clause, reader: ClauseReader) -> Token | None:
    """The verb that orders or wants what a participle of its object tells: "*ordered* ten prisoners freed"."""
    tree, head, host = reader.tree, clause.head, clause.host
    if clause.form is not Form.PARTICIPLE or head.deprel not in ("acl", "amod") or host is None or host.deprel != "obj":
        return None
    upper = tree.parent(host)
    if upper is None or not status_words(reader.lexicon.language).directs(fold(upper.text)):
        return None
    return upper if tree.child(upper, "xcomp", "ccomp") is None else None


def _refusing_mark(head: Token, reader: ClauseReader, words: StatusWords) -> Standing | None:
    """A mark that refuses, as in "voted against lifting"."""
    for kid in reader.tree.children(head, "mark", "case"):
        if words.governors[Status.REFUSED](fold(kid.text)):
            return Standing(Status.REFUSED, False, False, _reason("refusing mark", kid, head))
    return None


def _governed(
    kind: Kind, token: Token, upper: Token, head: Token, clause: Clause, reader: ClauseReader, words: StatusWords
) -> Standing | None:
    """What the word right above makes of the clause; None where it is no governor."""
    tree = reader.tree
    text = " ".join(fold(part.text) for part in (upper, *tree.children(upper, "compound:prt")))
    if words.governors[Status.REFUSED](text) and " " in text:
        return Standing(Status.REFUSED, False, False, _reason("governed", upper, head))
    text = fold(upper.text)
    if token.deprel == "xcomp" and clause.form is Form.INFINITIVE and token is head and words.destined(text):
        return Standing(Status.PLANNED, False, False, _reason("is to", upper, head))
    if clause.form is not Form.NOUN and token is head and token.deprel in _COMPLETING:
        for name, fits in words.modals.items():
            if fits(text):
                negated = any(_denies(reader, kid) for kid in tree.children(upper, "advmod"))
                if name == DEMAND and not negated:
                    return Standing(Status.POSSIBLE, True, False, _reason("asked for", upper, head))
                said = Status.REFUSED if negated else Status(name)
                return Standing(said, False, False, _reason("modal above", upper, head))
    if token.deprel == "ccomp" and token.i < upper.i and tree.child(token, "mark") is None:
        return None  # a clause of its own before it: "was found guilty, however he faces more charges"
    status = next((status for status in _ORDER if words.governors[status](text)), None)
    failed = status is None and token is head and token.deprel in ("xcomp", "csubj") and clause.form is Form.INFINITIVE
    if failed and any(_denies(reader, kid) for kid in tree.children(upper, "advmod")):
        return Standing(Status.REFUSED, False, False, _reason("did not come to it", upper, head))
    if status is None or (status is Status.POSSIBLE and kind is Kind.DEMAND):
        return None
    decreed = upper.upos == "NOUN" or (clause.form is Form.NOUN and token is head)
    if kind in _MEASURES and status is Status.PLANNED and decreed and token.deprel in ("acl", "nmod", "obl", "obj"):
        return None  # "signs an order lifting", "agrees on sanctions": done by being decreed
    if any(_denies(reader, kid) for kid in tree.children(upper, "advmod", "det")):
        status = Status.REFUSED if status is not Status.REFUSED else Status.ACTUAL
    return Standing(status, False, False, _reason("governed", upper, head))


def _thwarted(governed: Standing, governor: Token, reader: ClauseReader, words: StatusWords) -> Standing | None:
    """Refused, where what is planned or sought is a noun that somebody refuses: "*halted* a plan to deport them"."""
    upper = reader.tree.parent(governor)
    if governed.status in (Status.ACTUAL, Status.REFUSED) or governor.upos != "NOUN" or upper is None:
        return None
    if governor.deprel not in ("obj", "nsubj:pass") or not words.governors[Status.REFUSED](fold(upper.text)):
        return None
    return Standing(Status.REFUSED, False, False, _reason("governed", upper, governor))


def _denies(reader: ClauseReader, token: Token) -> bool:
    """Whether a word denies."""
    return reader.lexicon.negators(fold(token.text))


_COMPLETING = frozenset({"xcomp", "csubj", "csubj:pass", "ccomp"})
_ORDER = (Status.REFUSED, Status.PLANNED, Status.POSSIBLE)


def _modal_of(verb: Token, reader: ClauseReader, words: StatusWords) -> Status | None:
    for kid in reader.tree.children(verb, "aux"):
        text = fold(kid.text)
        for name, fits in words.modals.items():
            if fits(text):
                return Status.POSSIBLE if name == DEMAND else Status(name)
    return None
