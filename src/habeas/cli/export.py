"""`export`: what the ledger holds, as files other programs read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TextIO, cast

import click

from habeas.cli.options import as_of_option, ledger_option, open_ledger, place_code


@click.command("export")
@click.argument("what", type=click.Choice(["claims", "events", "documents"]))
@click.argument("place", required=False)
@ledger_option
@click.option("--format", "form", type=click.Choice(["csv", "jsonl"]), default="csv", show_default=True)
@click.option("-o", "--output", default="-", metavar="FILE", help="Where to write. [default: standard output]")
@as_of_option
def export(what: str, place: str | None, ledger: str | None, form: str, output: str, as_of: date | None) -> None:
    """Write claims or events, of PLACE or all, or documents.

    In CSV a cell that a spreadsheet would run as a formula is marked as text by an apostrophe.
    """
    from habeas.exports import exporter
    from habeas.exports.csv import CsvExporter
    from habeas.exports.jsonl import JsonlExporter

    with (
        open_ledger(ledger).reading() as connection,
        click.open_file(output, "w", encoding="utf-8", atomic=True) as stream,
    ):
        text = cast("TextIO", stream)
        made = CsvExporter(text) if form == "csv" else JsonlExporter(text)
        exporter.export(_records(connection, what, place_code(place), as_of), made)


def _records(connection: Any, what: str, place: str | None, as_of: date | None) -> Iterable[Mapping[str, Any]]:
    from habeas import events, pipeline
    from habeas.claims import model as claims
    from habeas.documents.records import to_record as document_record
    from habeas.store import read

    match what:
        case "claims":
            return map(claims.to_record, read.claims(connection, place=place, as_of=as_of))
        case "events":
            names = read.names(connection)
            known = pipeline.events_known(connection, place=place, as_of=as_of)
            return (events.to_record(event, names) for event in known)
        case "documents" if place is None:
            return map(document_record, read.documents(connection, as_of=as_of))
        case "documents":
            raise click.UsageError("documents are of no place; leave PLACE out")
        case _:
            raise AssertionError(what)
