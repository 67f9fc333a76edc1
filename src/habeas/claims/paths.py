"""Paths: how a place name hangs together with a clause's head in its sentence's tree, as short names of features.

"Russia frees Georgian soldiers" names two states; that the one is the verb's subject and the other an adjective of
the affected is what tells the custodian. A path is named by relations, by the slots of the clause, and by what an
adposition means, never by words, so that one weight serves all languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.syntax.model import Token, Tree

_CLAUSAL = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "xcomp", "csubj", "csubj:pass", "parataxis"})
_ALIKE = {
    "nmod:poss": "poss",
    "acl:relcl": "acl",
    "nsubj:pass": "nsubj",
    "csubj:pass": "csubj",
    "obl:agent": "agent",
    "obl:tmod": "obl",
    "nmod:tmod": "nmod",
    "obl:npmod": "obl",
    "flat:name": "name",
    "flat": "name",
    "flat:foreign": "name",
    "compound": "amod",
    "iobj": "obj",
    "dep": "obl",
}
_MODIFIERS = frozenset({"amod", "nmod", "poss", "name", "appos", "det"})
_STEPS = 8


@dataclass(frozen=True, slots=True)
class Branch:
    """A clause in its tree."""

    tree: Tree
    head: int
    """Index of the token that heads the clause."""
    actor: int | None
    affected: int | None
    form: str
    """In which form and voice the head stands."""


class Paths:
    """The paths of one clause."""

    def __init__(self, branch: Branch) -> None:
        self.branch = branch
        tree = branch.tree
        self.starts = {token.start: token for token in tree.tokens}
        above = [tree.tokens[branch.head], *tree.ancestors(tree.tokens[branch.head])]
        self.above = {token.i: rank for rank, token in enumerate(above)}
        self.chain = above

    def root(self, start: int, end: int) -> Token | None:
        """The token of a mention on which its other words hang."""
        inside = [token for token in self.branch.tree.tokens if start <= token.start < end]
        for token in inside:
            if token.head == token.i or not any(token.head == other.i for other in inside):
                return token
        return self.starts.get(start)

    def features(self, mention: Token, adposition: str, organ: bool) -> Iterator[str]:
        """Names of what the tree tells of a mention; `adposition` is what the words before it mean."""
        branch, tree = self.branch, self.branch.tree
        steps: list[str] = []
        via: str | None = None
        token = mention
        for _ in range(_STEPS):
            if token.i in self.above:
                break
            slot = "affected" if token.i == branch.affected else "actor" if token.i == branch.actor else ""
            if slot and via is None:
                via = slot
            deprel = _ALIKE.get(token.deprel, token.deprel)
            steps.append(slot or deprel)
            token = tree.tokens[token.head]
        else:
            yield "tree: far"
            return
        up = self.above[token.i]
        deep = [step for step in steps if step in _CLAUSAL]
        last = steps[-1] if steps else "self"
        first = _ALIKE.get(mention.deprel, mention.deprel)
        meeting = "the head" if up == 0 else self._upward(up)
        modified = tree.tokens[mention.head]
        kind = f"{first}, {adposition}" if first in ("obl", "nmod", "obj") else first
        yield f"tree: {last} of {meeting}"
        yield f"tree: {kind}, {last} of {meeting}"
        yield f"tree: {last} of {meeting}, {branch.form}"
        if len(steps) > 1:
            yield f"tree: {' < '.join(steps[:4])} of {meeting}"
        if deep:
            yield f"tree: in a clause under, {last} of {meeting}"
        if via is not None:
            yield f"tree: {'is' if steps[0] == via else first + ' under'} the {via}"
            yield f"tree: {kind} under the {via}, {branch.form}"
        if first in _MODIFIERS and mention.head != mention.i:
            what = "an organ" if organ else "a name" if modified.upos == "PROPN" else "a thing"
            slot = "affected" if modified.i == branch.affected else "actor" if modified.i == branch.actor else "other"
            yield f"tree: {first} of {what}, {slot}"
            yield f"tree: {first} of {what}, {slot}, {last} of {meeting}"

    def _upward(self, up: int) -> str:
        """By which relations the clause hangs on the word where the mention meets it."""
        steps = [_ALIKE.get(token.deprel, token.deprel) for token in self.chain[:up]]
        named = [
            "affected" if token.i == self.branch.affected else "actor" if token.i == self.branch.actor else step
            for token, step in zip(self.chain[1 : up + 1], ["", *steps], strict=False)
        ]
        met = named[-1] if named and named[-1] in ("affected", "actor") else "a word"
        return f"{met} above by {'/'.join(steps[:3])}"


def branch_of(tree: Tree, head: Token, actor: Token | None, affected: Token | None, form: str) -> Branch:
    """A clause's branch, from its tokens."""
    return Branch(tree, head.i, None if actor is None else actor.i, None if affected is None else affected.i, form)
