"""The same pages as a folder of files that opens from a disk: every link works without a server."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path

from habeas.claims.model import Claim
from habeas.documents.model import Document
from habeas.dossiers import Evidence
from habeas.events import group
from habeas.web import views
from habeas.web.holdings import Holdings, MemoryHoldings
from habeas.web.render import Renderer
from habeas.web.urls import FileUrls, file_name


def write_report(
    holdings: Holdings, folder: Path, places: Iterable[str] | None = None, as_of: date | None = None
) -> Path:
    """Write the pages of the states (all of them if none is named) as known by a day; the first page's path.

    Only what the pages of these states rest on is written, so that a folder can be handed on.
    """
    wanted = [spoken.place for spoken in holdings.places()] if places is None else list(places)
    kept = _gather({place: holdings.evidence(place, as_of) for place in wanted})
    top, below = Renderer(FileUrls(0)), Renderer(FileUrls(1))
    for part in ("states", "events", "documents"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    (folder / "look.css").write_bytes(files("habeas.web").joinpath("static/look.css").read_bytes())
    for place in wanted:
        _write(folder / "states" / f"{file_name(place.lower())}.html", views.state(kept, below, place, as_of))
    for event in _events_shown(kept, wanted):
        _write(folder / "events" / f"{file_name(event)}.html", views.event(kept, below, event))
    for document in kept.documents:
        _write(folder / "documents" / f"{file_name(document)}.html", views.document(kept, below, document))
    first = folder / "index.html"
    _write(first, views.home(kept, top))
    return first


def _gather(evidence: Mapping[str, Evidence]) -> MemoryHoldings:
    """All evidence together; a claim about two states once."""
    claims: dict[tuple[str, str], Claim] = {}
    documents: dict[str, Document] = {}
    stories: dict[str, str] = {}
    for each in evidence.values():
        claims.update({(claim.document, claim.id): claim for claim in each.claims})
        documents.update({claim.document: each.documents[claim.document] for claim in each.claims})
        stories.update(each.stories)
    left_out = {place: each.left_out for place, each in evidence.items()}
    return MemoryHoldings(tuple(claims.values()), documents, stories, left_out)


def _events_shown(kept: MemoryHoldings, places: Iterable[str]) -> list[str]:
    """Ids of the events that the states' pages link to."""
    shown: dict[str, None] = {}
    for place in places:
        evidence = kept.evidence(place)
        shown.update(dict.fromkeys(event.id for event in group(evidence.claims, evidence.documents, evidence.stories)))
    return list(shown)


def _write(path: Path, page: str) -> None:
    path.write_text(page, encoding="utf-8")
