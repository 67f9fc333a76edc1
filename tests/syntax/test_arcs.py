"""Conversions move arcs; whatever they do, a tree must come out."""

from hypothesis import given
from hypothesis import strategies as st

from habeas.syntax.arcs import Arcs, features
from habeas.syntax.clearnlp import RELATIONS, to_ud
from habeas.syntax.model import Tree
from habeas.syntax.slovnet import _break_cycles
from habeas.syntax.ud import SyntaxWords, complete

LABELS = sorted({*RELATIONS, "conj", "cc", "agent", "aux", "nsubj", "advmod", "npadvmod", "nmod", "expl", "det"})
UD_LABELS = ["nsubj", "obj", "obl", "conj", "cc", "aux", "acl", "amod", "nummod", "flat:name", "nsubj:pass", "case"]
UPOS = ["NOUN", "VERB", "AUX", "ADP", "PROPN", "ADV", "NUM"]


def arcs_of(rows: list[tuple[str, str, str, int]]) -> Arcs:
    """Arcs from (word, part of speech, relation, head)."""
    text = [row[0] for row in rows]
    feats = [features("Degree=Cmp") if row[1] == "ADV" else {} for row in rows]
    return Arcs(
        text,
        [word.lower() for word in text],
        [row[1] for row in rows],
        [""] * len(rows),
        feats,
        [row[3] for row in rows],
        [row[2] for row in rows],
    )


@st.composite
def analyses(draw: st.DrawFn, labels: list[str]) -> Arcs:
    """Random forests: each token hangs on an earlier one in a random order."""
    size = draw(st.integers(1, 9))
    order = draw(st.permutations(range(size)))
    head = [0] * size
    for place, i in enumerate(order):
        head[i] = i if place == 0 else order[draw(st.integers(0, place - 1))]
        if place and draw(st.integers(0, 9)) == 0:
            head[i] = i
    rows = []
    for i in range(size):
        upos = draw(st.sampled_from(UPOS))
        rows.append(("be" if upos == "AUX" else "word", upos, draw(st.sampled_from(labels)), head[i]))
    return arcs_of(rows)


def assert_one_tree(arcs: Arcs) -> None:
    tokens = arcs.tokens(list(range(len(arcs.head))))
    tree = Tree.of("", 0, "en", tuple(tokens))
    assert len(tree.subtree(tree.root)) == len(tokens)
    assert [token.i for token in tokens if token.head == token.i] == [tree.root.i]
    assert tree.root.deprel == "root"
    assert all(arcs.kids[i] == list(tree.kids[i]) for i in range(len(tokens)))


@given(analyses(LABELS))
def test_clearnlp_gives_one_tree_whatever_comes_in(arcs: Arcs) -> None:
    to_ud(arcs, frozenset({"be"}))
    assert_one_tree(arcs)


@given(analyses(UD_LABELS))
def test_completion_gives_one_tree_whatever_comes_in(arcs: Arcs) -> None:
    complete(arcs, SyntaxWords(passives=frozenset({"be"}), agents=frozenset({"word"})))
    assert_one_tree(arcs)


@given(st.lists(st.integers(-1, 8), min_size=1, max_size=9))
def test_cycles_are_broken(heads: list[int]) -> None:
    head = [i if above < 0 or above >= len(heads) else above for i, above in enumerate(heads)]
    rel = ["dep"] * len(head)
    _break_cycles(head, rel)
    arcs = arcs_of([("word", "NOUN", name, above) for name, above in zip(rel, head, strict=True)])
    arcs.single_root()
    assert_one_tree(arcs)


def test_features_are_shared_between_words_of_one_form() -> None:
    assert features("Case=Gen|Number=Plur") == {"Case": "Gen", "Number": "Plur"}
    assert features("Case=Gen") is features("Case=Gen")
    assert features("") == {}
