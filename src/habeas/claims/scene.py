"""Scene: a document's place names, and where the parts of a clause stand among them.

What `custody.py` asks of a text is answered here: which mentions lie in a span, what stands before and after them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from habeas.claims.gazetteer import fold
from habeas.claims.paths import Branch, branch_of
from habeas.claims.places import Gazetteer, PlaceMention, Role, gazetteer, salience
from habeas.documents.model import Document
from habeas.syntax.model import Token, Tree

Span = tuple[int, int]
"""Offsets in the document's text: first character, and after the last."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """Where the parts of a clause stand in the document's text; None where it has no such part."""

    clause: Span
    """The words of the claim's quote."""
    sentence: Span
    cue: Span | None = None
    """The verb or noun that heads the clause."""
    actor: Span | None = None
    """Who does it, with all that hangs on the noun; the agent of a passive."""
    affected: Span | None = None
    """To whom it is done: the noun with its own words."""
    under: Span | None = None
    """The affected with the clauses hung on it: "companies that deal with Iran"."""
    mutual: bool = False
    """Whether each side does it to the other: an exchange. Two states named in one breath are then both meant."""
    branch: Branch | None = None
    """The clause in its tree; None where the reader found no clause."""

    @classmethod
    def of(
        cls,
        tree: Tree,
        clause: Span,
        head: Token,
        actor: Token | None,
        affected: Token | None,
        mutual: bool = False,
        form: str = "",
    ) -> Arguments:
        """From a tree, the span of the quote, and the tokens of the clause's head, actor and affected."""
        sentence = (tree.start, max(tree.start + len(tree.text), clause[1]))
        return cls(
            clause,
            sentence,
            cue=(head.start, head.end),
            actor=_phrase(tree, actor, head),
            affected=_phrase(tree, affected, head),
            under=None if affected is None or head in tree.subtree(affected) else tree.span(affected),
            mutual=mutual,
            branch=branch_of(tree, head, actor, affected, form),
        )


_OWN = frozenset({"acl:relcl", "acl", "advcl", "conj", "parataxis", "cc", "punct", "appos"})


def _phrase(tree: Tree, noun: Token | None, head: Token) -> Span | None:
    """A noun with its own words: adjectives, possessors, names; no clause hung on it and nothing of the head's."""
    if noun is None:
        return None
    found, queue = [noun], [noun.i]
    while queue:
        for kid in tree.children(tree.tokens[queue.pop()]):
            if kid.deprel not in _OWN and kid.i != head.i:
                found.append(kid)
                queue.append(kid.i)
    return min(token.start for token in found), max(token.end for token in found)


def is_state(code: str) -> bool:
    """Whether a code is a state's or a territory's, and no body's."""
    return len(code) == 2 and code not in ("EU", "UN")


_NEAR_CARRIER = 24  # characters: "Turkish military appeals court", "Egypt's top criminal court"


