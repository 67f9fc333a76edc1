"""Days: those a page states as its publication, in three languages, and none that is guessed."""

from datetime import date

import pytest

from habeas.documents.days import dated_opening, days_in, labelled_day, published_day, without_days


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published on: Nov 26, 2025 05:00 PM IST", date(2025, 11, 26)),
        ("Updated 17 December 2024, 08:41", date(2024, 12, 17)),
        ("Sept. 4, 2024 at 2:20 p.m.", date(2024, 9, 4)),
        ("the 3rd of March 2021", date(2021, 3, 3)),
        ("2025-09-12T15:42", date(2025, 9, 12)),
        ("Lunes, 02 Febrero 2026 17:48", date(2026, 2, 2)),
        ("Publicado el 3 de noviembre de 2025", date(2025, 11, 3)),
        ("27 FEB 2026 10:22", date(2026, 2, 27)),
        ("20 enero, 2026", date(2026, 1, 20)),
        ("16/02/2026 08:14", date(2026, 2, 16)),
        ("07 ноября 2024, 16:05", date(2024, 11, 7)),
        ("Опубликовано: 12.09.2025 в 14:30", date(2025, 9, 12)),
        ("1 мая 2025 г.", date(2025, 5, 1)),
    ],
)
def test_full_dates_are_read(line: str, day: date) -> None:
    assert published_day([line]) == day


@pytest.mark.parametrize(
    "line", ["3 hours ago", "26 November", "31 February 2025", "© 2025", "No. 12/2024", "May 2025", "12 of 2030 people"]
)
def test_less_than_a_day_is_none(line: str) -> None:
    assert published_day([line]) is None


def test_a_date_in_figures_counts_where_the_language_tells_its_order() -> None:
    assert published_day(["03/04/2025"]) is None
    assert published_day(["03/04/2025"], "en-US") == date(2025, 3, 4)
    assert published_day(["03/04/2025"], "en-GB") == date(2025, 4, 3)
    assert published_day(["03/04/2025"], "es") == date(2025, 4, 3)
    assert published_day(["03.04.2025"]) == date(2025, 4, 3)
    assert published_day(["03/14/2025"]) == date(2025, 3, 14)


def test_a_label_comes_before_a_bare_day_and_a_change_last() -> None:
    lines = ["Updated 3 May 2025", "2 May 2025", "First published 1 May 2025"]
    assert published_day(lines) == date(2025, 5, 1)
    assert published_day(lines[:2]) == date(2025, 5, 2)
    assert published_day(lines[:1]) == date(2025, 5, 3)
    assert labelled_day(lines[:2]) is None


def test_a_bare_day_in_a_sentence_is_not_the_page_s() -> None:
    caption = "The mayor of Exampleville speaks to voters from the steps of the old town hall on 16 January 2020, a week before the vote."
    assert published_day([caption, "18 January 2020"]) == date(2020, 1, 18)


def test_a_statement_s_dateline_gives_its_day() -> None:
    assert dated_opening("GENEVA (8 February 2024) – Experts today called for the release of ten people.") == date(
        2024, 2, 8
    )
    assert dated_opening("March 5, 2025 – Ottervale, Ontario – The minister spoke.") == date(2025, 3, 5)
    assert dated_opening("Ten people held since 8 February 2024 were freed.") is None


def test_several_days_of_a_line_are_told_apart() -> None:
    stated = list(days_in("Published January 27, 2026 6:32 a.m. | UPDATED January 28, 2026"))
    assert [(one.day.day, one.claim.name, one.timed) for one in stated] == [
        (27, "PUBLISHED", True),
        (28, "UPDATED", False),
    ]


def test_a_line_without_its_days_leaves_the_names() -> None:
    rest, dated = without_days("Wire Name | Published: Thursday, 4 May 2025 10:15 GMT")
    assert dated
    assert rest.replace("|", " ").split() == ["Wire", "Name", ":", ","]
