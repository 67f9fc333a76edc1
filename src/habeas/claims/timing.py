"""Timing: when what a clause tells happened: the date hung on it, or a rule where it names none.

A date belongs to the clause whose head stands nearest above it in the tree; a clause without one takes that of the
verb it shares its subject with, or of the act it is part of.

A present report of a happening, and a present perfect in the main clause, is of the published day; a past one with no
time is of no known day; a stock with no time is of the published day; a plan or possibility with no time has none;
talks, deals and demands are of the day they are made, by the tense they are told in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from habeas.claims.calendar import Direction
from habeas.claims.clauses import CLAUSAL, Clause, ClauseReader, word
from habeas.claims.dates import Bound, DateMention
from habeas.claims.expressions import Meaning
from habeas.claims.forms import Form
from habeas.claims.kinds import Reading
from habeas.claims.model import Kind, Status
from habeas.claims.status import status_words
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
        headline = clause.host is not None and clause.host.deprel == "root" and clause.host.upos != "VERB"
        return Tense.PRESENT if headline else Tense.PAST  # "Ten people arrested in clashes"
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
    if verb.feats.get("Variant") == "Short" and tree.child(verb, "aux", "aux:pass", "cop") is None:
        return Tense.PRESENT  # "освобождены 40 человек": a result that holds
    bare = verb.feats.get("VerbForm") == "Inf" and tree.child(verb, "aux", "aux:pass", "mark") is None
    if bare and tree.child(verb, "nsubj") is not None:
        return Tense.PRESENT  # "Police arrest two": a present that the parser took for an infinitive
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

    def of(self, reading: Reading, status: Status) -> tuple[Dated, ...]:
        """The dates that may belong to a reading, the likeliest first."""
        head = reading.clause.head
        own = [dated for dated in self.dates if self._is_over(head, dated, reading)]
        if own:
            return self._ranked(own, reading)
        return self._opened(reading) or self._named_by_host(reading) or self._borrowed(reading, status)

    def _ranked(self, own: list[Dated], reading: Reading) -> tuple[Dated, ...]:
        """The nearest to the head; a plain time before one that only bounds it."""
        head = reading.remnant or reading.clause.head
        late = (Bound.BEFORE, Bound.AFTER, Bound.UNTIL)
        return tuple(sorted(own, key=lambda d: (d.mention.bound in late, abs(d.token.i - head.i))))

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
                return upper.head == head.i and (upper.upos == "AUX" or self._completes(upper, reading))
            steps.append(upper)
        return False

    def _completes(self, verb: Token, reading: Reading) -> bool:
        """Whether a verb only completes the head, which its dates then belong to: "let *go* on Friday"."""
        if verb.i in self._heads or reading.frame.topic or verb.deprel not in ("xcomp", "ccomp"):
            return False
        return self.reader.tree.child(verb, "mark") is None

    def _is_of_the_charge(self, steps: list[Token], dated: Dated, reading: Reading) -> bool:
        """Whether the date hangs inside a complement: "guilty of a murder in 1985", "for yesterday's attack"."""
        if len(steps) < 2 or reading.clause.form is Form.NOUN:
            return False
        clause = reading.clause
        arguments = {token.i for token in (reading.affected, clause.object, clause.subject) if token is not None}
        inside = [step for step in steps[1:] if step.deprel in ("obl", "nmod", "obl:arg")]
        if not inside or any(step.i in arguments for step in inside):
            return False
        if dated.token.deprel in ("nmod:poss", "compound", "amod", "nummod"):
            return True
        return dated.mention.expression.meaning in _BACKGROUND and dated.token.i > clause.head.i

    def _opened(self, reading: Reading) -> tuple[Dated, ...]:
        """The start of a window told by a clause: "15,000 arrested since the army took power in 2021"."""
        tree, head = self.reader.tree, reading.clause.head
        for kid in tree.children(head, "advcl"):
            if any(self.reader.lexicon.since(word(mark)) for mark in tree.children(kid, "mark")):
                found = [d for d in self.dates if d.token.i == kid.i or self._hangs_on(d, kid)]
                return tuple(replace(d, mention=replace(d.mention, bound=Bound.SINCE)) for d in found)
        return ()

    def _named_by_host(self, reading: Reading) -> tuple[Dated, ...]:
        """The date that a relative clause hangs on: "the night of 3 May, when soldiers took her"."""
        if reading.clause.head.deprel != "acl:relcl":
            return ()
        host = self.reader.tree.tokens[reading.clause.head.head]
        return tuple(d for d in self.dates if d.mention.start <= host.start < d.mention.end or d.token.head == host.i)[
            :1
        ]

    def _borrowed(self, reading: Reading, status: Status) -> tuple[Dated, ...]:
        """The date of the verb that shares its subject, or of the act that the clause is part of."""
        tree, head = self.reader.tree, reading.clause.head
        if reading.clause.form in (Form.PARTICIPLE, Form.PHRASE) and head.deprel in ("acl", "nmod"):
            return ()
        if status in (Status.PLANNED, Status.POSSIBLE):
            return self._of_modal(head)  # but "vowed on Monday to free them": the day of the vow
        for upper in tree.ancestors(head):
            relation = head.deprel
            if relation in ("acl:relcl", "ccomp", "parataxis") or (
                relation == "nsubj" and not self._is_act(reading, upper)
            ):
                return ()
            if relation == "advcl" and reading.clause.form is Form.FINITE and not self._is_of_that_time(head):
                return ()
            if upper.upos in ("VERB", "AUX") or upper.i in self._heads:
                found = [d for d in self.dates if self._hangs_on(d, upper)]
                if relation == "conj":
                    found = [d for d in found if d.token.i < upper.i]
                if found:
                    return (min(found, key=lambda d: abs(d.token.i - head.i)),)
            head = upper
        return ()

    def _of_modal(self, head: Token) -> tuple[Dated, ...]:
        """The date hung on a modal verb that only completes the head: "may in May be freed"."""
        upper = self.reader.tree.parent(head)
        if upper is None or head.deprel not in ("xcomp", "csubj", "csubj:pass"):
            return ()
        modals = status_words(self.reader.lexicon.language).modals.values()
        if not any(fits(word(upper)) for fits in modals):
            return ()
        return tuple(d for d in self.dates if self._hangs_on(d, upper))[:1]

    def _is_act(self, reading: Reading, verb: Token) -> bool:
        """Whether a verb only makes a happening of an event noun: "the release took place on Monday"."""
        return reading.clause.form is Form.NOUN and self.reader.lexicon.acts(word(verb))

    def _is_of_that_time(self, head: Token) -> bool:
        """Whether a clause tells what happened at the time of the one above: "when"."""
        return any(self.reader.lexicon.when(word(kid)) for kid in self.reader.tree.children(head, "mark", "advmod"))

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
