"""Agencies: whose copy a page carries."""

import pytest

from habeas.documents.agencies import agency, has_dateline, is_credit


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Reuters |", "Reuters"),
        ("By Associated Press", "Associated Press"),
        ("AP | 3 May 2025", "Associated Press"),
        ("Agencia Muestra | 16/02/2026 08:14", "Agencia Muestra"),
        ("By P. Writer, Example Commodity Wire", "Example Commodity Wire"),
        ("By our foreign staff with Example Wire", "Example Wire"),
        ("Northexample | Published: November 21, 2024 12:25", "Northexample"),
        ("By Northexample", "Northexample"),
        ("07 ноября 2024, 16:05 ТАСС", "TASS"),
        ("By Ada Writer", None),
        ("Ada Writer | 3 May 2025", None),
        ("Por Redacción", None),
        ("Published: 3 May 2025 | World", None),
    ],
)
def test_bylines(header: str, name: str | None) -> None:
    assert agency(header=[header]) == name


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("MINSK (Example) - Twelve people were freed.", "Example"),
        ("CARACAS, Jan 9 (AP) — Twelve people were freed.", "Associated Press"),
        ("Madrid, 3 feb (EFE).- Doce personas fueron liberadas.", "EFE"),
        ("МОСКВА, 5 октября. /ТАСС/. Двенадцать человек освобождены.", "TASS"),
        ("МОСКВА, 5 окт - РИА Новости. Двенадцать человек освобождены.", "RIA Novosti"),
        ("Twelve people (nine women) were freed.", None),
        ("The group (Example) said - twelve were freed.", None),
    ],
)
def test_datelines(opening: str, name: str | None) -> None:
    assert agency(opening=opening) == name


@pytest.mark.parametrize(
    ("tail", "name"),
    [
        ("(Reporting by Example Newswire, Vilnius desk)", "Example Newswire"),
        ("This story was distributed by Example Newswire.", "Example Newswire"),
        ("© 2026 Example Newswire. All rights reserved.", "Example Newswire"),
        ("— Agencia EFE", "EFE"),
        ("Comments are closed.", None),
    ],
)
def test_notes_below_the_story(tail: str, name: str | None) -> None:
    assert agency(tail=[tail]) == name


def test_the_publisher_is_not_its_own_agency() -> None:
    assert agency(authors=["Example Herald"], publisher="Example Herald") is None
    assert agency(opening="Caracas, 2 feb (ABO).- Algo pasó.", publisher="Agencia Bolivariana del Orinoco") is None


def test_a_dateline_picks_out_the_full_name_of_a_byline() -> None:
    assert agency(header=["Otra Agencia, Agencia Austral"], opening="CARACAS (Austral).- Algo.") == "Agencia Austral"


def test_openings_and_credits_are_told() -> None:
    assert has_dateline("VILNIUS, Sept 12 (Wire) - Fifty were freed.")
    assert has_dateline("BRUSSELS - Twenty-six names went on the list.")
    assert not has_dateline("EU officials said on Monday that it was so.")
    assert is_credit("(AFP)")
    assert not is_credit("AFP reporters were there.")
