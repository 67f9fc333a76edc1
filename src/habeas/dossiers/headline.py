"""The headline in words: newest counts, newest and largest wave, newest measure, each leading to its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from habeas.claims.model import Kind
from habeas.dossiers.model import Counter, HeldCount, Piece, Told
from habeas.events.wording import say_actors, say_people, say_period
from habeas.intervals import Count, Period


def headline(
    name: str, held: tuple[Counter, ...], freed: tuple[Told, ...], measures: tuple[Told, ...], ahead: tuple[Told, ...]
) -> tuple[Piece, ...]:
    """The newest counts, the newest wave and the newest measure, each leading to its words."""
    pieces = _held(name, held)
    pieces += _headline_wave(freed) + _headline_measure(measures)
    if ahead:
        pieces.append(
            Piece(f"{len(ahead)} planned or possible {'act is' if len(ahead) == 1 else 'acts are'} on record.")
        )
    return tuple(pieces)


def _is_wave(date: Period | None) -> bool:
    """Whether the day is known to a month: what is told of a year is no one happening."""
    return date is not None and date.days is not None and date.days <= _WAVE_DAYS


def _is_told_apart(told: Told) -> bool:
    return bool(told.event.persons) or (told.event.count is not None and told.event.count.min > _FEW)


def _headline_wave(freed: tuple[Told, ...]) -> list[Piece]:
    waves = [told for told in freed if told.part_of is None and _is_wave(told.event.date)]
    if not waves:
        return [Piece("No release is on record. ")] if not freed else []
    # "Prisoners were freed" may be anybody, of any wave: a figure or a name makes it news.
    newest = next((told for told in waves if _is_told_apart(told)), waves[0])
    pieces = [
        Piece("Freed last: "),
        Piece(say_people(newest.event.count), newest.claims[0]),
        Piece(f", {say_period(newest.event.date)}"),
    ]
    sized = [told for told in waves if told.event.count is not None]
    largest = max(sized, key=lambda told: told.event.count.min if told.event.count else 0, default=newest)
    if largest is not newest and largest.event.count != newest.event.count:
        pieces += [
            Piece("; the largest wave: "),
            Piece(say_people(largest.event.count), largest.claims[0]),
            Piece(f", {say_period(largest.event.date)}"),
        ]
    return [*pieces, Piece(". ")]


def _headline_measure(measures: tuple[Told, ...]) -> list[Piece]:
    for told in measures:
        if told.event.kind in (Kind.RELIEF, Kind.SANCTION) and told.event.date is not None:
            verb = "eased" if told.event.kind is Kind.RELIEF else "imposed"
            who = f" by {say_actors(told.event.by)}" if told.event.by else ""
            return [
                Piece("Sanctions were last "),
                Piece(verb, told.claims[0]),
                Piece(f"{who}, {say_period(told.event.date)}. "),
            ]
    return []


_COMPARABLE = timedelta(days=120)
"""Counts further apart in time are not set against each other in the headline: the prisons have changed between."""

_WAVE_DAYS = 31
_FEW = 2

_SAME_PEOPLE = 2
"""A figure more than so many times smaller than another most likely counts other people, a part or a group."""


@dataclass(frozen=True, slots=True)
class _List:
    """What one counter says of all who are held, as far as figures can tell: its counts of like size, newest first."""

    name: str
    counts: tuple[tuple[HeldCount, Count], ...]

    @property
    def newest(self) -> tuple[HeldCount, Count]:
        return self.counts[0]


def _lists(held: tuple[Counter, ...]) -> list[_List]:
    lists = []
    for counter in held:
        known = [(each, each.count) for each in counter.counts if each.count is not None and each.claim.part_of is None]
        largest = max((count.min for _, count in known), default=0)
        like = tuple((each, count) for each, count in known if count.min * _SAME_PEOPLE >= largest)
        if like:
            lists.append(_List(counter.name, like))
    return lists


def _held(name: str, held: tuple[Counter, ...]) -> list[Piece]:
    """The newest count, the one that differs most from it at about the same time, and the newest denial."""
    lists = _lists(held)
    # Whoever counts again and again keeps a list; a figure said once may be of any group.
    chief = max(lists, key=lambda each: (bool(each.name), len(each.counts)), default=None)
    if chief is None:
        pieces = [Piece(f"No number of people held in {name} is on record. ")]
    else:
        rival = _rival(chief, lists)
        pieces = _one_count(chief, f" held in {name}") + ([] if rival is None else _one_count(rival, ""))
    denier = next((each for each in held if each.counts[0].denied), None)
    if denier is not None:
        when = f", {say_period(denier.counts[0].date)}" if denier.counts[0].date else ""
        pieces += [Piece(f"{_who(denier.name)} "), Piece("denied", denier.counts[0].claim), Piece(f" it{when}. ")]
    return pieces


def _who(name: str) -> str:
    return f"{name[0].upper()}{name[1:]}" if name else "A report"


def _one_count(counted: _List, where: str) -> list[Piece]:
    newest, count = counted.newest
    when = f", {say_period(newest.date)}" if newest.date else ""
    return [Piece(f"{_who(counted.name)} counted "), Piece(str(count), newest.claim), Piece(f"{where}{when}. ")]


def _rival(chief: _List, lists: list[_List]) -> _List | None:
    """The list that differs most, of about the same time and of like size; None where none differs."""
    first, count = chief.newest
    rivals = [
        (abs(other.newest[1].min - count.min), -number, other)
        for number, other in enumerate(lists)
        if _near(first.date, other.newest[0].date) and _clash(count, other.newest[1])
    ]
    return max(rivals, key=lambda rival: rival[:2])[2] if rivals else None


def _near(first: Period | None, other: Period | None) -> bool:
    if first is None or other is None or first.last is None or other.last is None:
        return False
    return abs(first.last - other.last) <= _COMPARABLE


def _clash(count: Count, other: Count) -> bool:
    low, high = sorted((count.min, other.min))
    return not count.intersects(other) and high <= low * _SAME_PEOPLE
