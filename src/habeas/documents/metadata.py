"""What the head of an HTML page says of it: meta elements and JSON-LD.

A moment is read as the publisher wrote it: the day in "2025-09-12T15:42:00+03:00" is the 12th, whatever
day it is elsewhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from lxml.html import HtmlElement

from habeas.documents.characters import clean
from habeas.documents.days import days_in
from habeas.documents.markup import words

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "publication_date", "publish-date", "publishdate", "publish_date", "pubdate",
    "published_time", "date.published", "published-date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "dcterms.available",
    "citation_publication_date", "citation_date", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "article.published", "date", "created", "originalpublicationdate", "article_date_original", "rnews:datepublished",
)  # fmt: skip
_PUBLISHERS = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "application-name",
    "apple-mobile-web-app-title",
)
_AUTHORS = ("author", "parsely-author", "dc.creator", "dcterms.creator", "article:author", "sailthru.author", "byl")
_ARTICLES = re.compile(r"article|report|posting|pressrelease|statement|creativework|publication|webpage", re.IGNORECASE)
_FIRST_ARTICLES = re.compile(r"article|report|posting", re.IGNORECASE)
_ORGANIZATION = re.compile(r"organi[sz]ation|agency|corporation|ngo", re.IGNORECASE)
_STAMP = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)(?P<time>[T ]\d{2}:?\d{2}(?::?\d{2})?(?:\.\d+)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_MARKED = re.compile(r"(?<![\w-])(?:entry-date|published|dt-published|post-date|date-published)(?![\w-])")
_CHANGED = re.compile(r"updated|modified", re.IGNORECASE)
_ADDRESS = re.compile(r"/(\d{4})[/-](\d{2})[/-](\d{2})(?:[/-]|$)")
_UNIVERSAL = {"Z", "UTC", "GMT", "+00:00", "+0000", "-00:00"}
_JSON_CAP = 500_000  # characters of one JSON-LD block: what is larger is a catalogue


@dataclass(frozen=True, slots=True)
class Head:
    """What metadata say; None and empty are "not said"."""

    titles: tuple[str, ...] = ()
    """Titles in the order they are to be believed; the window's title comes last."""
    window: str | None = None
    """The window's title, with the site's name in it."""
    publisher: str | None = None
    published: date | None = None
    universal: bool = False
    """Whether the moment of publication was given in universal time, so that the local day may be another."""
    organizations: tuple[str, ...] = ()
    """Organizations named as author or credited."""
    authors: tuple[str, ...] = ()
    """Authors as plain meta elements name them: people, agencies or desks."""
    url: str | None = None
    tag: str | None = None
    """The page's language tag, "en-GB"."""


def read_head(tree: HtmlElement) -> Head:
    """Read the meta elements and JSON-LD of a parsed page."""
    metas = _metas(tree)
    nodes = list(_articles(tree))
    window = _text(tree.findtext(".//title"))
    day, universal = _published(
        [*_of_nodes(nodes), *_of_metas(metas), *_of_elements(tree), *(node.get("datePublished") for node in nodes)]
    )
    titles = [
        *(_text(node.get("headline") or node.get("name")) for node in nodes[:1]),
        metas.get("og:title"),
        metas.get("twitter:title"),
        metas.get("dc.title"),
        window,
    ]
    site = next((metas[key] for key in _PUBLISHERS if metas.get(key)), None)
    publishers = [_name(node.get("publisher")) for node in nodes]
    named = [*(metas.get(key) for key in _PUBLISHERS[:1]), *publishers, site]
    return Head(
        titles=tuple(dict.fromkeys(title for title in titles if title)),
        window=window,
        publisher=next((name for name in named if name), None),
        published=day,
        universal=universal,
        organizations=tuple(_organizations(nodes)),
        authors=tuple(metas[key] for key in _AUTHORS if metas.get(key)),
        url=_url(tree, metas),
        tag=_language(tree, metas, nodes),
    )


def stamp_day(value: str) -> tuple[date, bool] | None:
    """The day of a moment as written, and whether it is in universal time; None where there is no full day."""
    found = _STAMP.search(value)
    if found:
        try:
            day = date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            return None
        return (day, found["zone"] in _UNIVERSAL) if 1990 <= day.year < 2100 else None
    stated = next(days_in(value), None)
    return None if stated is None else (stated.day, False)


