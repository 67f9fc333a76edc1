"""Sentences: where they begin and end in three languages."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas import lexicons
from habeas.documents.sentences import SENTENCE_CAP, sentence_spans


def split(text: str, language: str | None) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, language)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["The U.S. Treasury lifted them.", "He met Lt. Gen. Arkwright on Jan. 3.", "It failed."]),
        ("en", ["They landed in the U.S.", "The talks went on at 5 p.m. Friday.", "Ten left."]),
        ("en", ["Example Co. No. 7 reopened.", "J. R. Doe came… and left."]),
        ("en", ["“Who is free?” she asked.", "“Nobody.”", "[1] He laughed!", "Then left."]),
        (
            "en",
            ["In 2019 it was 1,200.50 crowns.", "About 3.5 million fled.", "No. 4 was shut.", "No.", "He would not."],
        ),
        ("es", ["El Sr. Peñalba viajó a EE. UU. el lunes.", "¿Quién va?", "Nadie."]),
        ("es", ["Vive en EE. UU.", "Los presos, aprox. 300, siguen.", "Según el art. 5, no.", "¡Basta!"]),
        ("es", ["La Dra. Ruidíaz llegó a las 5 p. m.", "El juez negó."]),
        ("ru", ["В г. Минске задержаны И. Иванов, П. Петров и др.", "В 2025 г. Суд приговорил их по ст. 361 УК."]),
        (
            "ru",
            ["На 5 тыс. человек больше, чем в 2020 г.", "В тюрьмах, т. е. в колониях, ждут.", "«Ждём», — сказал он."],
        ),
    ],
)
def test_abbreviations_do_not_end_sentences(language: str, sentences: list[str]) -> None:
    assert split(" ".join(sentences), language) == sentences


def test_blank_lines_part_and_wrapped_lines_do_not() -> None:
    assert split("A HEADING\n\nFirst line\nwrapped here. Second\n\n- one\n- two", "en") == [
        "A HEADING",
        "First line\nwrapped here.",
        "Second",
        "- one",
        "- two",
    ]


def test_a_stop_without_its_space_still_ends_a_sentence() -> None:
    assert split("They held talks.The envoy left example.org behind.", "en") == [
        "They held talks.",
        "The envoy left example.org behind.",
    ]


def test_a_list_number_stays_with_its_line() -> None:
    assert split("1. Ana Ejemplo\n2. Bela Beispiel", "en") == ["1. Ana Ejemplo", "2. Bela Beispiel"]


def test_an_unknown_language_is_split_by_marks_alone() -> None:
    assert split("Yksi lause. Toinen lause.", "fi") == split("Yksi lause. Toinen lause.", None)
    assert len(split("Yksi lause. Toinen lause.", "fi")) == 2


def test_no_sentence_is_longer_than_the_cap() -> None:
    names = ", ".join(f"Name{i} Surname{i}" for i in range(1000))
    spans = sentence_spans(names, "en")
    assert max(end - start for start, end in spans) <= SENTENCE_CAP
    assert all(names[end - 1] == "," for _, end in spans[:-1])


@given(st.text(alphabet=st.sampled_from('aБñ.!?…"»() \n\t1;,A—')), st.sampled_from([None, "en", "es", "ru"]))
def test_spans_cover_all_but_white_space_in_order(text: str, language: str | None) -> None:
    spans = sentence_spans(text, language)
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


@pytest.mark.parametrize("language", lexicons.languages())
def test_lists_are_in_lower_case_without_the_stop(language: str) -> None:
    from habeas.documents.sentences import _abbreviations

    words = _abbreviations(language)
    for entry in words.bound | words.numbered | words.either | words.units | words.openers:
        assert entry == entry.lower()
        assert not entry.endswith(".")


def test_a_rulers_numeral_ends_a_sentence_and_an_initial_does_not() -> None:
    ruler = "He was pardoned by King Tarvo V. Orla was jailed in May."
    assert len(sentence_spans(ruler, "en")) == 2
    for name in ("Orla V. Venn", "Adan C. Mireh", "Tessa P. Rook"):
        assert len(sentence_spans(f"The mayor {name} was jailed in May.", "en")) == 1
