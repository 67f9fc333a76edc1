"""Every address of the site, in one place; the same pages can stand on a disk as files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from habeas.claims.model import Claim
from habeas.ids import content_id

_PLAIN = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")


def mark(claim: Claim) -> str:
    """Id of the claim's words in its document's page."""
    return f"c-{claim.id}"


def card(claim: Claim) -> str:
    """Id of the claim's reading beside its words."""
    return f"k-{claim.id}"


@dataclass(frozen=True, slots=True)
class Urls:
    """Addresses on a server, from the root."""

    def home(self) -> str:
        """All states."""
        return "/"

    def state(self, place: str, as_of: date | None = None) -> str:
        """A state's dossier, as of a day."""
        return f"/states/{quote(place, safe='')}" + (f"?as-of={as_of.isoformat()}" if as_of else "")

    def event(self, event_id: str) -> str:
        """One happening, with every claim of it."""
        return f"/events/{quote(event_id, safe='')}"

    def document(self, document_id: str) -> str:
        """A report with its claims."""
        return f"/documents/{quote(document_id, safe='')}"

    def claim(self, claim: Claim) -> str:
        """A claim's words in its report, marked."""
        return f"{self.document(claim.document)}#{quote(mark(claim), safe='')}"

    def style(self) -> str:
        """The style sheet."""
        return "/static/look.css"

    def twin(self, kind: str, name: str, as_of: date | None = None) -> str | None:
        """The same data as JSON: `kind` is home, states, events or documents."""
        query = f"?as-of={as_of.isoformat()}" if as_of else ""
        return "/index.json" if kind == "home" else f"/{kind}/{quote(name, safe='')}.json{query}"


def file_name(name: str) -> str:
    """A name that any file system takes and none mixes up: as it is where plain, else hashed."""
    return name if _PLAIN.fullmatch(name) and not name.endswith(".") else content_id(name)


@dataclass(frozen=True, slots=True)
class FileUrls(Urls):
    """Addresses between files of one folder, relative to a page so many folders down."""

    depth: int = 0

    def _up(self) -> str:
        return "../" * self.depth

    def home(self) -> str:
        """All states."""
        return f"{self._up()}index.html"

    def state(self, place: str, as_of: date | None = None) -> str:  # noqa: ARG002 a folder holds one day's view
        """A state's dossier."""
        return f"{self._up()}states/{file_name(place.lower())}.html"

    def event(self, event_id: str) -> str:
        """One happening."""
        return f"{self._up()}events/{file_name(event_id)}.html"

    def document(self, document_id: str) -> str:
        """A report with its claims."""
        return f"{self._up()}documents/{file_name(document_id)}.html"

    def style(self) -> str:
        """The style sheet."""
        return f"{self._up()}look.css"

    def twin(self, kind: str, name: str, as_of: date | None = None) -> str | None:  # noqa: ARG002
        """None: a folder of pages has no twins."""
        return None
