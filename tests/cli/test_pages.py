import json
from pathlib import Path

from cli.conftest import Habeas
from habeas.cli.exits import Exit


def test_pages_are_added_once(habeas: Habeas, reports: Path) -> None:
    first = habeas("add", str(reports))
    assert (first.code, first.err) == (Exit.DONE, "")
    assert first.out == "habeas.db: 3 documents added; 3 claims found; 3 events\n"
    again = habeas("add", str(reports))
    assert again.out == "habeas.db: 0 documents added, 3 known already; 0 claims found; 3 events\n"


def test_bad_input_among_good_is_a_line_each_and_the_rest_goes_on(habeas: Habeas, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(30):
        (folder / f"good-{number:02}.txt").write_text(
            f"Gazette of Nowhere\nPublished on: May 2, 2031\n\n{number + 10} freed in BY, the ministry of nowhere said on Friday.\n"
        )
    (folder / "empty.html").write_bytes(b"")
    (folder / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (folder / "latin.txt").write_bytes("Des prisonniers libérés".encode("latin-1") + b"\xff\xfe\x81")
    (folder / "lines.jsonl").write_text('{"id": "ok", "text": "7 freed in CU", "lang": "en"}\n[1, 2]\n')
    ran = habeas("add", str(folder), str(tmp_path / "gone.html"))
    assert ran.code == Exit.PARTIAL
    lines = ran.err.splitlines()
    for name in ("empty.html", "picture.html", "lines.jsonl:2", "gone.html"):
        [line] = [line for line in lines if name in line]
        assert line.count("; ") >= 1
    assert int(ran.out.split(": ")[1].split()[0]) >= 31


def test_documents_are_listed_and_shown(habeas: Habeas, reports: Path) -> None:
    habeas("add", str(reports))
    listed = [json.loads(line) for line in habeas("documents", "--jsonl").out.splitlines()]
    assert [record["id"] for record in listed] == ["d1", "d2", "d3"]
    assert habeas("documents", "--since", "2031-05-03", "--json").out.count('"id"') == 1
    assert "Report 2" in habeas("documents").out
    assert "20 freed in BY" in habeas("documents", "d2").out
    assert habeas("documents", "no-such").code == Exit.NOT_FOUND


def test_a_terminal_cannot_be_redrawn_by_a_page(habeas: Habeas, tmp_path: Path) -> None:
    record = {"id": "d1", "title": "\x1b[2Jgone\u202eback", "text": "5 freed in BY\x1b[31m", "lang": "en"}
    (tmp_path / "odd.jsonl").write_text(json.dumps(record))
    habeas("add", "odd.jsonl")
    for arguments in (["documents"], ["documents", "d1"], ["claims"], ["events"]):
        printed = habeas(*arguments).out
        assert "\x1b[2J" not in printed
        assert "\x1b[31m" not in printed
        assert "\u202e" not in printed


def test_the_ledger_in_the_folder_that_is_added_is_no_page(habeas: Habeas, reports: Path) -> None:
    assert habeas("add", ".").code == Exit.DONE
    assert habeas("add", ".").code == Exit.DONE
