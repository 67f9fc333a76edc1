"""Tallies: a figure that another voice gives for what was told just before: "the lawyers put the figure at 44"."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.claims.clauses import ClauseReader
from habeas.claims.kinds import Reading
from habeas.claims.model import Kind, Reason, SourceType, Speaker
from habeas.claims.speakers import Told, name_of


def kind_before(kinds: Sequence[Kind]) -> Kind | None:
    """The kind that a tally counts: that of the last claim of people before it."""
    return next((kind for kind in reversed(kinds) if kind.counts_people), None)


def teller(reading: Reading, reader: ClauseReader, told: Told) -> Told:
    """Who is said to say a tally: whoever gives the figure, unless somebody else is said to report it."""
    who = reading.clause.subject
    if told.speakers or who is None or who.upos == "PRON":
        return told
    speaker = Speaker(SourceType.NAMED, name_of(reader.tree, who))
    return Told((speaker,), Reason("source", "who gives the figure", who.text))
