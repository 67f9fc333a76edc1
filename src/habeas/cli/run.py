"""Commands of the reader and what follows it: `read`, `claims`, `events`, `rebuild`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import click

from habeas.cli.exits import Exit
from habeas.cli.explain import print_explained, print_issues
from habeas.cli.options import (
    as_of_option,
    format_options,
    kind_option,
    ledger_option,
    open_ledger,
    place_code,
    standard_input,
    workers_option,
)
from habeas.cli.output import print_line, print_records, print_refusals, print_table, progress
from habeas.errors import BadInput
from habeas.settings import Settings

if TYPE_CHECKING:
    from habeas.claims.model import Claim
    from habeas.intervals import Period
    from habeas.pipeline import Tell
    from habeas.reading import Explained, Found

T = TypeVar("T")


@click.command("read")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--documents",
    "as_documents",
    is_flag=True,
    help="Print each page's document, one JSON object a line; find no claims.",
)
@click.option("--explain", is_flag=True, help="Also why each field is as it is, and what was not read.")
@click.option("--issues", is_flag=True, help="Only what was not read, by entry of the word lists; no claims.")
@format_options
@workers_option
def read(
    paths: tuple[str, ...],
    as_documents: bool,
    explain: bool,
    issues: bool,
    as_json: bool,
    as_jsonl: bool,
    workers: int | None,
) -> int:
    """Find claims in pages, keeping nothing.

    PATH is an HTML, text, Markdown or JSONL file, a folder of such files, or - for standard input.
    With --jsonl, prints {"id", "claims"} for each document, in order, as it is read.
    """
    from habeas import reading
    from habeas.documents.records import to_record
    from habeas.pages import find_pages

    cores = Settings.from_env(workers=workers).cores
    if as_documents + explain + issues > 1:
        raise click.UsageError("--documents, --explain and --issues exclude each other")
    refused: list[BadInput] = []
    pages = find_pages(paths, stdin=standard_input())
    if explain or issues:
        with progress() as tell:
            explained = _explained(_told(reading.explain_claims(pages, cores=cores), tell), refused)
            if explain:
                print_explained(explained, as_json=as_json, as_jsonl=as_jsonl)
            else:
                found_issues = (issue for each in explained for issue in each.issues)
                print_issues(found_issues, as_json=as_json, as_jsonl=as_jsonl)
    elif as_documents:
        for _, document in reading.read_documents(pages, cores=cores):
            if isinstance(document, BadInput):
                refused.append(document)
            else:
                print_line(to_record(document))
    else:
        with progress() as tell:
            found = _told(reading.read_claims(pages, cores=cores), tell)
            _print_found(found, refused, as_json=as_json, as_jsonl=as_jsonl)
    print_refusals(refused)
    return Exit.PARTIAL if refused else Exit.DONE


@click.command("claims")
@click.argument("place", required=False)
@ledger_option
@format_options
@kind_option
@as_of_option
@click.option("--document", metavar="NAME", help="Only of this document: its id, file name or address.")
def claims(
    place: str | None,
    ledger: str | None,
    as_json: bool,
    as_jsonl: bool,
    kind: str | None,
    as_of: date | None,
    document: str | None,
) -> None:
    """List claims with their quotes; of PLACE (a two-letter code, or an actor), or all."""
    from habeas.claims.model import Kind, to_record
    from habeas.store import read

    with open_ledger(ledger).reading() as connection:
        found = read.claims(
            connection,
            place=place_code(place),
            kind=None if kind is None else Kind(kind),
            document=None if document is None else read.document(connection, document).id,
            as_of=as_of,
        )
        if as_json or as_jsonl:
            print_records(map(to_record, found), lines=as_jsonl)
        else:
            _print_claims(found, empty="no such claims; `habeas documents` lists what was read")


@click.command("events")
@click.argument("place", required=False)
@ledger_option
@format_options
@as_of_option
@click.option("--all", "everything", is_flag=True, help="Also running totals, and what is only promised or possible.")
def events(
    place: str | None, ledger: str | None, as_json: bool, as_jsonl: bool, as_of: date | None, everything: bool
) -> None:
    """List events that came about or were refused, oldest first; of PLACE (a two-letter code, or an actor), or all."""
    from habeas import pipeline
    from habeas.events import happenings, to_record
    from habeas.store.read import names as file_names

    with open_ledger(ledger).reading() as connection:
        known = pipeline.events_known(connection, place=place_code(place), as_of=as_of)
        names = file_names(connection)
    found = known if everything else happenings(known)
    if as_json or as_jsonl:
        print_records((to_record(each, names) for each in found), lines=as_jsonl)
        return
    rows = (
        (_days(each.date), _codes(each.place), each.status.value, each.kind.value, each.count, each.sources, each.what)
        for each in found
    )
    print_table(
        f"Events{'' if place is None else f' of {place_code(place)}'}",
        ["when", "place", "standing", "kind", "people", "sources#", "what"],
        rows,
        empty="no such events; `habeas claims` lists what they would rest on",
    )


@click.command("rebuild")
@ledger_option
@workers_option
def rebuild(ledger: str | None, workers: int | None) -> int:
    """Work out claims, stories and events again from the documents kept."""
    from habeas import pipeline

    opened = open_ledger(ledger)
    with progress() as tell:
        done = pipeline.rebuild(opened, Settings.from_env(workers=workers), tell)
    print_refusals(done.unread)
    click.echo(f"{opened.name}: {done.claims:,} claims found; {done.events:,} events")
    return Exit.PARTIAL if done.unread else Exit.DONE


def _explained(found: Iterable[Explained | BadInput], refused: list[BadInput]) -> Iterator[Explained]:
    """Documents that could be used; what was not used or not read goes to `refused`."""
    for each in found:
        if isinstance(each, BadInput):
            refused.append(each)
        else:
            if isinstance(each.claims, BadInput):
                refused.append(each.claims)
            yield each


def _told(found: Iterable[T], tell: Tell) -> Iterator[T]:
    for number, each in enumerate(found, start=1):
        tell("reading", number, None)
        yield each


def _print_found(found: Iterable[Found | BadInput], refused: list[BadInput], *, as_json: bool, as_jsonl: bool) -> None:
    """Print what was found as it comes; what was not used or not read goes to `refused`."""
    from habeas.claims.model import to_record

    def kept() -> Iterator[Found]:
        for each in found:
            if isinstance(each, BadInput):
                refused.append(each)
            else:
                if isinstance(each[1], BadInput):
                    refused.append(each[1])
                yield each

    if as_json or as_jsonl:
        records = (
            {"id": document.id, "claims": [], "unread": claims.expected}
            if isinstance(claims, BadInput)
            else {"id": document.id, "claims": list(map(to_record, claims))}
            for document, claims in kept()
        )
        print_records(records, lines=as_jsonl)
    else:
        claims = (claim for _, claims in kept() if not isinstance(claims, BadInput) for claim in claims)
        _print_claims(claims, empty="no claims found")


def _print_claims(claims: Iterable[Claim], *, empty: str) -> None:
    rows = (
        (
            each.kind.value,
            each.status.value,
            each.count,
            _days(each.when),
            _codes(each.place),
            _codes(each.by),
            "" if each.source is None else each.source.name or each.source.type.value,
            each.quote.text,
        )
        for each in claims
    )
    columns = ["kind", "status", "people", "when", "place", "by", "who says", "words"]
    print_table("Claims", columns, rows, empty=empty)


def _days(period: Period | None) -> str:
    """A period in few characters."""
    if period is None:
        return ""
    first, last = period.to_days()
    return f"{first}" if first == last else f"{first or '..'} to {last or '..'}"


def _codes(codes: tuple[str, ...]) -> str:
    return ", ".join(codes)
