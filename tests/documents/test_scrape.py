"""Scrapes: the story found among what a page leaves around it."""

from habeas.documents.scrape import read_scrape

PROSE = [
    "Twelve people walked out of the prison of Exampleville on Monday after the council of elders asked for them.",
    "The governor had refused three such requests since spring, and nobody among the relatives expected a fourth.",
    "Eight others are still inside, the council said, and it means to ask for them again before the first snow falls.",
]
HEADLINE = "Council wins release of twelve in Exampleville"

SCRAPE = f"""{HEADLINE} | World | Sample Post

.ad {{ color: red; }}
Home
World
Sign in

{HEADLINE}

Example Wire |
Published on: Nov 26, 2025 05:00 PM IST

{PROSE[0]}

The gate of the prison at dusk.
The gate of the prison at dusk. (Sample)

{PROSE[1]}

Read more: A different story

A GOVERNOR'S CHANGE OF HEART

{PROSE[2]}

Stay with Sample Post for all that happens on both banks of the river, every single day of the year.
Stay with Sample Post for all that happens on both banks of the river, every single day of the year.
SHARE THIS ARTICLE ON
Comments
reader1: About time, and may the others follow them out of that place before the winter comes!
.card {{ padding: 1px; }} .card img {{ width: 100% }}
"""


def test_the_parts_of_a_scrape() -> None:
    found = read_scrape(SCRAPE)
    assert found.title == HEADLINE
    assert found.publisher == "Sample Post"
    assert found.header == ("Example Wire |", "Published on: Nov 26, 2025 05:00 PM IST")
    assert found.paragraphs == (PROSE[0], PROSE[1], "A GOVERNOR'S CHANGE OF HEART", PROSE[2])


def test_a_teaser_in_the_menu_does_not_begin_the_story() -> None:
    teaser = "The weather will be fine for the whole of the week, says the office that measures the rain in town."
    menu = "\n".join(["Home", teaser, *(f"Section {number}" for number in range(12))])
    found = read_scrape("\n\n".join([HEADLINE, menu, "By A. Writer", *PROSE]))
    assert found.paragraphs == tuple(PROSE)


def test_lists_of_other_stories_after_the_end_are_left_out() -> None:
    after = "\n".join(f"Another headline number {number}" for number in range(15))
    teaser = (
        "Three bakers have been fined for selling bread at night, against an old law of the town that few remember."
    )
    found = read_scrape("\n\n".join([HEADLINE, *PROSE, after, teaser]))
    assert found.paragraphs == tuple(PROSE)


def test_a_list_of_names_is_kept() -> None:
    names = ["1. Ivan Beispiel", "2. Petra Muster", "3. Jan Voorbeeld"]
    found = read_scrape("\n".join([HEADLINE, "Published: 4 May 2025", "", PROSE[0], *names, PROSE[1], "Share"]))
    assert found.paragraphs == (PROSE[0], *names, PROSE[1])


def test_wrapped_lines_are_joined() -> None:
    wrapped = f"{HEADLINE}\n\nTwelve people walked out of the prison of Exampleville on\nMonday after the council of elders asked the governor to let\nthem go.\n\nEight others are still inside, and the council means to ask\nfor them again."
    assert read_scrape(wrapped).paragraphs == (
        "Twelve people walked out of the prison of Exampleville on Monday after the council of elders asked the governor to let them go.",
        "Eight others are still inside, and the council means to ask for them again.",
    )


def test_text_alone_is_a_story_without_a_title() -> None:
    found = read_scrape(f"{PROSE[0]} {PROSE[1]}\n\n{PROSE[2]}")
    assert found.title is None
    assert found.paragraphs == (f"{PROSE[0]} {PROSE[1]}", PROSE[2])


def test_a_page_without_prose_gives_nothing_made_up() -> None:
    assert read_scrape("").paragraphs == ()
    assert read_scrape("Home\nLog in\nMenu").paragraphs == ()
