"""Commands run in this process, in a folder of their own, with a reader of one phrase."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import readers
from habeas.cli.main import run


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Habeas = Callable[..., Ran]


@pytest.fixture
def habeas(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Habeas:
    """Runs a command."""
    readers.use(monkeypatch)
    monkeypatch.chdir(tmp_path)
    for name in ("HABEAS_LEDGER", "HABEAS_LOG", "HABEAS_BATCH"):
        monkeypatch.delenv(name, raising=False)

    def habeas(*arguments: str) -> Ran:
        capsys.readouterr()
        code = run(list(arguments))
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return habeas


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A JSONL file of three reports about two states."""
    texts = ["The gazette says 10 freed in BY.", "The gazette says 20 freed in BY.", "The courier says 30 freed in CU."]
    path = tmp_path / "reports.jsonl"
    records = (
        {"id": f"d{number}", "published": f"2031-05-0{number}", "title": f"Report {number}", "text": text, "lang": "en"}
        for number, text in enumerate(texts, start=1)
    )
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path
