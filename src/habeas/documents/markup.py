"""HTML pages: the parts that are no story are taken out by their markup, and trafilatura finds the main text.

What is our own: the parts of a page that trafilatura leaves in or loses (headlines and standfirsts within the
story, bare "Advertisement" lines, link boxes, tables of figures), each judged by element, class name and how
much of the page's prose it holds, so that a site that calls its whole article "promo" still gives its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec
from lxml import etree, html
from lxml.html import HtmlElement

from habeas import lexicons
from habeas.documents import furniture, headlines
from habeas.documents.characters import clean
from habeas.errors import BadInput

DEPTH_CAP = 200
"""Deepest nesting kept; below it elements are flattened into their parents. Real pages reach about 40;
20,000 nested divs make trafilatura give up."""
ELEMENT_CAP = 20_000
"""Most elements handed to trafilatura, whose time grows faster than the page; of a larger page the paragraphs
are taken as they stand. Real pages have 500 to 5,000."""

_SHARE = 0.3  # of a page's prose: an element that holds more is no furniture, whatever its class says
_PARAGRAPH = 80  # characters from which a paragraph counts as prose here
_HEADLINE = 12  # characters of the shortest headline
_GONE = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "form",
        "button",
        "input",
        "select",
        "textarea",
        "nav",
        "aside",
        "figure",
        "figcaption",
        "footer",
        "dialog",
        "canvas",
        "object",
        "audio",
        "video",
        "picture",
        "head",
        "menu",
    }
)
_ROLES = frozenset(
    {"navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert", "menu", "form", "toolbar"}
)
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "td",
        "th",
        "dd",
        "dt",
        "section",
        "article",
        "header",
        "footer",
        "blockquote",
        "ul",
        "ol",
        "table",
        "main",
        "aside",
        "figure",
        "figcaption",
        "pre",
        "address",
        "nav",
        "form",
        "br",
        "hr",
        "body",
    }
)
_HEADINGS = ("h1", "h2", "h3", "h4")
_WORDS = re.compile(r"[A-Za-z][a-z]+|[A-Z]+(?![a-z])")


class _Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Class names; what each set means is told in the file."""

    furniture: frozenset[str]
    captions: frozenset[str]
    standfirsts: frozenset[str]
    bylines: frozenset[str]


@cache
def _names() -> _Names:
    names: _Names = lexicons.load("markup", _Names)
    return names


@dataclass(frozen=True, slots=True)
class Story:
    """The main text of an HTML page, and the lines about it."""

    title: str | None
    header: tuple[str, ...]
    paragraphs: tuple[str, ...]
    tail: tuple[str, ...]


def parse(text: str, where: str) -> HtmlElement:
    """The page as a tree; raises `BadInput` where there is no element in it."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        # lxml refuses characters with an encoding declaration, so bytes it is.
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise BadInput(where, "an HTML page with no element in it", "check that the page was saved whole") from None
    return tree


def read_story(tree: HtmlElement, titles: Sequence[str], descriptions: Sequence[str]) -> Story:
    """The story of a parsed page; the tree is used up. `titles` and `descriptions` are those of its head."""
    _flatten(tree)
    heading = _heading(tree, titles)
    title = _words(heading) if heading is not None else None
    lines = list(_lines(tree))
    _prune(tree, heading)
    paragraphs = list(_paragraphs(tree))
    story = _story(paragraphs, title, descriptions)
    header, tail = _around(lines, title, story)
    return Story(title, tuple(header), tuple(story), tuple(tail))


def _words(element: HtmlElement) -> str:
    return " ".join(clean(" ".join(element.itertext())).split())


def _flatten(tree: HtmlElement) -> None:
    """Take away what nests deeper than the cap, keeping its text."""
    deep: list[HtmlElement] = []
    stack = [(tree, 0)]
    while stack:
        element, depth = stack.pop()
        if depth > DEPTH_CAP:
            deep.append(element)
            continue
        stack.extend((child, depth + 1) for child in element if isinstance(child.tag, str))
    for element in deep:
        text = " ".join(element.itertext())
        for child in list(element):
            element.remove(child)
        element.text = text


def _heading(tree: HtmlElement, titles: Sequence[str]) -> HtmlElement | None:
    """The headline's element: the longest heading that a title of the head repeats, else the only h1."""
    folded = [furniture.bare(title) for title in titles]
    best: tuple[int, HtmlElement] | None = None
    for element in tree.iter(*_HEADINGS):
        words = furniture.bare(_words(element))
        if (
            len(words) >= _HEADLINE
            and any(words in title for title in folded)
            and (best is None or len(words) > best[0])
        ):
            best = (len(words), element)
    if best is not None:
        return best[1]
    firsts = [element for element in tree.iter("h1") if len(_words(element)) >= _HEADLINE]
    return firsts[0] if len(firsts) == 1 else None


