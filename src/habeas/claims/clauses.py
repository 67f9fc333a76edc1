"""Clause: what a head word's tree says of it: who, whom, to whom, of what, in which form.

The grammar is Universal Dependencies and holds no word of a language: voice, relative clauses, participles,
control, coordination and the noun's complements are read off relations and features.
"""

from __future__ import annotations

from dataclasses import dataclass

from habeas.claims.forms import (
    SUBJECTS,
    Form,
    form_of,
    has_own_subject,
    is_bare_participle,
    is_passive,
    is_verbal,
)
from habeas.claims.frames import Lexicon
from habeas.claims.words import fold
from habeas.syntax.model import Token, Tree


def in_cases(case: str, cases: frozenset[str]) -> bool:
    """Whether an adposition, or one word of a long one ("out of"), is among the cases."""
    return case in cases or (" " in case and any(part in cases for part in case.split()))


NAMES = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_NOMINAL = frozenset(
    {"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "appos", "conj", "root", "advmod"}
)
CLAUSAL = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "xcomp"})
OBLIQUES = frozenset({"obl", "nmod", "obl:agent", "obl:tmod", "obl:arg"})


REACH = 12
"""How far after an event noun its complement may stand, in tokens."""


@dataclass(frozen=True, slots=True)
class Oblique:
    """A noun with its adposition; `case` is "" where it has none."""

    case: str
    noun: Token


@dataclass(frozen=True, slots=True)
class Clause:
    """A head with its arguments as they would stand in the active voice."""

    head: Token
    form: Form
    passive: bool
    subject: Token | None
    object: Token | None
    recipient: Token | None
    obliques: tuple[Oblique, ...]
    host: Token | None
    """The noun it is hung on (participles, relative clauses)."""


def word(token: Token) -> str:
    """The token's text, folded."""
    return fold(token.text)


def case_of(tree: Tree, noun: Token) -> str:
    """Adpositions of a noun as folded text, joined by a blank; "" where it has none."""
    return " ".join(fold(child.text) for child in tree.children(noun, "case"))


