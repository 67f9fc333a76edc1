"""What is background and no claim of its own."""

import pytest
from grammar import claims

from habeas.claims.model import Kind

pytestmark = pytest.mark.packs

BACKGROUND = [
    ("The jailed poet is ill.", Kind.DETENTION),
    ("The men convicted of the theft appealed.", Kind.SENTENCE),
    ("The poet spoke of his arrest.", Kind.DETENTION),
]
TOLD = [
    ("The arrest of two poets in May was filmed.", Kind.DETENTION),
    ("The poet, arrested in May, is ill.", Kind.DETENTION),
    ("Ten poets arrested in raids in Lorvia", Kind.DETENTION),
]


@pytest.mark.parametrize(("text", "kind"), BACKGROUND)
def test_background_is_no_claim(text: str, kind: Kind) -> None:
    assert kind not in {claim.kind for claim in claims(text)}


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_background_with_its_own_time_or_number_is_a_claim(text: str, kind: Kind) -> None:
    assert kind in {claim.kind for claim in claims(text)}


def test_two_verbs_of_one_happening_are_one_claim() -> None:
    detentions = [claim for claim in claims("The poet was arrested and detained.") if claim.kind is Kind.DETENTION]
    assert len(detentions) == 1


def test_captivity_before_a_release_is_no_third_claim() -> None:
    kinds = [
        claim.kind for claim in claims("The nurse Orla Venn, who was held hostage in Lorvia, is released unharmed.")
    ]
    assert kinds == [Kind.RELEASE]


WAITING = "Ten prisoners wait in Tarvo. The families of the hostages visited the detainees and the captives. "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The agreement was signed on Monday.", Kind.DEAL),
        ("There was no deal.", Kind.DEAL),
        ("The two sides met for six hours.", Kind.TALKS),
        ("Negotiations collapsed in May.", Kind.TALKS),
    ],
)
def test_a_topic_told_just_before_is_what_talks_and_deals_are_about(text: str, kind: Kind) -> None:
    assert kind in {claim.kind for claim in claims(WAITING + text)}
    assert not claims(f"Ten farmers wait in Tarvo. {text}")


@pytest.mark.parametrize("text", ["Orla Venn met her mother.", "The envoys initialled an accord on fish."])
def test_company_and_other_matters_are_no_talks(text: str) -> None:
    assert not {Kind.TALKS, Kind.DEAL} & {claim.kind for claim in claims(WAITING + text)}
