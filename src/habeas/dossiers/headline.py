"""The headline in words: newest counts, newest and largest wave, newest measure, each leading to its words."""

from __future__ import annotations

from datetime import timedelta

from habeas.claims.model import Kind
from habeas.dossiers.model import Counter, HeldCount, Piece, Told
from habeas.events.wording import say_actors, say_people, say_period


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


def _headline_wave(freed: tuple[Told, ...]) -> list[Piece]:
    waves = [told for told in freed if told.part_of is None and told.event.date is not None]
    if not waves:
        return [Piece("No release with a day is on record. ")] if not freed else []
    newest = waves[0]
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

_SAME_PEOPLE = 2
"""A figure more than so many times smaller than another most likely counts other people, a part or a group."""


def _held(name: str, held: tuple[Counter, ...]) -> list[Piece]:
    """The newest count, the one that differs most from it at about the same time, and the newest denial."""
    counted = [each for each in held if each.counts[0].count is not None and each.counts[0].claim.part_of is None]
    # Whoever counts again and again keeps a list; a figure said once may be of any group.
    newest = max(counted, key=lambda each: (bool(each.name), len(each.counts)), default=None)
    if newest is None:
        pieces = [Piece(f"Nobody has published a count of people held in {name}. ")]
    else:
        pieces = _one_count(newest, f" held in {name}")
        rival = _rival(newest, counted)
        pieces += [] if rival is None else _one_count(rival, "")
    denier = next((each for each in held if each.counts[0].denied), None)
    if denier is not None:
        who = denier.name or "A report"
        when = f", {say_period(denier.counts[0].date)}" if denier.counts[0].date else ""
        pieces += [Piece(f"{who[0].upper()}{who[1:]} "), Piece("denied", denier.counts[0].claim), Piece(f" it{when}. ")]
    return pieces


def _one_count(counter: Counter, where: str) -> list[Piece]:
    newest = counter.counts[0]
    who = counter.name or "A report"
    when = f", {say_period(newest.date)}" if newest.date else ""
    return [
        Piece(f"{who[0].upper()}{who[1:]} counted "),
        Piece(f"{newest.count}", newest.claim),
        Piece(f"{where}{when}. "),
    ]


def _rival(newest: Counter, counted: list[Counter]) -> Counter | None:
    """The count of about the same time and of like size that differs most; None where none differs."""
    apart = {
        number: abs(other.count.min - first.count.min)
        for number, counter in enumerate(counted)
        if _comparable(first := newest.counts[0], other := counter.counts[0])
        and first.count is not None
        and other.count is not None
    }
    return counted[max(apart, key=lambda number: apart[number])] if apart else None


def _comparable(first: HeldCount, other: HeldCount) -> bool:
    if first.count is None or other.count is None or first.count.intersects(other.count):
        return False
    if first.date is None or other.date is None or first.date.last is None or other.date.last is None:
        return False
    low, high = sorted((first.count.min, other.count.min))
    return abs(first.date.last - other.date.last) <= _COMPARABLE and high <= low * _SAME_PEOPLE
