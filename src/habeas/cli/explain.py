"""What `read --explain` and `read --issues` print: why each claim is as it is, and what was not read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from habeas.cli.output import plain, print_records, print_table
from habeas.errors import BadInput

if TYPE_CHECKING:
    from habeas.claims.issues import Issue
    from habeas.claims.model import Claim
    from habeas.reading import Explained


def print_explained(found: Iterable[Explained], *, as_json: bool, as_jsonl: bool) -> None:
    """Each document's claims with their reasons, then its issues."""
    if as_json or as_jsonl:
        print_records(map(_record, found), lines=as_jsonl)
        return
    for each in found:
        if isinstance(each.claims, BadInput):
            continue
        click.echo(f"{plain(each.document.name or each.document.id)}: {len(each.claims)} claims\n")
        for claim in each.claims:
            _print_claim(claim)
        if each.issues:
            rows = ((issue.kind.value, issue.words, issue.start, issue.sentence) for issue in each.issues)
            print_table("Not read", ["issue", "words", "at#", "sentence"], rows, empty="")


def print_issues(issues: Iterable[Issue], *, as_json: bool, as_jsonl: bool) -> None:
    """Issues one by one for programs; for people by entry, the commonest first."""
    from habeas.claims.issues import tally, to_record

    if as_json or as_jsonl:
        print_records(map(to_record, issues), lines=as_jsonl)
        return
    rows = ((each.language, each.kind.value, each.entry, each.times, each.sentence) for each in tally(issues))
    columns = ["language", "issue", "entry", "times#", "for example"]
    print_table("Reading issues", columns, rows, empty="no reading issues")


def _record(each: Explained) -> dict[str, Any]:
    from habeas.claims import issues, model, reasons

    if isinstance(each.claims, BadInput):
        return {"id": each.document.id, "claims": [], "issues": [], "unread": each.claims.expected}
    return {
        "id": each.document.id,
        "claims": [{**model.to_record(claim), "reasons": reasons.to_records(claim)} for claim in each.claims],
        "issues": list(map(issues.to_record, each.issues)),
    }


def _print_claim(claim: Claim) -> None:
    from habeas.claims.model import to_record

    record = to_record(claim)
    rows = (
        (reason.field, _value(record.get(reason.field)), reason.words, reason.relations, reason.rule)
        for reason in claim.reasons
    )
    columns = ["field", "value", "from the words", "relations", "by the rule"]
    print_table(f"{claim.kind}: {claim.quote.text}", columns, rows, empty="")


def _value(value: Any) -> str:
    """A field of a claim's record in few characters."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join("?" if each is None else str(each) for each in value)
        case dict():
            return str(value["name"] or value["type"])
        case _:
            return str(value)
