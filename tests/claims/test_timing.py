"""Which date is the clause's own, and what an undated clause's tense says. Published on Wednesday 26 November 2025."""

import pytest
from grammar import PUBLISHED, claims

from habeas.claims.model import Claim, Kind, Status
from habeas.claims.timing import Tense, untimed
from habeas.intervals import Basis, Period

packs = pytest.mark.packs


def the(kind: Kind, text: str, language: str = "en") -> Claim:
    [claim] = [claim for claim in claims(text, language) if claim.kind is kind]
    return claim


DATED = [
    ("The army freed ten miners on Monday.", Kind.RELEASE, ["2025-11-24", "2025-11-24"]),
    ("Ten miners were freed in September.", Kind.RELEASE, ["2025-09-01", "2025-09-30"]),
    ("On Monday the army arrested ten miners and freed a tailor.", Kind.RELEASE, ["2025-11-24", "2025-11-24"]),
    ("The army freed ten miners arrested in 2021.", Kind.DETENTION, ["2021-01-01", "2021-12-31"]),
    ("The tailor, who was arrested in May, was freed.", Kind.DETENTION, ["2025-05-01", "2025-05-31"]),
    ("The army has freed ten miners.", Kind.RELEASE, ["2025-11-26", "2025-11-26"]),
    ("The army frees ten miners.", Kind.RELEASE, ["2025-11-26", "2025-11-26"]),
    ("The army freed ten miners.", Kind.RELEASE, None),
    ("The army will free ten miners.", Kind.RELEASE, None),
    ("The army promised on Monday to free ten miners.", Kind.RELEASE, None),
    ("The army holds ten prisoners.", Kind.HELD, ["2025-11-26", "2025-11-26"]),
    ("A court found the tailor guilty of a murder in 1985.", Kind.SENTENCE, None),
]


@packs
@pytest.mark.parametrize(("text", "kind", "days"), DATED)
def test_when(text: str, kind: Kind, days: list[str] | None) -> None:
    when = the(kind, text).when
    assert (None if when is None else when.to_days()) == days


@packs
def test_a_total_since_a_month_is_cumulative() -> None:
    claim = the(Kind.RELEASE, "The army has freed 178 miners since July.")
    assert claim.cumulative
    assert claim.when is not None
    assert claim.when.to_days() == ["2025-07-01", "2025-11-26"]


@packs
def test_one_person_held_since_a_day_is_no_total() -> None:
    assert not the(Kind.HELD, "The prisoner has been held without charge since July.").cumulative


def test_a_stock_without_time_is_of_the_published_day() -> None:
    assert untimed(Kind.HELD, Status.ACTUAL, Tense.PAST, PUBLISHED) == Period.day(PUBLISHED, Basis.PUBLISHED)


def test_without_a_published_day_nothing_is_dated() -> None:
    assert untimed(Kind.RELEASE, Status.ACTUAL, Tense.PRESENT, None) is None