def _text(value: object) -> str | None:
    """The words of a value, on one line; None where there are none."""
    if not isinstance(value, str):
        return None
    return " ".join(clean(value).split()) or None


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Contents of meta elements by lower-case name, the first of each name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _text(element.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """JSON-LD nodes that describe an article or the page, articles first."""
    nodes: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text and len(script.text) <= _JSON_CAP:
            try:
                nodes.extend(_nodes(json.loads(script.text, strict=False)))
            except ValueError:  # broken JSON-LD is common, and the page's other facts stand
                continue
    articles = [node for node in nodes if _ARTICLES.search(_type(node))]
    yield from (node for node in articles if _FIRST_ARTICLES.search(_type(node)))
    yield from (node for node in articles if not _FIRST_ARTICLES.search(_type(node)))


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """The objects at the top of a JSON-LD block, those of its graph and the page's main entity."""
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph"))
        if isinstance(value.get("mainEntity"), dict):
            yield from _nodes(value["mainEntity"])


def _type(node: dict[str, Any]) -> str:
    kind = node.get("@type")
    return " ".join(str(item) for item in kind) if isinstance(kind, list) else str(kind or "")


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        return next((name for name in map(_name, value) if name), None)
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _organizations(nodes: list[dict[str, Any]]) -> Iterator[str]:
    """Organizations that wrote or are credited with the copy."""
    for node in nodes:
        authors = node.get("author") or []
        for author in authors if isinstance(authors, list) else [authors]:
            name = _name(author)
            if isinstance(author, dict) and _ORGANIZATION.search(_type(author)) and name:
                yield name
        for key in ("creditText", "sourceOrganization", "copyrightHolder"):
            name = _name(node.get(key))
            if name:
                yield name


def _published(values: Iterable[object]) -> tuple[date | None, bool]:
    """The first day of publication that one of the values gives."""
    for value in values:
        found = stamp_day(value) if isinstance(value, str) else None
        if found:
            return found
    return None, False


def _of_nodes(nodes: list[dict[str, Any]]) -> Iterator[object]:
    return (node.get("datePublished") for node in nodes if _FIRST_ARTICLES.search(_type(node)))


def _of_metas(metas: dict[str, str]) -> Iterator[object]:
    return (metas.get(key) for key in _PUBLISHED)


def _of_elements(tree: HtmlElement) -> Iterator[object]:
    """Days that elements of the body mark as that of publication (microdata and microformats)."""
    for element in tree.iter("time", "span", "abbr", "div", "p"):
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            yield element.get("datetime") or element.get("content") or words(element)
    for element in tree.iter("time", "abbr"):
        if _MARKED.search(element.get("class") or ""):
            yield element.get("datetime") or element.get("title")


def time_beside(heading: HtmlElement, levels: int = 4) -> date | None:
    """The day of the first time element in the headline's surroundings, a few levels up; None without one."""
    for around in list(heading.iterancestors())[:levels]:
        for element in around.iter("time"):
            named = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
            found = stamp_day(element.get("datetime") or "")
            if found and not _CHANGED.search(named):
                return found[0]
    return None


def address_day(url: str | None) -> date | None:
    """The day in an address that holds a whole one, "/2025/09/12/", which is the publisher's own."""
    found = _ADDRESS.search(url or "")
    stamp = stamp_day("-".join(found.groups())) if found else None
    return None if stamp is None else stamp[0]


def _url(tree: HtmlElement, metas: dict[str, str]) -> str | None:
    """The page's own address, where it gives a whole one."""
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    return next((url for url in [*links, metas.get("og:url")] if url and re.match(r"https?://", url)), None)


def _language(tree: HtmlElement, metas: dict[str, str], nodes: list[dict[str, Any]]) -> str | None:
    root = tree.getroottree().getroot()
    tags = [
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        metas.get("og:locale"),
        *(node.get("inLanguage") for node in nodes),
    ]
    return next((tag for tag in tags if isinstance(tag, str) and tag), None)
