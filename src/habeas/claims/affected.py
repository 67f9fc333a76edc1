"""Affected: whom a clause tells of, by the argument that its frame names."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.claims.clauses import Clause, ClauseReader, Oblique, case_of, in_cases, word
from habeas.claims.forms import Form
from habeas.claims.frames import Affected, Frame, Lexicon, Role
from habeas.claims.people import PeopleReader
from habeas.syntax.model import Token, Tree


def is_label(head: Token, tree: Tree) -> bool:
    """Whether a head stands before a colon, as in "Freed: two nuns"."""
    return head.i + 1 < len(tree.tokens) and tree.tokens[head.i + 1].text == ":"


class AffectedReader:
    """Finds the affected, and who acts, in the clauses of one tree."""

    def __init__(self, reader: ClauseReader, people: PeopleReader) -> None:
        self.reader = reader
        self.people = people
        self.tree: Tree = reader.tree
        self.lexicon: Lexicon = reader.lexicon

    def find(self, clause: Clause, frame: Frame) -> tuple[Token | None, Token | None]:
        """The affected and the actor; None where the clause does not name them."""
        lexicon = self.lexicon
        match frame.affected:
            case Affected.OBJECT:
                if clause.object is None and (
                    self._has_only_its_antecedent(clause)
                    or self._may_be_acted_upon(clause)
                    or self._is_headline_passive(clause)
                ):
                    return clause.subject, None
                found = clause.object or self._strayed_object(clause) or self._in_store_for(clause)
                if found is None and is_label(clause.head, self.tree):
                    found = self._listed(clause)
                if frame.affected_class in ("person", "someone", "captive"):
                    found = self._before_a_complement(clause, frame) or found or self._told_of_by_a_past(clause)
                    found = self._given(clause, frame, found) or found
                return found, clause.subject
            case Affected.SUBJECT:
                subject = clause.subject if clause.subject is not None else clause.object if clause.passive else None
                return subject, None
            case Affected.RECIPIENT:
                if clause.recipient is not None and self.people.fits(clause.recipient, frame):
                    return clause.recipient, clause.subject
                if clause.object is not None and not clause.passive and self.people.is_person(clause.object):
                    return clause.object, clause.subject  # "grants the mayor bail", the bail taken for an adverbial
                inner = () if clause.object is None else self.reader.obliques(clause.object)
                named = [o.noun for o in clause.obliques if in_cases(o.case, lexicon.to)]
                named += [o.noun for o in inner if in_cases(o.case, lexicon.to | lexicon.of | frame.cases)]
                if clause.object is not None and not clause.passive:
                    named += self.tree.children(clause.object, "nmod:poss")  # "granting *her* bail"
                to = next((noun for noun in named if self.people.fits(noun, frame)), None)
                if to is None and clause.recipient is not None and not clause.passive:
                    return None, clause.subject  # "gives *it* a day to leave"
                if to is not None or (lexicon.giving(word(clause.head)) and not clause.passive):
                    return to, clause.subject  # "the king grants a pardon" tells of nobody
                return clause.subject, None
            case Affected.OWNER:
                if clause.object is None:
                    return None, clause.subject
                owned = self.reader.clause(clause.object) if clause.object.upos == "NOUN" else None
                return (None if owned is None else owned.object), clause.subject
            case Affected.OBLIQUE:
                inner = () if clause.object is None else self.reader.obliques(clause.object)
                named = [o.noun for o in (*clause.obliques, *inner) if in_cases(o.case, frame.cases)]
                named += [
                    deeper.noun
                    for noun in named
                    for deeper in self.reader.obliques(noun)
                    if self._leads_on(noun, deeper, frame)
                ]
                fit = (noun for noun in named if self.people.fits(noun, frame))
                return next(fit, named[0] if named else None), clause.subject
            case Affected.SELF:
                if clause.head.head > clause.head.i and case_of(self.tree, clause.head) in lexicon.of:
                    return None, None  # "of the 52 hostages, nine remain"
                return self.people.counted(clause.head), None
            case Affected.FIGURE:
                return self._figure(clause, frame), clause.subject
            case Affected.ANY:
                return clause.object, clause.subject
            case Affected.NONE:
                return None, clause.subject

    def _figure(self, clause: Clause, frame: Frame) -> Token | None:
        """The nearest number under the head that stands by itself or counts people, with one of the frame's cases."""
        head, tree = clause.head, self.tree
        upper = tree.parent(head)
        if clause.form is Form.NOUN and upper is not None and upper.upos == "NUM":
            return upper if head.deprel in ("nsubj", "nsubj:pass") else None  # "the count is *44*"
        found: list[Token] = []
        for token in tree.subtree(head):
            if token.upos != "NUM" and not self.lexicon.is_a("figure", word(token)):
                continue
            above = tree.parent(token)
            counts = token.deprel in ("nummod", "nummod:gov") and above is not None
            noun = above if counts and above is not None else token
            if counts and not (
                noun.upos == "ADJ" or self.people.is_person(noun) or self.lexicon.is_a("counted", word(noun))
            ):
                continue
            if noun is clause.subject or any(self._is_told(upper) for upper in self._between(noun, head)):
                continue  # said of another act: "says 307 people *remain* in prison"
            case = case_of(tree, noun)
            if not (in_cases(case, frame.cases) if frame.cases else not case):
                continue
            if token.text.isdigit() and len(token.text) == 4 and not counts and token.text[:2] in ("19", "20"):
                continue  # a year
            found.append(noun)
        return min(found, key=lambda noun: (noun.i < head.i, abs(noun.i - head.i)), default=None)

    def _is_told(self, token: Token) -> bool:
        """Whether a word has a subject or tense of its own."""
        return token.feats.get("VerbForm") == "Fin" or self.tree.child(token, "nsubj", "nsubj:pass", "cop") is not None

    def _between(self, token: Token, head: Token) -> Iterator[Token]:
        """The words above a token, up to a head."""
        for upper in self.tree.ancestors(token):
            if upper.i == head.i:
                return
            yield upper

    def _leads_on(self, noun: Token, deeper: Oblique, frame: Frame) -> bool:
        """Whether what hangs on an oblique may be meant: "a warrant for fraud *against* him", "for the arrest *of* him"."""
        if not deeper.case or deeper.noun.i < noun.i:
            return False
        return in_cases(deeper.case, frame.cases) or (
            in_cases(deeper.case, self.lexicon.of) and bool(self.lexicon.heads(word(noun)))
        )

    def _before_a_complement(self, clause: Clause, frame: Frame) -> Token | None:
        """Whom the parser hung on what the frame wants after them: "let two *men* go", "send *Adan Mireh* home"."""
        for condition in frame.wanted:
            if condition.role is not Role.COMPLEMENT or clause.form is Form.NOUN:
                continue
            for kid in self.tree.children(clause.head, "ccomp", "obj"):
                if condition.fits(word(kid)):
                    people = self.tree.child(
                        kid, *(("nsubj", "nsubj:pass") if kid.deprel == "ccomp" else ("compound",))
                    )
                    return people if people is not None and self.people.is_person(people) else None
        return None

    def _given(self, clause: Clause, frame: Frame, found: Token | None) -> Token | None:
        """People whom the parser took for a recipient: "gave *them* up", "sent *them* home"."""
        given = clause.recipient
        if given is None or clause.passive or not self.people.is_person(given):
            return None
        wanted = [condition for condition in frame.wanted if condition.role in (Role.COMPLEMENT, Role.PARTICLE)]
        is_complement = found is not None and any(condition.fits(word(found)) for condition in wanted)
        return given if is_complement or (found is None and wanted) else None

    def _told_of_by_a_past(self, clause: Clause) -> Token | None:
        """The object with a participle after it that the parser took for a clause: "frees two *men* kidnapped in May"."""
        if clause.form is Form.NOUN or clause.passive:
            return None
        for kid in self.tree.children(clause.head, "ccomp"):
            subject = self.tree.child(kid, "nsubj")
            past = kid.upos == "VERB" and kid.feats.get("Tense") == "Past"
            if past and subject is not None and self.tree.child(kid, "mark", "aux", "obj") is None:
                return subject
        return None

    def _is_headline_passive(self, clause: Clause) -> bool:
        """Whether a transitive verb in the past lacks its object, as where a headline leaves "were" out: "Ten exiled"."""
        head = clause.head
        if clause.form is not Form.FINITE or clause.passive or head.deprel != "root":
            return False
        past = head.feats.get("Tense") == "Past" and head.upos == "VERB"
        return past and self.tree.child(head, "aux", "ccomp", "xcomp", "obl:tmod", "iobj") is None

    def _in_store_for(self, clause: Clause) -> Token | None:
        """To whom an act is told to come: "троим свидетелям грозит высылка", "three *nuns* face expulsion"."""
        upper = self.tree.parent(clause.head)
        if clause.form is not Form.NOUN or upper is None or upper.upos not in ("VERB", "ADJ"):
            return None
        if clause.head.deprel in ("obj", "obl") and self.lexicon.undergoing(word(upper)):
            facing = self.reader.clause(upper)
            return (
                self.tree.child(upper, "nsubj")
                if upper.upos == "ADJ"
                else facing.object
                if facing.passive
                else facing.subject
            )
        return self.tree.child(upper, "iobj") if clause.head.deprel in ("nsubj", "nsubj:pass") else None

    def _listed(self, clause: Clause) -> Token | None:
        """Who is listed after a label: "Freed: *two* nuns"."""
        after = (kid for kid in self.tree.children(clause.head) if kid.i > clause.head.i + 1)
        return next(
            (kid for kid in after if kid.upos in ("NOUN", "PROPN", "NUM") and not case_of(self.tree, kid)), None
        )

    def _may_be_acted_upon(self, clause: Clause) -> bool:
        """Whether the subject of a transitive verb of several is a number, whose case may be the object's: "Десять человек задержали"."""
        head, subject = clause.head, clause.subject
        if clause.form is not Form.FINITE or clause.passive or subject is None or subject.head != head.i:
            return False
        if head.feats.get("Subcat") != "Tran" or head.feats.get("Number") != "Plur":
            return False
        return subject.upos == "NUM" or self.tree.child(subject, "nummod") is not None

    def _strayed_object(self, clause: Clause) -> Token | None:
        """People whom the parser hung, by case alone, on an adverbial before them: "приговорил к расстрелу троих солдат"."""
        if clause.passive or clause.form is Form.NOUN:
            return None
        queue = [oblique.noun for oblique in clause.obliques if oblique.case and oblique.noun.i > clause.head.i]
        while queue:
            noun = queue.pop(0)
            for inner in self.reader.obliques(noun):
                if inner.case or inner.noun.i < noun.i or inner.noun.feats.get("Case") not in ("Gen", "Acc"):
                    continue
                if self.people.is_person(inner.noun) and inner.noun.feats.get("Animacy") == "Anim":
                    return inner.noun
                queue.append(inner.noun)
        return None

    @staticmethod
    def _has_only_its_antecedent(clause: Clause) -> bool:
        """As in "the miners that it had taken", where the parser may take the miners for who took."""
        head = clause.head
        return head.deprel == "acl:relcl" and not clause.passive and clause.subject is clause.host is not None
