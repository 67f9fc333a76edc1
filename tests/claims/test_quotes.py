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


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Nordwatch reports that ten miners were abducted by rebels in May.", "ten miners"),
        ("A brawl in the port led to the arrest of 12 sailors.", "the arrest"),
        ("Among those released on Monday were the poet Adan Mireh and his sister.", "Among those"),
    ],
)
def test_a_quote_begins_where_its_clause_does(text: str, start: str) -> None:
    assert any(claim.quote.text.startswith(start) for claim in claims(text))


def test_a_quote_ends_in_no_word_that_leads_on() -> None:
    [claim] = [claim for claim in claims(LONG) if claim.count is not None and claim.count.exact]
    assert claim.quote.text.split()[-1] not in {"the", "of", "in", "and", "a"}
