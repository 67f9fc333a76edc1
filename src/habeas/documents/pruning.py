"""Which elements of an HTML page are no story, told by element, class name and place.

A site may call its whole article "promo", so an element that holds a large part of the page's prose is
never taken out. What stands before the headline, and what a heading such as "Comments" or "Related"
opens, goes by its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

import msgspec
from lxml.html import HtmlElement

from habeas import lexicons
from habeas.documents import furniture
from habeas.documents.markup import words

_SHARE = 0.3  # of a page's prose: an element that holds more is no furniture, whatever its class says
_FOOT = 0.7  # the same of a page's foot, whose legal notes outweigh a brief
_FEET = frozenset({"footer", "nav"})
_PARAGRAPH = 80  # characters from which a run of text counts as prose
_WEAK_CAP = 300  # characters of an element that may go by a weak name
_NAMED_CAP = 800  # characters of an element that may go by the name of a byline or standfirst
_GONE = frozenset(
    [
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
        "map",
    ]
)
_ROLES = frozenset(
    {
        "navigation",
        "complementary",
        "banner",
        "contentinfo",
        "search",
        "dialog",
        "alert",
        "menu",
        "form",
        "toolbar",
        "doc-subtitle",
    }
)
_FRAMES = frozenset({"html", "body", "main", "article"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_RUNS = frozenset({"p", "div", "li", "td", "section", "article", "blockquote", "dd", "main", "body", "span"})
_NAME = re.compile(r"[A-Za-z][a-z]+|[A-Z]+(?![a-z])")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


class _Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Class names; what each set means is told in the file."""

    furniture: frozenset[str]
    weak: frozenset[str]
    captions: frozenset[str]
    standfirsts: frozenset[str]
    bylines: frozenset[str]


@cache
def _names() -> _Names:
    names: _Names = lexicons.load("markup", _Names)
    return names


@dataclass(slots=True)
class _Walk:
    """How far the walk through a page has come, and what it has found."""

    prose: dict[HtmlElement, int]
    heading: HtmlElement | None
    above: frozenset[HtmlElement]
    """Elements that hold the headline."""
    limit: float
    """Prose of the largest element that may go."""
    after: bool
    """Whether the headline has been passed."""
    begun: bool = False
    """Whether a paragraph has been passed after it."""
    gone: list[HtmlElement] = field(default_factory=list)


def prune(tree: HtmlElement, heading: HtmlElement | None) -> None:
    """Take out of the tree what is no story, the headline with it."""
    prose = _prose(tree)
    above = frozenset(heading.iterancestors()) if heading is not None else frozenset()
    limit = _SHARE * prose.get(tree, 0)
    walk = _Walk(prose, heading, above, limit, after=heading is None or _prose_before(tree, heading, prose) > limit)
    _visit(tree, walk)
    for element in walk.gone:
        _drop(element)


def _visit(parent: HtmlElement, walk: _Walk) -> None:
    """Judge the element's children in order, and the children of those that stay."""
    skip_to: int | None = None
    children = list(parent)
    for number, child in enumerate(children):
        if skip_to is not None and number < skip_to:
            continue
        if child is walk.heading:
            walk.gone.append(child)
            walk.after = True
            continue
        limit = walk.limit * _FOOT / _SHARE if child.tag in _FEET or _called(child) & _FEET else walk.limit
        small = child not in walk.above and walk.prose.get(child, 0) <= limit
        if small and child.tag not in _FRAMES and (not walk.after or _is_no_story(child, walk)):
            walk.gone.append(child)
            continue
        if walk.begun and child.tag in _HEADINGS and _opens_furniture(child):
            skip_to = _section_end(children, number, walk)
            walk.gone.extend(children[number:skip_to])
            continue
        _visit(child, walk)
        if walk.after and _own_prose(child) >= _PARAGRAPH:
            walk.begun = True


