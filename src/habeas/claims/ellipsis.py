"""Ellipsis: "freed 14 in June and 52 in September" tells two happenings with one verb.

What stands beside the verb's argument without a verb of its own, with a time or a complement of its own, is read as
if the verb were said again. In Universal Dependencies such a remnant hangs on the verb by `conj`, or on the argument.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from habeas.claims.clauses import ClauseReader
from habeas.claims.forms import Form
from habeas.claims.kinds import KindReader, Reading
from habeas.claims.words import fold
from habeas.syntax.model import Token, Tree

_REMNANTS = frozenset({"NOUN", "PROPN", "NUM"})


def with_remnants(reading: Reading, kinds: KindReader) -> Iterator[Reading]:
    """The reading, then one for each remnant that repeats it."""
    found = {remnant.i: remnant for remnant in _remnants(reading, kinds)}
    remnants = [found[i] for i in sorted(found)]
    last = remnants[0].i if remnants else None
    yield reading if last is None else replace(reading, until=last)
    for number, remnant in enumerate(remnants):
        following = remnants[number + 1].i if number + 1 < len(remnants) else None
        clause = reading.clause
        repeated = (
            replace(clause, object=remnant) if clause.object is reading.affected else replace(clause, subject=remnant)
        )
        yield replace(reading, clause=repeated, affected=remnant, remnant=remnant, until=following)


def _remnants(reading: Reading, kinds: KindReader) -> Iterator[Token]:
    clause, affected = reading.clause, reading.affected
    if clause.form is Form.NOUN or affected is None or affected.i == clause.head.i:
        return
    tree = kinds.tree
    for kid in tree.children(clause.head, "conj"):
        if (
            kid.upos in _REMNANTS
            and kid.i > affected.i
            and kinds.people.is_person(kid)
            and not _has_verb(kid, kinds.reader)
            and (_is_numbered(kid, tree) or _shares_an_oblique(kid, reading, kinds.reader))
        ):
            yield kid
    yield from _compared(reading, kinds)
    for kid in tree.children(affected, "conj"):
        counted = kid.upos == "NUM" or tree.child(kid, "nummod") is not None
        if counted and kid.upos in _REMNANTS and _own_oblique_between(kid, affected, reading, kinds.reader):
            yield kid


def _compared(reading: Reading, kinds: KindReader) -> Iterator[Token]:
    """Figures of another time that a figure is set against: "ten, against *38* in 2012", "ten, up from *8* in May"."""
    tree, head, affected = kinds.tree, reading.clause.head, reading.affected
    if affected is None or not reading.frame.kind.counts_people:
        return
    for upper in (head, affected, *tree.children(head, "advmod", "advcl", "obl", "conj")):
        for oblique in kinds.reader.obliques(upper):
            noun = oblique.noun
            counted = noun.upos == "NUM" or (_is_numbered(noun, tree) and kinds.people.is_person(noun))
            if oblique.case not in kinds.lexicon.comparing or not counted or noun.i < affected.i or _is_year(noun):
                continue
            if any(kinds.lexicon.is_a("time", fold(word.text)) or _is_year(word) for word in tree.subtree(noun)):
                yield noun


def _is_numbered(noun: Token, tree: Tree) -> bool:
    """Whether a noun is a number or has one that is no year."""
    number = noun if noun.upos == "NUM" else tree.child(noun, "nummod")
    return number is not None and not _is_year(number)


def _shares_an_oblique(kid: Token, reading: Reading, reader: ClauseReader) -> bool:
    """Whether a remnant has an adverbial as the clause has one before: "the poet *to* ten years and his son *to* five"."""
    between = reader.tree.tokens[reading.clause.head.i : kid.i]
    cases = {fold(token.text) for token in between if token.deprel == "case"}
    return any(oblique.case in cases or not oblique.case for oblique in reader.obliques(kid))


def _is_year(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) == 4


def _has_verb(token: Token, reader: ClauseReader) -> bool:
    return any(kid.deprel in ("cop", "aux", "nsubj") for kid in reader.tree.children(token))


def _own_oblique_between(kid: Token, affected: Token, reading: Reading, reader: ClauseReader) -> bool:
    """Whether both the argument and the remnant have an adverbial of the same kind: "14 in June and 52 in September"."""
    before = {o.case for o in (*reader.obliques(affected), *reading.clause.obliques) if affected.i < o.noun.i < kid.i}
    after = {o.case for o in (*reader.obliques(kid), *reading.clause.obliques) if o.noun.i > kid.i}
    return bool(before & after)
