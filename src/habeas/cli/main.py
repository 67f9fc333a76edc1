"""The entry: `habeas COMMAND`. Commands load when they are run, and errors become one line and an exit code."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import TextIOWrapper

import click

import habeas
from habeas.cli.exits import Exit
from habeas.errors import HabeasError

COMMANDS = {
    "read": ("run", "Find claims in pages, without a ledger."),
    "add": ("pages", "Add pages to the ledger and bring it up to date."),
    "documents": ("pages", "List documents."),
    "claims": ("run", "List claims with their quotes."),
    "events": ("run", "List events of a place or actor."),
    "report": ("report", "Write the dossier of a place as pages or JSON."),
    "serve": ("serve", "Show the dossiers in a browser, on this machine only."),
    "export": ("export", "Write claims, events or documents as CSV or JSONL."),
    "rebuild": ("run", "Work out all that is derived again."),
    "demo": ("demo", "Make a ledger from sample reports and show it."),
    "doctor": ("admin", "Check that the ledger is whole."),
    "languages": ("languages", "List and add language packs."),
}
"""Each command's module in this package, and what it does; in the order of work."""


class LazyGroup(click.Group):
    """Loads a command's module only when that command is asked for, so that help is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Names in the order of work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"habeas.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of exit codes."""
        with formatter.section("Exit codes"):
            formatter.write_dl([(str(code.value), code.meaning) for code in Exit])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(habeas.__version__, message="habeas %(version)s")
def cli() -> None:
    """Evidence ledger for political imprisonment and the deals that end it.

    Reads what is published, finds claims with their exact quotes, groups them into events and shows who
    said what. Works offline; the ledger is habeas.db here, or --ledger, or HABEAS_LEDGER.
    """
    from habeas.logs import configure
    from habeas.settings import Settings

    configure(Settings.from_env().log)


def main() -> None:
    """Run the command line and leave by its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # What programs read is UTF-8 whatever the locale; a terminal gets what it can show.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command; its exit code."""
    try:
        # Not `cli.main`: it turns Ctrl-C and a closed pipe into exit codes of its own.
        with cli.make_context("habeas", arguments) as context:
            code = cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except HabeasError as error:
        click.echo(error, err=True)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("stopped; what was committed is kept", err=True)
        return Exit.STOPPED
    except BrokenPipeError:
        # Nobody reads any more: keep Python from trying to flush once again as it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.CLOSED
    return code if isinstance(code, int) else Exit.DONE
