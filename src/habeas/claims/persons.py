"""Persons: names of people as written, in the phrase for those whom a claim concerns.

A name is a run of capitalised words, with small particles and initials inside, cut off from the titles before it;
what is the name of a place, a body or a day is none. The words are in `persons.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import msgspec

from habeas.claims.calendar_words import CalendarLexicon
from habeas.claims.clauses import case_of
from habeas.claims.frames import lexicon
from habeas.claims.places import Role, gazetteer
from habeas.claims.words import fold
from habeas.lexicons import load
from habeas.syntax.model import Token, Tree


class PersonsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`persons.toml`; the English one tells what each list means."""

    titles: frozenset[str]
    particles: frozenset[str]
    bodies: frozenset[str]
    including: frozenset[str]


@dataclass(frozen=True, slots=True)
class PersonWords:
    """A language's words about names, folded."""

    titles: frozenset[str]
    particles: frozenset[str]
    bodies: frozenset[str]
    including: frozenset[str]
    days: re.Pattern[str]
    """Months and days of the week."""


@cache
def person_words(language: str) -> PersonWords:
    """The words about names of a language."""
    file = load(f"{language}/persons", PersonsFile)
    lists = (file.titles, file.particles, file.bodies, file.including)
    calendar = load(f"{language}/calendar", CalendarLexicon)
    days = "|".join(map(fold, (*calendar.months, *calendar.weekdays)))
    titles, particles, bodies, including = (frozenset(map(fold, words)) for words in lists)
    return PersonWords(titles, particles, bodies, including, re.compile(days))


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as written, and its first and last token."""

    text: str
    first: int
    last: int


DEEP = 12
"""Names of one phrase: a longer list is no phrase."""

_NAMING = frozenset({"appos", "flat", "conj"})
_HANGING = frozenset({"nmod", "obl", "acl", "advcl", "dep", "parataxis"})
_NOMINAL = frozenset({"PROPN", "NOUN", "X", "ADJ"})
_HYPHEN = re.compile(r"[-–‐‑]")
_JOINT = re.compile(r"[-–'’‘`]|[^\W\d_]\.")


def persons_in(tree: Tree, token: Token) -> tuple[PersonName, ...]:
    """Names of people in the phrase that a token heads: itself, in apposition, coordinated, "including X and Y"."""
    words = person_words(tree.language)
    found: dict[int, PersonName] = {}
    for head in _heads(tree, token, words, 0):
        name = name_at(tree, head)
        if name is not None:
            found.setdefault(name.first, name)
    return tuple(found[first] for first in sorted(found))[:DEEP]


_WHO_ACTS = frozenset({"nsubj", "nsubj:pass", "obl:agent", "iobj", "acl:relcl", "parataxis", "conj", "appos"})


def persons_asked_for(tree: Tree, head: Token) -> tuple[PersonName, ...]:
    """Names below a word of asking or talking ("called for the release of X"), without who asks and who is asked."""
    complement = tree.child(head, "xcomp", "ccomp") is not None
    queue = [kid for kid in tree.children(head) if kid.deprel not in _WHO_ACTS]
    queue = [kid for kid in queue if not (complement and kid.deprel in ("obj", "obl"))]
    while queue:
        token = queue.pop(0)
        names = persons_in(tree, token) if token.upos in ("NOUN", "PROPN") else ()
        if names:
            return names
        queue += [kid for kid in tree.children(token) if kid.deprel not in _WHO_ACTS]
    return ()


def _heads(tree: Tree, token: Token, words: PersonWords, depth: int) -> Iterator[Token]:
    """Tokens of the phrase at which a name may stand."""
    if depth > DEEP:
        return
    yield token
    for kid in tree.children(token):
        if kid.upos not in ("VERB", "AUX") and (
            kid.deprel in _NAMING
            or _is_apposed(tree, token, kid)
            or (kid.deprel in _HANGING and _is_including(case_of(tree, kid), words))
        ):
            yield from _heads(tree, kid, words, depth + 1)


def _is_apposed(tree: Tree, noun: Token, name: Token) -> bool:
    """Whether a name right after a noun stands in its case: "журналистку Миру", read as the noun's complement."""
    if name.deprel != "nmod" or name.upos != "PROPN" or name.i != noun.i + 1:
        return False
    case = name.feats.get("Case")
    return case is not None and case == noun.feats.get("Case") and not case_of(tree, name)


def _is_including(case: str, words: PersonWords) -> bool:
    return bool(case) and (case in words.including or case.split()[0] in words.including)


def name_at(tree: Tree, head: Token) -> PersonName | None:
    """The person's name that a token belongs to; None where it belongs to none."""
    words = person_words(tree.language)
    if head.upos not in _NOMINAL or not (head.text[:1].isupper() or _is_hyphened(tree.tokens, head.i)):
        return None
    if head.upos != "PROPN" and head.i == 0:
        return None
    first, last = _run(tree, head, words)
    first = _without_titles(tree, first, last, words)
    return _judged(tree, first, last, words)


def _run(tree: Tree, head: Token, words: PersonWords) -> tuple[int, int]:
    """First and last token of the run of capitalised words around a token."""
    tokens = tree.tokens
    first = last = head.i
    while first > 0 and (step := _step(tokens, first, -1, words)):
        first -= step
    while last + 1 < len(tokens) and (step := _step(tokens, last, 1, words)):
        last += step
    return first, last


def _step(tokens: tuple[Token, ...], at: int, way: int, words: PersonWords) -> int:
    """How many tokens further the run goes in a direction; 0 where it ends."""
    for reach in (1, 2, 3):
        i = at + way * reach
        if not 0 <= i < len(tokens):
            return 0
        token = tokens[i]
        if _is_capitalised(token) or (way > 0 and _is_hyphened(tokens, i)):
            return reach
        between = fold(token.text) in words.particles or _JOINT.fullmatch(token.text)
        if not between or token.upos == "CCONJ":
            return 0
    return 0


