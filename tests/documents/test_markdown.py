"""Markdown: front matter, headline, and words without marks."""

from habeas.documents.markdown import read_markdown


def test_front_matter_headline_and_blocks() -> None:
    found = read_markdown(
        '---\ntitle: "Twelve freed"\ndate: 2025-11-03\n---\n![x](y.jpg)\n\n# Twelve freed\n\n**Twelve** people were\n[freed](http://x.example/a_(b)) on *Monday*.\n\n'
        "> “We waited.”\n\n## Who remains\n\n* one\n* two\n\n[Home](/) | [World](/w)\n\n```\ncode\n```\n<!-- no -->\n"
    )
    assert found.matter == {"title": "Twelve freed", "date": "2025-11-03"}
    assert found.title == "Twelve freed"
    assert found.text.split("\n\n") == [
        "Twelve people were freed on Monday.",
        "“We waited.”",
        "Who remains",
        "- one",
        "- two",
    ]


def test_a_scraper_s_first_lines_are_front_matter() -> None:
    found = read_markdown(
        "Title: Twelve freed\n\nURL Source: https://x.example/a\n\nPublished Time: 2025-11-03T10:00\n\nMarkdown Content:\nThey left at noon."
    )
    assert found.matter["url source"] == "https://x.example/a"
    assert found.text == "They left at noon."


def test_lines_that_look_like_keys_are_not_taken_from_a_text() -> None:
    assert read_markdown("Note: nothing changed.\n\nMore: text.").matter == {}


def test_underlined_headings_and_tables() -> None:
    found = read_markdown(
        "Twelve freed\n============\n\n| Name | Age |\n|---|---|\n| Ana Ejemplo | 40 |\n\nsnake_case stays, 2*3*4 too."
    )
    assert "Twelve freed" in found.text
    assert "Ana Ejemplo | 40" in found.text
    assert "snake_case stays, 2*3*4 too." in found.text
