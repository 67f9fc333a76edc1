import subprocess
import sys
import time

from cli.conftest import Habeas
from habeas.cli.exits import Exit
from habeas.cli.main import COMMANDS


def test_help_lists_every_command_and_exit_code(habeas: Habeas) -> None:
    ran = habeas("--help")
    assert ran.code == 0
    for name in COMMANDS:
        assert f"\n  {name} " in ran.out
    for code in Exit:
        assert code.meaning in " ".join(ran.out.split())


def test_every_command_has_its_own_help(habeas: Habeas) -> None:
    for name in COMMANDS:
        ran = habeas(name, "--help")
        assert ran.code == 0, name
        assert f"habeas {name}" in ran.out


def test_help_is_quick_and_brings_in_nothing_heavy() -> None:
    code = (
        "import sys; from habeas.cli.main import run; run(['--help']);"
        "heavy = {'spacy', 'slovnet', 'trafilatura', 'fastapi', 'sqlalchemy', 'rich', 'numpy', 'alembic'};"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert time.monotonic() - started < 5  # half a second alone; the tests share the machine


def test_a_command_that_is_none_is_a_usage_error(habeas: Habeas) -> None:
    assert habeas("realese").code == Exit.USAGE


def test_an_option_that_is_none_is_a_usage_error(habeas: Habeas) -> None:
    assert habeas("events", "--as-of", "yesterday").code == Exit.USAGE


def test_a_missing_ledger_is_one_line(habeas: Habeas) -> None:
    for command in ("events", "claims", "documents", "doctor", "rebuild", "report"):
        ran = habeas(command)
        assert (ran.code, ran.out, ran.err.count("\n")) == (Exit.LEDGER, "", 1), command
        assert ran.err.startswith("habeas.db: no ledger is here")


def test_the_version_is_told(habeas: Habeas) -> None:
    assert habeas("--version").out.startswith("habeas ")
