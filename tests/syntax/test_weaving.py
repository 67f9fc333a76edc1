"""Sentences parsed in parts and put together again."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.syntax import load_parser
from habeas.syntax.model import Token
from habeas.syntax.packs import find
from habeas.syntax.weaving import parts_of, woven


def says(words: Sequence[str]) -> bool:
    return words[0] == "says"


def chain(words: Sequence[str]) -> list[Token]:
    """A tree in which each word hangs on the one before it."""
    return [Token(i, word, word, "X", {}, max(i - 1, 0), "dep" if i else "root", i, i) for i, word in enumerate(words)]


@given(st.lists(st.sampled_from(["a", "says", ",", ";"]), min_size=1, max_size=40))
def test_every_word_keeps_its_place_in_one_tree(words: list[str]) -> None:
    parts = parts_of(words, [(0, len(words))], says)
    tokens = woven(parts, [chain([words[i] for i in part.words]) for part in parts])
    assert [token.text for token in tokens] == words
    assert [token.i for token in tokens] == list(range(len(words)))
    assert sum(token.head == token.i for token in tokens) == 1


INSERTED = [
    (
        "Двух ткачей, сообщил суд, отпустили в мае.",
        "ткачей obj отпустили|сообщил parataxis отпустили|суд nsubj сообщил",
    ),
    ("Двух ткачей, по словам соседей, отпустили в мае.", "ткачей obj отпустили|словам parataxis отпустили"),
]


@pytest.mark.packs
@pytest.mark.parametrize(("text", "wanted"), INSERTED)
def test_an_inserted_saying_hangs_on_the_clause_around_it(text: str, wanted: str) -> None:
    if find("ru") is None:
        pytest.skip("the language pack ru is not installed")
    (tree,) = load_parser("ru").parse([(text, 0)])
    arcs = {f"{token.text} {token.deprel} {tree.tokens[token.head].text}" for token in tree.tokens}
    assert set(wanted.split("|")) <= arcs