def _is_no_story(element: HtmlElement, walk: _Walk) -> bool:
    """Whether an element without much of the page's prose is no part of the story."""
    if element.tag in _GONE or element.get("role") in _ROLES or element.get("aria-hidden") == "true":
        return True
    if "hidden" in element.attrib or _UNSEEN.search(element.get("style") or ""):
        return True
    if element.tag == "table":
        return _is_figures(element)
    names, called = _names(), _called(element)
    if called & (names.furniture | names.captions) and element.tag not in _FRAMES:
        return True
    if called & names.weak and walk.prose.get(element, 0) == 0 and len(words(element)) < _WEAK_CAP:
        return True
    if called & names.bylines and len(words(element)) < _NAMED_CAP:
        return walk.prose.get(element, 0) == 0 or not walk.begun
    if called & names.standfirsts and not walk.begun and len(words(element)) < _NAMED_CAP:
        return True
    if element.tag in _HEADINGS:
        # Over the first paragraph it is a second headline.
        return not walk.begun
    first = next(iter(element), None)
    return walk.begun and first is not None and first.tag in _HEADINGS and _opens_furniture(first)


def _opens_furniture(heading: HtmlElement) -> bool:
    line = words(heading)
    return furniture.is_end(line) or furniture.is_link(line)


def _section_end(children: list[HtmlElement], number: int, walk: _Walk) -> int:
    """The place after the last child that a heading of furniture opens: at the next heading, or at a paragraph."""
    level = children[number].tag
    for end in range(number + 1, len(children)):
        child = children[end]
        if (child.tag in _HEADINGS and child.tag <= level) or child in walk.above or _is_paragraph(child, walk):
            return end
    return len(children)


def _is_paragraph(element: HtmlElement, walk: _Walk) -> bool:
    """Whether the element holds prose that is not mostly links."""
    amount = walk.prose.get(element, 0)
    return amount > 0 and sum(len(words(link)) for link in element.iter("a")) < 0.5 * amount


def _called(element: HtmlElement) -> set[str]:
    """The words of an element's class and id."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return {word.lower() for word in _NAME.findall(named)} if len(named) > 1 else set()


def _own_prose(element: HtmlElement) -> int:
    """Characters of the element's own longest run of text, which is a paragraph's if long enough."""
    if element.tag == "p":
        return sum(map(len, element.itertext()))
    own = len((element.text or "").strip()) if element.tag in _RUNS else 0
    return max(own, max((len((child.tail or "").strip()) for child in element), default=0))


def _prose(tree: HtmlElement) -> dict[HtmlElement, int]:
    """Characters of prose under each element that holds any."""
    below: dict[HtmlElement, int] = {}
    for element in tree.iter():
        if element.tag in ("script", "style", "noscript", "head"):
            continue
        own = _own_prose(element)
        if own >= _PARAGRAPH:
            node: HtmlElement | None = element
            while node is not None:
                below[node] = below.get(node, 0) + own
                node = node.getparent()
    return below


def _prose_before(tree: HtmlElement, heading: HtmlElement, prose: dict[HtmlElement, int]) -> int:
    """Characters of prose before the headline: where that is much, the headline does not stand over its story."""
    before = 0
    for element in tree.iter():
        if element is heading:
            break
        own = _own_prose(element)
        if own >= _PARAGRAPH and element in prose:
            before += own
    return before


def _is_figures(table: HtmlElement) -> bool:
    """Whether a table holds figures under headings and not words: no sentence can be read from it."""
    cells = [words(cell) for cell in table.iter("td", "th")]
    if any(len(cell) >= _PARAGRAPH for cell in cells):
        return False
    figures = sum(1 for cell in cells if re.search(r"\d", cell) and len(re.findall(r"[^\W\d_]", cell)) <= 4)
    return not cells or figures >= 0.4 * len(cells)


def _drop(element: HtmlElement) -> None:
    """Remove the element, the text that follows it staying where it is."""
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
