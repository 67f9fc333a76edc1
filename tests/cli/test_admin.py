import json
import sqlite3
from pathlib import Path

from cli.conftest import Habeas
from habeas.cli.exits import Exit


def test_a_whole_ledger_is_said_to_be_whole(habeas: Habeas, reports: Path) -> None:
    habeas("add", str(reports), "gone.html")
    ran = habeas("doctor")
    assert ran.code == Exit.DONE
    assert "3 documents" in ran.out
    assert "gone.html: no such file" in ran.out
    record = json.loads(habeas("doctor", "--json").out)
    assert (record["holds"]["claims"], record["faults"]) == (3, [])
    assert [issue["name"] for issue in record["issues"]] == ["gone.html"]


def test_what_was_tampered_with_is_found(habeas: Habeas, reports: Path, tmp_path: Path) -> None:
    habeas("add", str(reports))
    with sqlite3.connect(tmp_path / "habeas.db") as connection:
        connection.execute("UPDATE documents SET text = replace(text, '10', '99') WHERE id = 'd1'")
        connection.execute("UPDATE pages SET body = x'00' WHERE sha256 = (SELECT page FROM documents WHERE id = 'd2')")
        connection.execute(
            "UPDATE pages SET body = (SELECT body FROM pages WHERE sha256 = (SELECT page FROM documents WHERE id = 'd1')) WHERE sha256 = (SELECT page FROM documents WHERE id = 'd3')"
        )
    connection.close()
    ran = habeas("doctor", "--json")
    assert ran.code == Exit.FAILED
    faults = json.loads(ran.out)["faults"]
    assert len(faults) == 4
    assert any("document d1 is not what was added" in fault for fault in faults)
    assert any("quotes words that are not at their place" in fault for fault in faults)
    assert any("cannot be decompressed" in fault for fault in faults)
    assert any("its bytes have another hash" in fault for fault in faults)
