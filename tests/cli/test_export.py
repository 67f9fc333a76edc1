import csv
import json
from pathlib import Path

from cli.conftest import Habeas
from habeas.cli.exits import Exit


def test_claims_as_csv(habeas: Habeas, reports: Path) -> None:
    habeas("add", str(reports))
    rows = list(csv.DictReader(habeas("export", "claims", "BY").out.splitlines()))
    assert [(row["count_min"], row["quote"]) for row in rows] == [("10", "10 freed in BY"), ("20", "20 freed in BY")]


def test_events_and_documents_as_jsonl_to_a_file(habeas: Habeas, reports: Path, tmp_path: Path) -> None:
    habeas("add", str(reports))
    for what in ("events", "documents"):
        assert habeas("export", what, "--format", "jsonl", "-o", f"{what}.jsonl").code == Exit.DONE
        lines = (tmp_path / f"{what}.jsonl").read_text(encoding="utf-8").splitlines()
        assert len(list(map(json.loads, lines))) == 3


def test_documents_are_of_no_place(habeas: Habeas, reports: Path) -> None:
    habeas("add", str(reports))
    assert habeas("export", "documents", "BY").code == Exit.USAGE


def test_report_writes_pages_and_json(habeas: Habeas, reports: Path, tmp_path: Path) -> None:
    habeas("add", str(reports))
    assert habeas("report", "BY", "-o", "out").code == Exit.DONE
    assert (tmp_path / "out" / "index.html").is_file()
    [dossier] = json.loads(habeas("report", "by", "--json").out)
    assert dossier["place"] == "BY"
