"""Main text of HTML pages: what stays, and what each template's furniture is."""

import pytest

from habeas.documents.maintext import Story, read_story
from habeas.documents.markup import parse

TITLE = "Council wins release of twelve in Exampleville"
P = [
    "Twelve people walked out of the prison of Exampleville on Monday after the council of elders asked for them.",
    "The governor had refused three such requests since spring, and nobody among the relatives expected a fourth.",
    "Eight others are still inside, the council said, and it means to ask for them again before the first snow.",
    "Their lawyers were told that no date had been set, and that none would be set before the harvest was in.",
]


def story(body: str) -> Story:
    return read_story(parse(f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>", "a.html"), [TITLE])


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    "inserted",
    [
        '<div class="ad-slot"><span>Advertisement</span></div>',
        "<p>Advertisement</p>",
        "<aside><p>A pull quote that is long enough to be taken for a paragraph of the story itself, and is none.</p></aside>",
        '<figure><img src="x"><figcaption>A gate at dusk.</figcaption></figure>',
        '<div class="lead-photo"><span class="caption">A gate at dusk in a picture from the archive of the town.</span></div>',
        '<div class="also-read"><b>Also read:</b> <a href="/x">A different story altogether</a></div>',
        "<p>Read more: <a href='/x'>A different story altogether</a></p>",
        '<div class="newsletter-box"><h5>The Brief</h5><p>Get it every day.</p><button>Sign up</button></div>',
        '<p style="display:none">Hidden words that nobody reads, long enough to be a paragraph of their own right.</p>',
        '<div aria-hidden="true">Twelve people walked out of the prison</div>',
        "<table><tr><th>Date</th><th>Total</th></tr><tr><td>28 Jan</td><td>711</td></tr></table>",
        "<h3>Related</h3><ul><li><a href='/a'>One other story</a></li><li><a href='/b'>Two other story</a></li></ul>",
    ],
)
def test_furniture_between_paragraphs_goes(inserted: str) -> None:
    body = f"<article><h1>{TITLE}</h1>{paragraphs(*P[:2])}{inserted}{paragraphs(*P[2:])}</article>"
    assert story(body).paragraphs == tuple(P)


@pytest.mark.parametrize(
    "above",
    [
        '<p class="standfirst">A summary of the story, set in larger type over it.</p>',
        '<h2 class="strap">Authorities gave no names</h2>',
        '<p class="meta">By A. Writer · <time datetime="2024-07-08">8 July 2024</time></p>',
        '<p role="doc-subtitle">A quiet visit and a loud return</p>',
    ],
)
def test_what_stands_over_the_story_is_no_text(above: str) -> None:
    found = story(f"<div class='kicker'>World</div><h1>{TITLE}</h1>{above}<div>{paragraphs(*P)}</div>")
    assert found.title == TITLE
    assert found.paragraphs == tuple(P)


@pytest.mark.parametrize(
    "below",
    [
        '<section class="x"><h4>Comments</h4><p><i>reader:</i> It is high time that they let all of them go, and soon, I should say.</p></section>',
        '<div class="recirc"><ul><li><a href="/a">Another story</a></li></ul></div>',
        "<p>(Reporting by Example Wire; editing by A. Name)</p>",
        "<footer><p>Sample Post, 14 Mill Street, a newspaper for all of the town and for the river since 1871.</p></footer>",
    ],
)
def test_what_stands_below_the_story_is_no_text(below: str) -> None:
    assert story(f"<main><h1>{TITLE}</h1>{paragraphs(*P)}</main>{below}").paragraphs == tuple(P)


def test_crossheads_lists_names_and_quotes_stay_in_their_place() -> None:
    body = f"<article><h1>{TITLE}</h1>{paragraphs(P[0])}<h2>Who was freed</h2><ul><li>Ivan Beispiel, baker</li><li>Petra Muster, teacher</li></ul>{paragraphs(P[1])}<blockquote><p>{P[2]}</p></blockquote></article>"
    assert story(body).paragraphs == (
        P[0],
        "Who was freed",
        "Ivan Beispiel, baker",
        "Petra Muster, teacher",
        P[1],
        P[2],
    )


def test_a_table_of_names_stays() -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>teacher</td></tr>" for name in ("Ivan Beispiel", "Petra Muster", "Ana Ejemplo")
    )
    found = story(f"<article><h1>{TITLE}</h1>{paragraphs(*P)}<table>{rows}</table></article>")
    assert found.paragraphs[-3:] == ("Ivan Beispiel | teacher", "Petra Muster | teacher", "Ana Ejemplo | teacher")


def test_text_parted_by_breaks_is_parted() -> None:
    assert story(f"<h1>{TITLE}</h1><div class='text'>{'<br><br>'.join(P)}</div>").paragraphs == tuple(P)


def test_a_live_page_keeps_its_headings_over_their_posts() -> None:
    posts = "".join(
        f"<div class='post'><span class='time'>1{n}:00</span><h3>Heading {n}</h3><p>{text}</p></div>"
        for n, text in enumerate(P)
    )
    found = story(f"<h1>{TITLE}</h1><div class='live'>{posts}</div>")
    assert found.paragraphs == (P[0], "Heading 1", P[1], "Heading 2", P[2], "Heading 3", P[3])


def test_repeated_paragraphs_are_kept_as_often_as_they_stand() -> None:
    assert story(f"<article><h1>{TITLE}</h1>{paragraphs(P[0], P[1], P[1], P[2])}</article>").paragraphs == (
        P[0],
        P[1],
        P[1],
        P[2],
    )


def test_an_article_that_calls_itself_furniture_is_still_read() -> None:
    assert story(f"<div class='promo related'><h1>{TITLE}</h1>{paragraphs(*P)}</div>").paragraphs == tuple(P)


def test_deep_nesting_and_many_elements_end_soon() -> None:
    deep = "<div>" * 1500 + paragraphs(*P) + "</div>" * 1500
    assert P[0] in " ".join(story(deep).paragraphs)
    many = "".join(f"<p>{P[0]} That was number {number}.</p>" for number in range(5000))
    assert len(story(many).paragraphs) == 5000
