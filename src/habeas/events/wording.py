"""An event in plain English, by templates from its fields alone: what habeas says, never a quote."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from habeas.claims.gazetteer import PlaceList
from habeas.claims.model import Kind, Means, Outcome
from habeas.events.model import Event, Rung
from habeas.intervals import Count, Period
from habeas.lexicons import load

_WITH_ARTICLE = frozenset(
    {"AE", "BS", "CD", "CF", "CZ", "DO", "EU", "GB", "GM", "KM", "MH", "MV", "NL", "PH", "SB", "UN", "US"}
)
"""Codes whose English names take "the"."""

_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


@cache
def _english_names() -> dict[str, str]:
    names = load("en/places", PlaceList)
    bodies = {code: entries[0] for code, entries in names.body.items() if isinstance(entries[0], str)}
    return bodies | {code: entries[0] for code, entries in names.state.items() if entries}


def say_state(code: str) -> str:
    """The English name of a state or body, such as "Belarus" for BY; what has no code stays as written."""
    return _english_names().get(code, code)


def say_actors(by: Iterable[str]) -> str:
    """As in "the United States and Belarus"."""
    names = [f"the {say_state(code)}" if code in _WITH_ARTICLE else say_state(code) for code in by]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def say_acting(kind: Kind, by: tuple[str, ...]) -> str:
    """As in "by the European Union", "between the United States and Belarus"; empty where nobody is said to act."""
    mutual = kind in (Kind.TALKS, Kind.DEAL) and len(by) > 1
    return f"{'between' if mutual else 'by'} {say_actors(by)}" if by else ""


def say_day(day: date) -> str:
    """As in "13 Dec 2025"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def say_period(period: Period | None) -> str:
    """As in "13 Dec 2025", "Sept 2025", "2025", "9 to 12 Feb 2025", "by 22 Nov 2025"; "day not known" without one."""
    if period is None or (period.first is None and period.last is None):
        return "day not known"
    first, last = period.first, period.last
    if first is None:
        assert last is not None  # both open is answered above
        return f"by {say_day(last)}"
    if last is None:
        return f"from {say_day(first)}"
    if first == last:
        return say_day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if period == Period.month(first.year, first.month, period.basis):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {say_day(last)}"
    return f"{say_day(first)} to {say_day(last)}"


def say_people(count: Count | None) -> str:
    """As in "52 people", "at least 101 people", "1 person", "people, number not known"."""
    if count is None:
        return "people, number not known"
    if count.max is not None and count.max == 0:
        return "no one"
    return f"{count} {'person' if count.exact and count.min == 1 else 'people'}"


def say_names(persons: tuple[str, ...], most: int = 3) -> str:
    """The names, with how many more where there are many."""
    shown = ", ".join(persons[:most])
    return shown if len(persons) <= most else f"{shown} and {len(persons) - most} more"


_DONE = {
    Kind.RELEASE: "freed",
    Kind.DETENTION: "detained",
    Kind.SENTENCE: "sentenced",
    Kind.HELD: "held",
    Kind.DEATH: "dead in custody",
    Kind.EXPULSION: "sent out of the country",
    Kind.SANCTION: "Sanctions imposed",
    Kind.RELIEF: "Sanctions eased",
    Kind.TALKS: "Talks",
    Kind.DEAL: "Agreement",
    Kind.DEMAND: "Demand",
    Kind.APPOINTMENT: "Envoy or mission",
}

_LADDER = {
    Rung.DEMANDED: "",
    Rung.TALKED_ABOUT: "possible",
    Rung.PROMISED: "planned",
    Rung.DECREED: "decreed",
    Rung.DONE: "",
    Rung.VERIFIED: "verified",
    Rung.REVERSED: "reversed",
    Rung.REFUSED: "refused or denied",
}

_MEANS = {
    Means.PARDON: "by pardon",
    Means.AMNESTY: "under an amnesty",
    Means.EXCHANGE: "in an exchange",
    Means.BAIL: "on bail",
}

_OUTCOMES = {
    Outcome.FREE: "",
    Outcome.HOUSE_ARREST: "to house arrest",
    Outcome.CONDITIONAL: "on conditions",
    Outcome.EXILE: "into exile",
    Outcome.UNKNOWN: "",
}


_ACT = {
    Kind.RELEASE: "Release",
    Kind.DETENTION: "Detention",
    Kind.SENTENCE: "Sentence",
    Kind.HELD: "Held",
    Kind.DEATH: "Death in custody",
    Kind.EXPULSION: "Expulsion",
    Kind.SANCTION: "Sanctions",
    Kind.RELIEF: "Relief from sanctions",
    Kind.TALKS: "Talks",
    Kind.DEAL: "Agreement",
    Kind.DEMAND: "Demand",
    Kind.APPOINTMENT: "Envoy or mission",
}


def headword(kind: Kind, happened: bool = True) -> str:
    """What the kind is called on its own: "Freed", or "Release" for one that has not happened."""
    if not happened:
        return _ACT[kind]
    word = _DONE[kind]
    return word[0].upper() + word[1:]


def title(event: Event) -> str:
    """As in "Freed: 52 people", "Release: at least 101 people" where it is only planned, "Talks"."""
    word = headword(event.kind, event.status.came_about or event.kind is Kind.DEMAND)
    return f"{word}: {say_people(event.count)}" if event.kind.counts_people else word


def say_when(event: Event, published: date | None) -> str:
    """Its day; where no claim gives one, by when it was told: "by 17 Sept 2025", "said 16 Dec 2025"."""
    if event.date is not None or published is None:
        return say_period(event.date)
    return f"{'by' if event.status.came_about else 'said'} {say_day(published)}"


def describe(event: Event) -> str:
    """One line: "52 people freed by pardon (Ales Example), 11 Sept 2025"."""
    if not event.status.came_about:
        parts = [title(event)]
    elif event.kind.counts_people:
        parts = [f"{say_people(event.count)} {_DONE[event.kind]}"]
    else:
        parts = [_DONE[event.kind]]
    if event.means is not None:
        parts.append(_MEANS[event.means])
    if event.outcome is not None and _OUTCOMES[event.outcome]:
        parts.append(_OUTCOMES[event.outcome])
    if event.by and event.by != event.place:
        parts.append(say_acting(event.kind, event.by))
    if event.persons:
        parts.append(f"({say_names(event.persons)})")
    if _LADDER[event.status]:
        parts.append(f"[{_LADDER[event.status]}]")
    if event.cumulative:
        parts.append("in all")
    text = " ".join(parts)
    return f"{text}, {say_period(event.date)}"
