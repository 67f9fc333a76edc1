"""The short dossier in a terminal: who counts what, the newest waves, measures and promises."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from habeas.cli.output import plain
from habeas.dossiers import Dossier, HeldCount, Told
from habeas.events.wording import say_actors, say_day, say_names, say_period, say_when, title

if TYPE_CHECKING:
    from rich.console import Console

_SHOWN = 6
"""Rows of each list; the pages have them all."""


def print_dossier(dossier: Dossier, console: Console) -> None:
    """Print the short dossier."""
    from rich.text import Text

    as_of = f", as of {say_day(dossier.as_of)}" if dossier.as_of else ""
    console.print(Text(f"\n{plain(dossier.name)}{as_of}", style="bold"))
    console.print(Text(plain("".join(piece.text for piece in dossier.headline))))
    _table(
        console,
        "Held: who counts what",
        ("Who counts", "Held#", "Day", "In whose words"),
        [
            (
                counter.name or "reports themselves",
                _held(counter.counts[0]),
                say_period(counter.counts[0].date),
                counter.counts[0].claim.quote.text,
            )
            for counter in dossier.held
        ],
        "Nobody has published a count of people held.",
    )
    _table(
        console,
        "Freed (sources in reports: copies and one quoted voice count once)",
        ("Day", "Freed#", "Who", "Sources"),
        [
            (
                say_when(told.event, told.published),
                str(told.event.count) if told.event.count is not None else "not known",
                say_names(told.event.persons),
                _sources(told),
            )
            for told in dossier.freed
        ],
        "No release is on record.",
    )
    _table(
        console,
        "Sanctions and talks",
        ("Day", "What", "In whose words", "Sources"),
        [_act(told) for told in dossier.measures],
        "No sanction, relief, agreement or talk is on record.",
    )
    _table(
        console,
        "Planned and possible",
        ("Day", "What", "In whose words", "Sources"),
        [_act(told) for told in dossier.ahead],
        "No promise is on record.",
    )


def _held(count: HeldCount) -> str:
    if count.denied:
        return "denied"
    return str(count.count) if count.count is not None else "not known"


def _sources(told: Told) -> str:
    return f"{told.event.sources} in {len(told.event.documents)}"


def _act(told: Told) -> tuple[str, str, str, str]:
    event = told.event
    what = title(event)
    if event.by and not event.kind.counts_people:
        what += f" ({say_actors(event.by)})"
    return say_when(event, told.published), what, told.claims[0].quote.text, _sources(told)


def _table(console: Console, title: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], empty: str) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    rows = list(rows)
    console.print()
    if not rows:
        console.print(Text(f"{title}: {empty}"))
        return
    console.print(Text(title, style="bold"))
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        number = name.endswith("#")
        quote = name in ("In whose words", "Who")
        table.add_column(
            name.rstrip("#"), justify="right" if number else "left", ratio=1 if quote else None, overflow="fold"
        )
    for row in rows[:_SHOWN]:
        table.add_row(*(Text(plain(cell)) for cell in row))
    console.print(table)
    if len(rows) > _SHOWN:
        console.print(Text(f"  and {len(rows) - _SHOWN} more in the pages", style="dim"))
