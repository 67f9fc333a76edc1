"""People: whether a noun phrase may stand for people, for captives, or for what a frame affects."""

from __future__ import annotations

from habeas.claims.clauses import Clause, ClauseReader, case_of, word
from habeas.claims.cues import MENTIONS_OF_A_DENSE_TEXT, Subject
from habeas.claims.forms import Form
from habeas.claims.frames import Affected, Frame, Lexicon
from habeas.syntax.model import Token, Tree


class PeopleReader:
    """Judges the noun phrases of one tree."""

    def __init__(self, reader: ClauseReader, subject: Subject) -> None:
        self.reader = reader
        self.tree: Tree = reader.tree
        self.lexicon: Lexicon = reader.lexicon
        self.subject = subject

    def fits(self, affected: Token | None, frame: Frame) -> bool:
        """Whether the affected is of the class that the frame wants."""
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
            if self._is_lifeless(affected):
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

    def is_issued(self, clause: Clause, named: Token | None, actor: Token | None) -> bool:
        """Whether somebody brings out what has a name: "Vora Lent releases Blue Rain"."""
        if named is None or named.upos != "PROPN" or clause.form is not Form.FINITE or clause.passive:
            return False
        beside = self.tree.children(named, "compound", "flat", "appos")
        return self._is_somebody(actor) and not any(self.lexicon.is_a("person", word(kid)) for kid in beside)

    def _is_somebody(self, token: Token | None) -> bool:
        """Whether a name of several words stands bare, as a person's does."""
        if token is None:
            return False
        parts = self.tree.children(token, "compound", "flat")
        return token.upos == "PROPN" and any(kid.upos == "PROPN" for kid in parts) and not self._is_placed_name(token)

    def _is_placed_name(self, token: Token) -> bool:
        """Whether a name has an article or a place beside it, as a body's has: "the Lorvian Court", "the Court of Appeal"."""
        return self.tree.child(token, "det", "nmod", "amod", "nmod:poss") is not None

    def _is_lifeless(self, noun: Token) -> bool:
        """Whether what is acted upon is marked as no living being, nor is of living beings: "сто тракторов"."""
        if noun.feats.get("Animacy") != "Inan" or noun.upos != "NOUN" or self.is_person(noun):
            return False
        if self.tree.child(noun, "nummod") is None and noun.deprel not in ("obj", "nsubj:pass"):
            return False
        near = self.tree.children(noun, "nmod", "amod", "acl", "acl:relcl", "appos", "flat", "conj")
        return not any(kid.feats.get("Animacy") == "Anim" or self.is_person(kid) for kid in near)

    def _is_of_things(self, quantity: Token) -> bool:
        """Whether a number or pronoun is of things: "nine of the bodies"."""
        if quantity.upos not in ("NUM", "PRON", "DET") and not self.lexicon.is_a("figure", word(quantity)):
            return False
        measured = (o.noun for o in self.reader.obliques(quantity) if o.noun.upos == "NOUN" and o.noun.i > quantity.i)
        first = next(measured, None)
        return first is not None and self.lexicon.is_a("thing", word(first))

    def _is_name_of_a_thing(self, name: Token) -> bool:
        """Whether what the name is of stands right before it: "the yacht Blue Vell"."""
        if name.upos != "PROPN":
            return False
        first = min((kid.i for kid in self.tree.children(name, "compound", "flat", "nmod", "det")), default=name.i)
        upper = self.tree.parent(name)
        if name.deprel == "appos" and upper is not None and self.lexicon.is_a("craft", word(upper)):
            return True
        nouns = [token for token in self.tree.tokens[max(0, first - 1) : name.i] if token.upos == "NOUN"]
        return bool(nouns) and self.lexicon.is_a("craft", word(nouns[-1]))

    def is_person(self, token: Token) -> bool:
        """Whether the token may stand for people: by class, or as a name, pronoun or number."""
        text = word(token)
        if self.lexicon.unperson(text) or self.lexicon.is_a("thing", text):
            return False
        if token.upos == "ADJ" and self.tree.child(token, "nummod") is not None:
            return True  # "200 more"
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

    def counted(self, noun: Token) -> Token | None:
        """A noun with its number, or the number said of it: "the jailed are *forty*"."""
        upper = self.tree.parent(noun)
        if upper is not None and upper.upos == "NUM" and noun.deprel in ("nsubj", "nsubj:pass"):
            return upper
        return noun if self.is_counted(noun) else None

    def is_counted(self, noun: Token) -> bool:
        """Whether a noun is a name or a number, or has one."""
        return noun.upos in ("PROPN", "NUM") or self.tree.child(noun, "nummod") is not None
