"""Counts: how many people a noun phrase speaks of, by its number, its form, its names and its coordination.

The rules are those of the annotation guide: a number with its hedges, a named person is one, a bare plural two or
more, an unnamed singular one, parts joined by "and" add up. A pronoun for several, and a phrase that counts no
people, have no count of their own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

from habeas.claims.hedges import Hedge
from habeas.claims.numbers import NumberMention, number_finder, numbers_in
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
REACH = 160  # characters between a number and the noun it counts, at most
STEPS = 4  # from a number up to the noun it counts
BARE_PLURAL = Count.at_least(2)
TOGETHER = "together"
NAMED, UNNAMED = "one named", "one unnamed"
YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class CountReading:
    """A count, the words it rests on and the rule that gave it."""

    count: Count
    start: int
    """Document offset of the first character of the words."""
    end: int
    rule: str
    words: str


def count_of(tree: Tree, noun: Token, *, whole: bool = False) -> CountReading | None:
    """The people that a token's noun phrase speaks of; None where it does not say, or counts something else.

    `whole` counts the 52 of "14 of the 52 prisoners", not the 14.
    """
    phrase = _Phrase(tree, whole=whole)
    plural = noun.upos == "NOUN" and noun.feats.get("Number") == "Plur"
    return phrase.count(noun if whole and (plural or phrase.is_numbered(noun)) else _quantity_above(tree, noun))


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

    def __init__(self, tree: Tree, *, whole: bool = False) -> None:
        self.tree = tree
        self.whole = whole
        self.lexicon = number_finder(tree.language).lexicon
        self.mentions = numbers_in(tree.text, tree.language, tree.start)
        self._mention_starts = [one.number_start for one in self.mentions]
        self._token_starts = [token.start for token in tree.tokens]
        self._groups = frozenset(map(fold, self.lexicon.groups_of_people.words))
        self._plural_groups = frozenset(map(fold, self.lexicon.groups_of_people.plurals))
        self._one_of = frozenset(map(fold, self.lexicon.one_of))
        self._all_but_openings = frozenset(fold(phrase).split()[0] for phrase in self.lexicon.all_but)
        self._anyone, self._half_of = (
            frozenset(map(fold, self.lexicon.anyone)),
            frozenset(map(fold, self.lexicon.half_of)),
        )
        self._peoples = tuple(map(fold, self.lexicon.endings_of_peoples))
        self._some = frozenset(map(fold, self.lexicon.plural_some))
        self._of = frozenset(map(fold, self.lexicon.of))

    def count(self, noun: Token) -> CountReading | None:
        """The people of the phrase a noun heads, its coordination included."""
        first = self._part(noun)
        others = [(other, reading) for other in self._others(noun) if (reading := self._part(other)) is not None]
        if first is None or not others:
            return first if first is not None or not others else others[0][1]
        names = len(others) if all(reading.rule == NAMED for _, reading in others) else 0
        if first.rule == "bare plural" and names > 1:
            readings = [reading for _, reading in others]  # "the leaders, X and Y"
        elif names > 1 and first.count == Count.exactly(names):
            return first  # "two of them, X and Y"
        elif first.rule not in ("bare plural", NAMED, UNNAMED):
            # One number goes over all the plurals after it: "150 politicians, activists and protesters".
            readings = [first, *(reading for _, reading in others if reading.rule != "bare plural")]
        else:
            readings = [first, *(reading for _, reading in others)]
        if len(readings) == 1:
            return readings[0]
        bare = all(reading.count == BARE_PLURAL for reading in readings)
        total = BARE_PLURAL if bare else reduce(add, (reading.count for reading in readings))
        start, end = min(r.start for r in readings), max(r.end for r in readings)
        return self._reading(total, start, end, TOGETHER + ": " + ", ".join(reading.rule for reading in readings))

    # --- coordination ----------------------------------------------------------------------------

    def _others(self, noun: Token) -> list[Token]:
        """The other people that a coordination adds; nouns in a row with no "and" are no coordination."""
        tree = self.tree
        firsts = [noun]
        if noun.feats.get("Number") != "Plur" or noun.upos == "PROPN":
            # "the ambassador X and other diplomats"; "X, a reporter, and Y"
            firsts += [
                said for said in tree.children(noun, "appos") if (said.upos == "PROPN") != (noun.upos == "PROPN")
            ]
        listed = self._listed(noun)
        firsts += [said for said in listed if said not in firsts]
        found, joined = list(listed), bool(listed)
        for first in firsts:
            for other in self._conjuncts(first):
                joined = joined or tree.child(other, "cc") is not None
                if other.upos not in NOMINAL or (other.upos == "ADJ" and other.feats.get("Number") != "Plur"):
                    continue
                if self._inside_number(first, other) or self._is_alternative(other) or self._is_title_of(noun, other):
                    continue
                if first is noun or first in listed or first.upos == "PROPN" or other.upos == "PROPN":
                    found.append(other)
        return found if joined else []

    def _listed(self, noun: Token) -> list[Token]:
        """Members of a list that the parser took for appositions: "seven Germans, *one Briton* and a Korean"."""
        number = self._number_for(noun)
        if number is None or not number.count.exact or noun.feats.get("Number") != "Plur":
            return []
        members = [
            said
            for said in self.tree.children(noun, "appos")
            if said.feats.get("Number") == "Sing" and self.tree.child(said, "nummod") is not None
        ]
        ends = [member for member in members if self.tree.child(member, "conj") is not None]
        named = len(members) + sum(1 for member in members for _ in self._conjuncts(member))
        return members if ends and named != number.count.min else []  # else they are who is meant

    def _conjuncts(self, first: Token) -> Iterator[Token]:
        queue = deque(self.tree.children(first, "conj"))
        while queue:
            other = queue.popleft()
            yield other
            queue.extend(self.tree.children(other, "conj"))

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
        following = [token for token in self.tree.tokens[other.i + 1 : other.i + 3] if token.upos != "PUNCT"]
        return bool(following) and following[0].upos == "PROPN"

    # --- one part --------------------------------------------------------------------------------

    def _part(self, noun: Token) -> CountReading | None:
        """One conjunct by itself."""
        number, text = self._number_for(noun), fold(noun.text)
        if number is not None:
            return self._counted(noun, number) if number.people else None
        if text in self._one_of and self.tree.child(noun, "nmod") is not None:
            return self._of_token(Count.exactly(1), noun, "one of them")
        if text in self._anyone:
            return self._of_token(Count.at_least(1), noun, "any")
        if text in self._some and noun.upos in ("PRON", "DET", "ADJ"):
            return self._of_token(Count.at_least(3), noun, "several")
        if text in self._half_of:
            return self._half(noun)
        if text in self._all_but_openings:
            return self._measured(noun)
        if self.is_group(noun):
            inner = self._measured(noun)
            return inner if inner is not None and inner.rule != UNNAMED else self._of_token(BARE_PLURAL, noun, "group")
        if noun.upos in ("PRON", "DET"):
            return self._pronoun(noun)
        return self._unnumbered(noun)

    def _unnumbered(self, noun: Token) -> CountReading | None:
        """By the noun's own form and the names beside it."""
        plural = noun.feats.get("Number") == "Plur"
        if noun.upos == "PROPN" and (not plural or self._is_full_name(noun)):
            return self._of_token(Count.exactly(1), noun, NAMED)
        if noun.deprel == "compound" and noun.upos == "NOUN":
            return self._of_token(BARE_PLURAL, noun, "bare plural")  # "a *prisoner* swap"
        if not plural:
            return self._of_token(Count.exactly(1), noun, UNNAMED) if noun.upos in NOMINAL else None
        article = self.tree.child(noun, "det")
        if article is not None and article.feats.get("Definite") == "Ind" and article.feats.get("Number") != "Plur":
            return self._of_token(
                Count.exactly(1), noun, UNNAMED
            )  # "a people smuggler", the smuggler hung on the people
        names = self._names_beside(noun)
        if names >= 2:
            return self._of_token(Count.exactly(names), noun, "named")
        if any(fold(kid.text) in self._some for kid in self.tree.children(noun, "det", "amod")):
            return self._of_token(Count.at_least(3), noun, "several")
        return self._of_token(BARE_PLURAL, noun, "bare plural")

    def _is_full_name(self, noun: Token) -> bool:
        """Whether a name in -s, taken for a plural, has a given name before it, and is no people's ("North Koreans")."""
        if fold(noun.text).endswith(self._peoples):
            return False
        return any(kid.upos == "PROPN" and kid.i == noun.i - 1 for kid in self.tree.children(noun, "compound", "flat"))

    def _half(self, noun: Token) -> CountReading | None:
        """Half of a number, either way round."""
        whole = self._measured(noun)
        if whole is None or whole.count.max is None:
            return None
        return self._of_token(Count(whole.count.min // 2, (whole.count.max + 1) // 2), noun, "half")

    def _counted(self, noun: Token, number: NumberMention) -> CountReading:
        count, rule = number.count, number.rule
        rest = self._all_but(number)
        if rest is not None:
            count, rule = rest, "all but"
        elif self.lexicon.inverted_is_about and number.number_start > noun.start and count.exact:
            count, rule = Hedge.ABOUT.applied(count), "about, by inversion"
        elif fold(noun.text) in self._plural_groups:
            count, rule = Count.at_least(max(2, count.min)), "groups"
        return self._reading(count, min(number.start, noun.start), max(number.end, noun.end), rule)

    def _all_but(self, number: NumberMention) -> Count | None:
        """What is left in "all but 11 of the 25"."""
        text = fold(self.tree.text)
        before = text[: number.number_start - self.tree.start].rstrip()
        if not any(before.endswith(fold(phrase)) for phrase in self.lexicon.all_but) or not number.count.max:
            return None
        after = bisect_right(self._mention_starts, number.number_start)
        for whole in self.mentions[after : after + 1]:
            between = text[number.end - self.tree.start : whole.number_start - self.tree.start].split()
            if len(between) <= 3 and whole.count.exact and self._of & set(between):
                left = whole.count.min - number.count.max
                return Count.exactly(left) if left > 0 else None
        return None

    def _measured(self, group: Token) -> CountReading | None:
        """What a group is of: the twelve of "a group of twelve activists"."""
        for kid in self.tree.children(group, "nmod", "nummod", "nummod:gov"):
            if kid.i > group.i and kid.upos in NOMINAL:
                reading = self.count(kid)
                if reading is not None and reading.rule != NAMED:
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

    def is_numbered(self, noun: Token) -> bool:
        """Whether the noun has a number of its own."""
        return self._number_for(noun) is not None

    def is_group(self, noun: Token) -> bool:
        """Whether the noun stands for several people unnumbered."""
        text = fold(noun.text)
        return text in self._groups or text in self._plural_groups

    def is_partitive(self, noun: Token) -> bool:
        """Whether what hangs on the noun is what it is of: a group of men, one of them."""
        return self.is_group(noun) or fold(noun.text) in self._one_of | self._half_of

    def mention_at(self, token: Token) -> NumberMention | None:
        """The number that the token is part of."""
        before = bisect_right(self._mention_starts, token.start)
        one = self.mentions[before - 1] if before else None
        return one if one is not None and token.start < one.number_end else None

    def _mentions_near(self, noun: Token) -> Sequence[NumberMention]:
        """Those close enough to count the noun: a noun phrase has an end, a list of ten thousand numbers has not."""
        first = bisect_left(self._mention_starts, noun.start - REACH)
        return self.mentions[first : bisect_right(self._mention_starts, noun.end + REACH)]

    def _number_for(self, noun: Token) -> NumberMention | None:
        """The number that counts the noun: the noun itself, or what stands left of it and hangs on it.

        One that counts something else is given where it is the noun's own: "58 years".
        """
        own = self.mention_at(noun)
        if own is not None:
            return own
        fit = [one for one in self._mentions_near(noun) if one.people and self._hangs_on(one, noun)]
        if fit and not self._is_year(fit[-1], noun):
            return fit[-1] if self.whole else self._share_of(fit[-1], noun)
        other = (one for one in self._mentions_near(noun) if not one.people)
        return next(
            (one for one in other if any(self._is_in(kid, one) for kid in self.tree.children(noun, "nummod"))), None
        )

    def _is_in(self, token: Token, number: NumberMention) -> bool:
        return number.number_start <= token.start < number.number_end

    def _is_year(self, number: NumberMention, noun: Token) -> bool:
        """Whether the number before a singular is a year: "the 1976 laureate"."""
        return number.figure and number.count.exact and number.count.min in YEARS and noun.feats.get("Number") == "Sing"

    def _share_of(self, whole: NumberMention, noun: Token) -> NumberMention:
        """The two of "two of the four brothers", whatever the tree makes of it."""
        for part in self._mentions_near(noun):
            between = fold(self.tree.text[part.end - self.tree.start : whole.number_start - self.tree.start]).split()
            if part.end <= whole.start and part.people and 1 <= len(between) <= 2 and between[0] in self._of:
                return part
        return whole

    def _hangs_on(self, number: NumberMention, noun: Token) -> bool:
        tree = self.tree
        first = bisect_left(self._token_starts, number.number_start)
        for token in tree.tokens[first : bisect_left(self._token_starts, number.number_end)]:
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
