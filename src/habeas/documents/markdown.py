"""Markdown pages: front matter, headline and the story without its marks.

Front matter is the block between "---" lines, or the "Key: value" lines some scrapers put first
("Title: ...", "URL Source: ...", "Published Time: ..."). Keys are read in English, as tools write them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_FENCE = re.compile(r"\A---[ \t]*\n(?P<matter>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"^(?P<key>[A-Za-z][\w -]{0,30}?)\s*:\s+(?P<value>\S.*)$")
_HEADING = re.compile(r"^#{1,6}\s+(?P<words>.*?)\s*#*$")
_UNDERLINE = re.compile(r"^(?:=+|-{3,})$")
_CODE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)|!\[[^\]]*\]\[[^\]]*\]")
_LINK = re.compile(
    r"\[(?P<words>[^\]]*)\]\((?:[^()\s]|\([^)]*\))*(?:\s+\"[^\"]*\")?\)|\[(?P<referred>[^\]]+)\]\[[^\]]*\]"
)
_BARE_LINKS = re.compile(r"^(?:[-*+]|\d+\.)?\s*(?:\[[^\]]*\]\([^)]*\)[\s|·,•/]*)+$")
_REFERENCE = re.compile(r"^\s*\[[^\]]+\]:\s+\S+.*$", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<![\w*\\])(\*{1,3}|_{1,3})(?=\S)(?P<words>.+?)(?<=\S)\1(?![\w*])", re.DOTALL)
_RULE = re.compile(r"^(?:\s*[-*_]){3,}\s*$")
_QUOTE = re.compile(r"^(?:>\s?)+")
_TABLE_RULE = re.compile(r"^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$")
_HTML_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_FIRST_LINES = 12  # within which the lines of a scraper's front matter lie


@dataclass(frozen=True, slots=True)
class Markdown:
    """A Markdown page taken apart."""

    matter: dict[str, str]
    """Front matter by lower-case key."""
    title: str | None
    """The first heading of the first level, else the first heading over any text."""
    text: str
    """The rest as plain text: a blank line between blocks, headings as lines of their own, list items after "- "."""


def read_markdown(text: str) -> Markdown:
    """Take a Markdown page apart; its characters are already clean."""
    matter, rest = _front_matter(text)
    rest = _COMMENT.sub("", _CODE.sub("", _REFERENCE.sub("", rest)))
    title = matter.get("title")
    blocks: list[str] = []
    run: list[str] = []
    for raw in [*rest.split("\n"), ""]:
        line = raw.strip()
        heading = _HEADING.match(line)
        if heading or not line or _RULE.match(line) or _is_item(line):
            blocks.extend(_joined(run))
            run = []
        if _UNDERLINE.match(line) and blocks and not run and not heading:
            continue
        if heading:
            words = _plain(heading["words"])
            title = title or words
            if words and words != title:
                blocks.append(words)
        elif line and not _RULE.match(line) and not _BARE_LINKS.match(line) and not _TABLE_RULE.match(line):
            run.append(line)
    return Markdown(matter, title, "\n\n".join(blocks))


def _is_item(line: str) -> bool:
    return re.match(r"^(?:[-*+]|\d{1,3}[.)])\s+\S|^\|", line) is not None


def _joined(run: list[str]) -> list[str]:
    """A block's lines as one paragraph; hard breaks (two spaces, a backslash) are not kept apart."""
    words = _plain(" ".join(run))
    return [words] if words else []


def _plain(text: str) -> str:
    """The words of a line, its marks taken off."""
    text = _QUOTE.sub("", text)
    text = _IMAGE.sub("", text)
    text = _LINK.sub(lambda found: found["words"] if found["words"] is not None else found["referred"], text)
    for _ in range(2):  # bold within italics
        text = _EMPHASIS.sub(lambda found: found["words"], text)
    text = re.sub(r"^[*+]\s+", "- ", text)
    text = re.sub(r"^\|\s*|\s*\|$", "", text) if text.startswith("|") else text
    text = _HTML_TAG.sub("", text.replace("`", ""))
    return " ".join(re.sub(r"\\([\\`*_{}\[\]()#+.!|>-])", r"\1", text).split())


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Front matter and the rest of the page."""
    fenced = _FENCE.match(text)
    if fenced:
        return _keys(fenced["matter"].split("\n")), text[fenced.end() :]
    lines = text.split("\n")
    last = -1
    for number, line in enumerate(lines[:_FIRST_LINES]):
        if line.strip() and not _KEY.match(line) and line.strip().lower() != "markdown content:":
            break
        if line.strip():
            last = number
    matter = _keys(lines[: last + 1])
    return (matter, "\n".join(lines[last + 1 :])) if "title" in matter or "published time" in matter else ({}, text)


def _keys(lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        match = _KEY.match(line)
        if match:
            found.setdefault(match["key"].strip().lower(), match["value"].strip().strip("\"'"))
    return found
