"""Which clauses fill no frame, and whom a frame counts."""

import pytest
from grammar import claims

from habeas.claims.model import Kind
from habeas.intervals import Count

pytestmark = pytest.mark.packs


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The bank traded with 40 Lorvia-sanctioned firms in secret.", Kind.SANCTION),
        ("The popular RPG Iron Tarvo was released on Monday.", Kind.RELEASE),
        ("The high court quashes the conviction of former surgeon Adan Mireh.", Kind.SENTENCE),
    ],
)
def test_what_looks_like_a_happening_and_is_none(text: str, kind: Kind) -> None:
    assert kind not in {claim.kind for claim in claims(text)}


def test_arrests_made_are_counted() -> None:
    [claim] = claims("Police make 12 arrests after a march in the port.")
    assert claim.count == Count.exactly(12)
