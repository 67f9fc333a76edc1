"""Metadata: what the head of a page says."""

from datetime import date

import pytest

from habeas.documents.markup import find_heading, parse
from habeas.documents.metadata import Head, address_day, read_head, stamp_day, time_beside


def head(inner: str, attributes: str = "") -> Head:
    return read_head(parse(f"<html {attributes}><head>{inner}</head><body><p>x</p></body></html>", "a.html"))


@pytest.mark.parametrize(
    ("inner", "day"),
    [
        ('<meta property="article:published_time" content="2025-09-12T23:42:00+03:00">', date(2025, 9, 12)),
        ('<meta itemprop="datePublished" content="2024-11-07">', date(2024, 11, 7)),
        ('<meta name="DC.date.issued" content="20250205">', date(2025, 2, 5)),
        ('<meta name="date" content="3 May 2025">', date(2025, 5, 3)),
        ('<meta property="article:modified_time" content="2025-09-12">', None),
        ('<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2025-05-05"}</script>', None),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"datePublished":"2025-05-04T01:00Z"}]}</script>',
            date(2025, 5, 4),
        ),
        (
            '<script type="application/ld+json">{"broken": </script><meta name="pubdate" content="2025-05-04">',
            date(2025, 5, 4),
        ),
    ],
)
def test_published_days(inner: str, day: date | None) -> None:
    assert head(inner).published == day


def test_universal_time_is_told_from_local() -> None:
    assert stamp_day("2026-01-26T23:10:00Z") == (date(2026, 1, 26), True)
    assert stamp_day("2026-01-26T23:10:00-05:00") == (date(2026, 1, 26), False)
    assert stamp_day("2026-13-26") is None


def test_publisher_title_language_and_organizations() -> None:
    found = head(
        '<title>Twelve freed | Sample Post</title><link rel="canonical" href="https://x.example/a">'
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Twelve freed","publisher":{"name":"Sample Post"},'
        '"author":[{"@type":"Person","name":"A. Writer"},{"@type":"Organization","name":"Example Wire"}]}</script>',
        'lang="en-GB"',
    )
    assert (found.titles[0], found.window) == ("Twelve freed", "Twelve freed | Sample Post")
    assert (found.publisher, found.organizations) == ("Sample Post", ("Example Wire",))
    assert (found.url, found.tag) == ("https://x.example/a", "en-GB")


def test_a_page_that_says_nothing_says_nothing() -> None:
    assert head("") == Head()


def test_times_beside_the_headline_and_days_in_addresses() -> None:
    tree = parse(
        '<main><div><h1>Twelve people freed</h1><time class="updated" datetime="2025-05-06">x</time><time datetime="2025-05-04">y</time></div></main>',
        "a",
    )
    heading = find_heading(tree, ["Twelve people freed"])
    assert heading is not None
    assert time_beside(heading) == date(2025, 5, 4)
    assert address_day("https://x.example/world/2025/09/12/a") == date(2025, 9, 12)
    assert address_day("https://x.example/2025/12/a") is None
