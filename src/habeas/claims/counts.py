"""Counts: how many people a noun phrase speaks of, by its number, its form, its names and its coordination.

The rules are those of the annotation guide: a number with its hedges, a named person is one, a bare plural two or
more, an unnamed singular one, parts joined by "and" add up. A pronoun for several, and a phrase that counts no
people, have no count of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import add

from habeas.claims.numbers import NumberMention, numbers_in, numerals
from habeas.claims.words import fold
from habeas.intervals import Count
from habeas.syntax.model import Token, Tree

NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ", "SYM"})
UPWARD = frozenset(
    {
        "nummod",
        "det",
        "amod",
        "advmod",
        "nmod",
        "compound",
        "obl",
        "dep",
        "fixed",
        "flat",
        "nummod:gov",
        "obl:arg",
        "conj",
    }
)
"""Relations by which a number left of a noun may hang on it, or on another word left of it."""
STEPS = 4  # from a number up to the noun it counts
BARE_PLURAL = Count.at_least(2)


@dataclass(frozen=True, slots=True)
class CountReading:
    """A count, the words it rests on and the rule that gave it."""

    count: Count
    start: int
    """Document offset of the first character of the words."""
    end: int
    rule: str
    words: str


def count_of(tree: Tree, noun: Token) -> CountReading | None:
    """The people that a token's noun phrase speaks of; None where it does not say, or counts something else."""
    return _Phrase(tree).count(_quantity_above(tree, noun))


def _quantity_above(tree: Tree, noun: Token) -> Token:
    """The quantity that a noun is the measure of: the 14 of "14 of the 52 prisoners", the dozens of "dozens of men"."""
    upper = tree.parent(noun)
    if upper is None or noun.deprel not in ("nmod", "obl", "obl:arg", "nummod:gov", "appos") or upper.i > noun.i:
        return noun
    phrase = _Phrase(tree)
    counted = phrase.mention_at(upper)
    if counted is not None and counted.people and (upper.upos == "NUM" or not counted.figure):
        return upper
    return upper if phrase.is_partitive(upper) and noun.deprel == "nmod" else noun


