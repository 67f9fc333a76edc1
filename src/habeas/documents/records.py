"""One object of a JSONL file as a document: its text is taken exactly as given."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from habeas import ids
from habeas.documents.language import identify
from habeas.documents.model import Document
from habeas.errors import BadInput
from habeas.pages import Page

_FORM = 'an object {"id", "published", "title", "text", "lang", "url"?, "publisher"?} was expected'


class _Record(msgspec.Struct, frozen=True):
    """The fields that are read; others are passed over, so that a file of documents may hold more."""

    text: str
    id: str | int | None = None
    published: str | None = None
    title: str | None = None
    lang: str | None = None
    url: str | None = None
    publisher: str | None = None
    agency: str | None = None
    file: str | None = None


_DECODER = msgspec.json.Decoder(_Record)


def read_record(page: Page) -> Document:
    """The document of the object; raises `BadInput` that names file and line.

    Without an id the document takes one from its content. A language that is not given is identified.
    """
    record = _decode(page)
    if not record.text.strip():
        raise BadInput(
            page.where, '"text" is empty where the report\'s text was expected', "fill it, or leave the line out"
        )
    return Document(
        id=ids.content_id(page.sha256) if record.id is None else str(record.id),
        text=record.text,
        published=_day(record.published, page),
        language=identify(record.text) if record.lang is None else _code(record.lang),
        title=record.title or None,
        publisher=record.publisher or None,
        agency=record.agency or None,
        url=record.url or None,
        page=page.sha256,
        name=record.file,
    )


def _decode(page: Page) -> _Record:
    try:
        page.body.decode("utf-8")
        return _DECODER.decode(page.body)
    except UnicodeDecodeError as error:
        raise BadInput(
            page.where, f"invalid UTF-8 at byte {error.start} of the line", "save it again as UTF-8"
        ) from None
    except msgspec.ValidationError as error:
        raise BadInput(page.where, f"{_FORM} ({_lowered(error)})", "mend the line") from None
    except msgspec.DecodeError as error:
        raise BadInput(page.where, f"a line that is no JSON; {_FORM} ({_lowered(error)})", "mend the line") from None


def _lowered(error: Exception) -> str:
    text = str(error).replace("`", "")
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _day(published: str | None, page: Page) -> date | None:
    """The day of an ISO day or moment: the first ten characters, which are the publisher's local day."""
    if not published:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        raise BadInput(
            page.where, f'"published" is {published!r} where a day such as "2025-11-26" was expected', "mend the line"
        ) from None


def _code(lang: str) -> str | None:
    """The two letters of a language tag such as "en-GB"; None where it is none."""
    code = lang.replace("_", "-").split("-")[0].lower()
    return code if len(code) in (2, 3) and code.isalpha() else None


def to_record(document: Document) -> dict[str, Any]:
    """The document as `habeas read --documents` prints it."""
    return {
        "file": document.name or document.id,
        "title": document.title,
        "published": None if document.published is None else document.published.isoformat(),
        "publisher": document.publisher,
        "agency": document.agency,
        "lang": document.language,
        "text": document.text,
    }
