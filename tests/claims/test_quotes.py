import pytest
from grammar import claims

pytestmark = pytest.mark.packs

LONG = (
    "The army, which had held them for a year in a camp by the river without a trial, a lawyer or a visit, on Monday "
    "freed ten miners, two tailors and a poet who had never been told why they were there or for how long, as far as "
    "anybody in the town could say."
)


@pytest.mark.parametrize("text", ["Ten miners freed.", "The army freed ten miners on Monday.", LONG])
def test_quotes_are_copied_exactly_and_of_3_to_25_words(text: str) -> None:
    for claim in claims(text):
        assert text[claim.quote.start : claim.quote.end] == claim.quote.text
        assert 3 <= len(claim.quote.text.split()) <= 25


def test_a_quote_holds_who_and_what() -> None:
    [claim] = claims("The army freed ten miners on Monday.")
    assert claim.quote.text == "The army freed ten miners on Monday"
