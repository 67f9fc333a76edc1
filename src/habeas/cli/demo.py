"""`demo`: a ledger made from the sample reports, a short dossier of it, and the web pages."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from habeas.cli.exits import Exit
from habeas.cli.options import open_ledger, workers_option
from habeas.cli.output import WIDTH, print_refusals, progress
from habeas.errors import MissingPack
from habeas.settings import Settings

if TYPE_CHECKING:
    from habeas.store.session import Ledger

LEDGER = "habeas-demo.db"


@click.command("demo")
@click.option("--ledger", metavar="PATH_OR_URL", default=LEDGER, show_default=True, help="Where to make the ledger.")
@click.option("--yes", is_flag=True, help="Download the language packs that are missing without asking.")
@click.option("--serve/--no-serve", "serving", default=True, help="Show the pages in a browser afterwards.")
@workers_option
def demo(ledger: str, yes: bool, serving: bool, workers: int | None) -> int:
    """Make a ledger from the sample reports, print a short dossier, and serve the pages.

    The reports are by invented outlets and tell of real events. The parsers of their languages are
    downloaded from the package registry, once, where they are not here yet.
    """
    from habeas import pipeline
    from habeas.pages import find_pages
    from habeas.sample import sample_pages

    _add_packs(yes)
    opened = open_ledger(ledger, create=True)
    with sample_pages() as folder, progress() as tell:
        done = pipeline.add(opened, find_pages([folder]), Settings.from_env(workers=workers), tell)
    print_refusals([*done.refused, *done.unread])
    _print_dossier(opened)
    click.echo(f"\nThe ledger is {opened.name}; look around with `habeas events BY --ledger {opened.name}`.")
    if serving:
        from habeas.cli.serve import DEFAULT_PORT, show

        show("127.0.0.1", DEFAULT_PORT, ledger)
    return Exit.PARTIAL if done.refused or done.unread else Exit.DONE


def _add_packs(yes: bool) -> None:
    """Add the parsers that are missing, when asked to; without any the demo has nothing to show."""
    from habeas import lexicons
    from habeas.syntax import packs

    missing = [code for code in lexicons.languages() if code in packs.available() and packs.find(code) is None]
    if missing:
        click.echo("Language packs to download from the package registry, once:")
        for code in missing:
            pack = packs.pack_of(code)
            click.echo(f"  {code}  {pack.package} {pack.version}, {pack.bytes / 1e6:.0f} MB, licence {pack.licence}")
        if yes or click.confirm("Download them?", default=True):
            for code in missing:
                click.echo(f"adding {code} ...")
                packs.add(code)
    if not packs.installed():
        raise MissingPack("no language pack is installed, so nothing can be read; run `habeas languages add en`")


def _print_dossier(opened: Ledger) -> None:
    """The place most spoken of, in short."""
    from rich.console import Console

    from habeas.cli.dossier import print_dossier
    from habeas.dossiers import build
    from habeas.events.wording import say_state
    from habeas.web.holdings import LedgerHoldings

    holdings = LedgerHoldings(opened)
    for spoken in holdings.places()[:1]:
        dossier = build(spoken.place, say_state(spoken.place), holdings.evidence(spoken.place))
        print_dossier(dossier, Console(width=None if sys.stdout.isatty() else WIDTH, highlight=False))