def _lines(tree: HtmlElement) -> Iterator[str]:
    """The page's text, a line for each run of text between block elements."""
    run: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in ("script", "style", "noscript", "head") or not isinstance(element.tag, str):
            text = element.tail if event == "end" else None
        else:
            if element.tag in _BLOCKS and run:
                yield from _flushed(run)
                run = []
            text = element.text if event == "start" else element.tail
        inside = element if event == "start" else element.getparent()
        if text and not _hidden(inside):
            run.append(text)
    yield from _flushed(run)


def _hidden(element: HtmlElement | None) -> bool:
    return element is not None and element.tag in ("script", "style", "noscript", "head", "title")


def _flushed(run: list[str]) -> Iterator[str]:
    line = " ".join(clean("".join(run)).split())
    if line:
        yield line


def _tokens(element: HtmlElement) -> set[str]:
    """The words of an element's class and id."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return {word.lower() for word in _WORDS.findall(named)} if len(named) > 1 else set()


def _prune(tree: HtmlElement, heading: HtmlElement | None) -> None:
    """Take out what is no story, unless it holds a large part of the page's prose."""
    names = _names()
    prose = _prose_below(tree)
    total = max(1, prose.get(tree, 0))
    body = tree.find("body")
    dropped: list[HtmlElement] = []
    for element in tree.iter():
        if element is tree or element is body or not isinstance(element.tag, str) or element.tag == "html":
            continue
        if element.tag == "head":
            dropped.append(element)
            continue
        if prose.get(element, 0) > _SHARE * total:
            continue
        if element is heading or _is_no_story(element, names):
            dropped.append(element)
    for element in dropped:
        _drop(element)


def _is_no_story(element: HtmlElement, names: _Names) -> bool:
    if (
        element.tag in _GONE
        or element.get("role") in _ROLES
        or element.get("aria-hidden") == "true"
        or "hidden" in element.attrib
    ):
        return True
    if element.tag == "table":
        return _is_figures(element)
    if element.get("role") == "doc-subtitle":
        return True
    if re.search(r"display\s*:\s*none", element.get("style") or ""):
        return True
    tokens = _tokens(element)
    if tokens & names.furniture or tokens & names.captions:
        return True
    if tokens & names.standfirsts and element.tag not in ("article", "section", "main", "body"):
        return len(_words(element)) < 2 * furniture.CAPTION_CAP
    if tokens & names.bylines and element.tag not in ("article", "section", "main", "body", "td"):
        return len(_words(element)) < furniture.CAPTION_CAP
    return (
        element.tag == "time" and element.getparent() is not None and len(_words(element.getparent())) < furniture.PROSE
    )


def _prose_below(tree: HtmlElement) -> dict[HtmlElement, int]:
    """Characters of prose under each element that holds any: runs of text long enough to be paragraphs."""
    below: dict[HtmlElement, int] = {}
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "noscript"):
            continue
        own = len(element.text or "") if element.tag in _BLOCKS else 0
        own = max(own, max((len(child.tail or "") for child in element), default=0))
        if element.tag == "p":
            own = max(own, sum(map(len, element.itertext())))
        if own >= _PARAGRAPH:
            amount = sum(map(len, element.itertext())) if element.tag == "p" else own
            node: HtmlElement | None = element
            while node is not None:
                below[node] = below.get(node, 0) + amount
                node = node.getparent()
    return below


