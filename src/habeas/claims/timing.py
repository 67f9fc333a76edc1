"""Timing: when what a clause tells happened: the date hung on it, or a rule where it names none.

A date belongs to the clause whose head stands nearest above it in the tree; a clause without one takes that of the
verb it shares its subject with, or of the act it is part of.

A present report of a happening, and a present perfect in the main clause, is of the published day; a past one with no
time is of no known day; a stock with no time is of the published day; a plan or possibility with no time has none;
talks, deals and demands are of the day they are made, by the tense they are told in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from habeas.claims.calendar import Direction
from habeas.claims.clauses import CLAUSAL, Clause, ClauseReader, Form
from habeas.claims.dates import Bound, DateMention
from habeas.claims.expressions import Meaning
from habeas.claims.kinds import Reading
from habeas.claims.model import Kind, Status
from habeas.intervals import Basis, Period
from habeas.syntax.model import Token


class Tense(Enum):
    """When a clause places its happening, seen from its telling."""

    PRESENT = auto()
    """Present, present perfect, present passive."""
    PAST = auto()
    FUTURE = auto()
    UNSAID = auto()


_OF_FEATURE = {"Pres": Tense.PRESENT, "Past": Tense.PAST, "Imp": Tense.PAST, "Pqp": Tense.PAST, "Fut": Tense.FUTURE}


def tense_of(clause: Clause, reader: ClauseReader) -> Tense:
    """The clause's tense; of one that has none of its own, that of the verb it hangs on."""
    tree, head = reader.tree, clause.head
    if clause.form is Form.PARTICIPLE and head.deprel in ("acl", "amod"):
        return Tense.PAST
    own = _own_tense(head, reader)
    if own is not Tense.UNSAID:
        return own
    for token, upper in zip((head, *tree.ancestors(head)), tree.ancestors(head), strict=False):
        if upper.upos not in ("VERB", "AUX"):
            continue
        found = _own_tense(upper, reader)
        if found is not Tense.UNSAID:
            return found
        if token.deprel not in CLAUSAL and upper.upos == "VERB" and token.deprel == "root":
            break
    return Tense.UNSAID


def _own_tense(verb: Token, reader: ClauseReader) -> Tense:
    """From the auxiliaries, first to last, then the verb's own form."""
    tree = reader.tree
    for kid in tree.children(verb, "aux", "aux:pass", "cop"):
        found = _OF_FEATURE.get(kid.feats.get("Tense", ""))
        if found is not None and kid.feats.get("VerbForm", "Fin") == "Fin":
            return found
    if verb.feats.get("VerbForm") == "Fin" or verb.feats.get("Mood") == "Ind":
        return _OF_FEATURE.get(verb.feats.get("Tense", ""), Tense.UNSAID)
    if verb.deprel == "conj" and tree.child(verb, "nsubj", "nsubj:pass") is None:
        return _own_tense(tree.tokens[verb.head], reader)
    return Tense.UNSAID


