"""Repeats: one happening told twice in a document is one claim, the fuller telling."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from habeas.claims.model import Claim

MOST = 50
"""Claims of one kind and number that another is held against: a text that has more of them is a table."""


def without_repeats(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims in order, without those that say again, less fully, what another says."""
    kept: list[Claim] = []
    alike: dict[Hashable, list[int]] = {}
    for claim in claims:
        near = sorted({i for key in _keys(claim) for i in alike.get(key, ())})
        i = next((i for i in near if _is_same(kept[i], claim)), None)
        if i is not None and _fullness(claim) <= _fullness(kept[i]):
            continue
        if i is None:
            i = len(kept)
            kept.append(claim)
        kept[i] = claim
        for key in _keys(claim):
            known = alike.setdefault(key, [])
            if len(known) < MOST and i not in known:
                known.append(i)
    return tuple(sorted(kept, key=lambda claim: (claim.quote.start, claim.quote.end)))


def _keys(claim: Claim) -> Iterator[Hashable]:
    """What claims that may be the same share: the named people, or the number."""
    yield claim.kind, claim.status, claim.cumulative, frozenset(claim.persons)
    yield claim.kind, claim.status, claim.cumulative, claim.count


def _is_same(first: Claim, second: Claim) -> bool:
    """Same kind and status, the same named people or the same number of several, and days and places that agree."""
    if first.kind is not second.kind or first.status is not second.status or first.cumulative != second.cumulative:
        return False
    if first.when is not None and second.when is not None and not first.when.intersects(second.when):
        return False
    if first.place and second.place and not set(first.place) & set(second.place):
        return False
    named = bool(first.persons) and set(first.persons) == set(second.persons)
    number = first.count
    counted = number is not None and number == second.count and number.exact and number.min > 1
    return (named and first.count == second.count) or (counted and not (first.persons and second.persons))


def _fullness(claim: Claim) -> tuple[bool, bool, int]:
    return claim.when is not None, bool(claim.persons), claim.quote.end - claim.quote.start
