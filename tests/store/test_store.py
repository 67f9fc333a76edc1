"""What is written is what is read, on either database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from habeas.claims.model import Claim, Kind, Quote, Status
from habeas.documents.model import Document
from habeas.errors import BadInput, NotFound
from habeas.events.model import Event
from habeas.pages import Page, Shape
from habeas.store import read, write
from habeas.store.session import Ledger
from strategies import claims, documents, events

PAGE = Page(b"a page", "a.html", Shape.HTML, "a.html")
ONE_LEDGER = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def report(id_: str, text: str = "Nobody was freed.", **fields: object) -> Document:
    fields = {"published": date(2031, 5, 1), "language": "en", "name": "a.jsonl", **fields}
    return Document(id=id_, text=text, **fields)  # type: ignore[arg-type]


def claim_of(document: Document, id_: str, kind: Kind = Kind.RELEASE, **fields: object) -> Claim:
    return Claim(id_, document.id, kind, Status.ACTUAL, Quote(document.text[:6], 0, 6), **fields)  # type: ignore[arg-type]


def add(ledger: Ledger, *documents: Document) -> list[Document | None]:
    with ledger.writing() as connection:
        return [write.add_document(connection, document) for document in documents]


def keep(ledger: Ledger, document: Document, *found: Claim) -> None:
    with ledger.writing() as connection:
        write.replace_claims(connection, [(document, found)], readers={"en": "r 1"})


@ONE_LEDGER
@given(documents(), st.data())
def test_documents_and_claims_come_back_as_they_went_in(
    ledger: Ledger, document: Document, data: st.DataObject
) -> None:
    found: Sequence[Claim] = data.draw(st.lists(claims(document.id), max_size=3, unique_by=lambda claim: claim.id))
    with ledger.engine.connect() as connection:  # rolled back, so that each example meets an empty ledger
        assert write.add_document(connection, document) == document
        write.replace_claims(connection, [(document, found)], readers={document.language or "": "r 1"})
        assert list(read.documents(connection)) == [document]
        assert list(read.claims(connection)) == found


@ONE_LEDGER
@given(st.lists(events(), max_size=4, unique_by=lambda event: event.id))
def test_events_come_back_as_they_went_in(ledger: Ledger, happened: list[Event]) -> None:
    with ledger.engine.connect() as connection:
        write.replace_events(connection, happened)
        assert read.events(connection) == happened


def test_a_page_is_kept_byte_for_byte_and_once(ledger: Ledger) -> None:
    body = bytes(range(256)) * 20
    with ledger.writing() as connection:
        assert write.add_page(
            connection, Page(body, "a.html", Shape.HTML, "in/a.html", url="https://gazette.example/a")
        )
        assert not write.add_page(connection, Page(body, "b.html", Shape.HTML, "in/b.html"))
    with ledger.reading() as connection:
        [kept] = read.pages(connection)
        assert (kept.name, kept.size, kept.url) == ("a.html", len(body), "https://gazette.example/a")
        assert read.page_bytes(connection, kept.sha256) == body
        assert read.page(connection, kept.sha256) == kept


def test_the_same_document_twice_is_kept_once(ledger: Ledger) -> None:
    assert add(ledger, report("d1"), report("d1")) == [report("d1"), None]


def test_another_text_at_the_same_address_is_a_new_version_beside_the_old(ledger: Ledger) -> None:
    old = report("d1", "Eleven were freed.", url="https://gazette.example/a", name="a.html")
    new = report("d2", "Twelve were freed.", url="https://gazette.example/a", name="a.html")
    add(ledger, old, new)
    keep(ledger, old, claim_of(old, "c1"))
    keep(ledger, new, claim_of(new, "c2"))
    with ledger.reading() as connection:
        assert list(read.documents(connection)) == [new]
        assert list(read.documents(connection, replaced=True)) == [old, new]
        assert read.versions(connection, "d1") == read.versions(connection, "d2") == [old, new]
        assert [claim.id for claim in read.claims(connection)] == ["c2"]
        assert [claim.id for claim in read.claims(connection, document="d1")] == ["c1"]
        assert read.document(connection, "a.html") == new
        assert read.document(connection, "d1") == old
        assert read.counts(connection).versions == 1


def test_an_id_given_twice_in_one_file_with_another_text_is_a_new_version(ledger: Ledger) -> None:
    add(ledger, report("d1", "Eleven were freed."))
    assert add(ledger, report("d1", "Twelve were freed.")) == [report("d1.2", "Twelve were freed.")]
    with ledger.reading() as connection:
        assert [document.id for document in read.documents(connection)] == ["d1.2"]


def test_the_same_id_in_two_files_is_two_documents(ledger: Ledger) -> None:
    add(ledger, report("1", "Eleven were freed."))
    add(ledger, report("1", "Nothing to do with it.", name="b.jsonl"))
    with ledger.reading() as connection:
        assert [document.id for document in read.documents(connection)] == ["1", "1.2"]


def test_the_same_text_at_two_addresses_is_two_documents(ledger: Ledger) -> None:
    add(ledger, report("h", url="https://gazette.example/a"), report("h", url="https://courier.example/a"))
    with ledger.reading() as connection:
        assert [(each.id, each.url) for each in read.documents(connection)] == [
            ("h", "https://gazette.example/a"),
            ("h.2", "https://courier.example/a"),
        ]


def test_the_same_text_under_two_ids_is_two_documents(ledger: Ledger) -> None:
    add(ledger, report("d1"), report("d2"))
    with ledger.reading() as connection:
        assert [each.id for each in read.documents(connection)] == ["d1", "d2"]


def test_the_same_text_at_the_same_address_is_one_document_whatever_else_the_page_holds(ledger: Ledger) -> None:
    address = "https://gazette.example/a"
    assert add(ledger, report("d1", url=address), report("d2", url=address))[1] is None


@pytest.mark.parametrize("text", ["a\x00b", "half a pair: \ud83d"])
def test_text_no_database_keeps_is_refused_by_name(ledger: Ledger, text: str) -> None:
    with ledger.writing() as connection, pytest.raises(BadInput, match=r"odd\.jsonl: "):
        write.add_document(connection, report("d1", text, name="odd.jsonl"))


def test_claims_are_found_by_place_actor_kind_and_day(ledger: Ledger) -> None:
    early, late, undated = (
        report("d1", "One."),
        report("d2", "Two.", published=date(2031, 6, 1)),
        report("d3", "Three.", published=None),
    )
    add(ledger, early, late, undated)
    keep(ledger, early, claim_of(early, "c1", place=("BY",), by=("US",)))
    keep(ledger, late, claim_of(late, "c2", Kind.HELD, place=("BY",)))
    keep(ledger, undated, claim_of(undated, "c3", place=("CU",)))

    def ids(**wanted: object) -> list[str]:
        with ledger.reading() as connection:
            return [claim.id for claim in read.claims(connection, **wanted)]  # type: ignore[arg-type]

    assert ids() == ["c1", "c2", "c3"]
    assert ids(place="BY") == ["c1", "c2"]
    assert ids(place="US") == ["c1"]
    assert ids(kind=Kind.HELD) == ["c2"]
    assert ids(ids=["c3", "c1"]) == ["c1", "c3"]
    # c3's document names no day: it counts from the day it was added, which lies before 2031.
    assert ids(as_of=date(2031, 5, 31)) == ["c1", "c3"]
    with ledger.reading() as connection:
        assert [(p.place, p.claims, p.documents) for p in read.places(connection)] == [("BY", 2, 2), ("CU", 1, 1)]


def test_reading_again_replaces_a_documents_claims(ledger: Ledger) -> None:
    document = report("d1")
    add(ledger, document)
    keep(ledger, document, claim_of(document, "c1", place=("BY",)), claim_of(document, "c2"))
    keep(ledger, document, claim_of(document, "c2"))
    with ledger.reading() as connection:
        assert [claim.id for claim in read.claims(connection)] == ["c2"]
        assert read.places(connection) == []


def test_documents_not_read_by_this_reader_are_named(ledger: Ledger) -> None:
    add(ledger, report("d1", "One."), report("d2", "Two."))
    keep(ledger, report("d1", "One."))
    with ledger.reading() as connection:
        assert read.unread(connection) == ["d2"]
        assert read.unread(connection, {"en": "r 1", "es": "r 2"}) == ["d2"]
        assert read.unread(connection, {"en": "r 2"}) == ["d1", "d2"]


def test_what_is_not_there_is_said_in_one_line(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        for look in (read.document, read.claim, read.event, read.page, read.page_bytes):
            with pytest.raises(NotFound, match=r"no-such: .*habeas"):
                look(connection, "no-such")


def test_stories_are_replaced_whole(ledger: Ledger) -> None:
    add(ledger, report("d1", "One."), report("d2", "Two."))
    with ledger.writing() as connection:
        write.replace_stories(connection, {"d1": "d1", "d2": "d1"})
        write.replace_stories(connection, {"d1": "d2", "d2": "d2"})
    with ledger.reading() as connection:
        assert read.stories(connection) == {"d1": "d2", "d2": "d2"}
        assert read.counts(connection).stories == 1


def test_issues_stand_until_settled(ledger: Ledger) -> None:
    document = replace(report("d1"), language="fi")
    add(ledger, document)
    with ledger.writing() as connection:
        write.note_refused(connection, BadInput("a.bin", "a page was expected", "leave it out"))
        write.note_unread(connection, document, BadInput("d1", "no pack reads fi", "add a pack"))
        write.note_unread(connection, document, BadInput("d1", "no pack reads Finnish", "add a pack"))
    with ledger.reading() as connection:
        assert [(issue.name, issue.expected) for issue in read.issues(connection)] == [
            ("a.bin", "a page was expected"),
            ("d1", "no pack reads Finnish"),
        ]
    with ledger.writing() as connection:
        write.settle(connection, ["d1", "a.bin"])
    with ledger.reading() as connection:
        assert read.issues(connection) == []


def test_derived_things_can_be_thrown_away_and_what_is_kept_for_good_stays(ledger: Ledger) -> None:
    document = report("d1")
    add(ledger, document)
    keep(ledger, document, claim_of(document, "c1", place=("BY",)))
    with ledger.writing() as connection:
        write.add_page(connection, PAGE)
        write.drop_derived(connection)
    with ledger.reading() as connection:
        counts = read.counts(connection)
    assert (counts.pages, counts.documents, counts.unread, counts.claims) == (1, 1, 1, 0)


def test_runs_are_noted(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        run = write.start_run(connection, "add")
        write.finish_run(connection, run, pages=2, documents=2, claims=5, refused=1)
        assert write.start_run(connection, "add") == run + 1