class _Phrase:
    """The number mentions of a tree and the noun phrases they count."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.lexicon = numerals(tree.language).lexicon
        self.mentions = numbers_in(tree.text, tree.language, tree.start)
        self._groups = frozenset(map(fold, self.lexicon.groups_of_people.words))
        self._plural_groups = frozenset(map(fold, self.lexicon.groups_of_people.plurals))
        self._one_of = frozenset(map(fold, self.lexicon.one_of))
        self._all_but_openings = frozenset(fold(phrase).split()[0] for phrase in self.lexicon.all_but)
        self._some = frozenset(map(fold, self.lexicon.plural_some))
        self._of = frozenset(map(fold, self.lexicon.of))

    def count(self, noun: Token) -> CountReading | None:
        parts = [noun, *self._others(noun)]
        readings = [reading for part in parts if (reading := self._part(part)) is not None]
        if not readings:
            return None
        if len(readings) == 1:
            return readings[0]
        bare = all(reading.count == BARE_PLURAL for reading in readings)
        total = BARE_PLURAL if bare else reduce(add, (reading.count for reading in readings))
        start, end = min(r.start for r in readings), max(r.end for r in readings)
        return self._reading(total, start, end, "together: " + ", ".join(reading.rule for reading in readings))

    # --- coordination ----------------------------------------------------------------------------

    def _others(self, noun: Token) -> Iterator[Token]:
        """The other people that a coordination adds."""
        tree = self.tree
        for other in tree.children(noun, "conj"):
            if other.upos not in NOMINAL or self._inside_number(noun, other) or self._is_alternative(other):
                continue
            if not self._is_title_of(noun, other):
                yield other
                yield from self._others(other)
        if noun.upos == "PROPN":
            for said in tree.children(noun, "appos"):  # "X, a reporter, and Y"
                yield from (
                    name for name in tree.children(said, "conj") if name.upos == "PROPN" and said.upos != "PROPN"
                )

    def _inside_number(self, noun: Token, other: Token) -> bool:
        """Whether the two are ends of one number: "20 or 30"."""
        mention = self.mention_at(noun)
        return mention is not None and mention.number_start <= other.start < mention.number_end

    def _is_alternative(self, other: Token) -> bool:
        cc = self.tree.child(other, "cc")
        return cc is not None and fold(cc.text) in self.lexicon.ranges.plain

    def _is_title_of(self, first: Token, other: Token) -> bool:
        """Whether the first is a title of the name in the second: "politician and activist X" is one person."""
        if first.upos == "PROPN" or first.feats.get("Number") == "Plur" or self.tree.child(first, "det", "nmod:poss"):
            return False
        if self._number_for(first) is not None or self.tree.child(other, "det", "nmod:poss", "nummod"):
            return False
        if other.upos == "PROPN":
            return any(kid.i < other.i and kid.upos == "NOUN" for kid in self.tree.children(other))
        following = self.tree.tokens[other.i + 1 : other.i + 2]
        return any(token.upos == "PROPN" for token in following)

    # --- one part --------------------------------------------------------------------------------

    def _part(self, noun: Token) -> CountReading | None:
        number = self._number_for(noun)
        if number is not None:
            return self._counted(noun, number)
        text = fold(noun.text)
        if text in self._one_of and self.tree.child(noun, "nmod") is not None:
            return self._of_token(Count.exactly(1), noun, "one of them")
        if self.is_group(noun) or text in self._all_but_openings:
            inner = self._measured(noun)
            if inner is not None and inner.rule != "one unnamed":
                return inner
            return self._of_token(BARE_PLURAL, noun, "group")
        if noun.upos in ("PRON", "DET"):
            return self._pronoun(noun)
        plural = noun.feats.get("Number") == "Plur"
        if noun.upos == "PROPN" and not plural:
            return self._of_token(Count.exactly(1), noun, "one named")
        if not plural:
            return self._of_token(Count.exactly(1), noun, "one unnamed") if noun.upos in NOMINAL else None
        names = self._names_beside(noun)
        if names >= 2:
            return self._of_token(Count.exactly(names), noun, "named")
        if any(fold(kid.text) in self._some for kid in self.tree.children(noun, "det")):
            return self._of_token(Count.at_least(3), noun, "several")
        return self._of_token(BARE_PLURAL, noun, "bare plural")

    def _counted(self, noun: Token, number: NumberMention) -> CountReading:
        count, rule = number.count, number.rule
        rest = self._all_but(number)
        if rest is not None:
            count, rule = rest, "all but"
        elif fold(noun.text) in self._plural_groups:
            count, rule = Count.at_least(max(2, count.min)), "groups"
        return self._reading(count, min(number.start, noun.start), max(number.end, noun.end), rule)

    def _all_but(self, number: NumberMention) -> Count | None:
        """What is left in "all but 11 of the 25"."""
        text = fold(self.tree.text)
        before = text[: number.number_start - self.tree.start].rstrip()
        if not any(before.endswith(fold(phrase)) for phrase in self.lexicon.all_but) or not number.count.max:
            return None
        for whole in self.mentions:
            between = text[number.end - self.tree.start : whole.number_start - self.tree.start].split()
            if whole.number_start > number.end and len(between) <= 3 and whole.count.exact and self._of & set(between):
                left = whole.count.min - number.count.max
                return Count.exactly(left) if left > 0 else None
        return None

    def _measured(self, group: Token) -> CountReading | None:
        """What a group is of: the twelve of "a group of twelve activists"."""
        for kid in self.tree.children(group, "nmod", "nummod", "nummod:gov"):
            if kid.i > group.i and kid.upos in NOMINAL:
                reading = self.count(kid)
                if reading is not None and reading.rule != "one named":
                    return reading
        return None

    def _pronoun(self, noun: Token) -> CountReading | None:
        if noun.feats.get("PronType") == "Prs" or noun.feats.get("Person") is not None:
            if noun.feats.get("Number") == "Sing":
                return self._of_token(Count.exactly(1), noun, "one, by pronoun")
            return None
        if noun.feats.get("Number") == "Plur":
            return self._of_token(BARE_PLURAL, noun, "bare plural")
        return None

    def _names_beside(self, noun: Token) -> int:
        """How many names stand in apposition to a plural."""
        tree = self.tree
        names = [kid for kid in tree.children(noun, "appos", "flat") if kid.upos == "PROPN"]
        return sum(1 + sum(1 for other in tree.children(name, "conj") if other.upos == "PROPN") for name in names)

    # --- numbers ---------------------------------------------------------------------------------

    def is_group(self, noun: Token) -> bool:
        """Whether the noun stands for several people unnumbered."""
        text = fold(noun.text)
        return text in self._groups or text in self._plural_groups

    def is_partitive(self, noun: Token) -> bool:
        """Whether what hangs on the noun is what it is of: a group of men, one of them."""
        return self.is_group(noun) or fold(noun.text) in self._one_of

    def mention_at(self, token: Token) -> NumberMention | None:
        """The number that the token is part of."""
        return next((one for one in self.mentions if one.number_start <= token.start < one.number_end), None)

    def _number_for(self, noun: Token) -> NumberMention | None:
        """The number that counts the noun: the noun itself, or what stands left of it and hangs on it."""
        own = self.mention_at(noun)
        if own is not None:
            return own if own.people else None
        fit = [one for one in self.mentions if one.people and self._hangs_on(one, noun)]
        return fit[-1] if fit else None

    def _hangs_on(self, number: NumberMention, noun: Token) -> bool:
        tree = self.tree
        for token in tree.tokens:
            if not number.number_start <= token.start < number.number_end:
                continue
            if token.i > noun.i:
                if token.head == noun.i and token.deprel in ("nummod", "nummod:gov"):
                    return True
                continue
            at = token
            for _ in range(STEPS):
                if at.deprel not in UPWARD or at.head == at.i:
                    break
                relation, at = at.deprel, tree.tokens[at.head]
                if at.i == noun.i:
                    return relation != "conj"
                if at.i > noun.i or at.upos in ("VERB", "AUX"):
                    break
        return False

    # --- readings --------------------------------------------------------------------------------

    def _of_token(self, count: Count, token: Token, rule: str) -> CountReading:
        return self._reading(count, token.start, token.end, rule)

    def _reading(self, count: Count, start: int, end: int, rule: str) -> CountReading:
        words = self.tree.text[start - self.tree.start : end - self.tree.start]
        return CountReading(count, start, end, rule, words)