class ClauseReader:
    """Reads the clauses of one tree; each head once."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self._clauses: dict[int, Clause] = {}

    def clause(self, head: Token) -> Clause:
        """The clause that a token heads."""
        found = self._clauses.get(head.i)
        if found is None:
            found = self._noun(head) if form_of(self.tree, head) is Form.NOUN else self._verb(head, 0)
            self._clauses[head.i] = found
        return found

    def obliques(self, head: Token) -> tuple[Oblique, ...]:
        """Nouns hung on a head by an adposition or case."""
        tree = self.tree
        found, objects = [], 0
        for kid in tree.children(head):
            objects += kid.deprel == "obj"
            case = case_of(tree, kid)
            marked = kid.deprel in ("obj", "iobj") and case in self.lexicon.personal  # "se entregó a la policía"
            if kid.deprel in OBLIQUES or marked or (kid.deprel == "obj" and objects > 1):
                found.append(Oblique(case, kid))
        return tuple(found)

    def resolve(self, token: Token) -> Token:
        """A relative pronoun's antecedent, and whom a participle taken for a noun tells of; any other token itself."""
        if token.deprel in SUBJECTS and is_verbal(token) and is_bare_participle(self.tree, token):
            return self.tree.child(token, "nsubj", "nsubj:pass") or token  # "Every *teacher* held abroad must be freed"
        if token.feats.get("PronType") != "Rel" and not (
            token.upos in ("PRON", "DET", "SCONJ", "ADV") and self.lexicon.relative(fold(token.text))
        ):
            return token
        for upper in self.tree.ancestors(token):
            if upper.deprel in ("acl:relcl", "acl"):
                host = self.tree.parent(upper)
                return token if host is None else self._person_meant(token, host)
        return token

    def _person_meant(self, relative: Token, host: Token) -> Token:
        """The person of "a *nurse* with Northaid who was seized", where the parser hung the clause on the body."""
        upper = self.tree.parent(host)
        if host.deprel != "nmod" or upper is None or self.lexicon.unperson(fold(relative.text)):
            return host
        ties = case_of(self.tree, host)
        is_named = host.upos == "PROPN" or not self._names_people(host)
        if not ties or ties in self.lexicon.of or not is_named or not self._names_people(upper):
            return host
        set_off = any(token.upos == "PUNCT" for token in self.tree.tokens[host.i : relative.i])
        return host if set_off else upper

    def _noun(self, head: Token) -> Clause:
        """An event noun: its complement is the object, its agent or possessor the subject."""
        tree, lexicon = self.tree, self.lexicon
        obliques = self.obliques(head)
        owner = tree.child(head, "nmod:poss")
        of = next((o.noun for o in obliques if (o.case in lexicon.of if lexicon.of else not o.case)), None)
        if of is None and lexicon.of:
            of = self._stray_complement(head)
        by = next((o.noun for o in obliques if o.case in lexicon.by), None)
        if of is None and not lexicon.of:
            of = next((o.noun for o in obliques if o.noun.feats.get("Case") == "Gen" and not o.case), None)
        compound = next(
            (kid for kid in tree.children(head, "compound", "amod", "nmod") if kid.i < head.i and kid.upos in NAMES),
            None,
        )
        obj = of or (owner if owner is not None else None) or compound
        subject = by or (owner if of is not None else None)
        if of is not None and subject is None:
            subject = compound
        return Clause(head, Form.NOUN, False, subject, obj, None, obliques, tree.parent(head))

    def _stray_complement(self, head: Token) -> Token | None:
        """The complement that the parser hung higher: "the arrest, on Monday, *of two editors*"."""
        tree = self.tree
        above = {upper.i for upper in tree.ancestors(head)}
        for token in tree.tokens[head.i + 2 : head.i + REACH]:
            if is_verbal(token):
                return None
            if token.head in above and token.deprel in OBLIQUES and case_of(tree, token) in self.lexicon.of:
                return token
        return None

    def _verb(self, head: Token, depth: int) -> Clause:
        tree, lexicon = self.tree, self.lexicon
        form, passive = form_of(tree, head), is_passive(tree, head)
        obliques = self.obliques(head)
        own_subject = self._own_subject(head)
        own_object = tree.child(head, "obj") if passive else self._object(head)
        host = self._host(head)
        subject = None if own_subject is None else self.resolve(own_subject)
        obj = None if own_object is None else self.resolve(own_object)
        if own_subject is None:
            subject, host_is_object = self._borrowed_subject(head, passive, depth)
            if host_is_object and obj is None and not passive:
                obj, subject = subject, None
        if head.deprel == "acl:relcl" and host is not None and own_subject is not None and subject is not host:
            # "whom soldiers took", "the five workers it snatched": the antecedent is the object
            if own_object is None:
                if not passive and not self._relative_is_oblique(head):
                    obj = host
            elif self.lexicon.relative(fold(own_object.text)):
                obj = host
        if obj is None and not passive:
            obj = self._raised_object(head) or self._shared_object(head)
        if not passive and obj is not None and subject is not None and self._is_taken_as(obj, head):
            obj, subject = subject, None
        indirect = tree.child(head, "iobj")
        recipient = None if indirect is None or indirect is own_object else self.resolve(indirect)
        if passive:
            agent = next((o.noun for o in obliques if o.noun.deprel == "obl:agent" or o.case in lexicon.by), None)
            if obj is None or (subject is not None and self._is_label(obj)):
                obj = subject  # "are taken *prisoner*"
            elif subject is not None:
                recipient = subject  # "was given nine years"
            subject = agent
        return Clause(head, form, passive, subject, obj, recipient, obliques, host)

    def _is_taken_as(self, obj: Token, head: Token) -> bool:
        """Whether a bare participle's object tells as what its subject is taken: "Three nurses taken *hostage* are free"."""
        tree = self.tree
        told = (
            head.deprel == "ccomp" and head.feats.get("Tense") == "Past"
        )  # "that ten workers held captive were freed"
        if not (is_bare_participle(tree, head) or told) or tree.child(head, "aux", "aux:pass") is not None:
            return False
        return self._is_label(obj)

    def _is_label(self, obj: Token) -> bool:
        """Whether a word for a captive stands bare, as what somebody is taken or held: "held *captive*"."""
        bare = self.tree.child(obj, "det", "nummod", "amod", "nmod:poss", "compound") is None
        return bare and obj.feats.get("Number") != "Plur" and self.lexicon.is_a("captive", fold(obj.text))

    def _own_subject(self, head: Token) -> Token | None:
        """The subject nearest before a verb: a heading may be taken for another, "**Arrests.** Ten people were seized"."""
        subjects = list(self.tree.children(head, "nsubj", "nsubj:pass"))
        before = [subject for subject in subjects if subject.i < head.i]
        while len(before) > 1 and self._is_floating(before[-1], before[-2]):
            before.pop()
        return before[-1] if before else next(iter(subjects), None)

    @staticmethod
    def _is_floating(quantifier: Token, noun: Token) -> bool:
        """Whether a pronoun right after a subject only shares it out: "Three skippers *each* received four years"."""
        shares = quantifier.upos in ("PRON", "DET") and "Person" not in quantifier.feats
        return shares and quantifier.i == noun.i + 1 and noun.feats.get("Number") == "Plur"

    def _object(self, head: Token) -> Token | None:
        """The object of an active verb; where people acted upon stand with an adposition, those before places and things."""
        own = self.tree.child(head, "obj") or self._name_taken_for_a_time(head)
        personal = self.lexicon.personal
        if own is not None:
            own = self._people_taken(own)
        if not personal or (own is not None and case_of(self.tree, own) not in personal):
            return own
        marked = [kid for kid in self.tree.children(head, "obj", "iobj", "obl") if case_of(self.tree, kid) in personal]
        people = (kid for kid in marked if self._names_people(kid))
        return next(people, None) or own or next((kid for kid in marked if kid.upos in ("PROPN", "NUM")), None)

    def _names_people(self, noun: Token) -> bool:
        near = (noun, *self.tree.children(noun, "amod", "appos", "flat"))
        return any(self.lexicon.is_a("person", fold(token.text)) for token in near)

    def _people_taken(self, obj: Token) -> Token:
        """The people of "holds sixty *people* hostage", read as a compound; else the object itself."""
        if self.lexicon.is_a("captive", fold(obj.text)):
            for kid in self.tree.children(obj, "compound"):
                if kid.feats.get("Number") == "Plur" and obj.feats.get("Number") != "Plur":
                    return kid
        return obj

    def _name_taken_for_a_time(self, head: Token) -> Token | None:
        """People after their verb whom the parser took for an adverbial: "pardoned *Adan Mireh* on Monday"."""
        for kid in self.tree.children(head, "obl:tmod", "obl"):
            if kid.i < head.i or case_of(self.tree, kid) or self.lexicon.is_a("time", fold(kid.text)):
                continue
            if kid.upos == "PROPN" or (kid.deprel == "obl:tmod" and self.lexicon.is_a("person", fold(kid.text))):
                return kid
        return None

    def _host(self, head: Token) -> Token | None:
        """The noun that a participle or relative clause hangs on, through its coordination."""
        tree, at = self.tree, head
        while at.deprel == "conj" and at.head != at.i and not has_own_subject(tree, at):
            at = tree.tokens[at.head]
        if at.deprel in ("acl", "acl:relcl"):
            return tree.parent(at)
        upper = tree.parent(head)
        if head.deprel == "amod" and upper is not None:
            return upper
        return None

    def _relative_is_oblique(self, head: Token) -> bool:
        """Whether the relative word hangs on an adposition or is an adverb: "the camp where they held him"."""
        tree = self.tree
        for kid in tree.children(head):
            if kid.deprel in ("obl", "advmod", "nmod") and self.lexicon.relative(fold(kid.text)):
                return True
        return False

    def _borrowed_subject(self, head: Token, passive: bool, depth: int) -> tuple[Token | None, bool]:
        """Subject of a clause that has none of its own, and whether it is its object instead."""
        tree = self.tree
        upper = tree.parent(head)
        if upper is None or depth > 8:  # deeper than any sentence; a guard against odd trees
            return None, False
        relation = head.deprel
        if relation == "conj" and form_of(tree, upper) is not Form.NOUN:
            first = self._verb(upper, depth + 1) if upper.i not in self._clauses else self._clauses[upper.i]
            if passive:
                return (first.object if first.passive else first.subject), False
            return (first.object if first.passive else first.subject), False
        if relation == "acl" and head.feats.get("VerbForm") != "Ger" and tree.child(head, "mark") is not None:
            return self._who_wants(upper, depth), False
        if relation in ("acl", "acl:relcl", "amod"):
            return upper, False
        before = tree.child(upper, "obj")
        told_of = before is not None and upper.i < before.i < head.i
        if relation == "ccomp" and passive and told_of and is_bare_participle(tree, head):
            return before, False  # "leaving nine arrested"
        given = tree.child(upper, "iobj")
        if relation in ("xcomp", "csubj") and given is not None and tree.child(upper, "nsubj") is None:
            return given, False  # "журналисту удалось выйти", "послу велено уехать"
        if relation == "xcomp" and upper.upos == "ADJ":
            return tree.child(upper, *SUBJECTS), False  # "ten are due to leave"
        if relation in ("xcomp", "advcl", "ccomp", "dep", "parataxis") and form_of(tree, upper) is not Form.NOUN:
            first = self._verb(upper, depth + 1) if upper.i not in self._clauses else self._clauses[upper.i]
            controlled = relation == "xcomp" and first.object is not None and not first.passive
            if controlled:
                return first.object, False
            return (first.object if first.passive else first.subject), False
        return None, False

    def _who_wants(self, noun: Token, depth: int) -> Token | None:
        """Subject of a noun's infinitive: "*his* appeal to be freed", "*the monk* lost a bid to be freed"; else the noun."""
        if self.lexicon.is_a("person", fold(noun.text)) or noun.upos in ("PROPN", "PRON", "NUM"):
            return noun
        owner, upper = self.tree.child(noun, "nmod:poss"), self.tree.parent(noun)
        if owner is not None:
            return owner
        if upper is not None and noun.deprel == "obj" and form_of(self.tree, upper) is not Form.NOUN:
            return self._verb(upper, depth + 1).subject
        return noun

    def _raised_object(self, head: Token) -> Token | None:
        """The subject of a small clause: "let ten *students* go", "found the *guard* guilty", "frees two *nuns* held in May"."""
        tree = self.tree
        for kid in tree.children(head, "ccomp", "xcomp"):
            subject = tree.child(kid, "nsubj", "nsubj:pass")
            if subject is None:
                marked = self._object(kid) if self.lexicon.personal else None
                if marked is not None and case_of(tree, marked) in self.lexicon.personal:
                    return marked  # "dejó marchar a diez monjas"
                people = self._people_taken(kid)
                if people is not kid:
                    return people
                continue
            if not is_verbal(kid) or kid.feats.get("VerbForm") == "Inf" or is_bare_participle(tree, kid):
                return self.resolve(subject)
        return None

    def _shared_object(self, head: Token) -> Token | None:
        """The object of a coordinated verb after it, "arrested and charged ten people", or one put before both verbs."""
        tree = self.tree
        first = tree.parent(head)
        if head.deprel == "conj" and first is not None and is_verbal(first) and not has_own_subject(tree, head):
            shared = tree.child(first, "obj")
            if shared is not None and shared.i < first.i and tree.child(head, "ccomp", "xcomp") is None:
                return self.resolve(shared)
        for kid in tree.children(head, "conj"):
            if is_verbal(kid) and not has_own_subject(tree, kid):
                governed = tree.child(kid, "xcomp")
                found = tree.child(kid, "obj") or (None if governed is None else tree.child(governed, "obj"))
                between = found is not None and tree.child(head, "obj", "ccomp", "xcomp") is None
                if found is not None and between:
                    return found
        return None
