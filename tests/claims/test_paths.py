"""Paths: how a place name hangs together with a clause's head."""

from habeas.claims.paths import Branch, Paths
from habeas.syntax.model import Token, Tree

# word, head, relation
ROWS = (
    ("Georgian", 1, "amod"),
    ("police", 2, "nsubj"),
    ("free", 2, "root"),
    ("Turkish", 4, "amod"),
    ("sailors", 2, "obj"),
)


def tree(rows: tuple[tuple[str, int, str], ...]) -> Tree:
    tokens, at = [], 0
    for i, (word, head, deprel) in enumerate(rows):
        tokens.append(Token(i, word, word, "X", {}, head, deprel, at, at + len(word)))
        at += len(word) + 1
    return Tree.of(" ".join(word for word, _, _ in rows), 0, "en", tuple(tokens))


def told(word: str) -> set[str]:
    paths = Paths(Branch(tree(ROWS), 2, 1, 4, "finite"))
    start = paths.branch.tree.text.index(word)
    root = paths.root(start, start + len(word))
    assert root is not None
    assert root.text == word
    return set(paths.features(root, "bare", organ=False))


def test_an_adjective_of_the_actor_and_one_of_the_affected_are_apart() -> None:
    assert "tree: amod under the actor" in told("Georgian")
    assert "tree: amod under the affected" in told("Turkish")
    assert not told("Georgian") & {"tree: amod under the affected"}


def test_a_path_names_no_word() -> None:
    assert not any(word.lower() in name for name in told("Turkish") for word, _, _ in ROWS if word != "free")


def test_a_word_above_the_clause_is_told_by_how_the_clause_hangs_on_it() -> None:
    rows = (("Minsk", 1, "nsubj"), ("says", 1, "root"), ("Riga", 3, "nsubj"), ("frees", 1, "ccomp"))
    paths = Paths(Branch(tree(rows), 3, 2, None, "finite"))
    root = paths.root(0, 5)
    assert root is not None
    assert "tree: nsubj of a word above by ccomp" in set(paths.features(root, "bare", organ=False))
