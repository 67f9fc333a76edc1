"""Page: bytes as published, where they came from and what shape they have.

Pages come from files, folders, lines of JSONL files and standard input. A page's bytes are never
changed; reading them into text is the business of `documents`. Nothing here fetches from the network.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from habeas import ids
from habeas.errors import BadInput

PAGE_CAP = 2_000_000
"""Largest page in bytes. News pages are 20 to 400 kB; main-text extraction of a 5.6 MB page took
trafilatura 12 to 20 s, and it grows faster than the page."""

STDIN = "-"
"""The name that stands for standard input."""

_SNIFFED = 4096  # bytes looked at to tell a page's shape
_HTML = re.compile(rb"<!doctype\s+html|<(?:html|head|body|article|main|div|meta|p)[\s>]", re.IGNORECASE)
_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or office file",
    b"\x1f\x8b": "a gzip archive",
    b"\x28\xb5\x2f\xfd": "a zstd archive",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Shape(StrEnum):
    """How a page's bytes are to be read."""

    HTML = "text/html"
    MARKDOWN = "text/markdown"
    TEXT = "text/plain"
    RECORD = "application/json"
    """One object of a JSONL file, its text given."""


_SUFFIXES = {
    ".html": Shape.HTML,
    ".htm": Shape.HTML,
    ".xhtml": Shape.HTML,
    ".md": Shape.MARKDOWN,
    ".markdown": Shape.MARKDOWN,
    ".jsonl": Shape.RECORD,
    ".ndjson": Shape.RECORD,
}


@dataclass(frozen=True)
class Page:
    """One page as published; its bytes never change."""

    body: bytes
    name: str
    """File name without its folder, or "-" for standard input."""
    shape: Shape
    path: str
    """Path as it was given, or "-": what messages name."""
    line: int | None = None
    """Line of a JSONL file, from 1; None where the page is a whole file."""
    url: str | None = None
    fetched: datetime | None = None
    """When the bytes were fetched, with its zone; None for a file, whose age is not known."""

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the bytes, in hex."""
        return ids.sha256(self.body)

    @property
    def where(self) -> str:
        """The page as messages name it: a path, with the line of a JSONL file."""
        return self.path if self.line is None else f"{self.path}:{self.line}"


def find_pages(
    paths: Iterable[str | os.PathLike[str]], *, stdin: BinaryIO | None = None, shape: Shape | None = None
) -> Iterator[Page | BadInput]:
    """Pages of the files and folders in the order given, folders sorted and with all below them.

    A line of a JSONL file is a page of its own, so that such a file may be of any size. "-" is
    `stdin`. `shape` is taken where the caller knows it, else told from name and content. What cannot be
    used comes out as a `BadInput`, and the rest goes on. Hidden files of a folder are passed over.
    """
    for given in paths:
        if str(given) == STDIN:
            yield from _stream_pages(stdin, shape)
            continue
        path = Path(given)
        if not path.is_dir():
            yield from _file_pages(path, shape)
            continue
        found = sorted(_files_below(path))
        if not found:
            yield BadInput(str(path), "a folder with no file in it", "name a folder that holds pages")
        for file in found:
            yield from _file_pages(file, shape)


def read_page(path: str | os.PathLike[str], *, shape: Shape | None = None) -> Page:
    """The file as one page; raises `BadInput` for what is missing, empty, too large or binary."""
    path = Path(path)
    try:
        size = path.stat().st_size
        if size > PAGE_CAP:
            raise _too_large(str(path))
        body = path.read_bytes()
    except FileNotFoundError:
        raise BadInput(str(path), "no such file", "check the path") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BadInput(str(path), f"cannot be read ({reason})", "check the file and its permissions") from None
    return _page(body, name=path.name, path=str(path), shape=shape or _SUFFIXES.get(path.suffix.lower()))


def _files_below(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in files if not name.startswith("."))


def _file_pages(path: Path, shape: Shape | None) -> Iterator[Page | BadInput]:
    """The pages of one file: its lines, or itself."""
    try:
        if (shape or _SUFFIXES.get(path.suffix.lower())) is Shape.RECORD and path.is_file() and path.stat().st_size:
            with path.open("rb") as lines:
                yield from _line_pages(lines, path.name, str(path))
        else:
            yield read_page(path, shape=shape)
    except BadInput as bad:
        yield bad
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        yield BadInput(str(path), f"cannot be read ({reason})", "check the file and its permissions")


def _stream_pages(stdin: BinaryIO | None, shape: Shape | None) -> Iterator[Page | BadInput]:
    """The pages of standard input: lines of JSONL where the first line is an object, else one page."""
    if stdin is None:
        yield BadInput(STDIN, "standard input is not connected", "name a file instead")
        return
    first = stdin.readline(PAGE_CAP + 1)
    if shape is Shape.RECORD or (shape is None and _is_object(first)):
        yield from _line_pages(chain([first], stdin), STDIN, STDIN)
        return
    body = first + stdin.read(PAGE_CAP + 1 - len(first))
    try:
        if len(body) > PAGE_CAP:
            raise _too_large(STDIN)
        yield _page(body, name=STDIN, path=STDIN, shape=shape)
    except BadInput as bad:
        yield bad


def _line_pages(lines: Iterable[bytes], name: str, path: str) -> Iterator[Page | BadInput]:
    """A page for each line that is not blank; one too large is refused by its number."""
    for number, line in enumerate(lines, start=1):
        body = line.strip()
        if number == 1:
            body = body.removeprefix(b"\xef\xbb\xbf")
        if len(body) > PAGE_CAP:
            yield _too_large(f"{path}:{number}")
        elif body:
            yield Page(body, name, Shape.RECORD, path, line=number)


def _page(body: bytes, *, name: str, path: str, shape: Shape | None) -> Page:
    """A page of the bytes; raises `BadInput` where they hold no text."""
    if not body.strip():
        raise BadInput(path, "an empty file where a page was expected", "give a page with text, or leave it out")
    kind = next((kind for magic, kind in _MAGIC.items() if body.startswith(magic)), None)
    if kind is None and b"\0" in body[:_SNIFFED] and not body.startswith(_UTF16):
        kind = "a binary file"
    if kind is not None:
        raise BadInput(path, f"{kind} where a page of text was expected", "save it as HTML or text first")
    return Page(body, name, shape or _sniff(body), path)


def _sniff(body: bytes) -> Shape:
    """The shape of bytes whose name does not tell it."""
    head = body[:_SNIFFED]
    if _is_object(body):
        return Shape.RECORD
    if _HTML.search(head):
        return Shape.HTML
    if re.match(rb"(?:\xef\xbb\xbf)?(?:---\r?\n[\w-]+:|#{1,3} \S)", head):
        return Shape.MARKDOWN
    return Shape.TEXT


def _is_object(body: bytes) -> bool:
    """Whether it opens as a JSON object does: CSS and JavaScript open with a brace, but no quoted name."""
    return re.match(rb'(?:\xef\xbb\xbf)?\s*\{\s*"', body) is not None


def _too_large(where: str) -> BadInput:
    return BadInput(where, f"larger than {PAGE_CAP // 1_000_000} MB, the most a page may be", "save the article alone")
