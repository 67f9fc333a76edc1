"""The pages as a folder of files."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from habeas.web.report import write_report
from holdings import invented
from web.test_pages import Elements


def test_every_link_of_the_folder_works_without_a_server(tmp_path: Path) -> None:
    first = write_report(invented(), tmp_path)
    pages = {path: Elements(path.read_text(encoding="utf-8")) for path in tmp_path.rglob("*.html")}
    assert first in pages
    assert len(pages) > 8
    for path, page in pages.items():
        for link in page.links():
            target = urlsplit(link)
            if target.scheme == "data":
                continue
            assert not target.scheme
            assert not target.path.startswith("/")
            found = (path.parent / unquote(target.path)).resolve() if target.path else path
            assert found.is_file(), f"{path.name}: {link}"
            if target.fragment:
                assert unquote(target.fragment) in pages[found].ids()


def test_folder_keeps_inside_itself(tmp_path: Path) -> None:
    folder = tmp_path / "report"
    write_report(invented(), folder, ["XA"])
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


def test_folder_holds_only_what_was_known_by_the_day(tmp_path: Path) -> None:
    from datetime import date

    write_report(invented(), tmp_path, ["XA"], date(2031, 3, 4))
    assert [path.stem for path in (tmp_path / "documents").iterdir()] == ["plain"]
    page = (tmp_path / "states" / "xa.html").read_text(encoding="utf-8")
    assert "3 later or undated reports are left out" in page
