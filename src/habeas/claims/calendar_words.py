"""Calendar words: the shape of `lexicons/*/calendar.toml`."""

from __future__ import annotations

import msgspec

from habeas.claims.calendar import Part, Unit
from habeas.claims.expressions import Meaning


class FormEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[form]]`: patterns, examples with the days they mean, and what the words leave constant."""

    meaning: Meaning
    words: list[str]
    examples: dict[str, str]
    not_after: list[str] = []
    lead: bool = False
    """Counts only after one of the language's leads, or a bound."""
    since: bool = False
    month: int | None = None
    day: int | None = None
    day2: int | None = None
    step: int | None = None
    week_step: int | None = None
    number: int = 1
    part: Part | None = None
    more: bool = False
    night: bool = False
    anchor_year: bool = False
    unit: Unit | None = None
    ending: bool = False
    orthodox: bool = False


class BoundWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns of the words that bound a date."""

    since: list[str]
    until: list[str]
    by: list[str]
    before: list[str]
    after: list[str]
    ranges: list[tuple[str, str]]
    since_happening: str
    since_reach: str


class CalendarLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`lexicons/*/calendar.toml`; the comments there say what each list is for."""

    months: list[str]
    short_months: list[str]
    capitals: bool
    weekdays: list[str]
    seasons: list[str]
    ordinals: list[str]
    day_mark: str
    one: list[str]
    leads: list[str]
    units: dict[Unit, str]
    parts: dict[Part, str]
    year_steps: dict[str, str]
    bounds: BoundWords
    form: list[FormEntry]
    decades: dict[str, str] = {}
