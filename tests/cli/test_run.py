import json
from pathlib import Path

import pytest

from cli.conftest import Habeas
from habeas.cli.exits import Exit
from habeas.syntax.packs import find


def test_read_prints_one_object_a_line_in_order(habeas: Habeas, reports: Path) -> None:
    ran = habeas("read", "--jsonl", str(reports))
    records = [json.loads(line) for line in ran.out.splitlines()]
    assert [record["id"] for record in records] == ["d1", "d2", "d3"]
    assert [record["claims"][0]["count"] for record in records] == [[10, 10], [20, 20], [30, 30]]
    assert (ran.code, ran.err) == (Exit.DONE, "")
    assert not list(reports.parent.glob("habeas.db*"))


def test_read_keeps_a_line_for_a_document_it_cannot_read(habeas: Habeas, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"id": "f", "text": "Vapautettiin", "lang": "fi"}\n{"id": "e", "text": "5 freed in BY", "lang": "en"}\n'
    )
    ran = habeas("read", "--jsonl", "a.jsonl")
    first, second = [json.loads(line) for line in ran.out.splitlines()]
    assert (first["id"], first["claims"]) == ("f", [])
    assert "(fi)" in first["unread"]
    assert (second["id"], len(second["claims"])) == ("e", 1)
    assert ran.code == Exit.PARTIAL
    assert ran.err.count("\n") == 1


GERMAN = "Die Behörden haben am Freitag vierzehn Gefangene freigelassen, teilte das Ministerium mit."
CHINESE = "当局周五释放了十四名政治犯,外交部发言人在记者会上表示。警方还逮捕了两名记者。"


def test_languages_without_a_pack_are_kept_and_told_of_by_name(habeas: Habeas, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(GERMAN, encoding="utf-8")
    (folder / "b.txt").write_text("The gazette says that there were 10 freed in BY.", encoding="utf-8")
    (folder / "c.txt").write_text(CHINESE, encoding="utf-8")
    read = habeas("read", "--jsonl", str(folder))
    assert sorted(len(json.loads(line)["claims"]) for line in read.out.splitlines()) == [0, 0, 1]
    added = habeas("add", str(folder))
    for ran in (read, added):
        assert ran.code == Exit.PARTIAL
        assert sorted(line.split(" (")[0] for line in ran.err.splitlines()) == ["a.txt", "c.txt"]
        assert "(de)" in ran.err
        assert "(zh)" in ran.err
    kept = [json.loads(line) for line in habeas("documents", "--jsonl").out.splitlines()]
    assert sorted(record["lang"] for record in kept) == ["de", "en", "zh"]


@pytest.mark.packs
def test_read_explains_claims_and_what_it_did_not_read(habeas: Habeas, tmp_path: Path) -> None:
    if find("en") is None:
        pytest.skip("the language pack en is not installed")
    text = "Guards freed ten editors on Monday. The governor serenaded twelve detainees across the river."
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"id": "e", "text": text, "lang": "en", "published": "2031-05-01"})
        + "\n"
        + json.dumps({"id": "f", "text": "Vapautettiin", "lang": "fi"})
    )
    ran = habeas("read", "--explain", "--jsonl", "a.jsonl")
    read, unread = [json.loads(line) for line in ran.out.splitlines()]
    assert {"field", "rule", "words", "relations"} == set(read["claims"][0]["reasons"][0])
    assert [issue["entry"] for issue in read["issues"]] == ["serenade"]
    assert (unread["claims"], unread["issues"]) == ([], [])
    assert "(fi)" in unread["unread"]
    assert ran.code == Exit.PARTIAL
    shown = habeas("read", "--explain", "a.jsonl").out
    assert "editors -obj-> freed" in shown
    assert "serenaded" in shown
    [issue] = [json.loads(line) for line in habeas("read", "--issues", "--jsonl", "a.jsonl").out.splitlines()]
    assert (issue["issue"], text[issue["start"] : issue["end"]]) == ("unknown head", "serenaded")
    assert "serenade" in habeas("read", "--issues", "a.jsonl").out
    assert habeas("read", "--issues", "--explain", "a.jsonl").code == Exit.USAGE


def test_read_prints_documents(habeas: Habeas, reports: Path) -> None:
    first = json.loads(habeas("read", "--documents", str(reports)).out.splitlines()[0])
    assert first["title"] == "Report 1"
    assert set(first) >= {"file", "title", "published", "publisher", "agency", "lang", "text"}


def test_read_shows_a_table_to_people(habeas: Habeas, reports: Path) -> None:
    printed = habeas("read", str(reports)).out
    assert "10 freed in BY" in printed
    assert "2031-05-01" in printed


def test_read_as_one_json_list(habeas: Habeas, reports: Path, tmp_path: Path) -> None:
    assert len(json.loads(habeas("read", "--json", str(reports)).out)) == 3
    (tmp_path / "none.jsonl").write_text("\n")
    assert json.loads(habeas("read", "--json", "none.jsonl").out) == []


def test_claims_by_place_kind_document_and_day(habeas: Habeas, reports: Path) -> None:
    habeas("add", str(reports))

    def ids(*arguments: str) -> list[str]:
        return [json.loads(line)["document"] for line in habeas("claims", "--jsonl", *arguments).out.splitlines()]

    assert ids() == ["d1", "d2", "d3"]
    assert ids("by") == ["d1", "d2"]
    assert ids("--document", "d3") == ["d3"]
    assert ids("--as-of", "2031-05-01") == ["d1"]
    assert ids("--kind", "held") == []
    assert "no such claims" in habeas("claims", "--kind", "held").out


def test_events_of_a_place(habeas: Habeas, reports: Path) -> None:
    habeas("add", str(reports))
    events = json.loads(habeas("events", "BY", "--json").out)
    assert [event["count"] for event in events] == [[10, 10], [20, 20]]
    assert len(json.loads(habeas("events", "BY", "--as-of", "2031-05-01", "--json").out)) == 1
    assert "Events of BY" in habeas("events", "BY").out
    assert json.loads(habeas("events", "MM", "--json").out) == []


def test_events_name_their_reports_by_file_name(habeas: Habeas, tmp_path: Path) -> None:
    page = tmp_path / "gazette-of-may.txt"
    page.write_text("Ten in May\n\nPublished on: 2 May 2031\n\nThe gazette says 10 freed in BY.\n", encoding="utf-8")
    habeas("add", str(page))
    (event,) = json.loads(habeas("events", "BY", "--json").out)
    assert event["reports"] == ["gazette-of-may.txt"]
    assert event["documents"] != event["reports"]


def test_rebuild_gives_the_same_bytes(habeas: Habeas, reports: Path) -> None:
    habeas("add", str(reports))
    before = habeas("claims", "--json").out, habeas("events", "--json").out
    assert habeas("rebuild").code == Exit.DONE
    assert (habeas("claims", "--json").out, habeas("events", "--json").out) == before


def test_ctrl_c_is_one_line(habeas: Habeas, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from habeas import reading

    def stopped(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "read_claims", stopped)
    ran = habeas("read", str(reports))
    assert (ran.code, ran.err) == (Exit.STOPPED, "stopped; what was committed is kept\n")


@pytest.mark.parametrize("place", ["BY", "by", "Belarus", "belarus", "Bielorrusia"])
def test_a_place_may_be_named(habeas: Habeas, reports: Path, place: str) -> None:
    habeas("add", str(reports))
    assert len(json.loads(habeas("events", place, "--json").out)) == 2
