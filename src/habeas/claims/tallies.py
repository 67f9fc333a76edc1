"""Tallies: a figure that another voice gives for what was told just before: "the lawyers put the figure at 44".

A tally that says what it counts, "the number of arrests rose to 44", is of that kind, and what it counts is no claim of
its own beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from habeas.claims.clauses import ClauseReader, word
from habeas.claims.kinds import Reading
from habeas.claims.model import Kind, Reason, SourceType, Speaker
from habeas.claims.speakers import Told, name_of
from habeas.syntax.model import Token


def kind_before(kinds: Sequence[Kind]) -> Kind | None:
    """The kind that a tally counts: that of the last claim of people before it."""
    return next((kind for kind in reversed(kinds) if kind.counts_people), None)


def tallied(readings: Sequence[Reading], reader: ClauseReader) -> list[Reading]:
    """The readings, those of figures with the kind of what they say they count, without what is so counted."""
    counted: dict[int, Kind] = {}
    dropped: set[int] = set()
    for number, reading in enumerate(readings):
        tally = _tally_of(reading, reader) if reading.frame.same else None
        if tally is None or reading.affected is None:
            continue
        below = {token.i for token in reader.tree.subtree(tally)} - {tally.i, reading.affected.i}
        inner = [
            place
            for place, other in enumerate(readings)
            if other.clause.head.i in below and not other.frame.same and other.frame.kind.counts_people
        ]
        acts = [place for place in inner if readings[place].frame.kind is not Kind.HELD] or inner
        kind = readings[acts[0]].frame.kind if acts else _kind_of_words(reader, below)
        if kind is not None:
            counted[number] = kind
            dropped.update(inner)
    return [
        replace(reading, counts=counted.get(number)) for number, reading in enumerate(readings) if number not in dropped
    ]


def _tally_of(reading: Reading, reader: ClauseReader) -> Token | None:
    """The noun of a clause that stands for a figure: "the *number* of arrests rose to 44"."""
    clause = reading.clause
    nouns = (clause.head, clause.subject, clause.object, *(oblique.noun for oblique in clause.obliques))
    return next((noun for noun in nouns if noun is not None and reader.lexicon.is_a("tally", word(noun))), None)


def _kind_of_words(reader: ClauseReader, places: Iterable[int]) -> Kind | None:
    """The kind of the acts that words name, that of stocks where they name people held only."""
    words = [word(reader.tree.tokens[place]) for place in sorted(places)]
    kinds = [
        frame.kind
        for text in words
        for frame in reader.lexicon.heads(text)
        if frame.kind.counts_people and not frame.same and (frame.noun(text) or frame.verb(text))
    ]
    return next((kind for kind in kinds if kind is not Kind.HELD), kinds[0] if kinds else None)


def teller(reading: Reading, reader: ClauseReader, told: Told) -> Told:
    """Who is said to say a tally: whoever gives the figure, unless somebody else is said to report it."""
    who = reading.clause.subject
    if who is not None and reader.lexicon.is_a("tally", word(who)):
        who = reader.tree.child(who, "nmod:poss")  # "the *lawyers'* count is 44"
    if told.speakers or who is None or who.upos in ("PRON", "NUM"):
        return told
    speaker = Speaker(SourceType.NAMED, name_of(reader.tree, who))
    return Told((speaker,), Reason("source", "who gives the figure", who.text))
