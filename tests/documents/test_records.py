"""Records: JSONL objects as documents, their text untouched."""

from datetime import date

import pytest

from habeas.documents.records import read_record, to_record
from habeas.errors import BadInput
from habeas.pages import Page, Shape


def record(body: str | bytes) -> Page:
    raw = body.encode() if isinstance(body, str) else body
    return Page(raw, "d.jsonl", Shape.RECORD, "in/d.jsonl", line=7)


def test_the_text_is_taken_exactly_as_given() -> None:
    text = "  Two\u00a0spaces \n\n\n kept\u200b.\r\n"
    document = read_record(
        record(
            '{"id": 3, "published": "2025-11-26T05:00:00Z", "lang": "en-GB", "text": "  Two\u00a0spaces \\n\\n\\n kept\u200b.\\r\\n", "file": "x.html", "more": 1}'
        )
    )
    assert document.text == text
    assert (document.id, document.published, document.language, document.name) == (
        "3",
        date(2025, 11, 26),
        "en",
        "x.html",
    )


def test_what_is_not_given_is_unknown() -> None:
    document = read_record(
        record('{"text": "On Monday the court let three teachers go, lawyers said.", "published": null}')
    )
    assert (document.published, document.title, document.publisher, document.url) == (None, None, None, None)
    assert document.language == "en"
    assert (
        document.id
        == read_record(
            record('{"text": "On Monday the court let three teachers go, lawyers said.", "published": null}')
        ).id
    )


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("[1, 2]", "in/d.jsonl:7: an object"),
        ('{"id": "a"}', "text"),
        ('{"id": "a", "text": " "}', '"text" is empty'),
        ('{"text": "t", "published": "soon"}', "'soon' where a day"),
        ("{broken", "no JSON"),
        (b'{"text": "\xff"}', "invalid UTF-8 at byte 10"),
    ],
)
def test_a_bad_line_is_refused_with_its_number(body: str | bytes, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_record(record(body))
    assert said in str(refused.value)
    assert refused.value.name == "in/d.jsonl:7"


def test_the_record_has_the_fields_of_the_command_line() -> None:
    document = read_record(record('{"id": "a", "text": "T.", "lang": "en", "published": "2025-01-02", "title": "H"}'))
    assert to_record(document) == {
        "file": "a",
        "title": "H",
        "published": "2025-01-02",
        "publisher": None,
        "agency": None,
        "lang": "en",
        "text": "T.",
    }
