"""Reading pages into documents: whole pages of each shape, and the cases beside the project."""

import io
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from habeas import stories
from habeas.documents.model import Document
from habeas.documents.read import read_document, read_documents
from habeas.errors import BadInput
from habeas.pages import Page, Shape

P = [
    "Twelve people walked out of the prison of Exampleville on Monday after the council of elders asked for them.",
    "The governor had refused three such requests since spring, and nobody among the relatives expected a fourth.",
    "Eight others are still inside, the council said, and it means to ask for them again before the first snow.",
]
TITLE = "Council wins release of twelve in Exampleville"


def html(head: str = "", above: str = "", below: str = "", text: list[str] | None = None, lang: str = "en") -> Page:
    body = "".join(f"<p>{line}</p>" for line in text or P)
    page = f"<!doctype html><html lang='{lang}'><head><title>{TITLE} | Sample Post</title>{head}</head><body><nav>Home</nav><h1>{TITLE}</h1>{above}<div>{body}</div>{below}</body></html>"
    return Page(page.encode(), "a.html", Shape.HTML, "in/a.html")


def test_an_html_page_with_metadata() -> None:
    document = read_document(
        html(
            '<meta property="og:site_name" content="The Sample Post"><meta property="article:published_time" content="2025-05-04T23:00:00-04:00">',
            "<div class='by'>By Example Wire</div>",
        )
    )
    assert document.text == "\n\n".join(P)
    assert (document.title, document.publisher, document.agency) == (TITLE, "The Sample Post", "Example Wire")
    assert (document.published, document.language, document.name) == (date(2025, 5, 4), "en", "a.html")


def test_an_html_page_without_metadata() -> None:
    document = read_document(html(above="<p>Posted on 3 May 2025</p>"))
    assert (document.publisher, document.published) == ("Sample Post", date(2025, 5, 3))


def test_a_page_that_carries_no_day_says_so() -> None:
    text = [
        "On 3 May 2025 twelve people walked out of the prison of Exampleville, said the council that had asked for them.",
        *P[1:],
    ]
    assert read_document(html(text=text, below="<footer>© 2025 Sample Post</footer>")).published is None


def test_the_day_shown_comes_before_a_moment_in_universal_time_a_day_off() -> None:
    head = '<meta property="article:published_time" content="2025-05-05T02:00:00Z">'
    assert read_document(html(head, "<p>Published 4 May 2025</p>")).published == date(2025, 5, 4)
    assert read_document(html(head, "<p>Published 1 May 2025</p>")).published == date(2025, 5, 5)


def test_a_document_s_id_comes_from_the_page() -> None:
    assert read_document(html()).id == read_document(html()).id
    assert read_document(html()).id != read_document(html("<meta name='x' content='y'>")).id


def test_a_page_of_plain_text() -> None:
    text = (
        f"{TITLE} | Sample Post\nHome\n{TITLE}\nReuters |\nPublished on: Nov 26, 2025 05:00 PM IST\n\n" + "\n\n".join(P)
    )
    document = read_document(Page(text.encode(), "a.txt", Shape.TEXT, "a.txt"))
    assert (document.title, document.publisher, document.agency, document.published) == (
        TITLE,
        "Sample Post",
        "Reuters",
        date(2025, 11, 26),
    )
    assert document.text == "\n\n".join(P)


def test_a_markdown_page() -> None:
    text = f"---\ndate: 2025-11-03T10:00:00-04:00\nsource: Sample Post\nauthor: Agencia EFE\n---\n# {TITLE}\n\n{P[0]}\n\n## Who remains\n\n- Ivan Beispiel\n- Petra Muster\n\nRead more: [x](y)\n"
    document = read_document(Page(text.encode(), "a.md", Shape.MARKDOWN, "a.md"))
    assert document.text.split("\n\n") == [P[0], "Who remains", "Ivan Beispiel", "Petra Muster"]
    assert (document.title, document.publisher, document.agency, document.published) == (
        TITLE,
        "Sample Post",
        "EFE",
        date(2025, 11, 3),
    )


@pytest.mark.parametrize("body", ["<html><body><nav><a>Home</a></nav></body></html>", "<html></html>", "<p></p>"])
def test_a_page_without_text_is_refused(body: str) -> None:
    with pytest.raises(BadInput, match=r"in/a\.html: a page with no running text|no element"):
        read_document(Page(body.encode(), "a.html", Shape.HTML, "in/a.html"))


def test_bad_pages_come_out_by_name_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xffx")
    (tmp_path / "b.jsonl").write_text('[]\n{"id": "b", "text": "Good text."}\n')
    bad, line, good = read_documents([tmp_path])
    assert "invalid UTF-8 at byte 0" in str(bad)
    assert isinstance(line, BadInput)
    assert isinstance(good, Document)
    [piped] = read_documents(["-"], stdin=io.BytesIO(b'{"id": "c", "text": "From a pipe."}\n'))
    assert isinstance(piped, Document)


def _tokens(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


@pytest.fixture(scope="module")
def cases(shared: Path) -> list[tuple[Document, dict[str, str]]]:
    """The cases' pages as read, each with what a careful reader found in it."""
    truth = [
        json.loads(line)
        for file in sorted((shared / "cases").glob("*.docs.jsonl"))
        for line in file.open(encoding="utf-8")
    ]
    read = {
        document.name: document
        for document in read_documents([shared / "cases" / "pages"])
        if isinstance(document, Document)
    }
    return [(read[record["file"]], record) for record in truth]


@pytest.mark.shared
def test_the_cases_pages_are_read_right(cases: list[tuple[Document, dict[str, str]]]) -> None:
    scores = []
    for document, record in cases:
        assert str(document.published) == record["published"], record["file"]
        assert (document.title, document.publisher, document.language) == (
            record["title"],
            record["publisher"],
            record["lang"],
        )
        a, b = _tokens(document.text), _tokens(record["text"])
        scores.append(2 * (a & b).total() / (a.total() + b.total()))
    assert min(scores) >= 0.95
    assert sum(scores) / len(scores) >= 0.99


@pytest.mark.shared
def test_the_three_republished_pairs_are_one_story_each(cases: list[tuple[Document, dict[str, str]]]) -> None:
    ids = {document.id: record["id"] for document, record in cases}
    found = {
        tuple(sorted(ids[one] for one in story.documents)) for story in stories.group(document for document, _ in cases)
    }
    assert {pair for pair in found if len(pair) > 1} == {("by1-04", "by1-05"), ("by2-01", "by2-02"), ("ve-04", "ve-05")}


@pytest.mark.shared
def test_the_seed_is_read_right(shared: Path) -> None:
    [document] = read_documents([shared / "seed" / "seed.txt"])
    assert isinstance(document, Document)
    assert (document.agency, document.published) == ("Reuters", date(2025, 11, 26))
    assert document.title is not None
    assert document.title.endswith("prisoners with Belarus: Report")
    assert document.text.startswith("The Trump administration and Belarus are discussing")
    assert "\n\nEUROPE WARY OF WASHINGTON'S MINSK STRATEGY\n\n" in document.text
    assert "{" not in document.text


@pytest.mark.parametrize("text", ["Guards freed ten editors.", "当局周五释放了十四名政治犯。"])
def test_a_sentence_alone_is_a_text(text: str) -> None:
    assert read_document(Page(text.encode(), "a.txt", Shape.TEXT, "in/a.txt")).text == text
