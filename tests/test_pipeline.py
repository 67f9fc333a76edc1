"""The flow over a real ledger, with a reader of one phrase."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import readers
from habeas import pipeline, reading
from habeas.claims.model import to_record as claim_record
from habeas.errors import BadInput
from habeas.events import to_record as event_record
from habeas.pages import Page, Shape
from habeas.settings import Settings
from habeas.store import read
from habeas.store.session import Ledger, open_ledger

SETTINGS = Settings(workers=1, batch=2)


def say_nothing(_what: str, _done: int, _total: int | None) -> None:
    """Nobody is told."""


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    readers.use(monkeypatch)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    ledger = open_ledger(tmp_path / "habeas.db", create=True, wait=1)
    yield ledger
    ledger.close()


def page(number: int, text: str, **fields: object) -> Page:
    record = {"id": f"d{number}", "published": f"2031-05-{number:02}", "text": text, "lang": "en", **fields}
    return Page(json.dumps(record).encode(), "reports.jsonl", Shape.RECORD, "reports.jsonl", line=number)


PAGES = [page(number, f"The gazette says {number * 10} freed in BY.") for number in range(1, 6)]


def add(ledger: Ledger, pages: Iterable[Page | BadInput]) -> pipeline.Done:
    return pipeline.add(ledger, pages, SETTINGS, say_nothing)


def derived(ledger: Ledger) -> str:
    with ledger.reading() as connection:
        claims = list(map(claim_record, read.claims(connection)))
        events = list(map(event_record, read.events(connection)))
        return json.dumps([claims, events, read.stories(connection)])


def test_pages_become_documents_claims_and_events(ledger: Ledger) -> None:
    done = add(ledger, PAGES)
    assert (done.pages, done.documents, done.claims, done.events) == (5, 5, 5, 5)
    with ledger.reading() as connection:
        assert [str(claim.count) for claim in read.claims(connection)] == ["10", "20", "30", "40", "50"]
        assert read.unread(connection) == []


def test_the_same_pages_again_change_nothing(ledger: Ledger) -> None:
    add(ledger, PAGES)
    before = derived(ledger)
    again = add(ledger, PAGES)
    assert (again.pages, again.documents, again.known, again.claims) == (0, 0, 5, 0)
    assert derived(ledger) == before


def test_the_order_in_which_pages_come_changes_nothing_derived(ledger: Ledger, tmp_path: Path) -> None:
    add(ledger, PAGES)
    other = open_ledger(tmp_path / "other.db", create=True)
    for each in reversed(PAGES):
        add(other, [each])
    assert derived(other) == derived(ledger)


def test_a_rebuild_gives_the_same_bytes(ledger: Ledger) -> None:
    add(ledger, PAGES)
    before = derived(ledger)
    done = pipeline.rebuild(ledger, SETTINGS, say_nothing)
    assert (done.claims, done.events) == (5, 5)
    assert derived(ledger) == before


def test_bad_input_among_good_is_named_kept_as_an_issue_and_the_rest_goes_on(ledger: Ledger) -> None:
    broken = Page(b'{"id": "d9"', "reports.jsonl", Shape.RECORD, "reports.jsonl", line=9)
    missing = BadInput("gone.html", "no such file", "check the path")
    done = add(ledger, [PAGES[0], broken, missing, PAGES[1]])
    assert done.documents == 2
    assert [bad.name for bad in done.refused] == ["reports.jsonl:9", "gone.html"]
    with ledger.reading() as connection:
        assert [issue.name for issue in read.issues(connection)] == ["gone.html", "reports.jsonl:9"]


def test_a_refusal_is_settled_when_its_page_comes_right(ledger: Ledger) -> None:
    add(ledger, [Page(b"{", "reports.jsonl", Shape.RECORD, "reports.jsonl", line=1)])
    add(ledger, [PAGES[0]])
    with ledger.reading() as connection:
        assert read.issues(connection) == []


def test_a_language_no_pack_reads_is_kept_and_reported_once(ledger: Ledger) -> None:
    finnish = page(6, "Vankilasta vapautettiin 52 ihmistä.", lang="fi")
    done = add(ledger, [PAGES[0], finnish])
    assert (done.documents, done.claims) == (2, 1)
    assert [bad.name for bad in done.unread] == ["d6"]
    assert "(fi)" in done.unread[0].expected
    assert add(ledger, []).unread == []
    with ledger.reading() as connection:
        assert [(issue.name, issue.kind) for issue in read.issues(connection)] == [("d6", "unread")]


def test_a_changed_reader_reads_its_language_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    add(ledger, PAGES)
    assert pipeline.update(ledger, SETTINGS, say_nothing).claims == 0
    readers.use(monkeypatch, name="test 2")
    assert pipeline.update(ledger, SETTINGS, say_nothing).claims == 5


def test_an_interruption_keeps_what_was_done_and_the_next_run_goes_on(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_PAGE_BYTES", 1)  # each page is a chunk

    def interrupted() -> Iterator[Page]:
        yield from PAGES[:3]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add(ledger, interrupted())
    with ledger.reading() as connection:
        assert 0 < read.counts(connection).documents < 4
    add(ledger, PAGES)
    with ledger.reading() as connection:
        counts = read.counts(connection)
    assert (counts.documents, counts.claims, counts.events) == (5, 5, 5)


def test_events_as_of_a_day_rest_on_what_was_published_by_then(ledger: Ledger) -> None:
    add(ledger, PAGES)
    with ledger.reading() as connection:
        assert len(pipeline.events_known(connection, place="BY", as_of=date(2031, 5, 3))) == 3
        assert pipeline.events_known(connection, place="BY") == read.events(connection, place="BY")
        assert pipeline.events_known(connection, place="CU", as_of=date(2031, 5, 3)) == []


def test_progress_is_told_with_what_is_left(ledger: Ledger) -> None:
    told = []
    pipeline.add(ledger, PAGES, SETTINGS, lambda what, done, total: told.append((what, done, total)))
    assert ("finding claims", 5, 5) in told
    assert [done for what, done, _ in told if what == "finding claims"] == [2, 4, 5]


def test_the_same_id_in_two_files_is_two_documents_and_in_one_file_two_versions(ledger: Ledger) -> None:
    other = replace(page(1, "Nobody at all was freed."), name="other.jsonl", path="other.jsonl")
    add(ledger, [PAGES[0], other])
    with ledger.reading() as connection:
        assert [document.id for document in read.documents(connection)] == ["d1", "d1.2"]
    add(ledger, [page(1, "The gazette corrects itself: 11 freed in BY.")])
    with ledger.reading() as connection:
        assert [document.id for document in read.documents(connection)] == ["d1.2", "d1.3"]
        assert [document.id for document in read.versions(connection, "d1")] == ["d1", "d1.3"]
