"""What each page holds, drawn with one scheme of addresses; the server and the folder of files share them."""

from __future__ import annotations

from collections import Counter as Tally
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.claims.model import Claim, Kind
from habeas.claims.model import to_record as claim_record
from habeas.dossiers import Dossier, build
from habeas.dossiers import to_record as dossier_record
from habeas.dossiers.held import counters, is_person, newest_first
from habeas.dossiers.model import Counter, document_record
from habeas.events import Event
from habeas.events import to_record as event_record
from habeas.events.wording import say_state
from habeas.web.holdings import Holdings
from habeas.web.marks import mark_text, numbered
from habeas.web.render import Renderer


@dataclass(frozen=True, slots=True)
class Row:
    """A state in the list of states."""

    place: str
    name: str
    claims: int
    documents: int
    held: tuple[Counter, ...]
    """Who counts people held, at most three, newest first."""
    freed: Event | None
    """The newest release with a day."""


def rows(holdings: Holdings) -> list[Row]:
    """States in the ledger, most spoken of first."""
    found = []
    for spoken in holdings.places():
        evidence = holdings.held(spoken.place)
        counted = (claim for claim in evidence.claims if not is_person(claim))
        held = counters(counted, evidence.documents, evidence.stories)
        releases = [
            event
            for event in holdings.events(spoken.place, Kind.RELEASE)
            if event.date is not None and not event.cumulative and event.status.came_about
        ]
        newest = min(releases, key=lambda event: newest_first(event.date, None), default=None)
        found.append(Row(spoken.place, say_state(spoken.place), spoken.claims, spoken.documents, held[:3], newest))
    return found


def home(holdings: Holdings, renderer: Renderer) -> str:
    """The page of all states."""
    return renderer.page("home.html", rows=rows(holdings), twin=renderer.urls.twin("home", ""))


def home_data(holdings: Holdings) -> dict[str, Any]:
    """The same, for programs."""
    return {
        "states": [
            {
                "place": row.place,
                "name": row.name,
                "claims": row.claims,
                "documents": row.documents,
                "held": [
                    {
                        "who": counter.name or None,
                        "count": None if counter.counts[0].count is None else counter.counts[0].count.to_ends(),
                        "date": None if counter.counts[0].date is None else counter.counts[0].date.to_days(),
                    }
                    for counter in row.held
                ],
                "freed": None if row.freed is None else event_record(row.freed),
            }
            for row in rows(holdings)
        ]
    }


def _dossier(holdings: Holdings, place: str, as_of: date | None) -> Dossier:
    return build(place, say_state(place), holdings.evidence(place, as_of), as_of)


def state(holdings: Holdings, renderer: Renderer, place: str, as_of: date | None = None) -> str:
    """A state's dossier."""
    dossier = _dossier(holdings, place, as_of)
    return renderer.page(
        "state.html",
        dossier=dossier,
        numbers=dossier.numbers(),
        by_document={
            document.id: [claim for claim in dossier.claims if claim.document == document.id]
            for document in dossier.documents
        },
        languages={document.id: document.language for document in dossier.documents},
        publishers={document.id: document for document in dossier.documents},
        twin=renderer.urls.twin("states", place, as_of),
    )


def state_data(holdings: Holdings, place: str, as_of: date | None = None) -> dict[str, Any]:
    """The same, for programs."""
    return dossier_record(_dossier(holdings, place, as_of))


def event(holdings: Holdings, renderer: Renderer, event_id: str) -> str:
    """One happening with every claim of it."""
    happening, evidence = holdings.event(event_id)
    documents = evidence.documents
    return renderer.page(
        "event.html",
        event=happening,
        claims=evidence.claims,
        documents=documents,
        stories=evidence.stories,
        twin=renderer.urls.twin("events", event_id),
    )


def event_data(holdings: Holdings, event_id: str) -> dict[str, Any]:
    """The same, for programs."""
    happening, evidence = holdings.event(event_id)
    return {**event_record(happening), "told": [claim_record(claim) for claim in evidence.claims]}


_GROUPS = (
    ("k3", "Released", frozenset({Kind.RELEASE})),
    ("k1", "Held", frozenset({Kind.HELD})),
    ("k2", "Sanctions, relief", frozenset({Kind.SANCTION, Kind.RELIEF})),
    (
        "k5",
        "Detained, sentenced, expelled, died",
        frozenset({Kind.DETENTION, Kind.SENTENCE, Kind.EXPULSION, Kind.DEATH}),
    ),
    ("k4", "Talks, deals, demands, envoys", frozenset({Kind.TALKS, Kind.DEAL, Kind.DEMAND, Kind.APPOINTMENT})),
)


def _key(claims: tuple[Claim, ...]) -> list[tuple[str, str, int]]:
    """Colour, word and number of claims for each group that the document has."""
    tally = Tally(claim.kind for claim in claims)
    counted = [(colour, word, sum(tally[kind] for kind in kinds)) for colour, word, kinds in _GROUPS]
    return [row for row in counted if row[2]]


def document(holdings: Holdings, renderer: Renderer, document_id: str) -> str:
    """A report with each claim marked in its text."""
    found, claims = holdings.document(document_id)
    paragraphs = mark_text(found.text, claims)
    shown = {claim.id for paragraph in paragraphs for _, claim in paragraph.claims}
    return renderer.page(
        "document.html",
        document=found,
        paragraphs=paragraphs,
        unplaced=[(number, claim) for number, claim in numbered(claims) if claim.id not in shown],
        total=len(claims),
        key=_key(claims),
        copies=holdings.copies(found.id),
        places=sorted({place for claim in claims for place in claim.place}),
        twin=renderer.urls.twin("documents", document_id),
    )


def document_data(holdings: Holdings, document_id: str) -> dict[str, Any]:
    """The same, for programs."""
    found, claims = holdings.document(document_id)
    return {
        **document_record(found),
        "text": found.text,
        "hash": found.hash,
        "claims": [claim_record(claim) for claim in claims],
        "copies": [copy.id for copy in holdings.copies(found.id)],
    }


def claim_data(holdings: Holdings, claim_id: str) -> dict[str, Any]:
    """One claim, for programs."""
    return claim_record(holdings.claim(claim_id))
