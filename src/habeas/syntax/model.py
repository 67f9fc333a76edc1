"""Tree: one sentence parsed into Universal Dependencies.

All languages come to this one shape (UD v2 labels), so that the clause grammar names relations
and no language: nsubj, nsubj:pass, obj, iobj, obl, obl:agent, obl:tmod, nmod, nmod:poss, amod,
appos, nummod, acl, acl:relcl, advcl, ccomp, xcomp, conj, cc, case, mark, cop, aux, aux:pass,
expl:pass, compound, compound:prt, flat, advmod, det, punct, parataxis, dep, root.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark of a sentence."""

    i: int
    """Place in the sentence, from 0."""
    text: str
    lemma: str
    """Dictionary form, in lower case except for names."""
    upos: str
    """Universal part of speech."""
    feats: dict[str, str]
    """Universal features, such as {"Case": "Gen", "Number": "Plur"}; never changed."""
    head: int
    """Index of the head; the root's is its own."""
    deprel: str
    """UD relation to the head; the root's is "root"."""
    start: int
    """Offset of the first character in the document's text."""
    end: int
    """Offset after the last character."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed sentence: its tokens in order, and the children of each."""

    text: str
    start: int
    """Offset of the sentence in the document's text."""
    language: str
    tokens: tuple[Token, ...]
    kids: tuple[tuple[int, ...], ...] = field(repr=False, compare=False)
    """For each token the indices of its children, in order."""

    @classmethod
    def of(cls, text: str, start: int, language: str, tokens: tuple[Token, ...]) -> Tree:
        """Make a tree, working out the children."""
        kids: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.i:
                kids[token.head].append(token.i)
        return cls(text, start, language, tokens, tuple(map(tuple, kids)))

    @property
    def root(self) -> Token:
        """The token that depends on none."""
        return next(token for token in self.tokens if token.head == token.i)

    def children(self, token: Token, *deprels: str) -> Iterator[Token]:
        """Children in order; with relations named, only those."""
        for i in self.kids[token.i]:
            child = self.tokens[i]
            if not deprels or child.deprel in deprels:
                yield child

    def child(self, token: Token, *deprels: str) -> Token | None:
        """First child by one of the relations."""
        return next(self.children(token, *deprels), None)

    def parent(self, token: Token) -> Token | None:
        """The head; None for the root."""
        return None if token.head == token.i else self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Heads up to the root, nearest first."""
        seen = 0
        while token.head != token.i and seen <= len(self.tokens):
            token = self.tokens[token.head]
            seen += 1
            yield token

    def path(self, token: Token, head: Token) -> str:
        """How a token hangs together with another: "prisoners -nsubj:pass-> freed"; up, then down where it must."""
        above = [head, *self.ancestors(head)]
        steps, meeting = token.text, {each.i: n for n, each in enumerate(above)}
        while token.i not in meeting:
            steps += f" -{token.deprel}-> {self.tokens[token.head].text}"
            token = self.tokens[token.head]
        for lower in reversed(above[: meeting[token.i]]):
            steps += f" <-{lower.deprel}- {lower.text}"
        return steps

    def subtree(self, token: Token) -> list[Token]:
        """The token and all below it, in order of the text."""
        found, queue = [], [token.i]
        while queue:
            i = queue.pop()
            found.append(i)
            queue.extend(self.kids[i])
        return [self.tokens[i] for i in sorted(found)]

    def span(self, token: Token) -> tuple[int, int]:
        """Document offsets of the first and last character under the token."""
        below = self.subtree(token)
        return below[0].start, below[-1].end
