"""Who counts people held: published counts, by the name of whoever gives them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from habeas.claims.model import Claim, Status
from habeas.documents.model import Document
from habeas.dossiers.model import Counter, HeldCount
from habeas.events.likeness import fold, name_words, same_name
from habeas.intervals import Period


def newest_first(period: Period | None, published: date | None) -> tuple[bool, int, int]:
    """Sort key: latest last day first, those of no day last, then by day of publication."""
    last = None if period is None else period.last or period.first
    return (last is None, -(last or date.min).toordinal(), -(published or date.min).toordinal())


def _speaker(claim: Claim) -> str:
    return claim.speakers[0].name if claim.speakers else ""


def _has_proper_word(name: str) -> bool:
    return any(word[0].isupper() and len(word) > 3 for word in name.split())


def _same_counter(a: str, b: str) -> bool:
    if fold(a) == fold(b):
        return True
    if not a or not b:
        return False
    return _has_proper_word(min(a, b, key=len)) and same_name(name_words(a), name_words(b))


def counters(
    claims: Iterable[Claim], documents: Mapping[str, Document], stories: Mapping[str, str]
) -> tuple[Counter, ...]:
    """By who counts, under the name as written; whoever counted last comes first, reports' own voice at the end."""
    by_name: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda claim: (-len(_speaker(claim)), _speaker(claim), claim.document, claim.id)):
        home = next((known for known in by_name if _same_counter(_speaker(known[0]), _speaker(claim))), None)
        if home is None:
            by_name.append([claim])
        else:
            home.append(claim)

    def key(claim: Claim) -> tuple[Any, ...]:
        document = documents.get(claim.document)
        return (*newest_first(claim.when, document.published if document else None), claim.document, claim.quote.start)

    named = [Counter(_speaker(known[0]), _without_copies(sorted(known, key=key), stories)) for known in by_name]
    return tuple(sorted(named, key=lambda counter: (not counter.name, key(counter.counts[0].claim), counter.name)))


def _without_copies(claims: Iterable[Claim], stories: Mapping[str, str]) -> tuple[HeldCount, ...]:
    """One entry for the copies of a story that give the same figure."""
    told: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        story = stories.get(claim.document, claim.document)
        told.setdefault((story, claim.count, claim.status), []).append(claim)
    return tuple(
        HeldCount(
            claim=same[-1],  # the earliest of the copies
            count=None if same[-1].status is Status.REFUSED else same[-1].count,
            date=same[-1].when,
            denied=same[-1].status is Status.REFUSED,
            repeats=tuple(same[:-1]),
        )
        for same in told.values()
    )


def is_person(claim: Claim) -> bool:
    """Whether a held claim tells of one or two people or of named ones: no count of a population."""
    few = claim.count is not None and claim.count.max is not None and claim.count.max <= 2
    return few or bool(claim.persons)
