"""An event in plain English, by templates from its fields alone: what habeas says, never a quote."""

from __future__ import annotations

from datetime import date

from habeas.claims.model import Kind, Means, Outcome
from habeas.events.model import Event, Rung
from habeas.intervals import Count, Period

_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


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


def headword(kind: Kind) -> str:
    """What the kind is called on its own: "Freed", "Talks"."""
    word = _DONE[kind]
    return word[0].upper() + word[1:]


def describe(event: Event) -> str:
    """One line: "52 people freed by pardon (Ales Example), 11 Sept 2025"."""
    parts = [f"{say_people(event.count)} {_DONE[event.kind]}" if event.kind.counts_people else _DONE[event.kind]]
    if event.means is not None:
        parts.append(_MEANS[event.means])
    if event.outcome is not None and _OUTCOMES[event.outcome]:
        parts.append(_OUTCOMES[event.outcome])
    if event.by and event.by != event.place:
        parts.append("by " + ", ".join(event.by))
    if event.persons:
        parts.append(f"({say_names(event.persons)})")
    if _LADDER[event.status]:
        parts.append(f"[{_LADDER[event.status]}]")
    if event.cumulative:
        parts.append("in all")
    text = " ".join(parts)
    return f"{text}, {say_period(event.date)}"
