"""Reading over the cores, whatever comes in."""

import json
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import readers
from habeas import reading
from habeas.claims import find
from habeas.claims.model import Claim
from habeas.documents.model import Document
from habeas.errors import BadInput
from habeas.pages import Page, Shape


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    readers.use(monkeypatch)


def page(id_: str, text: str, lang: str = "en") -> Page:
    record = {"id": id_, "published": "2031-05-01", "text": text, "lang": lang}
    return Page(json.dumps(record).encode(), "reports.jsonl", Shape.RECORD, "reports.jsonl", line=1)


def test_every_page_comes_out_once_in_order_with_its_claims_or_why_not() -> None:
    missing = BadInput("gone.html", "no such file", "check the path")
    pages = [page("d1", "5 freed in BY"), missing, page("d2", "6 freed in CU", "fi"), page("d3", "nobody")]
    first, second, third, fourth = reading.read_claims(pages)
    assert not isinstance(first, BadInput)
    assert [str(claim.count) for claim in first[1] if isinstance(claim, Claim)] == ["5"]
    assert second is missing
    assert not isinstance(third, BadInput)
    assert isinstance(third[1], BadInput)
    assert not isinstance(fourth, BadInput)
    assert fourth[1] == ()


@given(st.lists(st.sampled_from(["good", "bad", "unreadable"]), max_size=12))
def test_nothing_is_lost_or_reordered(kinds: list[str]) -> None:
    made: list[Page | BadInput] = [
        BadInput(str(number), "expected", "remedy")
        if kind == "bad"
        else page(str(number), "5 freed in BY", "en" if kind == "good" else "fi")
        for number, kind in enumerate(kinds)
    ]
    names = [each.name if isinstance(each, BadInput) else each[0].id for each in reading.read_claims(made)]
    assert names == [str(number) for number in range(len(kinds))]


def test_a_document_that_breaks_the_reader_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(documents: Iterable[Document]) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
        for document in documents:
            if document.id == "d2":
                raise IndexError("no such token")
            yield from readers.find_freed([document])

    monkeypatch.setattr(find, "find_claims", breaks)
    pages = [page(f"d{number}", f"{number} freed in BY") for number in range(1, 4)]
    found = {each[0].id: each[1] for each in reading.read_claims(pages) if not isinstance(each, BadInput)}
    assert isinstance(found["d2"], BadInput)
    assert str(found["d2"]).startswith("d2: habeas itself broke on it (IndexError)")
    assert [len(found["d1"]), len(found["d3"])] == [1, 1]  # type: ignore[arg-type]


def test_a_document_whose_parser_is_missing_says_how_to_add_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "readers", dict)
    [(_, why)] = reading.find_claims([Document("d1", "5 freed in BY", None, "en")])
    assert str(why).endswith("run `habeas languages add en`, then the same again")


def test_a_document_of_no_language_is_not_guessed_at() -> None:
    [(_, why)] = reading.find_claims([Document("d1", "5 freed in BY", None, None)])
    assert "its language could not be told" in str(why)


@pytest.mark.packs
def test_two_processes_find_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()  # the real reader: workers are processes of their own, and know nothing of a patched one
    if "en" not in reading.readers():
        pytest.skip("the English language pack is not installed")
    monkeypatch.setattr(reading, "_PAGE_BYTES", 1000)
    acts = ["freed", "pardoned", "detained", "sentenced"]
    pages = [
        page(f"d{number}", f"Belarus {acts[number % 4]} {number + 2} political prisoners on Monday. " * 3)
        for number in range(24)
    ]
    serial = list(reading.read_claims(pages, cores=1))
    assert sum(len(each[1]) for each in serial if not isinstance(each, BadInput) and isinstance(each[1], tuple)) > 0
    assert list(reading.read_claims(pages, cores=2)) == serial
