"""Ids made from content: the same input gives the same id on any machine."""

import hashlib

ID_LENGTH = 16  # hex digits: 64 bits, a 1-in-a-million clash needs some six million ids


def sha256(data: bytes) -> str:
    """Full SHA-256 of the bytes, in hex, as `sha256sum` prints it."""
    return hashlib.sha256(data).hexdigest()


def text_hash(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes; lone surrogates are kept apart by `surrogatepass`."""
    return sha256(text.encode("utf-8", "surrogatepass"))


def content_id(*parts: object) -> str:
    """Short id of the parts in order; a part's borders count, so ("ab", "c") is not ("a", "bc")."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return text_hash(joined)[:ID_LENGTH]
