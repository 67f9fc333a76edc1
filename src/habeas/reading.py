"""Pages to documents and documents to claims, over the cores, in order, with nothing kept.

What cannot be used or read comes out as a `BadInput` in its place, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import habeas
from habeas import lexicons
from habeas.claims.model import Claim
from habeas.documents.model import Document
from habeas.errors import BadInput, HabeasError
from habeas.logs import Log
from habeas.pages import Page
from habeas.parallel import chunked, in_order

if TYPE_CHECKING:
    from habeas.claims.issues import Issue

_log = Log("reading")

# A chunk is work of about a second: far above what sending it costs, far below what one waits to see done.
_PAGE_BYTES = 300_000
_TEXT_CHARACTERS = 100_000

Read = Document | BadInput
"""What a page holds, or why it could not be used."""

Found = tuple[Document, tuple[Claim, ...] | BadInput]
"""A document with its claims, or with why it was not read."""


def read_documents(pages: Iterable[Page | BadInput], *, cores: int = 1) -> Iterator[tuple[Page | BadInput, Read]]:
    """Each page with its document."""
    for chunk, documents in in_order(_documents, chunked(pages, _weight, _PAGE_BYTES), cores=cores):
        yield from zip(chunk, documents, strict=True)


def find_claims(documents: Iterable[Document], *, cores: int = 1) -> Iterator[Found]:
    """Each document with its claims."""
    chunks = chunked(documents, lambda document: len(document.text), _TEXT_CHARACTERS)
    for chunk, found in in_order(_claims, chunks, cores=cores):
        yield from zip(chunk, found, strict=True)


def read_claims(pages: Iterable[Page | BadInput], *, cores: int = 1) -> Iterator[Found | BadInput]:
    """Each page's document with its claims, both found in one go."""
    for _, found in in_order(_documents_with_claims, chunked(pages, _weight, _PAGE_BYTES), cores=cores):
        yield from found


@dataclass(frozen=True, slots=True)
class Explained:
    """A document with its claims, and what its words tell that was not read."""

    document: Document
    claims: tuple[Claim, ...] | BadInput
    """Or why it was not read."""
    issues: tuple[Issue, ...] = ()


def explain_claims(pages: Iterable[Page | BadInput], *, cores: int = 1) -> Iterator[Explained | BadInput]:
    """Each page's document with its claims, the same as `read_claims` finds, and its reading issues."""
    for _, explained in in_order(_explained, chunked(pages, _weight, _PAGE_BYTES), cores=cores):
        yield from explained


def readers() -> dict[str, str]:
    """Name and version of the reader of each language whose parser is here; a ledger reads again where it changes."""
    from habeas.syntax import packs

    known = lexicons.languages()
    return {
        language: f"grammar {habeas.__version__}, {pack.name}"
        for language, pack in packs.installed().items()
        if language in known
    }


def why_unread(document: Document, here: Mapping[str, str]) -> BadInput | None:
    """Why the document cannot be read by the readers that are `here`; None where it can."""
    name = _name(document)
    if document.language is None:
        return BadInput(
            name, "its language could not be told, so it was not read", "give `lang` with it, as a line of JSONL"
        )
    if document.language not in lexicons.languages():
        return BadInput(
            name,
            f"it is in a language ({document.language}) that habeas has no pack for, so it was not read",
            "see `habeas languages` for those it reads",
        )
    if document.language not in here:
        return BadInput(
            name,
            f"the parser of its language ({document.language}) is not installed, so it was not read",
            f"run `habeas languages add {document.language}`, then the same again",
        )
    return None


def _weight(page: Page | BadInput) -> int:
    return len(page.body) if isinstance(page, Page) else 0


def _documents(pages: list[Page | BadInput]) -> list[Read]:
    from habeas.documents.read import read_document  # brings in trafilatura

    results: list[Read] = []
    for page in pages:
        try:
            results.append(page if isinstance(page, BadInput) else read_document(page))
        except BadInput as bad:
            results.append(bad)
        except HabeasError:
            raise
        except Exception as error:
            assert isinstance(page, Page)  # a BadInput is passed on as it is
            results.append(_broken(page.where, error))
    return results


def _claims(documents: list[Document]) -> list[tuple[Claim, ...] | BadInput]:
    from habeas.claims import find  # brings in the parsers

    here = readers()
    reasons = [why_unread(document, here) for document in documents]
    readable = [document for document, reason in zip(documents, reasons, strict=True) if reason is None]
    try:
        found: Iterator[tuple[Claim, ...] | BadInput] = iter([claims for _, claims in find.find_claims(readable)])
    except HabeasError:
        raise
    except Exception:
        found = iter([_claims_alone(document) for document in readable])
    return [next(found) if reason is None else reason for reason in reasons]


def _explained(pages: list[Page | BadInput]) -> list[Explained | BadInput]:
    from habeas.claims import find  # brings in the parsers

    here = readers()
    results: list[Explained | BadInput] = []
    for document in _documents(pages):
        if isinstance(document, BadInput):
            results.append(document)
        elif (reason := why_unread(document, here)) is not None:
            results.append(Explained(document, reason))
        else:
            try:
                results += [Explained(*found) for found in find.explain([document])]
            except HabeasError:
                raise
            except Exception as error:
                results.append(Explained(document, _broken(_name(document), error)))
    return results


def _claims_alone(document: Document) -> tuple[Claim, ...] | BadInput:
    """One document's claims, read apart from the others: one that breaks the reader must not cost the rest."""
    from habeas.claims import find

    try:
        [(_, claims)] = find.find_claims([document])
    except Exception as error:
        return _broken(_name(document), error)
    return claims


def _broken(name: str, error: Exception) -> BadInput:
    _log.warning("broke", name=name, error=f"{type(error).__name__}: {error}")
    return BadInput(
        name,
        f"habeas itself broke on it ({type(error).__name__}), so it was not read",
        "please report it, with the page",
    )


def _name(document: Document) -> str:
    return document.id if document.name is None else f"{document.name} ({document.id})"


def _documents_with_claims(pages: list[Page | BadInput]) -> list[Found | BadInput]:
    results = _documents(pages)
    found = iter(_claims([result for result in results if isinstance(result, Document)]))
    return [result if isinstance(result, BadInput) else (result, next(found)) for result in results]
