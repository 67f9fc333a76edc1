"""Quotes: the words of the text that a claim rests on, copied exactly with their offsets."""

from __future__ import annotations

import re

from habeas.claims.clauses import Clause
from habeas.claims.model import Quote
from habeas.syntax.model import Token, Tree

LONGEST = 25  # words, by the annotation guide
SHORTEST = 3
_WORD = re.compile(r"\S+")
_OUTSIDE = frozenset({"conj", "parataxis", "cc", "punct", "discourse", "vocative", "dep"})
_CLOSE = 2  # tokens from a noun to the name it stands before: "the poet Adan Mireh"
_HANGING = frozenset({"acl:relcl", "advcl", "acl", "appos"})


def quote(text: str, tree: Tree, clause: Clause, *named: Token | None) -> Quote:
    """The clause's words with those named (who is affected, who acts), 3 to 25 words long."""
    head, host = clause.head, clause.host
    if host is not None and host.upos in ("PRON", "DET") and host.i < head.i:
        named = (*named, host)  # "Among *those* freed was the mayor"
    first, last = _own_span(tree, head, head.i)
    core_first = core_last = head.i
    for token in named:
        if token is None:
            continue
        start, end = _own_span(tree, token, head.i)
        if abs(token.i - head.i) <= LONGEST:
            first, last = min(first, start), max(last, end)
            core_first, core_last = min(core_first, token.i), max(core_last, token.i)
    first, last = _fitted(tree, first, last, core_first, core_last)
    start, end = tree.tokens[first].start, tree.tokens[last].end
    return Quote(text[start:end], start, end)


def remnant_quote(text: str, tree: Tree, remnant: Token, until: int | None) -> Quote:
    """The words of a clause whose verb is left out: from the remnant to the next, or to the end of what hangs beside it."""
    first, last = _own_span(tree, remnant, remnant.i)
    for kid in tree.children(tree.tokens[remnant.head]):
        if kid.i > remnant.i and (until is None or kid.i < until) and kid.deprel in ("obl", "nmod", "obl:tmod"):
            last = max(last, _own_span(tree, kid, remnant.i)[1])
    if until is not None:
        last = min(last, until - 1)
    first, last = _fitted(tree, first, max(first, last), remnant.i, remnant.i)
    start, end = tree.tokens[first].start, tree.tokens[last].end
    return Quote(text[start:end], start, end)


def _own_span(tree: Tree, top: Token, head: int) -> tuple[int, int]:
    """First and last token of what belongs to a token itself, without other clauses hung on it."""
    first = last = top.i
    queue = [top.i]
    while queue:
        i = queue.pop()
        for j in tree.kids[i]:
            kid = tree.tokens[j]
            if kid.deprel in _OUTSIDE and not (kid.deprel == "conj" and kid.upos in ("NOUN", "PROPN", "NUM", "ADJ")):
                continue
            set_off = kid.deprel == "acl:relcl" or (kid.deprel == "appos" and kid.i - i > _CLOSE)
            if kid.deprel in _HANGING and (j > head + LONGEST or i != top.i or set_off):
                continue
            if abs(j - head) > LONGEST:
                continue
            first, last = min(first, j), max(last, j)
            queue.append(j)
    return first, last


def _words(tree: Tree, first: int, last: int) -> int:
    start, end = tree.tokens[first].start - tree.start, tree.tokens[last].end - tree.start
    return len(_WORD.findall(tree.text, start, end))


def _fitted(tree: Tree, first: int, last: int, core_first: int, core_last: int) -> tuple[int, int]:
    """Cut or widened to the length allowed, the core kept as long as it can be."""
    while _words(tree, first, last) > LONGEST and last > core_last:
        last -= 1
    while _words(tree, first, last) > LONGEST and first < core_first:
        first += 1
    while _words(tree, first, last) > LONGEST:
        last -= 1
    final = len(tree.tokens) - 1
    while _words(tree, first, last) < SHORTEST and (last < final or first > 0):
        leads_on = last < final and tree.tokens[last + 1].deprel in ("cc", "punct")
        if last < final and not (leads_on and first > 0):
            last += 1
        else:
            first -= 1
    return _trimmed(tree, first, last, core_first, core_last)


def _trimmed(tree: Tree, first: int, last: int, core_first: int, core_last: int) -> tuple[int, int]:
    """Without the words at either end that tie it to what is left out, as long as enough are left."""
    tokens = tree.tokens

    def spare(i: int, j: int) -> bool:
        return i <= core_first and j >= core_last and _words(tree, i, j) >= SHORTEST

    while _ties_to_what_is_before(tree, first, range(core_first, core_last + 1)) and spare(first + 1, last):
        first += 1
    while last > first and (
        (tokens[last].upos == "PUNCT" and tokens[last].text not in "\"'”’»)")
        or (_is_cut_short(tree, last) and spare(first, last - 1))
    ):
        last -= 1
    if (
        last + 2 < len(tokens)
        and tokens[last - 1].text == "-"
        and tokens[last + 1].upos not in ("PUNCT", "ADP", "CCONJ")
    ):
        last += 1  # "a fifteen-year *sentence*", parted by the parser
    return first, last


def _ties_to_what_is_before(tree: Tree, i: int, core: range) -> bool:
    """Whether a token is a stop, a conjunction, an adposition of the clause's core, or "that"."""
    token = tree.tokens[i]
    if token.upos == "PUNCT":
        return token.text in ",;:—–-"
    if token.deprel == "cc":
        return True
    if token.deprel == "case":
        return token.head in core and tree.tokens[token.head].upos not in ("PRON", "DET")
    return token.deprel == "mark" and token.upos == "SCONJ" and tree.tokens[token.head].deprel == "ccomp"


def _is_cut_short(tree: Tree, i: int) -> bool:
    """Whether a token leads to words that were cut off after it: "in", "of the", "and"."""
    token = tree.tokens[i]
    return token.head > i and token.deprel in (
        "case",
        "cc",
        "det",
        "mark",
        "aux",
        "aux:pass",
        "cop",
        "nummod",
        "amod",
        "compound",
    )
