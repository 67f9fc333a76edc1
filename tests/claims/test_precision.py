"""What looks like a claim and is none, and what counts, statuses and quotes must not be taken from next door."""

from __future__ import annotations

from datetime import date

import pytest

from habeas.claims.find import find_claims
from habeas.claims.model import Claim, Kind, Status
from habeas.documents.model import Document

pytestmark = pytest.mark.packs


def read(text: str, language: str = "en") -> list[Claim]:
    """The claims of a short report."""
    ((_, claims),) = find_claims([Document("1", text, date(2024, 5, 15), language)])
    return list(claims)


NOTHING = [
    "At least 34 prisoners remain at large.",
    "The yacht Blue Vell is seized by pirates off the coast.",
    "Jora Wend releases Blue Rain in the north.",
    "The new law makes it easier to deport migrants who commit offences.",
    "New rules make it more difficult to expel gay soldiers.",
    "The league expels Norvik Rangers; the federation expelled another club.",
    "The party named Tom Varrel as its nominee for Speaker of the House of Representatives.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_claim_is_none(text: str) -> None:
    assert read(text) == []


ONCE = [
    ("Lorvia executes Sari Jamel, the first woman to be executed in the country in twenty years.", Kind.DEATH),
    ("The tribunal reduced a travel ban imposed on the activist; Lorvia sanctioned two banks.", Kind.SANCTION),
]


@pytest.mark.parametrize(("text", "kind"), ONCE)
def test_what_tells_only_which_one_is_meant_is_no_claim_of_its_own(text: str, kind: Kind) -> None:
    assert [claim.kind for claim in read(text)] == [kind]


COUNTS = [
    ("Lorvia deports an alleged people smuggler to Tassen on Monday.", [1, 1]),
    ("A court issues an arrest warrant for war crimes against Sorin Vadu.", [1, 1]),
    ("Police announced the arrest of an unspecified number of women.", [3, None]),
    ("The deputy is appealing a sentence of nine years in prison.", [1, 1]),
]


@pytest.mark.parametrize(("text", "ends"), COUNTS)
def test_a_count_is_that_of_the_people_affected(text: str, ends: list[int | None]) -> None:
    counts = [claim.count.to_ends() for claim in read(text) if claim.count is not None]
    assert counts == [ends]


def test_a_relative_clause_counts_all_whom_it_tells_of() -> None:
    claims = read("The army released 162 of the 270 miners who were detained in May.")
    found = {claim.kind: claim.count.to_ends() for claim in claims if claim.count is not None}
    assert found == {Kind.RELEASE: [162, 162], Kind.DETENTION: [270, 270]}


def test_what_somebody_is_to_undergo_is_planned() -> None:
    (claim,) = read("Tarvo Melin is to be extradited from Lorvia to Tassen.")
    assert claim.status is Status.PLANNED


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Several Lorvian troops are also taken prisoner by the militia.", [3, None]),
        ("Lorvia freed Arno Ramel, one of 13 prisoners who had refused to go into exile.", [13, 13]),
    ],
)
def test_a_word_for_what_people_are_taken_counts_nobody(text: str, ends: list[int | None]) -> None:
    assert ends in [claim.count.to_ends() for claim in read(text) if claim.count is not None]


@pytest.mark.parametrize(
    "text",
    [
        "The footballer faces sanctions after the football match; FIFA imposed sanctions on him.",
        "The province imposes a travel ban on visitors over the pandemic.",
        "He forms a cabinet with the dismissed and imprisoned members Jora Turel and Josep Vell.",
        "After a long trial she was found not guilty of the murder.",
        "The governor reports 779 more deaths from the flu.",
    ],
)
def test_bans_of_sport_and_everyday_and_bare_words_are_no_claims(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Lorvia expels a consul in a decision following the expulsion of Vora Lent.", Kind.EXPULSION, Status.ACTUAL),
        ("Hundreds march against the arrest of the editor Vora Lent.", Kind.DETENTION, Status.ACTUAL),
    ],
)
def test_what_is_protested_or_went_before_has_happened(text: str, kind: Kind, status: Status) -> None:
    assert {(claim.kind, claim.status) for claim in read(text)} == {(kind, status)}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Officers arrested another man in connection with the 2013 Norvik attack.", [Kind.DETENTION]),
        ("A court sentenced the clerk to seven years, with an overall sentence of 33 years.", [Kind.SENTENCE]),
        ("A gang killed 31 inmates in the prison.", [Kind.DEATH]),
        ("Lorvia arrested two drivers on suspicion of kidnapping a judge.", [Kind.DETENTION]),
        ("The player is on hunger strike over his detention without charge.", []),
        ("Police arrested five people and seized 17 million crowns.", [Kind.DETENTION]),
    ],
)
def test_what_stands_beside_a_claim_is_no_other(text: str, kinds: list[Kind]) -> None:
    assert [claim.kind for claim in read(text)] == kinds


def test_one_of_many_does_not_count_the_many() -> None:
    claims = read("One of the girls kidnapped in 2014 by militants was freed on Monday.")
    assert {claim.kind: claim.count.to_ends() for claim in claims if claim.count is not None} == {
        Kind.DETENTION: [2, None],
        Kind.RELEASE: [1, 1],
    }


def test_a_list_counts_all_its_members() -> None:
    (claim,) = read("Seven Germans, one Briton and a South Korean are captured by rebels.")
    assert claim.count is not None
    assert claim.count.to_ends() == [9, 9]


@pytest.mark.parametrize(
    "text",
    [
        "Arlen Soft ends support for its system a decade after its release. The prison is full.",
        "Lorvia told of arrest warrants; prisoners wait.",
    ],
)
def test_releases_of_things_and_bare_warrants_are_no_claims(text: str) -> None:
    assert read(text) == []