def _is_figures(table: HtmlElement) -> bool:
    """Whether a table holds figures under headings and not words: no sentence can be read from it."""
    cells = [_words(cell) for cell in table.iter("td", "th")]
    if any(len(cell) >= _PARAGRAPH for cell in cells):
        return False
    figures = sum(1 for cell in cells if re.search(r"\d", cell) and len(re.findall(r"[^\W\d_]", cell)) <= 4)
    return not cells or figures >= 0.4 * len(cells)


def _drop(element: HtmlElement) -> None:
    """Remove the element, its text following it staying where it is."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _paragraphs(tree: HtmlElement) -> Iterator[str]:
    """The main text's paragraphs, crossheads, list items and table rows, in order."""
    import trafilatura  # 0.5 s

    count = sum(1 for _ in tree.iter())
    found = None
    if count <= ELEMENT_CAP:
        found = trafilatura.bare_extraction(
            tree, include_comments=False, include_tables=True, favor_recall=False, with_metadata=False
        )
    if found is None or isinstance(found, dict) or found.body is None:
        yield from (line for line in _lines(tree) if furniture.is_prose(line))
        return
    for element in found.body:
        yield from _blocks(element)


def _blocks(element: HtmlElement) -> Iterator[str]:
    """The lines of one element of trafilatura's tree, each a paragraph."""
    if element.tag in ("list", "table"):
        for part in element.iter("item") if element.tag == "list" else element.iter("row"):
            cells = [_words(cell) for cell in part.iter("cell")] if part.tag == "row" else []
            line = " | ".join(cell for cell in cells if cell) if cells else _words(part)
            if line:
                yield line
        return
    run = [element.text or ""]
    for child in element:
        if child.tag in ("lb", "p", "item", "list", "head"):
            yield from _flushed(run)
            run = []
        if child.tag != "lb":
            run.append("".join(child.itertext()))
        run.append(child.tail or "")
    yield from _flushed(run)


def _story(paragraphs: Sequence[str], title: str | None, descriptions: Sequence[str]) -> list[str]:
    """The paragraphs without furniture, the headline and a standfirst that the page's description repeats."""
    described = {furniture.bare(text) for text in descriptions}
    kept: list[str] = []
    for number, line in enumerate(paragraphs):
        if title is not None and furniture.bare(line) == furniture.bare(title):
            continue
        if (
            not kept
            and furniture.bare(line) in described
            and number + 1 < len(paragraphs)
            and not _opens_next(line, paragraphs[number + 1])
        ):
            continue
        if not furniture.is_furniture(line):
            kept.append(line)
    while (
        kept
        and not furniture.is_prose(kept[-1])
        and not furniture.ends_sentence(kept[-1])
        and len(kept) > 1
        and furniture.is_end(kept[-1])
    ):
        kept.pop()
    return kept


def _opens_next(line: str, following: str) -> bool:
    return following.startswith(line)


def _around(lines: Sequence[str], title: str | None, story: Sequence[str]) -> tuple[list[str], list[str]]:
    """Lines between headline and story, and lines after the story."""
    if not story:
        return [], []
    first = next((number for number, line in enumerate(lines) if line.startswith(story[0][:40])), 0)
    last = next(
        (number for number in range(len(lines) - 1, -1, -1) if lines[number].endswith(story[-1][-40:])), len(lines) - 1
    )
    start = next(
        (number for number in range(first - 1, -1, -1) if title is not None and title in lines[number]),
        max(0, first - 6),
    )
    return [*lines[start:first], *headlines.lines_above(lines, start)], list(lines[last + 1 : last + 6])
