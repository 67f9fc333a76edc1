import pytest
from grammar import claims

from habeas.claims.model import Kind

pytestmark = pytest.mark.packs


def counts_and_days(text: str) -> list[tuple[list[int | None] | None, list[str | None] | None]]:
    return [
        (claim.count.to_ends() if claim.count else None, claim.when.to_days() if claim.when else None)
        for claim in claims(text)
        if claim.kind is Kind.RELEASE
    ]


def test_a_verb_left_out_is_read_again() -> None:
    assert counts_and_days("Fourteen miners were freed in June and 52 in September.") == [
        ([14, 14], ["2025-06-01", "2025-06-30"]),
        ([52, 52], ["2025-09-01", "2025-09-30"]),
    ]


def test_people_joined_by_and_are_one_claim() -> None:
    assert counts_and_days("The army freed ten miners and two tailors in June.") == [
        ([12, 12], ["2025-06-01", "2025-06-30"])
    ]
