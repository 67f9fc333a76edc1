"""A dossier from evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from habeas.claims.model import Claim, Kind, Status
from habeas.documents.model import Document
from habeas.dossiers.headline import headline
from habeas.dossiers.held import counters, is_person, newest_first
from habeas.dossiers.model import SECTIONS, Dossier, Evidence, Told
from habeas.events import Event, Rung, group


def _section(event: Event) -> str:
    """The one list an event is shown in."""
    if event.status in (Rung.TALKED_ABOUT, Rung.PROMISED):
        return "ahead"
    if event.status is Rung.REFUSED:
        return "refused"
    if event.cumulative:
        return "totals"
    match event.kind:
        case Kind.RELEASE:
            return "freed"
        case Kind.DETENTION | Kind.SENTENCE:
            return "taken"
        case Kind.DEATH | Kind.EXPULSION:
            return "losses"
        case Kind.SANCTION | Kind.RELIEF | Kind.DEAL | Kind.TALKS | Kind.APPOINTMENT:
            return "measures"
        case Kind.DEMAND:
            return "demands"
        case Kind.HELD:
            raise AssertionError("people held are no event")


def _told(events: Iterable[Event], evidence: Evidence) -> list[Told]:
    by_id: dict[str, list[Claim]] = {}
    for claim in evidence.claims:
        by_id.setdefault(claim.id, []).append(claim)
    events = list(events)
    home = {claim_id: event.id for event in events for claim_id in event.claims}
    return [_one_told(event, by_id, home, evidence.documents) for event in events]


def _one_told(
    event: Event, by_id: Mapping[str, list[Claim]], home: Mapping[str, str], known: Mapping[str, Document]
) -> Told:
    documents = set(event.documents)
    claims = [
        claim for claim_id in dict.fromkeys(event.claims) for claim in by_id[claim_id] if claim.document in documents
    ]
    wholes = {home.get(claim.part_of) if claim.part_of is not None else None for claim in claims}
    whole = wholes.pop() if len(wholes) == 1 else None
    # The clearest telling leads: one that happened, with the event's own figure, in the report's own voice.
    claims.sort(key=lambda claim: (claim.status is not Status.ACTUAL, claim.count != event.count))
    published = min((day for id_ in documents if (day := known[id_].published) is not None), default=None)
    return Told(event, tuple(claims), published, None if whole == event.id else whole)


def _newest_claims(claims: Iterable[Claim], documents: Mapping[str, Document]) -> tuple[Claim, ...]:
    return tuple(
        sorted(claims, key=lambda claim: (*newest_first(claim.when, documents[claim.document].published), claim.id))
    )


def build(place: str, name: str, evidence: Evidence, as_of: date | None = None) -> Dossier:
    """The dossier of the state `place` (alpha-2), called `name`, from evidence already cut at `as_of`."""
    claims = tuple(
        sorted(
            (claim for claim in evidence.claims if place in claim.place),
            key=lambda claim: (
                evidence.documents[claim.document].published or date.max,
                claim.document,
                claim.quote.start,
                claim.id,
            ),
        )
    )
    used = {claim.document for claim in claims}
    documents = sorted(
        (document for document in evidence.documents.values() if document.id in used),
        key=lambda document: (-(document.published or date.min).toordinal(), document.id),
    )
    events = group(claims, evidence.documents, evidence.stories)
    told = sorted(
        _told(events, evidence), key=lambda each: (*newest_first(each.event.date, each.published), each.event.id)
    )
    lists: dict[str, tuple[Told, ...]] = {
        section: tuple(each for each in told if _section(each.event) == section) for section in SECTIONS
    }
    stocks = [claim for claim in claims if claim.kind is Kind.HELD]
    held = counters((claim for claim in stocks if not is_person(claim)), evidence.documents, evidence.stories)
    return Dossier(
        place=place,
        name=name,
        as_of=as_of,
        headline=headline(name, held, lists["freed"], lists["measures"], lists["ahead"]),
        held=held,
        held_persons=_newest_claims((claim for claim in stocks if is_person(claim)), evidence.documents),
        claims=claims,
        documents=tuple(documents),
        stories=dict(evidence.stories),
        sources=len({evidence.stories.get(document.id, document.id) for document in documents}),
        left_out=evidence.left_out,
        **lists,
    )


def known_by(
    as_of: date | None,
    claims: Iterable[Claim],
    documents: Mapping[str, Document],
    stories: Mapping[str, str],
) -> Evidence:
    """What was published by the end of the day; a document that names no day is left out, and counted so."""
    claims = tuple(claims)
    if as_of is None:
        return Evidence(claims, documents, stories)
    kept = {
        document.id: document
        for document in documents.values()
        if document.published is not None and document.published <= as_of
    }
    inside = tuple(claim for claim in claims if claim.document in kept)
    left_out = len({claim.document for claim in claims} - kept.keys())
    return Evidence(inside, kept, stories, left_out)
