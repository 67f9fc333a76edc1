"""A reader of one phrase, for tests of what is built around the reader: "5 freed in BY" is a claim."""

import re
from collections.abc import Iterable, Iterator

import pytest

from habeas import reading
from habeas.claims import find
from habeas.claims.model import Claim, Kind, Quote, Status
from habeas.documents.model import Document
from habeas.ids import content_id
from habeas.intervals import Basis, Count, Period

_FREED = re.compile(r"(\d+) freed in ([A-Z]{2})")


def find_freed(documents: Iterable[Document]) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
    """Each document with a release for every "N freed in XX", on the day it was published."""
    for document in documents:
        yield (
            document,
            tuple(
                Claim(
                    content_id(document.hash, Kind.RELEASE, *match.span(), number),
                    document.id,
                    Kind.RELEASE,
                    Status.ACTUAL,
                    Quote(match[0], *match.span()),
                    count=Count.exactly(int(match[1])),
                    when=None if document.published is None else Period.day(document.published, Basis.PUBLISHED),
                    place=(match[2],),
                    by=(match[2],),
                    reader="test 1",
                )
                for number, match in enumerate(_FREED.finditer(document.text))
            ),
        )


def use(monkeypatch: pytest.MonkeyPatch, *, name: str = "test 1") -> None:
    """Read English by this reader and nothing else, in this process."""
    monkeypatch.setattr(find, "find_claims", find_freed)
    monkeypatch.setattr(reading, "readers", lambda: {"en": name})
    monkeypatch.setenv("HABEAS_WORKERS", "1")
