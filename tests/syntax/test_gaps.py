"""Clauses whose verb is left out."""

import pytest

from habeas.syntax import load_parser
from habeas.syntax.packs import find

pytestmark = pytest.mark.packs

DASHES = [
    (
        "Освобождены 55 человек: 34 — в мае, 21 — в июне.",
        "34 conj Освобождены|мае obl 34|21 conj Освобождены|июне obl 21",
    ),
    ("В мае освободили 34 человека, в июне — ещё 21.", "21 conj освободили|июне obl 21"),
    ("Суд приговорил троих к шести годам, к пяти — двоих.", "двоих conj приговорил|пяти obl двоих"),
]


@pytest.mark.parametrize(("text", "wanted"), DASHES)
def test_a_dash_stands_for_the_verb_before(text: str, wanted: str) -> None:
    if find("ru") is None:
        pytest.skip("the language pack ru is not installed")
    (tree,) = load_parser("ru").parse([(text, 0)])
    arcs = {f"{token.text} {token.deprel} {tree.tokens[token.head].text}" for token in tree.tokens}
    assert set(wanted.split("|")) <= arcs


def test_a_dash_without_a_verb_before_joins_nothing() -> None:
    if find("ru") is None:
        pytest.skip("the language pack ru is not installed")
    (tree,) = load_parser("ru").parse([("В тюрьмах страны — 90 узников.", 0)])
    assert all(token.deprel != "conj" for token in tree.tokens)