def _is_capitalised(token: Token) -> bool:
    return token.text[:1].isupper() and token.upos in ("PROPN", "NOUN", "X", "ADJ")


def _is_hyphened(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a token is the small end of a hyphened name: "Myung-bak"."""
    if i < 2 or not _HYPHEN.fullmatch(tokens[i - 1].text):
        return False
    before, hyphen = tokens[i - 2], tokens[i - 1]
    return before.end == hyphen.start and hyphen.end == tokens[i].start and before.text[:1].isupper()


def _without_titles(tree: Tree, first: int, last: int, words: PersonWords) -> int:
    """Where the name begins after titles and trades, and after what is said of its bearer's state."""
    tokens, trades = tree.tokens, lexicon(tree.language).is_a
    for i in range(first, last):
        token = tokens[i]
        forms = (fold(token.text).strip("."), fold(token.lemma))
        if any(form in words.titles or (len(form) >= TRADE and trades("person", form)) for form in forms):
            first = i + 1
    while last - first >= 2:
        text = tokens[first].text
        mentions = gazetteer(tree.language).mentions(text)
        if not any(m.role in (Role.ADJECTIVE, Role.DEMONYM) and m.words == text for m in mentions):
            break
        first += 1
    while first < last and not tokens[first].text[:1].isupper():
        first += 1
    return first


TRADE = 5  # letters of a trade at least: shorter words of the class are pronouns and the like
SHORTEST = 3  # letters of a surname that stands alone
_MEMBERS = frozenset({Role.BODY, Role.ORGAN, Role.PRISON, Role.GROUP, Role.MONITOR, Role.CARRIER})


def _judged(tree: Tree, first: int, last: int, words: PersonWords) -> PersonName | None:
    """The run as a name, unless it is the name of something else."""
    tokens = tree.tokens[first : last + 1]
    text = tree.text[tokens[0].start - tree.start : tokens[-1].end - tree.start]
    folded = [fold(token.text) for token in tokens]
    if any(word in words.bodies for word in folded) or folded[-1].strip(".") in words.titles:
        return None
    if not all(char.isalpha() or char in " -–'’‘`.\u00a0" for char in text):
        return None
    if len(tokens) == 1 and (_is_no_surname(tokens[0]) or words.days.fullmatch(folded[0])):
        return None
    before = tree.text[: tokens[0].start - tree.start].rstrip()
    if before.endswith(("«", "„")):  # a title or a firm
        return None
    places = [mention for mention in gazetteer(tree.language).mentions(text) if mention.role is not Role.LEADER]
    if any(mention.role in _MEMBERS for mention in places):
        return None
    covered = sum(mention.end - mention.start for mention in places)
    if covered >= len(text) - len(tokens):
        return None
    return PersonName(text, first, last)


def _is_no_surname(token: Token) -> bool:
    """Whether a word alone is an abbreviation, several people or a thing."""
    text, feats = token.text, token.feats
    if text.isupper() or len(text) < SHORTEST or feats.get("Number") == "Plur" or feats.get("Animacy") == "Inan":
        return True
    return token.i == 0 and token.upos != "PROPN"


# --- across sentences ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cast:
    """Names met in a document so far."""

    names: tuple[str, ...] = ()
    """Full names, in the order met."""
    last: tuple[str, ...] = ()
    """Those whom the last claim with names concerns."""

    def after(self, names: tuple[str, ...]) -> Cast:
        """With the names of one more claim."""
        if not names:
            return self
        return Cast((*self.names, *(name for name in names if name not in self.names)), names)


def persons_of(
    tree: Tree, affected: Token | None, text: str, cast: Cast, asking: Token | None = None
) -> tuple[str, ...]:
    """Names of those whom a claim concerns, whole where the document `text` gives them whole.

    A pronoun for one stands for the one last told of; a pronoun for several, for the several.
    `asking` is the head of a demand: the names of those it is for stand below it.
    """
    found = () if affected is None else persons_in(tree, affected)
    if asking is not None:
        found = persons_asked_for(tree, asking)
    elif affected is not None and not found and affected.upos in ("PRON", "DET"):
        several = affected.feats.get("Number") == "Plur"
        return cast.last if several == (len(cast.last) > 1) else ()
    return tuple(whole_name(name.text, text, tree.start + len(tree.text), tree.language) for name in found)


_STEM = 3  # letters at a surname's end that a case may change
_GIVEN = 3  # given names and particles taken with a surname at most
_WORD = re.compile(r"[^\W\d_][\w'’-]*\.?")


def whole_name(name: str, text: str, until: int, language: str) -> str:
    """A surname alone with the given names that the text before `until` gives it first; else the name itself."""
    if " " in name or len(name) <= _STEM:
        return name
    stem = name if name.isascii() else name[: max(_STEM, len(name) - _STEM)]
    for match in re.finditer(rf"(?<![\w-]){re.escape(stem)}\w*", text[:until]):
        given = _given_before(text, match.start(), person_words(language))
        if given < match.start():
            return text[given : match.end()]
    return name


def _given_before(text: str, at: int, words: PersonWords) -> int:
    """Where the given names before a surname begin; `at` where it has none."""
    first = at
    before = list(_WORD.finditer(text, max(0, at - 60), at))
    for match in reversed(before[-_GIVEN:]):
        word = match.group()
        if text[match.end() : first].strip(" \u00a0") or fold(word).strip(".") in words.titles | words.bodies:
            break
        if fold(word) in words.particles:
            continue
        if not word[0].isupper() or (word.endswith(".") and len(word) > len("J.")):
            break
        first = match.start()
    return first
