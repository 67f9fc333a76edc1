"""Options and arguments that several commands share, and the settings and ledger they lead to."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import click

from habeas.settings import Settings

if TYPE_CHECKING:
    from habeas.store.session import Ledger

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day of the text."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as 2025-11-26", param, ctx)


def ledger_option(command: F) -> F:
    """`--ledger`."""
    return click.option(
        "--ledger",
        metavar="PATH_OR_URL",
        help="The ledger: a file, or postgresql://... [default: HABEAS_LEDGER, habeas.db]",
    )(command)


def format_options(command: F) -> F:
    """`--json` and `--jsonl`, instead of a table."""
    command = click.option("--jsonl", "as_jsonl", is_flag=True, help="One JSON object a line.")(command)
    return click.option("--json", "as_json", is_flag=True, help="One JSON list.")(command)


def workers_option(command: F) -> F:
    """`--workers`."""
    return click.option(
        "--workers", type=click.IntRange(1), help="Processes that read. [default: HABEAS_WORKERS, one for each core]"
    )(command)


def as_of_option(command: F) -> F:
    """`--as-of`."""
    return click.option("--as-of", type=Day(), metavar="DAY", help="Only what was published by the end of this day.")(
        command
    )


def kind_option(command: F) -> F:
    """`--kind`."""
    from habeas.claims.model import Kind

    return click.option("--kind", type=click.Choice([kind.value for kind in Kind]), help="Only this kind.")(command)


def place_code(text: str | None) -> str | None:
    """A place as given: a code in any case, or a state's name as one of the languages has it, to its code.

    Anything else stays as it is: an actor may be no state.
    """
    if text is None or len(text) == 2:
        return text and text.upper()
    from habeas import lexicons
    from habeas.claims.gazetteer import PlaceList

    wanted = text.casefold()
    for language in lexicons.languages():
        places: PlaceList = lexicons.load(f"{language}/places", PlaceList)
        for code, names in places.state.items():
            if wanted in (name.casefold() for name in names):
                return code
    return text


def standard_input() -> BinaryIO | None:
    """The bytes of standard input; None where it is closed."""
    return None if sys.stdin is None else sys.stdin.buffer


def open_ledger(ledger: str | None, *, create: bool = False) -> Ledger:
    """The ledger the options and the environment name."""
    from habeas.store import session

    settings = Settings.from_env(ledger=ledger)
    return session.open_ledger(settings.ledger, create=create, wait=settings.wait)
