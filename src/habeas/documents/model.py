"""Document: what a page says, as plain text with its title, publisher and day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from habeas.ids import text_hash


@dataclass(frozen=True)
class Document:
    """One report: main text, and what is known of who published it and when.

    `text` is the running text alone (no menus, captions, related links); paragraphs are parted
    by a blank line; claims point into it by character offsets. None is always "the page does not say".
    """

    id: str
    """The id given with it (JSONL), else made from the page's bytes and address."""
    text: str
    published: date | None
    """The publisher's local day."""
    language: str | None
    """ISO 639-1 code; None where it could not be told."""
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    """The news agency credited with the copy."""
    url: str | None = None
    page: str | None = None
    """SHA-256 of the page's bytes it was read from."""
    name: str | None = None
    """File name of the page, without its folder."""

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the text."""
        return text_hash(self.text)
