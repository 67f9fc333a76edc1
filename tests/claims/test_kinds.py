"""Which clauses fill no frame, and whom a frame counts."""

import pytest
from grammar import claims

from habeas.claims.model import Kind
from habeas.intervals import Count

pytestmark = pytest.mark.packs


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The bank traded with 40 Lorvia-sanctioned firms in secret.", Kind.SANCTION),
        ("The popular RPG Iron Tarvo was released on Monday.", Kind.RELEASE),
        ("The high court quashes the conviction of former surgeon Adan Mireh.", Kind.SENTENCE),
    ],
)
def test_what_looks_like_a_happening_and_is_none(text: str, kind: Kind) -> None:
    assert kind not in {claim.kind for claim in claims(text)}


def test_arrests_made_are_counted() -> None:
    [claim] = claims("Police make 12 arrests after a march in the port.")
    assert claim.count == Count.exactly(12)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Guards captured the poet Adan Mireh alongside five other people.", 6),
        ("The king pardons two clerks, along with 40 other convicts.", 42),
    ],
)
def test_company_is_counted(text: str, count: int) -> None:
    assert count in {claim.count.min for claim in claims(text) if claim.count is not None}


def test_who_was_taken_is_the_person_and_not_the_body_they_work_for() -> None:
    found = claims("A nurse with Northaid Group who was arrested in May is ill.")
    assert [(claim.kind, claim.count) for claim in found] == [(Kind.DETENTION, Count.exactly(1))]
    assert "nurse" in found[0].quote.text


def test_charges_thrown_out_are_no_envoys() -> None:
    assert claims("The charges against the clerk Adan Mireh are thrown out by the court.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Rebel forces claim to have captured Brovo after a week of fighting.",
        "The bureau repatriates a colonial map to the museum.",
        "Nordwatch also reports evidence of torture at the Tarvo detention centre.",
        "Lorvia orders all of its envoys to speak against the vote.",
        "The firm will release all employees from a secrecy agreement.",
        "The judge finds the firm's founder guilty in a civil lawsuit.",
        "Forty inmates remain at large after the riot.",
        "Three clerks were captured on video in the port.",
    ],
)
def test_everyday_senses_are_no_claims(text: str) -> None:
    assert claims(text) == ()


def test_nouns_joined_under_a_singular_verb_are_one_person() -> None:
    [claim] = claims("The owner and founder of the bank Adan Mireh is arrested in Tarvo.")
    assert claim.count == Count.exactly(1)


def test_a_participle_after_an_object_tells_of_the_object() -> None:
    [claim] = claims("Clashes occur outside the hall, leaving 9 arrested and 70 injured.")
    assert (claim.count, claim.quote.text) == (Count.exactly(9), "leaving 9 arrested")


def test_a_call_for_an_arrest_is_no_demand() -> None:
    found = claims("The ministry urged the guards to arrest the poet.")
    assert Kind.DEMAND not in {claim.kind for claim in found}
