"""Headlines: publishers in window titles, standfirsts, and the lines above."""

import pytest

from habeas.documents.headlines import is_standfirst, lines_above, of_page, split_window


@pytest.mark.parametrize(
    ("window", "parts"),
    [
        ("Twelve freed in Exampleville | World | Sample Post", ("Twelve freed in Exampleville", "Sample Post")),
        ("Twelve freed in Exampleville | World News", ("Twelve freed in Exampleville", None)),
        ("Twelve freed in Exampleville – Sample Post", ("Twelve freed in Exampleville", "Sample Post")),
        ("Двенадцать освобождены :: Примерные вести", ("Двенадцать освобождены", "Примерные вести")),
        ("Twelve freed in Exampleville", ("Twelve freed in Exampleville", None)),
    ],
)
def test_a_window_s_title_names_the_publisher_last(window: str, parts: tuple[str, str | None]) -> None:
    assert split_window(window) == parts


def test_with_the_headline_known_the_publisher_may_stand_before_it() -> None:
    assert split_window("ABC | Doce liberados ayer", "Doce liberados ayer") == ("Doce liberados ayer", "ABC")


def test_a_page_without_a_heading_takes_the_title_of_its_head() -> None:
    window = "Twelve freed in Exampleville | Sample Post"
    assert of_page(["Twelve freed in Exampleville", window], window, None) == (
        "Twelve freed in Exampleville",
        "Sample Post",
    )
    assert of_page([window], window, None) == ("Twelve freed in Exampleville", "Sample Post")
    assert of_page([], None, None) == (None, None)


TITLE = "Council wins release of twelve prisoners in Exampleville"
LEAD = "The council of elders in Exampleville won the release of twelve prisoners on Monday, its spokesman told this paper."
THIRD = "Nobody had expected it, and the families brought no cars."


def test_a_standfirst_adds_to_the_headline_and_a_lead_tells_it() -> None:
    standfirst = "Families say eight more are inside and wait for the snow."
    assert is_standfirst([standfirst, LEAD, THIRD], TITLE, after_byline=True)
    assert not is_standfirst([LEAD, THIRD, standfirst], TITLE, after_byline=True)
    assert not is_standfirst([f"EXAMPLEVILLE - {standfirst}", LEAD, THIRD], TITLE, after_byline=True)
    assert not is_standfirst([standfirst, LEAD, THIRD], TITLE, after_byline=False)
    assert not is_standfirst([standfirst, LEAD], TITLE, after_byline=True)


def test_the_day_above_a_headline_needs_a_time_or_a_label() -> None:
    lines = ["Lunes, 16 de febrero de 2026 10:00", "Posted 4 May 2025", "Headline"]
    assert lines_above(lines, 2) == ["Posted 4 May 2025"]
    assert lines_above(["07 ноября 2024, 16:05", "Headline"], 1) == ["07 ноября 2024, 16:05"]
    assert lines_above(["7 May 2025", "Headline"], 1) == []
