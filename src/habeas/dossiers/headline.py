"""The headline in words: newest counts, newest and largest wave, newest measure, each leading to its words."""

from __future__ import annotations

from habeas.claims.model import Kind
from habeas.dossiers.model import Counter, Piece, Told
from habeas.events.wording import say_actors, say_people, say_period


def headline(
    name: str, held: tuple[Counter, ...], freed: tuple[Told, ...], measures: tuple[Told, ...], ahead: tuple[Told, ...]
) -> tuple[Piece, ...]:
    """The newest counts, the newest wave and the newest measure, each leading to its words."""
    pieces: list[Piece] = []
    shown = [counter for counter in held if counter.name and counter.counts[0].count is not None][:2]
    shown = shown or [counter for counter in held if counter.counts[0].count is not None][:1]
    for counter in shown:
        newest = counter.counts[0]
        who = counter.name or "A report"
        pieces += [
            Piece(f"{who[0].upper()}{who[1:]} {'denied' if newest.denied else 'counted'} "),
            Piece(f"{newest.count}", newest.claim),
            Piece(f" held in {name} on {say_period(newest.date)}. " if newest.date else f" held in {name}. "),
        ]
    if not shown:
        pieces.append(Piece(f"Nobody has published a count of people held in {name}. "))
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
