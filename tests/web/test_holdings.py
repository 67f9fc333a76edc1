"""The same questions to a ledger and to memory get the same answers."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from habeas.claims.model import Kind
from habeas.errors import NotFound
from habeas.events import group
from habeas.store import write
from habeas.store.session import open_ledger
from habeas.web import views
from habeas.web.holdings import LedgerHoldings
from holdings import invented


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[LedgerHoldings]:
    """The invented state in a ledger."""
    memory = invented()
    ledger = open_ledger(tmp_path / "habeas.db", create=True)
    with ledger.writing() as connection:
        for document in memory.documents.values():
            write.add_document(connection, document)
        found = [
            (document, [claim for claim in memory.all_claims if claim.document == document.id])
            for document in memory.documents.values()
        ]
        write.replace_claims(connection, found, readers=defaultdict(lambda: "test 1"))
        write.replace_stories(connection, memory.stories)
        write.replace_events(connection, group(memory.all_claims, memory.documents, memory.stories))
    yield LedgerHoldings(ledger)
    ledger.close()


@pytest.mark.parametrize("as_of", [None, date(2031, 3, 5)])
def test_dossiers_are_the_same(kept: LedgerHoldings, as_of: date | None) -> None:
    assert views.state_data(kept, "XA", as_of) == views.state_data(invented(), "XA", as_of)


def test_states_are_the_same(kept: LedgerHoldings) -> None:
    assert views.home_data(kept) == views.home_data(invented())


def test_documents_are_the_same(kept: LedgerHoldings) -> None:
    for document in invented().documents:
        assert views.document_data(kept, document) == views.document_data(invented(), document)


def test_events_are_found_by_any_claim_of_theirs(kept: LedgerHoldings) -> None:
    event = next(each for each in kept.events("XA", Kind.RELEASE) if len(each.claims) == 2)
    for claim in event.claims:
        assert views.event_data(kept, claim) == views.event_data(invented(), claim)


@pytest.mark.parametrize("ask", [views.event_data, views.document_data, views.claim_data])
def test_what_is_not_there_is_said(kept: LedgerHoldings, ask) -> None:  # type: ignore[no-untyped-def]
    for holdings in (kept, invented()):
        with pytest.raises(NotFound):
            ask(holdings, "none")
