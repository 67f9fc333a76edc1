import pytest
from grammar import claims, parsed

from habeas.claims.model import Kind

pytestmark = pytest.mark.packs

HEADLINES = [
    ("A court in Lorvia sentences three people to death and a teacher to 10 years in prison.", Kind.SENTENCE),
    ("Lorvian police arrest Anton Verelli, a leader of the union.", Kind.DETENTION),
    ("President Orlan Dask formally pardons 1,500 miners.", Kind.RELEASE),
]


@pytest.mark.parametrize(("headline", "kind"), HEADLINES)
def test_a_headline_verb_taken_for_a_noun_is_read(headline: str, kind: Kind) -> None:
    assert kind in {claim.kind for claim in claims(headline)}


@pytest.mark.parametrize(("headline", "kind"), HEADLINES)
def test_a_mended_tree_keeps_the_text(headline: str, kind: Kind) -> None:
    [tree] = parsed([headline])
    assert all(headline[token.start : token.end] == token.text for token in tree.tokens)
