"""`doctor`: whether the ledger is whole, and what a person should look at."""

from __future__ import annotations

import sys
from dataclasses import asdict

import click

from habeas.cli.exits import Exit
from habeas.cli.options import ledger_option, open_ledger
from habeas.cli.output import plain, print_records


@click.command("doctor")
@ledger_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def doctor(ledger: str | None, as_json: bool) -> int:
    """Check the ledger: the file itself, every page by its hash, every quote by its place in the text.

    Lists too which inputs were refused, which documents are unread, and which language packs are here.
    """
    from habeas.store import check, read

    opened = open_ledger(ledger)
    with opened.reading() as connection:
        counts = asdict(read.counts(connection))
        faults = list(check.faults(connection))
        issues = read.issues(connection)
    packs = _packs()
    if as_json:
        record = {
            "ledger": opened.name,
            "holds": counts,
            "faults": faults,
            "issues": [asdict(issue) for issue in issues],
            "packs": packs,
        }
        print_records([record], lines=True)
    else:
        click.echo(f"ledger     {opened.name}")
        click.echo("holds      " + ", ".join(f"{number:,} {name}" for name, number in counts.items()))
        click.echo("packs      " + ", ".join(f"{code} {state}" for code, state in packs.items()))
        for issue in issues:
            click.echo(f"{issue.kind:<10} {plain(f'{issue.name}: {issue.expected}; {issue.remedy}')}")
        for fault in faults:
            click.echo(f"fault      {plain(fault)}")
        click.echo("whole      " + ("no; bring back a copy, or run `habeas rebuild` for claims" if faults else "yes"))
    sys.stdout.flush()
    return Exit.FAILED if faults else Exit.DONE


def _packs() -> dict[str, str]:
    """For each language with word lists, whether its parser is here."""
    from habeas import lexicons
    from habeas.syntax import packs

    here = packs.installed()
    return {code: "installed" if code in here else "not installed" for code in lexicons.languages()}