def untimed(kind: Kind, status: Status, tense: Tense, published: date | None) -> Period | None:
    """The period of a claim whose clause names no time; None is unknown."""
    if published is None:
        return None
    if kind is Kind.HELD:
        return Period.day(published, Basis.PUBLISHED) if status in (Status.ACTUAL, Status.REFUSED) else None
    if status in (Status.PLANNED, Status.POSSIBLE) and kind is not Kind.DEMAND:
        return None
    if tense is Tense.PRESENT or (kind is Kind.DEMAND and tense is Tense.UNSAID):
        return Period.day(published, Basis.PUBLISHED)
    return None


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression and the token it begins at."""

    mention: DateMention
    token: Token


class SentenceDates:
    """The dates of one tree and the clauses they belong to."""

    def __init__(self, reader: ClauseReader, mentions: tuple[DateMention, ...], heads: frozenset[int]) -> None:
        """`heads` are the indices of tokens that head claims: a date does not reach past one."""
        self.reader = reader
        self._heads = heads
        self.dates = [Dated(mention, token) for mention in mentions if (token := self._token(mention)) is not None]

    def _token(self, mention: DateMention) -> Token | None:
        """The token of the expression that stands highest in the tree."""
        inside = [t for t in self.reader.tree.tokens if mention.said_start <= t.start < mention.end]
        if not inside:
            return None
        here = {token.i for token in inside}
        return next((token for token in inside if token.head not in here or token.head == token.i), inside[0])

    def of(self, reading: Reading) -> Dated | None:
        """The date that belongs to a reading; None where none does."""
        head = reading.clause.head
        own = [dated for dated in self.dates if self._is_over(head, dated, reading)]
        if own:
            return self._best(own, reading)
        return self._borrowed(reading)

    def _best(self, own: list[Dated], reading: Reading) -> Dated:
        """The nearest to the head; a plain time before one that only bounds it."""
        head = reading.remnant or reading.clause.head
        return min(
            own, key=lambda d: (d.mention.bound in (Bound.BEFORE, Bound.AFTER, Bound.UNTIL), abs(d.token.i - head.i))
        )

    def _is_over(self, head: Token, dated: Dated, reading: Reading) -> bool:
        """Whether the head is the nearest claim or clause above the date."""
        tree = self.reader.tree
        at = dated.token
        if reading.remnant is not None and at.i < reading.remnant.i:
            return False
        if reading.until is not None and at.i >= reading.until:
            return False
        if at.i == head.i:
            return True
        steps = [at]
        for upper in tree.ancestors(at):
            if upper.i == head.i:
                return not self._is_of_the_charge(steps, dated, reading)
            if upper.i in self._heads or upper.upos in ("VERB", "AUX"):
                return upper.upos == "AUX" and upper.head == head.i
            steps.append(upper)
        return False

    def _is_of_the_charge(self, steps: list[Token], dated: Dated, reading: Reading) -> bool:
        """Whether the date hangs inside a complement: "guilty of a murder in 1985"."""
        if len(steps) < 2 or dated.mention.expression.meaning not in _BACKGROUND or reading.clause.form is Form.NOUN:
            return False
        arguments = {token.i for token in (reading.affected, reading.clause.object, reading.clause.subject) if token}
        top = steps[-1]
        return (
            top.i not in arguments
            and top.deprel in ("obl", "nmod", "obl:arg")
            and dated.token.i > reading.clause.head.i
        )

    def _borrowed(self, reading: Reading) -> Dated | None:
        """The date of the verb that shares its subject, or of the act that the clause is part of."""
        tree, head = self.reader.tree, reading.clause.head
        if reading.clause.form in (Form.PARTICIPLE, Form.PHRASE) and head.deprel in ("acl", "nmod"):
            return None
        for upper in tree.ancestors(head):
            relation = head.deprel
            if relation in ("acl:relcl", "ccomp", "parataxis", "nsubj"):
                return None
            if relation == "advcl" and reading.clause.form is Form.FINITE:
                return None
            if upper.upos in ("VERB", "AUX") or upper.i in self._heads:
                found = [
                    d for d in self.dates if self._hangs_on(d, upper) and (d.token.i < head.i or relation != "conj")
                ]
                if found:
                    return min(found, key=lambda d: abs(d.token.i - head.i))
            head = upper
        return None

    def _hangs_on(self, dated: Dated, verb: Token) -> bool:
        for upper in self.reader.tree.ancestors(dated.token):
            if upper.i == verb.i:
                return True
            if upper.upos in ("VERB", "AUX") or upper.i in self._heads:
                return False
        return False


_BACKGROUND = frozenset({Meaning.YEAR, Meaning.MONTH, Meaning.DAY, Meaning.DECADE, Meaning.SEASON})


def direction_of(kind: Kind, status: Status, tense: Tense) -> Direction:
    """Where the clause looks from the published day."""
    if kind in (Kind.DEMAND, Kind.TALKS, Kind.DEAL) and status is Status.ACTUAL:
        return Direction.PAST
    if status in (Status.PLANNED, Status.POSSIBLE) or tense is Tense.FUTURE:
        return Direction.FUTURE
    return Direction.PRESENT if kind is Kind.HELD and tense is Tense.PRESENT else Direction.PAST
