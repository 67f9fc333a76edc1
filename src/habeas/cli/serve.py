"""`habeas serve`: the dossiers in a browser."""

from __future__ import annotations

import click

from habeas.cli.options import ledger_option, open_ledger

DEFAULT_PORT = 8765


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=DEFAULT_PORT,
    show_default=True,
    help="Port; if it is taken, the next free one. 0 takes any.",
)
@ledger_option
def serve(host: str, port: int, ledger: str | None) -> None:
    """Show the dossiers in a browser, on this machine only.

    Pages work without scripts, and nothing is fetched from the network. Ctrl-C stops it.
    """
    show(host, port, ledger)


def show(host: str, port: int, ledger: str | None) -> None:
    """Serve a ledger's pages until stopped, saying the address."""
    from habeas.web import server
    from habeas.web.holdings import LedgerHoldings

    opened = open_ledger(ledger)
    if not server.is_loopback(host):
        click.echo(f"Others on the network can read this ledger at {host}: there is no password.", err=True)
    try:
        server.serve(
            LedgerHoldings(opened), host, port, lambda address: click.echo(f"Serving at {address}  (Ctrl-C stops)")
        )
    finally:
        opened.close()
