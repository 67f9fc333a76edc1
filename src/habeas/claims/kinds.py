"""Kinds: which frame a clause fills, and whom it affects; or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from habeas.claims.clauses import Clause, ClauseReader, Oblique, case_of, in_cases, word
from habeas.claims.conditions import ConditionReader
from habeas.claims.cues import MENTIONS_OF_A_DENSE_TEXT, Subject
from habeas.claims.forms import Form
from habeas.claims.frames import Affected, Frame, Lexicon, Role
from habeas.claims.model import Kind
from habeas.syntax.model import Token, Tree


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


class KindReader:
    """Tries a language's frames on the clauses of one tree."""

    def __init__(self, reader: ClauseReader, subject: Subject) -> None:
        self.reader = reader
        self.tree: Tree = reader.tree
        self.lexicon: Lexicon = reader.lexicon
        self.subject = subject
        self.conditions = ConditionReader(reader, subject)

    def read(self, head: Token) -> Reading | None:
        """The first frame that the head's clause fills."""
        frames = self.lexicon.heads(word(head))
        if not frames:
            return None
        clause = self.reader.clause(head)
        if head.deprel == "amod" and clause.form is not Form.NOUN and not clause.obliques:
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

    # --- heads -------------------------------------------------------------------------------

    def _fill(self, clause: Clause, frame: Frame) -> Reading | None:
        head_word = word(clause.head)
        if clause.form is Form.NOUN:
            if not frame.noun(head_word) or self._is_in_a_name(clause.head):
                return None
        elif not frame.verb(head_word):
            return None
        if frame.kind is Kind.HELD and not frame.same and clause.form is Form.GERUND and clause.head.deprel == "advcl":
            return None  # "after being held for a year": time served, no stock
        if not self.conditions.fit(clause, frame):
            return None
        if frame.dense and not self.subject.dense:
            return None
        affected, actor = self._affected(clause, frame)
        if frame.act and not self._is_act(clause):
            return None
        affected = self._named_as_one_of(affected)
        if affected is None:
            left_out = self._left_out(clause, frame)
            if left_out is not None:
                return Reading(frame, clause, left_out, actor)
        counted = clause.form is Form.NOUN and self.tree.child(clause.head, "nummod") is not None
        if affected is None and counted and frame.kind.counts_people:
            return Reading(frame, clause, clause.head, actor)  # "61 arrests"
        if not self._is_fit(affected, frame) or (
            frame.affected in (Affected.SELF, Affected.FIGURE) and affected is None
        ):
            return None
        if frame.unsure and not self.subject.custody and clause.form is Form.FINITE and self._is_somebody(actor):
            return None  # "Vora Lent releases a new record"
        return Reading(frame, clause, affected, actor)

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
        if tree.child(head, "cop") is not None or (case and head.deprel == "root"):
            subject = tree.child(head, "nsubj", "nsubj:pass")
            clause = self.reader.clause(head)
            affected = None if subject is None else self.reader.resolve(subject)
            if affected is None and head.deprel == "acl:relcl":
                affected = upper
            clause = Clause(head, Form.PHRASE, False, affected, None, None, self.reader.obliques(head), clause.host)
        elif upper is not None and (frame.carrier(word(upper)) or upper.lemma == "be" or upper.upos == "AUX"):
            base = self.reader.clause(upper)
            affected = base.object if base.passive else base.subject
            if tree.child(upper, "cop") is not None and upper.upos not in ("VERB", "AUX"):
                affected = tree.child(upper, "nsubj", "nsubj:pass")  # "ten are back with their families"
            clause = Clause(upper, Form.PHRASE, False, affected, None, None, base.obliques, base.host)
        elif upper is not None and (
            (self._is_counted(upper) and head.deprel in ("nmod", "obl", "acl"))
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
        if not self._is_fit(affected, frame) or affected is None or not self.conditions.fit(clause, frame):
            return None
        return Reading(frame, clause, affected, None)

    def _is_placed(self, word_of_state: Token) -> bool:
        """Whether a state has a place or time of its own: "preso en Tarvo desde mayo"."""
        return bool(self.reader.obliques(word_of_state))

    def _is_act(self, clause: Clause) -> bool:
        """Whether a verb above the noun makes a happening of it: "new sanctions take effect"."""
        upper = self.tree.parent(clause.head)
        return upper is not None and self.lexicon.acts(word(upper))

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

    def _counted(self, noun: Token) -> Token | None:
        """A noun with its number, or the number said of it: "the jailed are *forty*"."""
        upper = self.tree.parent(noun)
        if upper is not None and upper.upos == "NUM" and noun.deprel in ("nsubj", "nsubj:pass"):
            return upper
        return noun if self._is_counted(noun) else None

    def _is_counted(self, noun: Token) -> bool:
        return noun.upos in ("PROPN", "NUM") or self.tree.child(noun, "nummod") is not None

    # --- who is affected ---------------------------------------------------------------------

    def _affected(self, clause: Clause, frame: Frame) -> tuple[Token | None, Token | None]:
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
                if frame.affected_class in ("person", "someone", "captive"):
                    found = self._before_a_complement(clause, frame) or found or self._told_of_by_a_past(clause)
                return found, clause.subject
            case Affected.SUBJECT:
                subject = clause.subject if clause.subject is not None else clause.object if clause.passive else None
                return subject, None
            case Affected.RECIPIENT:
                if clause.recipient is not None and self._is_fit(clause.recipient, frame):
                    return clause.recipient, clause.subject
                if clause.object is not None and not clause.passive and self.is_person(clause.object):
                    return clause.object, clause.subject  # "grants the mayor bail", the bail taken for an adverbial
                inner = () if clause.object is None else self.reader.obliques(clause.object)
                named = [o.noun for o in clause.obliques if in_cases(o.case, lexicon.to)]
                named += [o.noun for o in inner if in_cases(o.case, lexicon.to | lexicon.of | frame.cases)]
                if clause.object is not None and not clause.passive:
                    named += self.tree.children(clause.object, "nmod:poss")  # "granting *her* bail"
                to = next((noun for noun in named if self._is_fit(noun, frame)), None)
                return (to, clause.subject) if to is not None else (clause.subject, None)
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
                fit = (noun for noun in named if self._is_fit(noun, frame))
                return next(fit, named[0] if named else None), clause.subject
            case Affected.SELF:
                return self._counted(clause.head), None
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
            if counts and not (noun.upos == "ADJ" or self.is_person(noun) or self.lexicon.is_a("counted", word(noun))):
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
                    people = self.tree.child(kid, "nsubj" if kid.deprel == "ccomp" else "compound")
                    return people if people is not None and self.is_person(people) else None
        return None

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
        return past and self.tree.child(head, "aux", "ccomp", "obl:tmod", "iobj") is None

    def _in_store_for(self, clause: Clause) -> Token | None:
        """To whom an act is told to come: "троим свидетелям грозит высылка"."""
        upper = self.tree.parent(clause.head)
        if clause.form is not Form.NOUN or upper is None or clause.head.deprel not in ("nsubj", "nsubj:pass"):
            return None
        return self.tree.child(upper, "iobj") if upper.upos == "VERB" else None

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
                if self.is_person(inner.noun) and inner.noun.feats.get("Animacy") == "Anim":
                    return inner.noun
                queue.append(inner.noun)
        return None

    @staticmethod
    def _has_only_its_antecedent(clause: Clause) -> bool:
        """As in "the miners that it had taken", where the parser may take the miners for who took."""
        head = clause.head
        return head.deprel == "acl:relcl" and not clause.passive and clause.subject is clause.host is not None

    @staticmethod
    def _oblique(obliques: Iterable[Oblique], cases: frozenset[str]) -> Token | None:
        return next((oblique.noun for oblique in obliques if in_cases(oblique.case or "-", cases)), None)

    def _is_fit(self, affected: Token | None, frame: Frame) -> bool:
        name = frame.affected_class
        if name == "any":
            return True
        if frame.affected is Affected.NONE:
            return True
        if affected is None:
            return False
        if name == "person":
            sure = self.subject.custody or self.lexicon.is_a("person", word(affected)) or self._has_two_names(affected)
            if frame.unsure and not sure:
                return False
            if frame.unsure_names and affected.upos == "PROPN" and not self._has_two_names(affected):
                return False
            return self.is_person(affected)
        if name == "someone":
            text = word(affected)
            if self._is_of_things(affected) or self._is_name_of_a_thing(affected):
                return False
            return not self.lexicon.unperson(text) and not self.lexicon.is_a("thing", text)
        if name == "captive":
            enough = MENTIONS_OF_A_DENSE_TEXT if frame.strict else 1
            return self.is_captive(affected) or (self.subject.captives >= enough and self.is_person(affected))
        return self.has_word(affected, lambda text: self.lexicon.is_a(name, text))

    def _has_two_names(self, token: Token) -> bool:
        """Whether a name is written as people's mostly are, with another name before it or a word for people at its side."""
        beside = tuple(self.tree.children(token, "compound", "flat", "appos"))
        if token.upos != "PROPN":
            return False
        if any(self.lexicon.is_a("person", word(kid)) for kid in beside):
            return True
        is_titled = self.tree.child(token, "det") is not None  # "The game Iron Harvest": a name of a thing
        return not is_titled and any(kid.upos == "PROPN" for kid in beside)

    def _is_somebody(self, token: Token | None) -> bool:
        """Whether a name of several words stands bare, as a person's does."""
        if token is None:
            return False
        parts = self.tree.children(token, "compound", "flat")
        return token.upos == "PROPN" and any(kid.upos == "PROPN" for kid in parts) and not self._is_placed_name(token)

    def _is_placed_name(self, token: Token) -> bool:
        """Whether a name has an article or a place beside it, as a body's has: "the Lorvian Court", "the Court of Appeal"."""
        return self.tree.child(token, "det", "nmod", "amod", "nmod:poss") is not None

    def _is_of_things(self, quantity: Token) -> bool:
        """Whether a number or pronoun is of things: "nine of the bodies"."""
        if quantity.upos not in ("NUM", "PRON", "DET"):
            return False
        measured = (o.noun for o in self.reader.obliques(quantity) if o.noun.upos == "NOUN" and o.noun.i > quantity.i)
        first = next(measured, None)
        return first is not None and self.lexicon.is_a("thing", word(first))

    def _is_name_of_a_thing(self, name: Token) -> bool:
        """Whether what the name is of stands right before it: "the yacht Blue Vell"."""
        if name.upos != "PROPN":
            return False
        first = min((kid.i for kid in self.tree.children(name, "compound", "flat", "nmod", "det")), default=name.i)
        nouns = [token for token in self.tree.tokens[max(0, first - 1) : name.i] if token.upos == "NOUN"]
        return bool(nouns) and self.lexicon.is_a("craft", word(nouns[-1]))

    def is_person(self, token: Token) -> bool:
        """Whether the token may stand for people: by class, or as a name, pronoun or number."""
        text = word(token)
        if self.lexicon.unperson(text) or self.lexicon.is_a("thing", text):
            return False
        if token.upos in ("PRON", "PROPN", "NUM", "X"):
            return not self._is_of_things(token) and not self._is_name_of_a_thing(token)
        if self.lexicon.is_a("person", text):
            return True
        if token.feats.get("Animacy") == "Anim" and token.upos == "NOUN":
            return True
        if token.deprel in ("obj", "iobj") and case_of(self.tree, token) in self.lexicon.personal:
            return True  # the adposition says so: "detuvo al rector"
        beside = self.tree.children(token, "appos", "flat")
        return any(kid.upos == "PROPN" or self.lexicon.is_a("person", word(kid)) for kid in beside)

    def company(self, reading: Reading) -> tuple[Token, ...]:
        """Whom it happens to besides the affected: "arrested alongside *five others*"."""
        clause, affected = reading.clause, reading.affected
        if affected is None or clause.form is Form.NOUN or affected is not clause.object:
            return ()
        near = {oblique.noun.i: oblique for oblique in (*clause.obliques, *self.reader.obliques(affected))}
        return tuple(
            oblique.noun
            for oblique in near.values()
            if oblique.case in self.lexicon.company and self.is_person(oblique.noun)
        )

    def is_captive(self, token: Token) -> bool:
        """Whether the token is said to be a captive."""
        if self.lexicon.is_a("captive", word(token)):
            return True
        near = self.tree.children(token, "amod", "compound", "nmod", "acl", "appos", "acl:relcl")
        return any(self.lexicon.is_a("captive", word(kid)) for kid in near)

    def has_word(self, token: Token, fits: object) -> bool:
        """Whether the token or what is right under it fits."""
        assert callable(fits)
        if fits(word(token)):
            return True
        return any(
            fits(word(kid)) for kid in self.tree.children(token, "compound", "amod", "nmod", "flat", "appos", "conj")
        )
