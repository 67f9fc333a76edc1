"""Names: a language's place names read from its word lists, in all their forms, keyed by their first word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from itertools import product

import msgspec

from habeas.errors import HabeasError
from habeas.lexicons import holds, load


class Role(StrEnum):
    """What kind of word names the state; in the order in which one name's states are preferred."""

    STATE = "state"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    LEADER = "leader"
    ORGAN = "organ"
    PRISON = "prison"
    BODY = "body"
    """The EU, the UN and the like."""
    GROUP = "group"
    """Armed group or movement; its code is the country where it holds people."""
    MONITOR = "monitor"
    """A group that keeps count of a state's prisoners: it tells of that state, and never acts for it."""
    REGION = "region"
    CITY = "city"
    CARRIER = "carrier"
    """An organ of a state it does not name ("the court"); it has no code of its own."""


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A surname that others bear too: the office holder's only in these years."""

    name: str
    since: int = msgspec.field(name="from")
    until: int | None = msgspec.field(name="to", default=None)


class Ending(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How words with an ending change: a slot for each form, variants parted by "|"."""

    ending: str
    forms: list[str]


class Before(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that stand before a place and say what it has to do with the clause."""

    where: list[str]
    whence: list[str]
    whither: list[str]
    agent: list[str]
    against: list[str]
    of: list[str]
    articles: list[str]
    joins: list[str]


class PlaceList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Shape of `<language>/places.toml`: names by code, a section for each role."""

    before: Before
    carriers: list[str]
    given: list[str]
    surnames: list[str]
    openers: list[str]
    state: dict[str, list[str]]
    adjective: dict[str, list[str]]
    capital: dict[str, list[str]]
    city: dict[str, list[str]]
    region: dict[str, list[str]]
    organ: dict[str, list[str]]
    prison: dict[str, list[str]]
    group: dict[str, list[str]]
    leader: dict[str, list[str | Office]]
    body: dict[str, list[str | Office]]
    monitor: dict[str, list[str]]
    demonym: dict[str, list[str]] = {}
    beside: list[str] = []
    outlets: list[str] = []
    endings: list[Ending] = []
    attributes: list[str] = []


class CityList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Shape of `<language>/cities.toml`, made by `tools/build_cities.py`: names by code, parted by "|"; optional."""

    cities: dict[str, str]


class StateList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Shape of `states.toml`: the codes that the lists may use."""

    states: list[str]
    territories: dict[str, str]
    bodies: list[str]


WORD = re.compile(r"[^\W_]+")
_LEVEL = {"ё": "е", "’": "'", "ʼ": "'", "‘": "'", "\u00a0": " ", "\n": " ", "–": "-", "—": "-", "\u2011": "-"}
_LONGEST_EXACT = 6  # "OHCHR" and shorter names in capitals are also words or initials of other things in small letters


def fold(words: str) -> str:
    """Lower case with level apostrophes, dashes and blanks; always as long as what it was given."""
    low = words.lower()
    if len(low) != len(words):
        low = "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in words)
    if not low.isascii() or "\n" in low:
        for letter, level in _LEVEL.items():
            low = low.replace(letter, level)
    return low


class Name(msgspec.Struct, frozen=True, gc=False):
    """A name as it is matched."""

    folded: str
    codes: tuple[str, ...]
    """More than one where several states have a place of that name, the likeliest first."""
    role: Role
    capital: bool
    """Whether the text must begin it with a capital."""
    exact: str | None = None
    """Short names in capitals ("US", "ICE") match only as written."""
    since: int | None = None
    until: int | None = None
    derived: bool = False
    """From the derived list of cities, whose names were not looked at one by one."""


class Declension:
    """Forms of a name by the endings of its words; a language without endings has one form for each name."""

    def __init__(self, names: PlaceList) -> None:
        self._endings = {ending.ending: [slot.split("|") for slot in ending.forms] for ending in names.endings}
        self._longest = max(map(len, self._endings), default=0)
        self._attributes = tuple(names.attributes)

    def forms(self, name: str) -> Iterable[str]:
        """A folded name, then its other forms: the attributes before its first noun and that noun change together."""
        if not self._endings:
            return (name,)
        words = name.split(" ")
        changing = 1
        while changing < len(words) and self._attributes and words[changing - 1].endswith(self._attributes):
            changing += 1
        paradigms = [self._slots(word) for word in words[:changing]]
        if not all(paradigms):
            return (name,)
        if len(words) == 1:
            return dict.fromkeys([name, *(form for slot in paradigms[0] for form in slot)])
        rest = words[changing:]
        forms = {name: None}
        for slots in zip(*paradigms, strict=False):
            for chosen in product(*slots):
                forms[" ".join([*chosen, *rest])] = None
        return forms

    def _slots(self, word: str) -> list[list[str]]:
        for length in range(min(self._longest, len(word) - 1), 0, -1):
            slots = self._endings.get(word[-length:])
            if slots is not None:
                stem = word[:-length]
                return [[stem + variant for variant in slot] for slot in slots]
        return []


def names_by_first_word(language: str, names: PlaceList) -> dict[str, list[Name]]:
    """All names of a language under the folded first word of each, the longest first."""
    found: dict[str, Name] = {}
    declension = Declension(names)
    known = states()
    for role in Role:
        if role is Role.CARRIER:
            continue
        for code, listed in getattr(names, role.value).items():
            if role is not Role.BODY and code not in known:
                raise HabeasError(f"lexicons/{language}/places.toml: [{role}] has the unknown code {code}; mend it")
            for name in listed:
                _enter(found, declension, name, code, role)
    cities = load(f"{language}/cities", CityList).cities if holds(f"{language}/cities") else {}
    for code, joined in cities.items():
        for name in joined.split("|"):
            _enter(found, declension, name, code, Role.CITY, derived=True)
    for carrier in names.carriers:
        exact = carrier if carrier.isupper() else None
        for form in (fold(carrier),) if exact else declension.forms(fold(carrier)):
            found.setdefault(form, Name(form, (), Role.CARRIER, False, exact))
    by_first: dict[str, list[Name]] = {}
    for name in found.values():
        first = WORD.search(name.folded)
        if first is None:
            raise HabeasError(f"lexicons/{language}/places.toml: a name has no letters: {name.folded!r}; mend it")
        by_first.setdefault(first.group(), []).append(name)
    for alike in by_first.values():
        if len(alike) > 1:
            alike.sort(key=lambda name: -len(name.folded))
    return by_first


def _enter(
    found: dict[str, Name], declension: Declension, given: str | Office, code: str, role: Role, derived: bool = False
) -> None:
    office = given if isinstance(given, Office) else None
    name = given.name if isinstance(given, Office) else given
    exact = name if name.isupper() and len(name) <= _LONGEST_EXACT else None
    since, until = (office.since, office.until) if office is not None else (None, None)
    codes, capital = (code,), not name[:1].islower()
    for form in (fold(name),) if name.isupper() else declension.forms(fold(name)):
        earlier = found.get(form)
        if earlier is None:
            found[form] = Name(form, codes, role, capital, exact, since, until, derived)
            continue
        if (earlier.exact is not None and exact is None) or (earlier.capital and not capital):
            # "SEBIN" and "Sebin", "Vaticano" and "vaticano": listed both ways, so either way is meant
            earlier = found[form] = msgspec.structs.replace(earlier, exact=None, capital=earlier.capital and capital)
        if code not in earlier.codes and not (derived and not earlier.derived and earlier.role is not Role.CITY):
            found[form] = msgspec.structs.replace(earlier, codes=(*earlier.codes, code))


@cache
def states() -> frozenset[str]:
    """Codes of all states and territories."""
    listed = load("states", StateList)
    return frozenset(listed.states) | frozenset(listed.territories)
