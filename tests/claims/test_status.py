"""Plans, possibilities, refusals and demands, by modal verbs, negation and what governs the clause."""

import pytest
from grammar import claims

from habeas.claims.model import Kind, Status

pytestmark = pytest.mark.packs

SENTENCES = [
    ("The army freed ten miners.", Kind.RELEASE, Status.ACTUAL),
    ("The army will free ten miners.", Kind.RELEASE, Status.PLANNED),
    ("The army promised to free ten miners.", Kind.RELEASE, Status.PLANNED),
    ("The court ordered the release of ten miners.", Kind.RELEASE, Status.PLANNED),
    ("The army may free ten miners.", Kind.RELEASE, Status.POSSIBLE),
    ("The army is considering the release of ten miners.", Kind.RELEASE, Status.POSSIBLE),
    ("The two sides discussed the possible release of ten prisoners.", Kind.RELEASE, Status.POSSIBLE),
    ("The army refused to free ten miners.", Kind.RELEASE, Status.REFUSED),
    ("The army has not freed the ten miners.", Kind.RELEASE, Status.REFUSED),
    ("The ministry denied holding ten prisoners.", Kind.HELD, Status.REFUSED),
    ("No miners were arrested.", Kind.DETENTION, Status.REFUSED),
    ("The ministry announced the release of ten miners.", Kind.RELEASE, Status.ACTUAL),
    ("The council voted to impose sanctions on Lorvia.", Kind.SANCTION, Status.ACTUAL),
    ("The council is discussing sanctions on Lorvia.", Kind.TALKS, Status.ACTUAL),
]


RUSSIAN = [
    ("Армия освободила десять шахтёров.", Kind.RELEASE, Status.ACTUAL),
    ("Армия освободит десять шахтёров в мае.", Kind.RELEASE, Status.PLANNED),
    ("Десять шахтёров будут освобождены в мае.", Kind.RELEASE, Status.PLANNED),
    ("Десять шахтёров освобождены не будут.", Kind.RELEASE, Status.REFUSED),
    ("Десять шахтёров не отпустили.", Kind.RELEASE, Status.REFUSED),
    ("Армия может освободить десять шахтёров.", Kind.RELEASE, Status.POSSIBLE),
    ("Армия отказалась освободить десять шахтёров.", Kind.RELEASE, Status.REFUSED),
    ("Освободите моего брата!", Kind.DEMAND, Status.ACTUAL),
    ("Десять шахтёров должны быть освобождены.", Kind.DEMAND, Status.ACTUAL),
]


@pytest.mark.parametrize(("sentence", "kind", "status"), RUSSIAN)
def test_russian_status(sentence: str, kind: Kind, status: Status) -> None:
    assert (kind, status) in {(claim.kind, claim.status) for claim in claims(sentence, "ru")}


@pytest.mark.parametrize(("sentence", "kind", "status"), SENTENCES)
def test_status(sentence: str, kind: Kind, status: Status) -> None:
    assert (kind, status) in {(claim.kind, claim.status) for claim in claims(sentence)}


def test_a_call_for_a_release_is_a_demand_and_no_release() -> None:
    assert [claim.kind for claim in claims("The bishop urged the army to free ten miners.")] == [Kind.DEMAND]


def test_what_must_be_done_is_demanded() -> None:
    assert [claim.kind for claim in claims("The ten miners must be freed.")] == [Kind.DEMAND]


def test_a_condition_is_no_claim() -> None:
    kinds = {claim.kind for claim in claims("If the ten miners are freed, the strike will end.")}
    assert Kind.RELEASE not in kinds


@pytest.mark.parametrize(
    "sentence",
    [
        "The bloc threatens Lorvia with tariffs if the poet is not released.",
        "The guild will sell the grain if all clerks jailed in Lorvia are freed.",
        "The speaker said the clerk deserves to be hanged.",
    ],
)
def test_what_is_supposed_or_wished_is_no_claim(sentence: str) -> None:
    assert {claim.kind for claim in claims(sentence)}.isdisjoint({Kind.RELEASE, Kind.DEATH})


def test_a_modal_holds_for_a_second_passive() -> None:
    [status] = [
        claim.status
        for claim in claims("The two clerks could lose their posts or be deported.")
        if claim.kind is Kind.EXPULSION
    ]
    assert status is Status.POSSIBLE


def test_a_clause_before_another_is_not_governed_by_it() -> None:
    found = claims("The clerk was found guilty of theft in May, however he faces a second trial.")
    assert (Kind.SENTENCE, Status.ACTUAL) in {(claim.kind, claim.status) for claim in found}
