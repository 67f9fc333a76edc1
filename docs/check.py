"""Hold the docs to the code: generated pages are fresh, links lead somewhere, examples run.

usage: python docs/check.py [--write]

`--write` writes `docs/commands.md` anew. Of examples, blocks marked `python` are run, and blocks marked `console`:
each line after `$ ` is a command, and the lines under it must appear in what it prints (`...` stands for any
lines). Both run in an empty folder that holds the sample reports as `pages/`. Blocks marked `sh` are only read.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click

from habeas.cli.main import cli
from habeas.sample import sample_pages
from habeas.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = ROOT / "docs" / "commands.md"
WIDTH = 100
COMMAND_SECONDS = 300

HEAD = """\
# Commands and settings

<!-- Written by `docs/check.py --write` from the commands' own help: change it there. -->

"""


def pages() -> list[Path]:
    """All pages of documentation."""
    folders = [ROOT, ROOT / "docs", ROOT / "docs" / "decisions", ROOT / "changelog.d", ROOT / "evaluation"]
    found = [page for folder in folders for page in sorted(folder.glob("*.md"))]
    return found + sorted((ROOT / "src").rglob("*.md"))


# Commands and settings


def commands_page() -> str:
    """`commands.md` as it should be."""
    parts = [HEAD, _block(cli.get_help(_context(cli, "habeas")))]
    for title, command in _commands(cli, "habeas"):
        parts.append(f"\n## {title}\n\n{_block(command.get_help(_context(command, title)))}")
    parts.append("\n## Settings\n\nOptions of a command come before these.\n\n")
    parts.append("| variable | default | meaning |\n| --- | --- | --- |\n")
    for spec in fields(Settings):
        default = "unset" if spec.default is None else f"`{spec.default}`"
        parts.append(f"| `{spec.metadata['env']}` | {default} | {spec.metadata['meaning']} |\n")
    return "".join(parts)


def _commands(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    context = _context(group, name)
    for word in group.list_commands(context):
        command = group.get_command(context, word)
        assert command is not None, f"{name} lists {word} and does not have it"
        yield f"{name} {word}", command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{name} {word}")


def _context(command: click.Command, name: str) -> click.Context:
    return click.Context(command, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH)


def _block(text: str) -> str:
    return "```text\n" + "\n".join(line.rstrip() for line in text.splitlines()) + "\n```\n"


def stale() -> Iterator[str]:
    """What the generated page lacks, and variables of the environment that no page tells of."""
    if not COMMANDS.exists() or COMMANDS.read_text(encoding="utf-8") != commands_page():
        yield "docs/commands.md is not what the commands say: run `python docs/check.py --write`"
    told = "\n".join(page.read_text(encoding="utf-8") for page in pages())
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    for name in sorted(set(re.findall(r"\bHABEAS_[A-Z_]+\b", code))):
        if name not in told:
            yield f"{name} is read by the code, and no page tells of it"


# Links


def broken_links() -> Iterator[str]:
    """Links of pages to files or headings that are not there."""
    for page in pages():
        text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target in re.findall(r"\]\(([^)\s]+)\)", text):
            if re.match(r"[a-z]+:", target):
                continue
            path, _, heading = target.partition("#")
            file = (page.parent / path).resolve() if path else page
            if not file.exists():
                yield f"{page.relative_to(ROOT)}: {target} is not there"
            elif heading and heading not in _headings(file):
                yield f"{page.relative_to(ROOT)}: {target} names no heading"


def _headings(page: Path) -> set[str]:
    """Names of a page's headings as links write them."""
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


# Examples


def failing_examples() -> Iterator[str]:
    """Examples that do not do what their page shows; those of a page run one after another in one folder."""
    for page in pages():
        blocks = re.findall(
            r"^```(python|console)\n(.*?)^```", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE
        )
        if not blocks:
            continue
        with tempfile.TemporaryDirectory() as folder, sample_pages() as sample:
            shutil.copytree(sample, Path(folder) / "pages")
            for language, block in blocks:
                for wrong in _python(block, folder) if language == "python" else _console(block, folder):
                    yield f"{page.relative_to(ROOT)}: {wrong}"


def _python(block: str, folder: str) -> Iterator[str]:
    code, said = _run([sys.executable, "-c", block], folder)
    if code:
        yield f"the example fails:\n{block}\n{said}"


def _console(block: str, folder: str) -> Iterator[str]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        code, said = _run(["/bin/sh", "-c", command], folder)
        if code:
            yield f"`{command}` ends with {code}:\n{said}"
            continue
        lines = {" ".join(line.split()) for line in said.splitlines()}
        for line in expected.splitlines():
            if " ".join(line.split()) not in lines | {"", "..."}:
                yield f"`{command}` does not print {line!r}; it prints:\n{said}"
                break


def _run(command: list[str], folder: str) -> tuple[int, str]:
    """Exit code, and all that was printed."""
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith("HABEAS_") or name == "HABEAS_PACKS"
    }
    clean |= {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "120"}
    done = subprocess.run(
        command,
        cwd=folder,
        env=clean,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=COMMAND_SECONDS,
        check=False,
    )
    return done.returncode, done.stdout


def main(arguments: list[str]) -> int:
    """Write the generated page, or check all and print what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write docs/commands.md anew")
    if parser.parse_args(arguments).write:
        COMMANDS.write_text(commands_page(), encoding="utf-8")
        return 0
    wrong = [*stale(), *broken_links(), *failing_examples()]
    print("\n".join(wrong) if wrong else f"The docs hold: {len(pages())} pages, their links and examples.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
