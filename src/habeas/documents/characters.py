"""Bytes to characters, and which characters a text may hold.

The policy, for pages (the text of a JSONL object is taken exactly as given):

* zero-width spaces, word joiners, soft hyphens, byte-order marks and bidirectional controls are removed:
  they hide words from a search and are never meant to be read;
* zero-width joiners stay between letters of scripts that need them (Arabic, Indic), and go elsewhere;
* every kind of space becomes one plain space, every kind of line break a newline, other controls go;
* letters are composed (NFC), so that "й" is one character however it was typed.
"""

from __future__ import annotations

import re
import unicodedata

from habeas.errors import BadInput

_REMOVED = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_JOINERS = re.compile("(?<![\u0600-\u08ff\u0900-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u08ff\u0900-\u0dff])")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARATION_REACH = 4096  # bytes in which a page declares its charset: HTML asks for the first 1,024
_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def clean(text: str) -> str:
    """The text by the policy above."""
    if text.isascii() and text.isprintable():
        return text
    text = _BREAKS.sub("\n", text)
    text = _REMOVED.sub("", text)
    text = _JOINERS.sub("", text)
    text = _SPACES.sub(" ", text)
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text))


def decode(body: bytes, where: str, *, html: bool = False) -> str:
    """The bytes as characters; raises `BadInput` that says at which byte they stop being text.

    A byte-order mark decides; else what an HTML page declares; else UTF-8. A page that is sound UTF-8
    beyond ASCII is read so whatever it declares, since browsers save pages so and leave the declaration.
    """
    for mark, encoding in _MARKS.items():
        if body.startswith(mark):
            return _strict(body[len(mark) :], encoding, where)
    declared = _declared(body) if html else None
    if declared is None or declared == "utf-8":
        return _strict(body, "utf-8", where)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return _declared_text(body, declared, where)


def _declared(body: bytes) -> str | None:
    found = _DECLARED.search(body[:_DECLARATION_REACH])
    if found is None:
        return None
    name = found[1].decode("ascii").lower()
    # Browsers read Latin-1 as its Windows superset, and pages rely on it.
    return {"iso-8859-1": "windows-1252", "latin1": "windows-1252", "utf8": "utf-8", "us-ascii": "windows-1252"}.get(
        name, name
    )


def _strict(body: bytes, encoding: str, where: str) -> str:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInput(
            where,
            f"invalid {encoding.upper()} at byte {error.start}, where text was expected",
            "save it again as UTF-8",
        ) from None


def _declared_text(body: bytes, encoding: str, where: str) -> str:
    try:
        # A byte the charset leaves undefined is shown as such and costs one character, not the page.
        return body.decode(encoding, "replace")
    except LookupError:
        raise BadInput(where, f"an unknown charset ({encoding}) is declared", "save it again as UTF-8") from None
