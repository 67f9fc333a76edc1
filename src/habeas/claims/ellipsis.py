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
from habeas.syntax.model import Token

_REMNANTS = frozenset({"NOUN", "PROPN", "NUM"})


def with_remnants(reading: Reading, kinds: KindReader) -> Iterator[Reading]:
    """The reading, then one for each remnant that repeats it."""
    remnants = list(_remnants(reading, kinds))
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
        if kid.upos in _REMNANTS and kid.i > affected.i and kinds.is_person(kid) and not _has_verb(kid, kinds.reader):
            yield kid
    for kid in tree.children(affected, "conj"):
        counted = kid.upos == "NUM" or tree.child(kid, "nummod") is not None
        if counted and kid.upos in _REMNANTS and _own_oblique_between(kid, affected, reading, kinds.reader):
            yield kid


def _has_verb(token: Token, reader: ClauseReader) -> bool:
    return any(kid.deprel in ("cop", "aux", "nsubj") for kid in reader.tree.children(token))


def _own_oblique_between(kid: Token, affected: Token, reading: Reading, reader: ClauseReader) -> bool:
    """Whether both the argument and the remnant have an adverbial of the same kind: "14 in June and 52 in September"."""
    before = {o.case for o in (*reader.obliques(affected), *reading.clause.obliques) if affected.i < o.noun.i < kid.i}
    after = {o.case for o in (*reader.obliques(kid), *reading.clause.obliques) if o.noun.i > kid.i}
    return bool(before & after)
