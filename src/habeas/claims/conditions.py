"""Conditions: whether the words a frame wants, or does not want, stand where it says."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.claims.clauses import Clause, ClauseReader, Oblique, in_cases, word
from habeas.claims.cues import Subject
from habeas.claims.forms import Form
from habeas.claims.frames import Condition, Frame, Role
from habeas.syntax.model import Token, Tree


class ConditionReader:
    """Looks for the words of conditions in the clauses of one tree."""

    def __init__(self, reader: ClauseReader, subject: Subject) -> None:
        self.reader = reader
        self.tree: Tree = reader.tree
        self.subject = subject

    def fit(self, clause: Clause, frame: Frame) -> bool:
        """Whether all that a frame wants holds, and nothing that it does not want."""
        return all(self.holds(condition, clause) for condition in frame.wanted) and not any(
            self.holds(condition, clause, strictly=True) for condition in frame.unwanted
        )

    def holds(self, condition: Condition, clause: Clause, *, strictly: bool = False) -> bool:
        """Whether the words a condition asks for stand in their role; strictly, not as a modifier of what does."""
        if condition.role is Role.TEXT:
            return any(map(condition.fits, self.subject.words))
        tags = condition.tags
        return any(
            condition.fits(word(token)) or token.upos in tags for token in self._candidates(condition, clause, strictly)
        )

    def _candidates(self, condition: Condition, clause: Clause, strictly: bool) -> Iterator[Token]:
        tree, head = self.tree, clause.head
        match condition.role:
            case Role.OBJECT:
                yield from self._spread(clause.object, strictly)
                yield from tree.children(head, "obl:tmod", "compound")
                given = clause.object if self.reader.lexicon.giving(word(head)) else None
                named = clause.recipient if clause.object is None else given
                if named is not None:
                    yield from tree.children(named, "appos")  # "granted the nun, 60, a pardon"
            case Role.SUBJECT:
                yield from self._spread(clause.subject, strictly)
            case Role.PARTICLE:
                yield from tree.children(head, "compound:prt", "advmod", "case", "mark", "obl")
                if clause.object is not None:
                    yield from tree.children(clause.object, "advmod", "compound:prt")
                if head.i + 1 < len(tree.tokens) and self._is_strayed_particle(tree.tokens[head.i + 1]):
                    yield tree.tokens[head.i + 1]
            case Role.COMPLEMENT:
                yield from self._complements(clause)
            case Role.OBLIQUE:
                for oblique in (*clause.obliques, *self._beyond_particles(clause)):
                    if in_cases(oblique.case, condition.cases) or (not oblique.case and "-" in condition.cases):
                        yield oblique.noun
                        if oblique.noun is not clause.object:
                            yield from tree.children(oblique.noun, "amod", "compound", "nmod")
                if clause.form is not Form.NOUN and not strictly:
                    yield from self._deeper(condition, clause)
                if clause.object is not None and clause.form is not Form.NOUN:
                    for oblique in self.reader.obliques(clause.object):
                        if in_cases(oblique.case, condition.cases):
                            yield oblique.noun
                            yield from tree.children(oblique.noun, "amod", "compound")
                yield from self._inner_clauses(condition, clause)
            case Role.OF:
                if clause.object is not None:
                    yield clause.object
            case Role.BEFORE:
                if head.i > 0:
                    yield tree.tokens[head.i - 1]
            case Role.AFTER:
                if head.i + 1 < len(tree.tokens):
                    yield tree.tokens[head.i + 1]
            case Role.WITHIN:
                yield from tree.subtree(head)
            case Role.ABOVE:
                upper = tree.parent(head)
                if upper is not None:
                    yield upper
            case Role.HEAD:
                yield head
            case Role.SENTENCE | Role.TEXT:
                yield from tree.tokens

    def _is_strayed_particle(self, following: Token) -> bool:
        """Whether the word after a verb may be its particle, whatever it hangs on: "was picked *up* there"."""
        upper = self.tree.parent(following)
        if following.deprel not in ("advmod", "case", "mark") or upper is None:
            return False
        return following.deprel == "advmod" or not self.reader.lexicon.is_a("time", word(upper))

    def _deeper(self, condition: Condition, clause: Clause) -> Iterator[Token]:
        """Obliques that the parser hung on one before them: "died of fever *in the camp*"."""
        for oblique in clause.obliques:
            for deeper in self.reader.obliques(oblique.noun):
                if deeper.case and deeper.noun.i > oblique.noun.i and in_cases(deeper.case, condition.cases):
                    yield deeper.noun

    def _beyond_particles(self, clause: Clause) -> Iterator[Oblique]:
        """Obliques that the parser hung on the verb's particle: "sent home *from prison*"."""
        for particle in self.tree.children(clause.head, "advmod", "compound:prt"):
            yield from self.reader.obliques(particle)

    def _inner_clauses(self, condition: Condition, clause: Clause) -> Iterator[Token]:
        """Heads of clauses under a mark that is one of the cases: "barred from entering"."""
        for kid in self.tree.children(clause.head, "advcl", "acl", "xcomp", "ccomp"):
            marks = self.tree.children(kid, "mark", "case")
            if any(word(mark) in condition.cases and mark.upos != "PART" for mark in marks):
                yield kid

    def _complements(self, clause: Clause) -> Iterator[Token]:
        tree, head = self.tree, clause.head
        yield from tree.children(
            head, "xcomp", "ccomp", "advmod", "acl", "obl", "amod", "compound:prt", "advcl", "obl:tmod", "obj"
        )
        if clause.object is not None:
            yield from tree.children(clause.object, "amod", "acl", "advmod", "xcomp", "appos")
        if head.i + 1 < len(tree.tokens):
            yield tree.tokens[head.i + 1]

    def _spread(self, token: Token | None, strictly: bool) -> Iterator[Token]:
        """The head of a noun phrase, those joined to it and, unless strictly, its modifiers."""
        if token is None:
            return
        yield token
        modifiers = ("conj",) if strictly else ("conj", "compound", "amod", "nmod")
        yield from self.tree.children(token, *modifiers)
