"""`report`: the dossier of a place, as pages that open from a disk, or as JSON."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from habeas.cli.options import as_of_option, ledger_option, open_ledger, place_code
from habeas.cli.output import print_records


@click.command("report")
@click.argument("places", metavar="[PLACE]...", nargs=-1)
@ledger_option
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), default="report", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print the dossiers as one JSON list instead.")
@as_of_option
def report(places: tuple[str, ...], ledger: str | None, output: Path, as_json: bool, as_of: date | None) -> None:
    """Write the dossiers of PLACEs (two-letter codes), or of all, to a folder of pages.

    The pages need no server and no network: open index.html. Every number leads to the words it rests on.
    """
    from habeas.web import views
    from habeas.web.holdings import LedgerHoldings
    from habeas.web.report import write_report

    holdings = LedgerHoldings(open_ledger(ledger))
    wanted = [place_code(place) or place for place in places] or [spoken.place for spoken in holdings.places()]
    if as_json:
        print_records((views.state_data(holdings, place, as_of) for place in wanted), lines=False)
    else:
        click.echo(write_report(holdings, output, wanted, as_of))
