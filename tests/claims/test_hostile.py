"""Texts made to break the reader: what they hold is read, and reading them ends."""

import string
from collections.abc import Iterator

import pytest
from grammar import PUBLISHED, need_pack

from habeas.claims.find import explain, find_claims
from habeas.claims.model import Claim
from habeas.documents.model import Document
from habeas.documents.read import read_document
from habeas.documents.sentences import SENTENCE_CAP, sentence_spans
from habeas.pages import Page, Shape

pytestmark = pytest.mark.packs

FREED = "The court freed ten editors on Monday."


def read(text: str) -> tuple[Claim, ...]:
    need_pack("en")
    [(_, found)] = find_claims([Document("test", text, PUBLISHED, "en")])
    for claim in found:
        assert text[claim.quote.start : claim.quote.end] == claim.quote.text
    return found


def counts(text: str) -> list[list[int | None] | None]:
    return [None if claim.count is None else claim.count.to_ends() for claim in read(text)]


def page(text: str) -> Document:
    return read_document(Page(text.encode(), "a.txt", Shape.TEXT, "a.txt"))


def words() -> Iterator[str]:
    """Different words without end."""
    letters = string.ascii_lowercase
    number = 0
    while True:
        word, rest = "", number
        for _ in range(5):
            word, rest = word + letters[rest % 26], rest // 26
        yield f"x{word}"
        number += 1


def test_a_megabyte_of_prose() -> None:
    filler = "The mayor opened a bridge over the river and spoke of the harvest. " * 700
    told = [f"The court freed {number} editors on {number} May 2025." for number in range(2, 22)]
    text = "\n\n".join(f"{filler}\n\n{sentence}" for sentence in told)
    assert len(text) > 900_000
    assert counts(text) == [[number, number] for number in range(2, 22)]


def test_a_sentence_of_a_hundred_thousand_words() -> None:
    text = f"{FREED[:-1]}, and " + "the mayor opened a bridge and " * 16_667 + "guards arrested five bakers."
    assert counts(text) == [[10, 10], [5, 5]]


def test_no_piece_of_a_sentence_is_over_the_cap() -> None:
    text = "a" * 10_000 + " " + "b " * 10_000 + "c, " * 10_000
    spans = sentence_spans(text, "en")
    assert max(end - start for start, end in spans) <= SENTENCE_CAP
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")


def test_ten_thousand_numbers() -> None:
    text = f"{FREED} The tallies were " + ", ".join(map(str, range(10_000))) + f". {FREED.replace('ten', 'six')}"
    found = counts(text)
    assert found[0] == [10, 10]
    assert found[-1] == [6, 6]


def test_a_million_digits_are_no_count() -> None:
    found = counts(f"{FREED} The court freed " + "7" * 1_000_000 + f" bakers. {FREED.replace('ten', 'six')}")
    assert found[0] == [10, 10]
    assert found[-1] == [6, 6]
    assert all(ends is None or ends[0] is None or ends[0] < 10**10 for ends in found)


def test_a_million_digits_in_groups_are_no_count() -> None:
    found = counts("The court freed 1" + ",777" * 250_000 + f" bakers. {FREED}")
    assert all(ends is None or ends[0] is None or ends[0] < 10**10 for ends in found)


@pytest.mark.parametrize("mark", ['"', "'", "«", "“", '" ', "(", "“ ”"])
def test_fifty_thousand_quotation_marks(mark: str) -> None:
    assert [10, 10] in counts(f"{FREED}\n\n" + mark * 50_000 + f"\n\n{FREED.replace('ten', 'six')}")


def test_deep_brackets() -> None:
    assert counts("The court freed " + "(" * 5_000 + "ten" + ")" * 5_000 + f" editors.\n\n{FREED}")[-1] == [10, 10]


@pytest.mark.parametrize("mark", [".", "!", "…", ". ", "\n", "\n\n", " ", "-", "; ", ": "])
def test_endless_marks(mark: str) -> None:
    assert counts(f"{FREED}\n\n" + mark * 20_000 + "\n\nGuards arrested six bakers.") == [[10, 10], [6, 6]]


def test_different_words_without_end() -> None:
    some = words()
    text = "\n\n".join(" ".join(next(some) for _ in range(1_000)) + "." for _ in range(100)) + f"\n\n{FREED}"
    assert counts(text) == [[10, 10]]


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u202e", "\u2067", "\u200d", "\u200f"])
def test_hidden_signs_inside_the_words_of_a_page(sign: str) -> None:
    hidden = FREED.replace("freed", f"fr{sign}eed").replace("editors", f"edi{sign}tors")
    document = page(f"{hidden} The ministry said so in the capital, where the families were waiting.")
    need_pack("en")
    [(_, found)] = find_claims([document])
    assert [claim.quote.text for claim in found] == [FREED[:-1]]


def test_hidden_signs_in_a_record_are_kept_and_break_nothing() -> None:
    assert counts(f"{FREED} " + "Guards fr\u200beed six bak\u202eers. " * 1_000)[0] == [10, 10]


def test_claims_without_end() -> None:
    text = " ".join(f"The court freed {number} editors." for number in range(2, 1_002))
    assert counts(text) == [[number, number] for number in range(2, 1_002)]


def test_a_name_without_end() -> None:
    [claim] = read("The court freed " + "Solan " * 300 + "on Monday.")
    assert claim.kind == "release"


@pytest.mark.parametrize("letters", ["a", "1", "É", "и", "😀", "e\u0301"])
def test_a_word_without_end(letters: str) -> None:
    assert counts(f"{FREED}\n\n" + letters * 50_000 + "\n\nGuards arrested six bakers.") == [[10, 10], [6, 6]]


def test_explaining_ends_too() -> None:
    need_pack("en")
    text = f"{FREED} " + "The mayor ushered nine prisoners, " * 300 + "out. " + '"' * 1_000
    [(_, found, issues)] = explain([Document("test", text, PUBLISHED, "en")])
    assert found[0].count is not None
    assert any(issue.entry == "usher" for issue in issues)