class Scene:
    """A document's mentions, made once and asked for each of its claims."""

    def __init__(self, document: Document) -> None:
        if document.language is None:
            raise ValueError("a document without a language has no place names to read")
        self.document = document
        self.names: Gazetteer = gazetteer(document.language)
        self.mentions = self.names.mentions(document.text, on=document.published)
        self._starts = [mention.start for mention in self.mentions]
        self._relations: dict[int, tuple[str, ...]] = {}
        self._after: dict[int, str] = {}
        self.titled = self.names.mentions(document.title or "", on=document.published)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """All codes that the document mentions, the most salient first."""
        return salience(self.document, self.mentions)

    @cached_property
    def ranks(self) -> dict[str, int]:
        """Place of each code in the order of salience, from 0."""
        return {code: rank for rank, code in enumerate(self.codes)}

    @cached_property
    def in_title(self) -> frozenset[str]:
        """Codes that the title mentions."""
        return frozenset(code for mention in self.titled for code in mention.codes)

    @cached_property
    def named_at(self) -> list[tuple[int, str]]:
        """Where each state or body is mentioned, with its code, in order."""
        return [(mention.start, mention.codes[0]) for mention in self.mentions if mention.codes]

    @cached_property
    def by_code(self) -> dict[str, tuple[PlaceMention, ...]]:
        """Mentions of each code, in order."""
        found: dict[str, list[PlaceMention]] = {}
        for mention in self.mentions:
            for code in mention.codes:
                found.setdefault(code, []).append(mention)
        return {code: tuple(mentions) for code, mentions in found.items()}

    @cached_property
    def roles(self) -> dict[str, Counter[Role]]:
        """How often each code is mentioned in which role."""
        return {code: Counter(mention.role for mention in mentions) for code, mentions in self.by_code.items()}

    def last_before(self, offset: int, most: int) -> list[str]:
        """Codes of the last mentions before an offset, nearest last, so many at most."""
        end = bisect_left(self.named_at, (offset, ""))
        return [code for _, code in self.named_at[max(0, end - most) : end]]

    def paragraph(self, offset: int) -> int:
        """Where the paragraph that holds an offset begins."""
        return self.document.text.rfind("\n", 0, offset) + 1

    def nearest(self, code: str, offset: int) -> PlaceMention | None:
        """The mention of a code nearest to an offset, the earlier of two as near; None where there is none."""
        mentions = self.by_code.get(code, ())
        after = bisect_left(mentions, offset, key=lambda mention: mention.start)
        near = mentions[max(0, after - 1) : after + 1]
        return min(near, key=lambda mention: (abs(mention.start - offset), mention.start), default=None)

    def within(self, span: Span) -> list[PlaceMention]:
        """Mentions that begin inside a span."""
        return list(self.mentions[bisect_left(self._starts, span[0]) : bisect_left(self._starts, span[1])])

    def named(self, span: Span) -> int:
        """How many states and bodies are mentioned inside a span."""
        return len({mention.codes[0] for mention in self.within(span) if mention.codes})

    def joined(self, code: str, span: Span) -> tuple[str, ...]:
        """The states that a span names in one breath with another: "Iran and Austria", "Lithuania, Latvia and Estonia"."""
        told = [mention for mention in self.within(span) if mention.role is not Role.CARRIER]
        rows: list[list[PlaceMention]] = []
        ends: list[bool] = []
        for mention in told:
            between = "" if not rows else fold(self.document.text[rows[-1][-1].end : mention.start]).strip()
            link = between.removeprefix(",").strip() if between.startswith(",") else between
            alike = bool(rows) and rows[-1][-1].role is mention.role
            if alike and (link in self.names.before.joins or between == ","):
                rows[-1].append(mention)
                ends[-1] = ends[-1] or between != ","
            else:
                rows.append([mention])
                ends.append(False)
        for row, is_whole in zip(rows, ends, strict=True):
            named = tuple(dict.fromkeys(mention.codes[0] for mention in row))
            if is_whole and len(named) > 1 and code in named and all(map(is_state, named)):
                return tuple(other for other in named if other != code)
        return ()

    def prepositions(self, mention: PlaceMention) -> tuple[str, ...]:
        """What the word before the mention says it is to the clause: where, agent, against, ..."""
        found = self._relations.get(mention.start)
        if found is None:
            found = self._relations[mention.start] = tuple(self._prepositions(mention))
        return found

    def _prepositions(self, mention: PlaceMention) -> Iterator[str]:
        text = self.document.text
        before = fold(text[max(0, mention.start - 24) : mention.start]).rstrip()
        for article in self.names.before.articles:
            if before.endswith(" " + article):
                before = before[: -len(article)].rstrip()
                break
        for relation, words in self.names.relations:
            if any(before.endswith(" " + word) or before == word for word in words):
                yield relation

    def follows(self, mention: PlaceMention) -> str:
        """What stands after the mention: a possessive, an organ of the state, or something else."""
        found = self._after.get(mention.start)
        if found is None:
            found = self._after[mention.start] = self._follows(mention)
        return found

    def _follows(self, mention: PlaceMention) -> str:
        text = self.document.text
        after = fold(text[mention.end : mention.end + 2])
        if after.startswith("'"):
            return "possessive"
        for carrier in self.within((mention.end, mention.end + _NEAR_CARRIER + 1)):
            if carrier.role is Role.CARRIER:
                return "" if any(mark in text[mention.end : carrier.start] for mark in ".,;:!?") else "carrier"
        return ""
