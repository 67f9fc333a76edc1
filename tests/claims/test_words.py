import re

from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.words import Words, fold, word_list

ENDINGS = ("", "s", "d", "ed", "ing")


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_drops_case_and_accents() -> None:
    assert fold("Detención, Ёлка, İzmir") == "detencion, елка, izmir"


def test_a_bar_stands_for_the_endings_alone() -> None:
    fits = word_list(["arrest|"], ENDINGS)
    assert all(map(fits, ["arrest", "arrests", "arrested", "arresting"]))
    assert not fits("arrester")


def test_a_star_stands_for_any_letters() -> None:
    fits = word_list(["освобожд*"], ENDINGS)
    assert fits("освобождение")
    assert not fits("освобо")


def test_a_leading_star_fits_endings() -> None:
    fits = word_list(["*ist"], ENDINGS)
    assert fits("motorist")
    assert not fits("listen")


def test_the_pattern_finds_whole_words_only() -> None:
    pattern = Words({"free|": (0,), "суд": (1,), "hostag*": (2,)}, ENDINGS).regex()
    assert pattern.findall("freed hostages carefree судья суд") == ["freed", "hostages", "суд"]


@given(
    st.lists(st.from_regex(r"[a-z]{1,6}", fullmatch=True), min_size=1, max_size=20),
    st.from_regex(r"[a-z ]{0,40}", fullmatch=True),
)
def test_the_trie_finds_what_a_plain_alternation_finds(words: list[str], text: str) -> None:
    plain = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, set(words)), key=len, reverse=True)) + r")\b")
    assert Words(dict.fromkeys(words, (0,)), ()).regex().findall(text) == plain.findall(text)
