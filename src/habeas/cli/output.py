"""What commands print: tables for people, JSON for programs, progress and refusals on standard error."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import click

from habeas.errors import BadInput

WIDTH = 140
"""Columns of a table that goes to a file or another program."""

# Pages are other people's words: a control sequence could redraw the terminal, a bidirectional override
# could make a sentence read as another.
_UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(text: object) -> str:
    """Text that is safe to show in a terminal, on one line."""
    return _UNSAFE.sub("�", " ".join(str(text).split()))


def plain_lines(text: str) -> str:
    """Text that is safe to show in a terminal, its lines kept."""
    return "\n".join(map(plain, text.split("\n")))


def print_line(record: Mapping[str, Any]) -> None:
    """One JSON object on one line."""
    _write(json.dumps(record, ensure_ascii=False))


def print_records(records: Iterable[Mapping[str, Any]], *, lines: bool) -> None:
    """JSON objects: one a line, or as one list."""
    if lines:
        for record in records:
            print_line(record)
        return
    first = True
    for record in records:
        _write(("[\n" if first else ",\n") + json.dumps(record, ensure_ascii=False), end="")
        first = False
    _write("[]" if first else "\n]")


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, empty: str) -> None:
    """A table that fits the terminal; `empty` is said where it has no rows.

    A column whose name ends in "#" holds numbers and is set to the right; the last one takes the room left.
    """
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    held = [[plain("" if cell is None else cell) for cell in row] for row in rows]
    if not held:
        click.echo(empty)
        return
    console = Console(width=None if sys.stdout.isatty() else WIDTH, highlight=False)
    table = Table(title=plain(title), title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    for number, name in enumerate(columns):
        last = number == len(columns) - 1
        table.add_column(
            name.rstrip("#"),
            justify="right" if name.endswith("#") else "left",
            ratio=1 if last else None,
            no_wrap=False,
        )
    table.expand = console.is_terminal
    for row in held:
        table.add_row(*map(Text, row))
    console.print(table)


def print_refusals(refused: Iterable[BadInput]) -> None:
    """A line for each input that could not be used."""
    for bad in refused:
        click.echo(plain(bad), err=True)


@contextmanager
def progress() -> Iterator[Callable[[str, int, int | None], None]]:
    """A bar with rate and time left on standard error, where that is a terminal; what to tell it by.

    Told of (what is being done, how much is done, of how much).
    """
    if not sys.stderr.isatty():
        yield lambda _what, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(compact=True),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def tell(what: str, done: int, total: int | None) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=total, rate="")
            task = bar.tasks[bar.task_ids.index(tasks[what])]
            rate = f"{task.speed:,.0f}/s" if task.speed else ""
            bar.update(tasks[what], completed=done, total=total, rate=rate)

        yield tell


def _write(text: str, end: str = "\n") -> None:
    # Half a surrogate pair has no UTF-8; it is written as its escape rather than not at all.
    sys.stdout.write(text.encode("utf-8", "backslashreplace").decode("utf-8") + end)
