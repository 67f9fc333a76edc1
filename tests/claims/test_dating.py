"""Which of the times that a text offers a claim is of. Published on Wednesday 26 November 2025."""

from datetime import date

import pytest
from grammar import PUBLISHED, claims
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.dates import dates_in
from habeas.claims.dating import REACH, Weights, told_before
from habeas.claims.model import Kind
from habeas.intervals import Basis
from habeas.lexicons import load

packs = pytest.mark.packs


def days(text: str, kind: Kind) -> list[list[str | None] | None]:
    return [None if claim.when is None else claim.when.to_days() for claim in claims(text) if claim.kind is kind]


@packs
@pytest.mark.parametrize(
    ("text", "kind", "last"),
    [
        (
            "On 3 May 2024 soldiers took ten miners from a camp. Two of the prisoners were freed the next day.",
            Kind.RELEASE,
            "2024-05-04",
        ),
        (
            "Ten miners were arrested on 3 May 2024. Three days later the ten prisoners were freed.",
            Kind.RELEASE,
            "2024-05-06",
        ),
    ],
)
def test_days_counted_from_a_day_told_before(text: str, kind: Kind, last: str) -> None:
    assert days(text, kind)[-1] == [last, last]


@packs
def test_a_date_of_the_clause_is_the_claims_own_whatever_was_told_before() -> None:
    text = "Ten miners were arrested on 3 May 2024. The army freed seven of the prisoners on 9 June 2024."
    assert days(text, Kind.RELEASE) == [["2024-06-09", "2024-06-09"]]


@packs
def test_no_day_after_publication_for_what_has_happened() -> None:
    for claim in claims("The army freed ten miners. It will free nine prisoners on 3 December 2025."):
        if claim.status.value == "actual" and claim.when is not None:
            assert claim.when.first is not None
            assert claim.when.first <= PUBLISHED


@packs
def test_what_is_carried_over_is_said_to_be_inferred() -> None:
    text = "On 3 May 2024 soldiers took ten miners from a camp. Two of the prisoners were freed the next day."
    for claim in claims(text):
        if claim.when is not None and claim.when.first != date(2024, 5, 3):
            assert claim.when.basis in (Basis.STATED, Basis.INFERRED)
        assert any(reason.field == "when" for reason in claim.reasons)


@given(st.integers(0, 2_000))
def test_only_what_is_told_shortly_before_holds_on(start: int) -> None:
    text = "On 3 May 2024 it rained in the valley, and the river rose. " * 30
    for mention in told_before(dates_in(text, "en", 0), start):
        assert start - REACH <= mention.start < start


def test_the_weights_are_of_known_groups() -> None:
    groups = {"any", "act", "stock", "measure", "talk", "demand", "appointment"}
    assert {name.split("|")[0] for name in load("dating", Weights).when} <= groups
