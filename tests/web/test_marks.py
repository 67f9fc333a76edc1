"""Quotes marked in a text."""

from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.model import Claim, Kind, Quote, Status
from habeas.web.marks import Mark, mark_text, plain


def quoted(text: str, *spans: tuple[int, int]) -> list[Claim]:
    return [
        Claim(f"id{n}", "d", Kind.RELEASE, Status.ACTUAL, Quote(text[start:end], start, end))
        for n, (start, end) in enumerate(spans)
    ]


def marks(pieces: tuple[str | Mark, ...]) -> list[Mark]:
    found = []
    for piece in pieces:
        if isinstance(piece, Mark):
            found += [piece, *marks(piece.inside)]
    return found


def test_one_quote_is_marked_with_its_number() -> None:
    text = "Forty walked out."
    (paragraph,) = mark_text(text, quoted(text, (0, 5)))
    mark, rest = paragraph.pieces
    assert isinstance(mark, Mark)
    assert (mark.inside, mark.claims[0][0], rest) == (("Forty",), 1, " walked out.")


def test_quote_in_a_quote_is_nested() -> None:
    text = "Forty walked out."
    (paragraph,) = mark_text(text, quoted(text, (0, 16), (6, 12)))
    outer, inner = marks(paragraph.pieces)
    assert (plain((outer,)), plain((inner,))) == ("Forty walked out", "walked")


def test_crossing_quotes_go_on_as_a_further_piece() -> None:
    text = "abcdef"
    (paragraph,) = mark_text(text, quoted(text, (0, 4), (2, 6)))
    pieces = [(plain((mark,)), mark.opens, mark.closes) for mark in marks(paragraph.pieces)]
    assert pieces == [("abcd", True, True), ("cd", True, False), ("ef", False, True)]


def test_same_words_share_a_mark() -> None:
    text = "abcdef"
    (paragraph,) = mark_text(text, quoted(text, (1, 3), (1, 3)))
    (mark,) = marks(paragraph.pieces)
    assert [number for number, _ in mark.claims] == [1, 2]


def test_quote_over_two_paragraphs_is_listed_once() -> None:
    text = "one two\n\nthree four"
    first, second = mark_text(text, quoted(text, (4, 14)))
    assert [len(first.claims), len(second.claims)] == [1, 0]
    assert [mark.opens for mark in marks(second.pieces)] == [False]


def test_quote_outside_the_text_is_left_out() -> None:
    (paragraph,) = mark_text("short", quoted("short", (40, 50)))
    assert paragraph.pieces == ("short",)


def test_thousands_of_quotes_in_each_other_are_no_matter() -> None:
    text = "x" * 4000
    (paragraph,) = mark_text(text, quoted(text, *((n, 4000 - n) for n in range(1500))))
    assert plain(paragraph.pieces) == text


spans = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: (min(pair), max(pair))), max_size=9)


@given(st.text(alphabet="ab\n ", max_size=60), spans)
def test_words_are_kept_to_the_letter_and_each_quote_opens_once(text: str, where: list[tuple[int, int]]) -> None:
    claims = quoted(text, *where)
    paragraphs = mark_text(text, claims)
    shown = "".join(plain(paragraph.pieces) for paragraph in paragraphs)
    assert shown.replace("\n", "").replace(" ", "") == text.replace("\n", "").replace(" ", "")
    opened = [
        claim.id
        for paragraph in paragraphs
        for mark in marks(paragraph.pieces)
        if mark.opens
        for _, claim in mark.claims
    ]
    assert len(opened) == len(set(opened))
    assert set(opened) == {claim.id for paragraph in paragraphs for _, claim in paragraph.claims}
