"""Commands about pages and the documents read from them: `add`, `documents`."""

from __future__ import annotations

from pathlib import Path

import click

from habeas.cli.exits import Exit
from habeas.cli.options import (
    Day,
    as_of_option,
    format_options,
    ledger_option,
    open_ledger,
    standard_input,
    workers_option,
)
from habeas.cli.output import plain, plain_lines, print_records, print_refusals, print_table, progress
from habeas.errors import BadInput
from habeas.pages import Page, find_pages
from habeas.settings import Settings


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@ledger_option
@workers_option
def add(paths: tuple[str, ...], ledger: str | None, workers: int | None) -> int:
    """Add pages to the ledger, and find claims and events in them.

    PATH is an HTML, text, Markdown or JSONL file, a folder of such files, or - for standard input.
    What is there already is left alone. Stopped half way, run it again: it goes on where it was.
    """
    from habeas import pipeline

    settings = Settings.from_env(workers=workers)
    opened = open_ledger(ledger, create=True)
    # The ledger often lies in the folder that is added: its own files are no pages, and no mistake.
    pages = (page for page in find_pages(paths, stdin=standard_input()) if _path(page) not in opened.files)
    with progress() as tell:
        done = pipeline.add(opened, pages, settings, tell)
    print_refusals([*done.refused, *done.unread])
    known = f", {done.known:,} known already" if done.known else ""
    click.echo(
        f"{opened.name}: {done.documents:,} documents added{known}; {done.claims:,} claims found; {done.events:,} events"
    )
    return Exit.PARTIAL if done.refused or done.unread else Exit.DONE


@click.command()
@click.argument("name", required=False)
@ledger_option
@format_options
@as_of_option
@click.option("--language", metavar="CODE", help="Only this language.")
@click.option("--publisher", metavar="NAME", help="Only this publisher.")
@click.option("--since", type=Day(), metavar="DAY", help="Only those published on this day or later.")
def documents(name: str | None, ledger: str | None, as_json: bool, as_jsonl: bool, **wanted: object) -> None:
    """List documents; with NAME (id, file name or address), show that one with its text."""
    from habeas.documents.records import to_record
    from habeas.store import read

    with open_ledger(ledger).reading() as connection:
        if name is not None:
            one = read.document(connection, name)
            found = iter([one])
        else:
            found = read.documents(connection, **wanted)  # type: ignore[arg-type]
        if as_json or as_jsonl:
            records = ({"id": each.id, **to_record(each)} for each in found)
            print_records(records, lines=as_jsonl)
        elif name is not None:
            click.echo(plain(one.title or "no title"))
            click.echo(plain(f"{one.publisher or 'publisher unknown'}, {one.published or 'no day'}"))
            click.echo(f"\n{plain_lines(one.text)}")
        else:
            rows = (
                (each.published, each.language, each.publisher, each.name, each.id, each.title or each.text[:80])
                for each in found
            )
            print_table(
                "Documents",
                ["published", "lang", "publisher", "file", "id", "title"],
                rows,
                empty="no documents; add some with `habeas add PAGE...`",
            )


def _path(page: Page | BadInput) -> Path:
    return Path(page.path if isinstance(page, Page) else page.name).resolve()
