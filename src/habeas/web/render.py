"""Templates to HTML: the environment, and the few words and shapes that several templates need."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from habeas.claims.model import Claim, Kind, Outcome, Status
from habeas.events import Event, Rung
from habeas.events.wording import (
    headword,
    say_acting,
    say_actors,
    say_day,
    say_names,
    say_people,
    say_period,
    say_state,
    say_when,
    title,
)
from habeas.intervals import Count
from habeas.web import urls as addresses
from habeas.web.urls import Urls

if TYPE_CHECKING:
    from collections.abc import Iterable

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")

_COLOUR = {
    Kind.HELD: "k1",
    Kind.RELEASE: "k3",
    Kind.RELIEF: "k2",
    Kind.SANCTION: "k2",
    Kind.DETENTION: "k5",
    Kind.SENTENCE: "k5",
    Kind.EXPULSION: "k5",
    Kind.DEATH: "k5",
    Kind.TALKS: "k4",
    Kind.DEAL: "k4",
    Kind.DEMAND: "k4",
    Kind.APPOINTMENT: "k4",
}

_STATUS = {
    Status.ACTUAL: "",
    Status.PLANNED: "planned",
    Status.POSSIBLE: "possible",
    Status.REFUSED: "refused or denied",
}

_STANDING = {
    Rung.DEMANDED: "Asked for",
    Rung.TALKED_ABOUT: "Possible",
    Rung.PROMISED: "Planned",
    Rung.DECREED: "Decreed",
    Rung.DONE: "Done",
    Rung.VERIFIED: "Verified",
    Rung.REVERSED: "Reversed",
    Rung.REFUSED: "Refused or denied",
}

_OUTCOME = {
    Outcome.FREE: "home",
    Outcome.HOUSE_ARREST: "house arrest",
    Outcome.CONDITIONAL: "on conditions",
    Outcome.EXILE: "exiled",
    Outcome.UNKNOWN: "not known",
}


def say_long_day(day: date) -> str:
    """As in "20 December 2025"."""
    return f"{day.day} {day:%B} {day.year}"


def say_sources(event: Event) -> str:
    """As in "6 in 7": six independent sources in seven reports."""
    return f"{event.sources} in {len(event.documents)}"


def say_speaker(claim: Claim) -> str:
    """Who is said to say it: a chain, nearest first; "the report" in its own voice."""
    if not claim.speakers:
        return "the report"
    return ", quoted by ".join(speaker.name or "a source not named" for speaker in claim.speakers)


def claim_title(claim: Claim) -> str:
    """As in "Released 52" or "Talks, possible"."""
    words = headword(claim.kind, claim.status is Status.ACTUAL)
    if claim.kind.counts_people:
        words += f": {say_people(claim.count)}"
    if claim.cumulative:
        words += ", in all"
    return f"{words}, {_STATUS[claim.status]}" if claim.status is not Status.ACTUAL else words


def language_attribute(language: str | None) -> Markup:
    """A `lang` attribute, with its leading space; nothing where the language is unknown or no language tag."""
    if language is None or not _LANGUAGE.fullmatch(language):
        return Markup("")
    return Markup(' lang="{}"').format(language)


@dataclass(frozen=True, slots=True)
class Bar:
    """A wave's bar, in percent of the widest: `sure` is certainly in, `unsure` may be; `open` has no upper end."""

    sure: str
    unsure: str
    open: bool
    outcome: str
    """CSS class: free, exile or unk."""


def scale(counts: Iterable[Count | None]) -> int:
    """The number of people that fills a bar: the largest named, rounded up to a whole ten."""
    largest = max((max(count.min, count.max or 0) for count in counts if count is not None), default=0)
    return max(10, -(-largest // 10) * 10)


def bar(event: Event, full: int) -> Bar | None:
    """The bar of an event's count; None where no count is known."""
    count = event.count
    if count is None:
        return None
    top = 90 if full else 100  # room for the arrow of an open end
    sure = top * count.min / full
    unsure = 0.0 if count.max is None else top * (count.max - count.min) / full
    colour = {Outcome.FREE: "free", Outcome.EXILE: "exile"}.get(event.outcome or Outcome.UNKNOWN, "unk")
    return Bar(f"{sure:.1f}%", f"{unsure:.1f}%", count.max is None, colour)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("habeas.web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        bar=bar,
        card_id=addresses.card,
        claim_title=claim_title,
        colour=lambda kind: _COLOUR[kind],
        headword=headword,
        lang=language_attribute,
        mark_id=addresses.mark,
        outcome=lambda value: _OUTCOME[value],
        scale=scale,
        standing=lambda rung: _STANDING[rung],
        title=title,
        when=say_when,
        status=lambda value: _STATUS[value],
    )
    environment.filters.update(
        acting=lambda record: say_acting(record.kind, record.by),
        actors=say_actors,
        day=say_day,
        long_day=say_long_day,
        names=say_names,
        people=say_people,
        period=say_period,
        sources=say_sources,
        speaker=say_speaker,
        state=say_state,
    )
    environment.tests["text"] = lambda piece: isinstance(piece, str)
    return environment


def mend(text: str) -> str:
    """The text with lone surrogates, which no page can carry, replaced by U+FFFD."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Renderer:
    """Pages whose addresses follow one scheme."""

    urls: Urls

    def page(self, template: str, **values: Any) -> str:
        """The page of a template; what the template names and is not given is an error."""
        return mend(_environment().get_template(template).render(urls=self.urls, **values))
