"""Kinds: which frame a clause fills, and whom it affects; or none."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.claims.affected import AffectedReader, is_label
from habeas.claims.clauses import Clause, ClauseReader, case_of, in_cases, word
from habeas.claims.conditions import ConditionReader
from habeas.claims.cues import Subject
from habeas.claims.forms import Form
from habeas.claims.frames import Affected, Frame, Lexicon
from habeas.claims.model import Kind
from habeas.claims.people import PeopleReader
from habeas.syntax.model import Token, Tree

COUNTED_BY_ACTS = frozenset({kind for kind in Kind if kind.counts_people} - {Kind.SENTENCE})
"""Kinds whose acts are as many as the people: "61 arrests", but not "two life sentences"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A clause read by a frame."""

    frame: Frame
    clause: Clause
    affected: Token | None
    """Who is affected: people, target, gainer; None where the clause does not name them."""
    actor: Token | None
    remnant: Token | None = None
    """Where the verb is left out: the words that stand for the clause."""
    until: int | None = None
    """Index of the token where another clause with the same head begins; None where none does."""
    counts: Kind | None = None
    """Of a figure: the kind of what its words say it counts, "the number of *arrests*"; None where they do not say."""


class KindReader:
    """Tries a language's frames on the clauses of one tree."""

    def __init__(self, reader: ClauseReader, subject: Subject) -> None:
        self.reader = reader
        self.tree: Tree = reader.tree
        self.lexicon: Lexicon = reader.lexicon
        self.subject = subject
        self.conditions = ConditionReader(reader, subject)
        self.people = PeopleReader(reader, subject)
        self.affected = AffectedReader(reader, self.people)

    def read(self, head: Token) -> Reading | None:
        """The first frame that the head's clause fills."""
        frames = self.lexicon.heads(word(head))
        if not frames:
            return None
        clause = self.reader.clause(head)
        if self._is_bare(clause) and not self._is_told(clause):
            return None  # "the jailed writer": a bare participle tells nothing of its own
        if (
            head.deprel == "amod"
            and head.start > self.tree.start
            and self.tree.text[head.start - self.tree.start - 1] == "-"
        ):
            return None  # "EU-sanctioned firms"
        for frame in frames:
            reading = self._phrase(head, frame) if frame.phrase else self._fill(clause, frame)
            if reading is not None:
                return reading
        return None

    def _is_bare(self, clause: Clause) -> bool:
        """Whether a participle stands before its noun and says no more, or is joined to one: "the dismissed and *jailed* mayor"."""
        head = clause.head
        if clause.form is Form.NOUN or clause.obliques:
            return False
        joined = head.deprel == "conj" and clause.form is Form.PARTICIPLE
        return head.deprel == "amod" or (joined and self.tree.tokens[head.head].deprel == "amod")

    def _is_told(self, participle: Clause) -> bool:
        """Whether a verb stands right before a participle of its object: "ordered *freed* three nuns"."""
        head, host = participle.head, participle.host
        upper = None if host is None else self.tree.parent(host)
        return upper is not None and upper.i == head.i - 1 and upper.upos == "VERB"

    def _fill(self, clause: Clause, frame: Frame) -> Reading | None:
        head_word = word(clause.head)
        if clause.form is Form.NOUN and not (frame.verb(head_word) and is_label(clause.head, self.tree)):
            if not frame.noun(head_word) or self._is_in_a_name(clause.head):
                return None
        elif not frame.verb(head_word):
            return None
        stock = frame.kind is Kind.HELD and not frame.same
        if stock and clause.form is Form.GERUND and clause.head.deprel == "advcl" and self._is_served(clause):
            return None  # "after being held for a year": time served, no stock
        if not self.conditions.fit(clause, frame):
            return None
        if frame.dense and not self.subject.dense:
            return None
        affected, actor = self.affected.find(clause, frame)
        if frame.act and not self._is_act(clause):
            return None
        affected = self._named_as_one_of(affected)
        if affected is None:
            left_out = self._left_out(clause, frame)
            if left_out is not None:
                return Reading(frame, clause, left_out, actor)
        is_one = frame.affected in (Affected.SELF, Affected.FIGURE)
        counted = clause.form is Form.NOUN and not is_one and self.tree.child(clause.head, "nummod") is not None
        if affected is None and counted and frame.kind in COUNTED_BY_ACTS and frame.affected_class != "captive":
            return Reading(frame, clause, clause.head, actor)  # "61 arrests"
        if not self.people.fits(affected, frame) or (is_one and affected is None):
            return None
        if frame.unsure and not self.subject.custody and self.people.is_issued(clause, affected, actor):
            return None  # "Vora Lent releases a new record"
        return Reading(frame, clause, affected, actor)

    def _is_served(self, gerund: Clause) -> bool:
        """Whether a gerund is passive or after a mark, as in "after being held for a year", and not "leaving ten in prison"."""
        return gerund.passive or self.tree.child(gerund.head, "mark") is not None

    def _left_out(self, clause: Clause, frame: Frame) -> Token | None:
        """The finite verb that stands for a subject left out, where the language does so: "fueron detenidos"."""
        if not self.lexicon.drops_subjects or clause.form is not Form.FINITE:
            return None
        if clause.subject is not None and not clause.passive:
            return None
        if not (frame.affected is Affected.SUBJECT or (frame.affected is Affected.OBJECT and clause.passive)):
            return None
        if frame.affected_class == "captive" and not self.subject.dense:
            return None
        head = clause.head
        if self.tree.child(head, "expl:pass", "nsubj", "nsubj:pass", "csubj") is not None:
            return None
        verbs = (head, *self.tree.children(head, "aux", "aux:pass"))
        return next((verb for verb in verbs if verb.feats.get("VerbForm") == "Fin"), None)

    def _phrase(self, head: Token, frame: Frame) -> Reading | None:
        """Read a frame of a phrase: "ten are behind bars", "ten remain in prison", "the ten in prison"."""
        tree = self.tree
        case = " ".join(word(kid) for kid in tree.children(head, "case"))
        if not any(
            (in_cases(case, condition.cases) if case else "-" in condition.cases) and condition.fits(word(head))
            for condition in frame.phrase
        ):
            return None
        upper = tree.parent(head)
        subject = tree.child(head, "nsubj", "nsubj:pass")
        told = subject is not None and head.feats.get("VerbForm") is None
        if tree.child(head, "cop") is not None or (case and head.deprel == "root") or told:
            clause = self.reader.clause(head)
            affected = None if subject is None else self.reader.resolve(subject)
            if affected is None and upper is not None and head.deprel == "acl:relcl":
                affected = upper
            elif affected is None and upper is not None and head.deprel == "conj":
                joined = self.reader.clause(upper)  # "was seized in May and is in prison"
                affected = joined.object if joined.passive else joined.subject
            elif affected is None and upper is not None and head.deprel == "xcomp":
                raised = self.reader.clause(upper)  # "ten are thought to be in prison"
                affected = raised.object or raised.subject
            clause = Clause(head, Form.PHRASE, False, affected, None, None, self.reader.obliques(head), clause.host)
        elif upper is not None and self._is_before_its_time(head, upper):
            affected = tree.child(upper, "nsubj")
            clause = Clause(upper, Form.PHRASE, False, affected, None, None, self.reader.obliques(head), None)
        elif upper is not None and (frame.carrier(word(upper)) or upper.lemma == "be" or upper.upos == "AUX"):
            base = self.reader.clause(upper)
            affected = base.object if base.passive else base.subject
            if tree.child(upper, "cop") is not None and upper.upos not in ("VERB", "AUX"):
                affected = tree.child(upper, "nsubj", "nsubj:pass")  # "ten are back with their families"
            clause = Clause(upper, Form.PHRASE, False, affected, None, None, base.obliques, base.host)
        elif upper is not None and (
            (self.people.is_counted(upper) and head.deprel in ("nmod", "obl", "acl"))
            or (
                not case
                and head.deprel in ("amod", "appos")
                and not head.feats.get("VerbForm")
                and self._is_placed(head)
            )
        ):
            affected = upper
            clause = Clause(head, Form.PHRASE, False, affected, None, None, self.reader.obliques(head), upper)
        else:
            return None
        if not self.people.fits(affected, frame) or affected is None or not self.conditions.fit(clause, frame):
            return None
        return Reading(frame, clause, affected, None)

    def _is_before_its_time(self, head: Token, time: Token) -> bool:
        """Whether the parser took a time for what is said: "is *home* after seven *years*"."""
        copula, case = self.tree.child(time, "cop"), self.tree.child(time, "case")
        return copula is not None and case is not None and copula.i < head.i < case.i

    def _is_placed(self, word_of_state: Token) -> bool:
        """Whether a state has a place or time of its own: "preso en Tarvo desde mayo"."""
        return bool(self.reader.obliques(word_of_state))

    def _is_act(self, clause: Clause) -> bool:
        """Whether a verb above the noun makes a happening of it: "new sanctions take effect"."""
        upper = self.tree.parent(clause.head)
        told = not (clause.head.deprel == "obl" and case_of(self.tree, clause.head) in self.lexicon.of)
        return told and upper is not None and self.lexicon.acts(word(upper))  # "approves *of* the sanctions" is no act

    def _is_in_a_name(self, noun: Token) -> bool:
        """Whether a noun is written as a name, as in "Liberation Army", or is none."""
        if noun.i == 0:  # a sentence's first word is often taken for a name
            named_on = len(self.tree.tokens) > 1 and self.tree.tokens[1].text[:1].isupper()
            return noun.upos != "NOUN" and (noun.upos != "PROPN" or named_on)
        if noun.upos != "NOUN" and "VerbForm" not in noun.feats:
            return True
        return noun.text[:1].isupper() and noun.text != noun.text.upper()

    def _named_as_one_of(self, affected: Token | None) -> Token | None:
        """The mayor of "Among those released was the mayor"."""
        if affected is None or affected.upos not in ("PRON", "DET"):
            return affected
        tree, upper = self.tree, self.tree.parent(affected)
        if not any(self.lexicon.among(word(kid)) for kid in tree.children(affected, "case")):
            return affected
        named = tree.child(affected, "nsubj")  # the predicate of a copula
        if named is None and upper is not None:
            named = tree.child(upper, "nsubj") if upper.upos in ("AUX", "VERB") else upper
        return affected if named is None else named

    def company(self, reading: Reading) -> tuple[Token, ...]:
        """Whom it happens to besides the affected: "arrested alongside *five others*"."""
        clause, affected = reading.clause, reading.affected
        if affected is None or clause.form is Form.NOUN or affected is not clause.object:
            return ()
        near = {oblique.noun.i: oblique for oblique in (*clause.obliques, *self.reader.obliques(affected))}
        return tuple(
            oblique.noun
            for oblique in near.values()
            if oblique.case in self.lexicon.company and self.people.is_person(oblique.noun)
        )
