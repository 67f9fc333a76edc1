"""Pages: files, folders, lines and standard input as bytes with a shape, and what is refused."""

import io
from pathlib import Path

import pytest

from habeas.errors import BadInput
from habeas.ids import sha256
from habeas.pages import PAGE_CAP, Page, Shape, find_pages, read_page


def found(*paths: Path | str, stdin: bytes | None = None) -> list[Page | BadInput]:
    return list(find_pages(paths, stdin=None if stdin is None else io.BytesIO(stdin)))


def refusal(*paths: Path | str, stdin: bytes | None = None) -> str:
    [bad] = found(*paths, stdin=stdin)
    assert isinstance(bad, BadInput)
    return str(bad)


@pytest.mark.parametrize(
    ("name", "body", "shape"),
    [
        ("a.html", "anything", Shape.HTML),
        ("a.HTM", "anything", Shape.HTML),
        ("a.md", "anything", Shape.MARKDOWN),
        ("a.txt", "A line of text.", Shape.TEXT),
        ("a.txt", "  <!DOCTYPE html><html>", Shape.HTML),
        ("a", "# A heading\n\nText.", Shape.MARKDOWN),
        ("a", '{"id": "1", "text": "t"}', Shape.RECORD),
        ("a.txt", "{ color: red; }", Shape.TEXT),
    ],
)
def test_shape_is_told_from_name_and_content(tmp_path: Path, name: str, body: str, shape: Shape) -> None:
    (tmp_path / name).write_text(body)
    assert read_page(tmp_path / name).shape is shape


def test_a_page_keeps_its_bytes_and_their_hash(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"As \xd0\xbf published.\r\n")
    page = read_page(tmp_path / "a.txt")
    assert page.body == b"As \xd0\xbf published.\r\n"
    assert page.sha256 == sha256(page.body)
    assert (page.name, page.fetched, page.url) == ("a.txt", None, None)


def test_a_folder_gives_all_below_it_in_order_but_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c.txt", ".git/d.txt", ".hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Text.")
    assert [Path(page.path).relative_to(tmp_path).as_posix() for page in found(tmp_path)] == [
        "a/c.txt",
        "a/z.txt",
        "b.txt",
    ]


def test_each_line_of_a_jsonl_file_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "d.jsonl").write_bytes(b'\xef\xbb\xbf{"text": "a"}\n\n{"text": "b"}\r\n')
    pages = found(tmp_path / "d.jsonl")
    assert [(page.body, page.where) for page in pages] == [
        (b'{"text": "a"}', f"{tmp_path}/d.jsonl:1"),
        (b'{"text": "b"}', f"{tmp_path}/d.jsonl:3"),
    ]


def test_standard_input_is_one_page_or_lines() -> None:
    [page] = found("-", stdin=b"One page\nof text.")
    assert (page.name, page.shape, page.body) == ("-", Shape.TEXT, b"One page\nof text.")
    assert [page.where for page in found("-", stdin=b'{"text": "a"}\n{"text": "b"}')] == ["-:1", "-:2"]


def test_what_cannot_be_used_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Good.")
    results = found(tmp_path / "missing.html", tmp_path / "good.txt")
    assert isinstance(results[0], BadInput)
    assert isinstance(results[1], Page)


def test_refusals_say_what_was_expected(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "binary").write_bytes(b"\x7fELF\x00\x00")
    (tmp_path / "a.html").write_bytes(b"%PDF-1.7 ...")
    (tmp_path / "large.html").write_bytes(b"x" * (PAGE_CAP + 1))
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / ".keep").write_text("")
    assert "no such file" in refusal(tmp_path / "missing.txt")
    assert "an empty file where a page was expected" in refusal(tmp_path / "empty.txt")
    assert "a binary file where a page of text was expected" in refusal(tmp_path / "binary")
    assert "a PDF where a page of text was expected" in refusal(tmp_path / "a.html")
    assert "larger than 2 MB" in refusal(tmp_path / "large.html")
    assert "a folder with no file in it" in refusal(tmp_path / "none")
    assert "standard input is not connected" in refusal("-")
    assert refusal("-", stdin=b"").startswith("-: an empty file")


def test_a_large_line_is_refused_by_its_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "d.jsonl").write_bytes(b'{"text": "' + b"x" * PAGE_CAP + b'"}\n{"text": "b"}\n')
    bad, good = found(tmp_path / "d.jsonl")
    assert isinstance(bad, BadInput)
    assert bad.name.endswith("d.jsonl:1")
    assert isinstance(good, Page)
