"""Answers: whom the claims of a document named so far, as later claims are asked about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from habeas.claims.model import Reason

NOBODY = ""
"""The candidate that no state is meant, or none said."""


@dataclass(frozen=True, slots=True)
class Custodian:
    """Whom a claim's `place` and `by` name, and why."""

    place: tuple[str, ...]
    by: tuple[str, ...]
    reasons: tuple[Reason, ...]


class Answers:
    """What was answered to one question for a document's claims so far; the empty set is nobody."""

    def __init__(self) -> None:
        self.number = 0
        self.last: frozenset[str] = frozenset()
        self.at = -1
        self._times: Counter[str] = Counter()

    def add(self, answer: frozenset[str], at: int = -1) -> None:
        """Take in the answer for the next claim, and where in the text the claim stands."""
        self.number += 1
        self.at = at
        self.last = answer or frozenset({NOBODY})
        self._times.update(self.last)

    def times(self, code: str) -> int:
        """For how many claims the code was an answer."""
        return self._times[code]


class Earlier:
    """The custodians found for a document's claims so far."""

    def __init__(self, found: Iterable[Custodian] = ()) -> None:
        self.places, self.actors = Answers(), Answers()
        for one in found:
            self.add(one)

    def add(self, one: Custodian, at: int = -1) -> None:
        """Take in the custodian of the next claim, and where in the text the claim stands."""
        self.places.add(frozenset(one.place), at)
        self.actors.add(frozenset(one.by), at)
