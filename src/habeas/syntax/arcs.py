"""Arcs: one sentence's analysis while it is being put into Universal Dependencies.

Parsers give columns; conversions move arcs in them; `tokens` freezes the result. Plain lists, because
every parsed word passes here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from habeas.syntax.model import Token


@cache
def features(text: str) -> dict[str, str]:
    """Universal features from their usual form, "Case=Gen|Number=Plur"; one shared dict for each form, never changed."""
    if not text or text == "_":
        return {}
    return dict(pair.split("=", 1) for pair in text.split("|"))


@cache
def _with_feature(items: tuple[tuple[str, str], ...], name: str, value: str) -> dict[str, str]:
    return {**dict(items), name: value}


class Arcs:
    """Columns of one sentence; a root's head is its own index."""

    __slots__ = ("feats", "head", "kids", "lemma", "rel", "tag", "text", "upos")

    def __init__(
        self,
        text: Sequence[str],
        lemma: list[str],
        upos: list[str],
        tag: Sequence[str],
        feats: list[dict[str, str]],
        head: list[int],
        rel: list[str],
    ) -> None:
        self.text = text
        self.lemma = lemma
        self.upos = upos
        self.tag = tag
        """The parser's own fine tags; empty strings where it has none."""
        self.feats = feats
        self.head = head
        self.rel = rel
        self.kids: list[list[int]] = [[] for _ in head]
        for i, above in enumerate(head):
            if above != i:
                self.kids[above].append(i)

    def postorder(self) -> list[int]:
        """All indices, each after those below it."""
        found: list[int] = []
        queue = [i for i, above in enumerate(self.head) if above == i]
        while queue:
            i = queue.pop()
            found.append(i)
            queue.extend(self.kids[i])
        found.reverse()
        return found

    def move(self, i: int, above: int) -> None:
        """Hang a token on another."""
        old = self.head[i]
        if old != i:
            self.kids[old].remove(i)
        self.head[i] = above
        if above != i:
            self.kids[above].append(i)
            self.kids[above].sort()

    def exchange(self, old: int, new: int, relation: str) -> None:
        """Let a child take its head's place, relation and other children; the old head becomes its child by `relation`."""
        self.rel[new] = self.rel[old]
        above = self.head[old]
        self.move(new, new if above == old else above)
        self.move(old, new)
        self.rel[old] = relation
        for kid in self.kids[old]:
            self.head[kid] = new
        self.kids[new] = sorted(self.kids[new] + self.kids[old])
        self.kids[old] = []

    def add_feature(self, i: int, name: str, value: str) -> None:
        """Give a token one more feature."""
        self.feats[i] = _with_feature(tuple(self.feats[i].items()), name, value)

    def flatten_coordination(self) -> None:
        """Hang each conjunct on the first one, and each conjunction on the conjunct it stands before.

        A middle conjunct with a subject of its own keeps what is coordinated with it.
        """
        rel, head, kids = self.rel, self.head, self.kids
        for i, name in enumerate(rel):
            if name == "cc" and head[i] != i:
                after = next((kid for kid in kids[head[i]] if kid > i and rel[kid] == "conj"), None)
                if after is not None:
                    self.move(i, after)
        for i, name in enumerate(rel):
            if name != "conj":
                continue
            above = head[i]
            while (
                rel[above] == "conj"
                and head[above] != above
                and not any(rel[kid].startswith("nsubj") for kid in kids[above])
            ):
                above = head[above]
            if above != head[i]:
                self.move(i, above)

    def single_root(self) -> None:
        """Hang further roots on the first as `parataxis`."""
        roots = [i for i, above in enumerate(self.head) if above == i]
        for i in roots[1:]:
            self.move(i, roots[0])
            self.rel[i] = "parataxis"
        if roots:
            self.rel[roots[0]] = "root"

    def tokens(self, starts: Sequence[int]) -> list[Token]:
        """The tokens; `starts` are their offsets in the document."""
        return [
            Token(i, text, lemma, upos, feats, head, rel, start, start + len(text))
            for i, (text, lemma, upos, feats, head, rel, start) in enumerate(
                zip(self.text, self.lemma, self.upos, self.feats, self.head, self.rel, starts, strict=True)
            )
        ]
