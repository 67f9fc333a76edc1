"""From pages to documents: the order of the steps, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from typing import BinaryIO

from habeas import ids
from habeas.documents import agencies, days, furniture, headlines, maintext, markdown, markup, metadata, scrape
from habeas.documents.characters import clean, decode
from habeas.documents.language import identify
from habeas.documents.model import Document
from habeas.documents.records import read_record
from habeas.errors import BadInput
from habeas.pages import Page, Shape, find_pages

BREAK = "\n\n"
"""What parts paragraphs."""


def read_documents(
    paths: Iterable[str | os.PathLike[str]], *, stdin: BinaryIO | None = None, shape: Shape | None = None
) -> Iterator[Document | BadInput]:
    """Documents of the files and folders, in order; what cannot be read comes out as a `BadInput`."""
    for page in find_pages(paths, stdin=stdin, shape=shape):
        if isinstance(page, BadInput):
            yield page
            continue
        try:
            yield read_document(page)
        except BadInput as bad:
            yield bad


def read_document(page: Page) -> Document:
    """The document a page holds; raises `BadInput` where it holds none."""
    match page.shape:
        case Shape.RECORD:
            return read_record(page)
        case Shape.HTML:
            return _html_document(page)
        case Shape.MARKDOWN:
            return _markdown_document(page)
        case Shape.TEXT:
            return _text_document(page)


def _document(
    page: Page,
    paragraphs: Iterable[str],
    *,
    published: date | None,
    title: str | None,
    publisher: str | None,
    agency: str | None,
    url: str | None = None,
) -> Document:
    """The document of what was found; raises `BadInput` where no text was."""
    text = BREAK.join(paragraphs)
    if not text.strip():
        raise BadInput(page.where, "a page with no running text", "check that it holds an article, and save it whole")
    url = page.url or url
    return Document(
        id=ids.content_id(url, page.sha256),
        text=text,
        published=published,
        language=identify(text),
        title=title,
        publisher=publisher,
        agency=agency,
        url=url,
        page=page.sha256,
        name=page.name,
    )


def _html_document(page: Page) -> Document:
    tree = markup.parse(decode(page.body, page.where, html=True), page.where)
    head = metadata.read_head(tree)
    story = maintext.read_story(tree, head.titles)
    title, publisher = headlines.of_page(head.titles, head.window, story.title)
    publisher = head.publisher or publisher
    paragraphs = list(story.paragraphs)
    if headlines.is_standfirst(paragraphs, title, after_byline=True):
        del paragraphs[0]
    return _document(
        page,
        paragraphs,
        published=_html_day(head, story, paragraphs),
        title=title,
        publisher=publisher,
        agency=agencies.agency(
            authors=head.organizations,
            header=[*head.authors, *story.header],
            opening=paragraphs[0] if paragraphs else "",
            tail=story.tail,
            publisher=publisher,
        ),
        url=head.url,
    )


def _html_day(head: metadata.Head, story: maintext.Story, paragraphs: list[str]) -> date | None:
    """The day metadata give, else the one stated beside the headline, after the story, in its dateline or in the address.

    A moment in universal time may be the day before or after at the publisher's: the day that the
    page shows beside its headline then comes first.
    """
    shown = days.published_day(story.header, head.tag)
    if head.published is None:
        return (
            shown
            or story.day
            or days.labelled_day(story.tail, head.tag)
            or _opening_day(paragraphs, head.tag)
            or metadata.address_day(head.url)
        )
    if head.universal and shown is not None and abs((shown - head.published).days) == 1:
        return shown
    return head.published


def _opening_day(paragraphs: list[str], tag: str | None) -> date | None:
    return days.dated_opening(paragraphs[0], tag) if paragraphs else None


def _text_document(page: Page) -> Document:
    return _lines_document(page, clean(decode(page.body, page.where)), {}, None)


def _markdown_document(page: Page) -> Document:
    found = markdown.read_markdown(clean(decode(page.body, page.where)))
    text = found.text if found.title is None else f"{found.title}{BREAK}{found.text}"
    return _lines_document(page, text, found.matter, found.title)


def _lines_document(page: Page, text: str, matter: dict[str, str], title: str | None) -> Document:
    """A document from lines of text, whatever front matter says coming first."""
    found = scrape.read_scrape(text, title)
    # A list's marks are Markdown's; in plain text they are the author's, and stay.
    paragraphs = [line.removeprefix("- ") for line in found.paragraphs] if title is not None else list(found.paragraphs)
    if not paragraphs and found.title is not None and furniture.ends_sentence(found.title):
        paragraphs = [found.title]  # a sentence alone: short text, or of a script that needs few characters
    publisher = next(
        (matter[key] for key in ("publisher", "site", "site_name", "source") if key in matter), found.publisher
    )
    given = [
        stamp[0]
        for key in ("published", "published time", "date", "publication date")
        if (stamp := metadata.stamp_day(matter.get(key, "")))
    ]
    published = (
        given[0]
        if given
        else days.published_day(found.header) or days.labelled_day(found.tail) or _opening_day(paragraphs, None)
    )
    return _document(
        page,
        paragraphs,
        published=published,
        title=found.title,
        publisher=publisher,
        agency=agencies.agency(
            authors=[matter["agency"]] if "agency" in matter else [],
            header=[*([matter["author"]] if "author" in matter else []), *found.header],
            opening=paragraphs[0] if paragraphs else "",
            tail=found.tail,
            publisher=publisher,
        ),
        url=next((matter[key] for key in ("url", "url source", "canonical", "link") if key in matter), None),
    )
