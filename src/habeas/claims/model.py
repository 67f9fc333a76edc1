"""Claim: one thing one report says, with the words that say it.

`gold/GUIDE.md`'s fields are the record form (`to_record`); the closed sets here are its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from habeas.intervals import Count, Period


class Kind(StrEnum):
    """What a claim is about."""

    RELEASE = "release"
    DETENTION = "detention"
    SENTENCE = "sentence"
    HELD = "held"
    DEATH = "death"
    EXPULSION = "expulsion"
    SANCTION = "sanction"
    RELIEF = "relief"
    TALKS = "talks"
    DEAL = "deal"
    DEMAND = "demand"
    APPOINTMENT = "appointment"

    @property
    def counts_people(self) -> bool:
        """Whether claims of the kind say how many people."""
        return self in _PEOPLE


_PEOPLE = frozenset({Kind.RELEASE, Kind.DETENTION, Kind.SENTENCE, Kind.HELD, Kind.DEATH, Kind.EXPULSION})


class Status(StrEnum):
    """How sure the thing is: happened, will, may, was refused."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    REFUSED = "refused"


class SourceType(StrEnum):
    """Whether who is said to say it is told."""

    NAMED = "named"
    ANONYMOUS = "anonymous"


class Means(StrEnum):
    """By what act people were let go."""

    PARDON = "pardon"
    AMNESTY = "amnesty"
    EXCHANGE = "exchange"
    BAIL = "bail"


class Outcome(StrEnum):
    """Where a release leaves people."""

    FREE = "free"
    HOUSE_ARREST = "house arrest"
    CONDITIONAL = "conditional"
    EXILE = "exile"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to say it; `name` as written, empty where an anonymous source has none."""

    type: SourceType
    name: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the document, with their offsets in its text: `text[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field has its value: the rule, and the words it rests on."""

    field: str
    """The claim's field, or "affected" or "actor": the arguments of the clause that others rest on."""
    rule: str
    words: str
    relations: str = ""
    """How the words stand in their sentence's tree; empty where the rule asks for no relation."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing one document says. Never edited: judgements are laid over it."""

    id: str
    """Hash of text hash, kind, quote span and ordinal."""
    document: str
    """Id of the document that says it."""
    kind: Kind
    status: Status
    quote: Quote
    count: Count | None = None
    """People; None for kinds that count none, or where the text does not say."""
    when: Period | None = None
    """Days it happened in, held on, is planned for; None where the text gives no time."""
    place: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 of whom the kind concerns (custodian, aimed at, gaining); empty is unknown."""
    by: tuple[str, ...] = ()
    """Who acts: alpha-2, "EU", "UN", or the name as written; empty is unsaid."""
    speakers: tuple[Speaker, ...] = ()
    """The chain of who is said to say it, nearest to the claim first; empty is the report's own voice."""
    cumulative: bool = False
    """Whether the count is a running total over `when`."""
    persons: tuple[str, ...] = ()
    """Names of the people concerned, as written."""
    means: Means | None = None
    group: str | None = None
    """Population slug ("political-prisoners", "foreigners"); None is unsaid."""
    outcome: Outcome | None = None
    """For a release, where it leaves people; None for other kinds."""
    part_of: str | None = None
    """Id of the claim, in the same document, whose count this one's is a part of."""
    reader: str = ""
    """Name and version of the reader that found it."""
    reasons: tuple[Reason, ...] = ()

    @property
    def source(self) -> Speaker | None:
        """Who is said to say it, nearest to the claim; None is the report itself."""
        return self.speakers[0] if self.speakers else None


def _one_or_list(codes: tuple[str, ...]) -> str | list[str] | None:
    if not codes:
        return None
    return codes[0] if len(codes) == 1 else list(codes)


def to_record(claim: Claim) -> dict[str, Any]:
    """The claim as `habeas read --jsonl` prints it: the guide's fields, then ours."""
    source = claim.source
    return {
        "kind": claim.kind.value,
        "status": claim.status.value,
        "count": claim.count.to_ends() if claim.count is not None else None,
        "when": claim.when.to_days() if claim.when is not None else None,
        "place": _one_or_list(claim.place),
        "by": _one_or_list(claim.by),
        "source": None if source is None else {"type": source.type.value, "name": source.name},
        "cumulative": claim.cumulative,
        "persons": list(claim.persons),
        "means": claim.means.value if claim.means is not None else None,
        "quote": claim.quote.text,
        "id": claim.id,
        "document": claim.document,
        "start": claim.quote.start,
        "end": claim.quote.end,
        "speakers": [{"type": speaker.type.value, "name": speaker.name} for speaker in claim.speakers],
        "group": claim.group,
        "outcome": claim.outcome.value if claim.outcome is not None else None,
        "part_of": claim.part_of,
        "basis": claim.when.basis.value if claim.when is not None else None,
        "reader": claim.reader,
    }
