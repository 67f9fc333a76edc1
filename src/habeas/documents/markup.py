"""HTML pages as trees: parsing, the words and lines of elements, and where the headline is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree, html
from lxml.html import HtmlElement

from habeas.documents import furniture
from habeas.documents.characters import clean
from habeas.errors import BadInput

DEPTH_CAP = 200
"""Deepest nesting kept; what lies deeper is taken as the text of the element at the cap. Real pages reach
about 40; 20,000 nested divs make trafilatura give up."""

_HEADLINE = 12  # characters of the shortest headline
_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "title"})
_BLOCKS = frozenset(
    [
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
        "dl",
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
        "option",
    ]
)
_HEADINGS = ("h1", "h2", "h3", "h4")


def parse(text: str, where: str) -> HtmlElement:
    """The page as a tree without comments; raises `BadInput` where there is no element in it."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8", huge_tree=True)
    try:
        # Bytes, because lxml refuses characters that come with an encoding declaration.
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise BadInput(where, "an HTML page with no element in it", "check that the page was saved whole") from None
    _flatten(tree)
    return tree


def words(element: HtmlElement) -> str:
    """The element's text on one line."""
    return " ".join(clean(" ".join(element.itertext())).split())


def lines(tree: HtmlElement) -> Iterator[str]:
    """The page's text, a line for each run of text between block elements."""
    run: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in _BLOCKS and run:
            yield from joined(run)
            run = []
        if event == "start":
            if element.text and element.tag not in _UNSEEN:
                run.append(element.text)
        elif element.tail:
            run.append(element.tail)
    yield from joined(run)


def joined(run: Sequence[str]) -> Iterator[str]:
    """The pieces of a run as one line, where they hold any word."""
    line = " ".join(clean("".join(run)).split())
    if line:
        yield line


def find_heading(tree: HtmlElement, titles: Sequence[str]) -> HtmlElement | None:
    """The headline's element: an h1, else the longest heading, that a title of the head repeats; else the only h1."""
    folded = [furniture.bare(title) for title in titles]
    best: tuple[tuple[bool, int], HtmlElement] | None = None
    for element in tree.iter(*_HEADINGS):
        heading = furniture.bare(words(element))
        rank = (element.tag == "h1", len(heading))
        if len(heading) >= _HEADLINE and any(heading in title for title in folded) and (best is None or rank > best[0]):
            best = (rank, element)
    if best is not None:
        return best[1]
    firsts = [element for element in tree.iter("h1") if len(words(element)) >= _HEADLINE]
    return firsts[0] if len(firsts) == 1 else None


def _flatten(tree: HtmlElement) -> None:
    """Take away what nests deeper than the cap, keeping its text."""
    deep: list[HtmlElement] = []
    stack = [(tree, 0)]
    while stack:
        element, depth = stack.pop()
        if depth > DEPTH_CAP:
            deep.append(element)
        else:
            stack.extend((child, depth + 1) for child in element)
    for element in deep:
        text = " ".join(element.itertext())
        for child in list(element):
            element.remove(child)
        element.text = text
