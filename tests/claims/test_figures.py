"""Figures given for what was told before: the kind is that of the last claim of people."""

from datetime import date

import pytest

from habeas.claims.find import find_claims
from habeas.claims.model import Claim, Kind
from habeas.documents.model import Document
from habeas.syntax.packs import find as find_pack

pytestmark = pytest.mark.packs

ABOUT = {
    "en": "The report is about prisoners, detainees, inmates and prisons. ",
    "es": "El texto menciona presos, detenidos, reclusos y cárceles. ",
    "ru": "Доклад рассказывает о заключённых, задержанных, узниках и тюрьмах. ",
}

FIGURES = [
    ("en", "Lorvia freed 52 bakers on Monday. The ministry makes it 50.", Kind.RELEASE, [50, 50]),
    ("en", "Lorvia freed 52 bakers on Monday. The embassy gave a figure of 47.", Kind.RELEASE, [47, 47]),
    ("en", "Lorvia freed 52 bakers on Monday. The lawyers had it at 90 or more.", Kind.RELEASE, [90, None]),
    ("en", "Lorvia freed 52 bakers on Monday. The lawyers speak of no more than 40.", Kind.RELEASE, [None, 40]),
    ("en", "Lorvia freed 52 bakers on Monday, bringing the total to 178 since July.", Kind.RELEASE, [178, 178]),
    ("en", "Lorvia freed 52 bakers on Monday, against 38 in the whole of 2012.", Kind.RELEASE, [38, 38]),
    ("en", "Police detained 870 weavers, up from 600 in 2010.", Kind.DETENTION, [600, 600]),
    ("en", "The group counts 1,187 political prisoners. A year ago its list had 1,300 names.", Kind.HELD, [1300, 1300]),
    ("en", "The group counts 1,187 political prisoners. The official tally is 251.", Kind.HELD, [251, 251]),
    ("en", "Five inmates died in custody in May. The lawyers say it was nine.", Kind.DEATH, [9, 9]),
    ("en", "Lorvia freed 52 bakers. Police raised the number of arrests this year to 871.", Kind.DETENTION, [871, 871]),
    ("en", "Lorvia freed 52 bakers. The number of executions has reached five.", Kind.DEATH, [5, 5]),
    ("es", "Lorvia liberó a 52 panaderos el lunes. Los abogados hablan de 40.", Kind.RELEASE, [40, 40]),
    ("ru", "В понедельник освободили 52 пекарей. Юристы насчитали 47.", Kind.RELEASE, [47, 47]),
]


def read(text: str, language: str) -> tuple[Claim, ...]:
    if find_pack(language) is None:
        pytest.skip(f"no language pack for {language}")
    [(_, claims)] = find_claims([Document("test", ABOUT[language] + text, date(2024, 5, 15), language)])
    return claims


@pytest.mark.parametrize(("language", "text", "kind", "ends"), FIGURES)
def test_a_figure_has_the_kind_of_the_claim_before(
    language: str, text: str, kind: Kind, ends: list[int | None]
) -> None:
    found = [(claim.kind, claim.count.to_ends()) for claim in read(text, language) if claim.count is not None]
    assert (kind, ends) in found[1:]


@pytest.mark.parametrize(
    "text",
    [
        "Lorvia freed 52 bakers on Monday. The lawyers say 307 people live in the valley.",
        "Lorvia freed 52 bakers on Monday. The bank put its losses at 90 crowns.",
        "The ministry makes it 50.",
    ],
)
def test_other_numbers_and_figures_of_nothing_are_no_claims(text: str) -> None:
    assert len(read(text, "en")) == text.count("freed")
