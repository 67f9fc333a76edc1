"""Holdings: what the pages are made from, out of a ledger or out of memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Protocol

from habeas.claims.model import Claim, Kind
from habeas.documents.model import Document
from habeas.dossiers import Evidence, known_by
from habeas.errors import NotFound
from habeas.events import Event, group
from habeas.store import read
from habeas.store.session import Ledger


@dataclass(frozen=True, slots=True)
class Spoken:
    """A state that claims are about, with how many."""

    place: str
    claims: int
    documents: int


class Holdings(Protocol):
    """What can be asked of a ledger for its pages."""

    def places(self) -> list[Spoken]:
        """States that claims are about, most spoken of first."""
        ...

    def evidence(self, place: str, as_of: date | None = None) -> Evidence:
        """Claims about a state as known by a day."""
        ...

    def held(self, place: str) -> Evidence:
        """Only the claims of people held by the state."""
        ...

    def events(self, place: str, kind: Kind) -> list[Event]:
        """Events of the kind about the state."""
        ...

    def event(self, event_id: str) -> tuple[Event, Evidence]:
        """The event with that id, or the one that took it in, with its claims. Raises NotFound."""
        ...

    def document(self, document_id: str) -> tuple[Document, tuple[Claim, ...]]:
        """The document with that id, and its claims in order. Raises NotFound."""
        ...

    def copies(self, document_id: str) -> tuple[Document, ...]:
        """Other documents that tell the same story."""
        ...

    def claim(self, claim_id: str) -> Claim:
        """The claim with that id. Raises NotFound."""
        ...


def _no_event(event_id: str) -> NotFound:
    return NotFound(f"{event_id}: no event has that id; `habeas events` lists them")


@dataclass(frozen=True, slots=True)
class LedgerHoldings:
    """Holdings of an open ledger."""

    ledger: Ledger

    def places(self) -> list[Spoken]:
        """States that claims are about, most spoken of first."""
        with self.ledger.reading() as connection:
            return [Spoken(tally.place, tally.claims, tally.documents) for tally in read.places(connection)]

    def evidence(self, place: str, as_of: date | None = None) -> Evidence:
        """Claims about a state as known by a day."""
        return self._evidence(place, None, as_of)

    def held(self, place: str) -> Evidence:
        """Only the claims of people held by the state."""
        return self._evidence(place, Kind.HELD, None)

    def _evidence(self, place: str, kind: Kind | None, as_of: date | None) -> Evidence:
        with self.ledger.reading() as connection:
            about = [claim for claim in read.claims(connection, place=place, kind=kind) if place in claim.place]
            used = {claim.document for claim in about}
            known = {document.id: document for document in read.documents(connection, ids=used, as_of=as_of)}
            claims = tuple(claim for claim in about if claim.document in known)
            return Evidence(claims, known, read.stories(connection), left_out=len(used - known.keys()))

    def events(self, place: str, kind: Kind) -> list[Event]:
        """Events of the kind about the state."""
        with self.ledger.reading() as connection:
            return [event for event in read.events(connection, place=place, kind=kind) if place in event.place]

    def event(self, event_id: str) -> tuple[Event, Evidence]:
        """The event with that id, or the one that took it in, with its claims."""
        with self.ledger.reading() as connection:
            try:
                event = read.event(connection, event_id)
            except NotFound:
                first = read.claim(connection, event_id)
                events = (each for place in first.place or first.by for each in read.events(connection, place=place))
                found = next((each for each in events if event_id in each.claims), None)
                if found is None:
                    raise _no_event(event_id) from None
                event = found
            claims = tuple(
                claim for claim in read.claims(connection, ids=event.claims) if claim.document in event.documents
            )
            documents = {each.id: each for each in read.documents(connection, ids={claim.document for claim in claims})}
            return event, Evidence(claims, documents, read.stories(connection))

    def document(self, document_id: str) -> tuple[Document, tuple[Claim, ...]]:
        """The document with that id, and its claims in order."""
        with self.ledger.reading() as connection:
            document = read.document(connection, document_id)
            return document, tuple(read.claims(connection, document=document.id))

    def copies(self, document_id: str) -> tuple[Document, ...]:
        """Other documents that tell the same story."""
        with self.ledger.reading() as connection:
            stories = read.stories(connection)
            story = stories.get(document_id)
            others = [other for other, told in stories.items() if story is not None and told == story]
            return tuple(read.documents(connection, ids=[other for other in others if other != document_id]))

    def claim(self, claim_id: str) -> Claim:
        """The claim with that id."""
        with self.ledger.reading() as connection:
            return read.claim(connection, claim_id)


@dataclass(frozen=True)
class MemoryHoldings:
    """Holdings of records at hand, for reports that need no ledger."""

    all_claims: tuple[Claim, ...]
    documents: Mapping[str, Document]
    stories: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, int] = field(default_factory=dict)
    """For a state, how many documents were left out before."""

    @cached_property
    def all_events(self) -> tuple[Event, ...]:
        """Every event of the claims."""
        return group(self.all_claims, self.documents, self.stories)

    def places(self) -> list[Spoken]:
        """States that claims are about, most spoken of first."""
        about: dict[str, list[Claim]] = {}
        for claim in self.all_claims:
            for place in claim.place:
                about.setdefault(place, []).append(claim)
        spoken = [
            Spoken(place, len(claims), len({claim.document for claim in claims})) for place, claims in about.items()
        ]
        return sorted(spoken, key=lambda row: (-row.claims, row.place))

    def evidence(self, place: str, as_of: date | None = None) -> Evidence:
        """Claims about a state as known by a day."""
        known = known_by(as_of, self._about(place), self.documents, self.stories)
        return replace(known, left_out=known.left_out + self.left_out.get(place, 0))

    def held(self, place: str) -> Evidence:
        """Only the claims of people held by the state."""
        held = [claim for claim in self._about(place) if claim.kind is Kind.HELD]
        return known_by(None, held, self.documents, self.stories)

    def _about(self, place: str) -> list[Claim]:
        return [claim for claim in self.all_claims if place in claim.place]

    def events(self, place: str, kind: Kind) -> list[Event]:
        """Events of the kind about the state."""
        return [event for event in self.all_events if event.kind is kind and place in event.place]

    def event(self, event_id: str) -> tuple[Event, Evidence]:
        """The event with that id, or the one that took it in, with its claims."""
        event = next((each for each in self.all_events if event_id in each.claims), None)
        if event is None:
            raise _no_event(event_id)
        order = {claim: place for place, claim in enumerate(event.claims)}
        told = [each for each in self.all_claims if each.id in order and each.document in event.documents]
        claims = tuple(sorted(told, key=lambda claim: (order[claim.id], claim.document)))
        return event, known_by(None, claims, self.documents, self.stories)

    def document(self, document_id: str) -> tuple[Document, tuple[Claim, ...]]:
        """The document with that id, and its claims in order."""
        document = self.documents.get(document_id)
        if document is None:
            raise NotFound(f"{document_id}: no document has that id; `habeas documents` lists them")
        return document, tuple(claim for claim in self.all_claims if claim.document == document_id)

    def copies(self, document_id: str) -> tuple[Document, ...]:
        """Other documents that tell the same story."""
        story = self.stories.get(document_id, document_id)
        return tuple(
            document
            for document in self.documents.values()
            if document.id != document_id and self.stories.get(document.id, document.id) == story
        )

    def claim(self, claim_id: str) -> Claim:
        """The claim with that id."""
        claim = next((claim for claim in self.all_claims if claim.id == claim_id), None)
        if claim is None:
            raise NotFound(f"{claim_id}: no claim has that id; `habeas claims` lists them")
        return claim
