"""Counts of noun phrases, by the guide, on parsed sentences of our own."""

from functools import cache

import pytest

from habeas.claims.counts import CountReading, count_of
from habeas.syntax import Tree, load_parser
from habeas.syntax.model import Token
from habeas.syntax.packs import find

pytestmark = pytest.mark.packs

PEOPLE = {
    "en": [
        ("At least 52 bakers were freed.", "bakers", [52, None]),
        ("Dozens of weavers were detained.", "Dozens", [24, None]),
        ("Dozens of weavers were detained.", "weavers", [24, None]),
        ("Hundreds of thousands of people were detained.", "people", [200000, None]),
        ("A group of 12 miners was released.", "group", [12, 12]),
        ("A group of miners was released.", "group", [2, None]),
        ("14 of the 52 prisoners were freed.", "14", [14, 14]),
        ("14 of the 52 prisoners were freed.", "prisoners", [14, 14]),
        ("All but 11 of the 25 hostages were released.", "All", [14, 14]),
        ("One of the reporters was freed.", "One", [1, 1]),
        ("The remaining 40 were freed.", "40", [40, 40]),
        ("They released another 17 detainees.", "detainees", [17, 17]),
        ("They freed thirty-one.", "one", [31, 31]),
        ("Several students were arrested.", "students", [3, None]),
        ("Some protesters were jailed.", "protesters", [3, None]),
        ("Protesters were jailed.", "Protesters", [2, None]),
        ("A journalist was arrested.", "journalist", [1, 1]),
        ("They arrested a couple.", "couple", [2, 2]),
        ("They arrested him.", "him", [1, 1]),
        ("Police arrested Anna Orlova and six others.", "Orlova", [7, 7]),
        ("Journalists Anna Orlova and Ivan Lis were released.", "Lis", [1, 1]),
        ("They freed more than two dozen men and 3 women.", "men", [28, None]),
        ("Forty men and twelve women were released.", "men", [52, 52]),
        ("They jailed at least 150 weavers, bakers, and miners.", "weavers", [150, None]),
        ("Police arrested two Britons and a miner.", "Britons", [3, 3]),
        ("Between 20 and 30 people were arrested.", "people", [20, 30]),
        ("The three hostages were freed after 12 years.", "hostages", [3, 3]),
        ("Up to a dozen soldiers were captured.", "soldiers", [None, 12]),
    ],
    "es": [
        ("Unas 30 personas fueron liberadas.", "personas", [27, 33]),
        ("La policía detuvo a una veintena de opositores.", "veintena", [20, 20]),
        ("Liberaron a Juan Roca y a otros seis.", "Juan", [7, 7]),
        ("Detuvieron a un periodista.", "periodista", [1, 1]),
        ("Salieron otros 12 presos.", "presos", [12, 12]),
        ("Detuvieron a varios vecinos.", "vecinos", [3, None]),
        ("Uno de los presos fue liberado.", "Uno", [1, 1]),
        ("Fueron arrestados activistas.", "activistas", [2, None]),
        ("Un grupo de doce mineros fue liberado.", "grupo", [12, 12]),
        ("Liberaron a dos pastores y un herrero.", "pastores", [3, 3]),
    ],
    "ru": [
        ("Освобождены 178 человек.", "человек", [178, 178]),
        ("Задержали не менее 870 ткачей.", "ткачей", [870, None]),
        ("На свободу вышли двое.", "двое", [2, 2]),
        ("Десятки ткачей задержаны.", "Десятки", [20, None]),
        ("Суд приговорил семерых к срокам.", "семерых", [7, 7]),
        ("Задержан журналист.", "журналист", [1, 1]),
        ("Около полутора тысяч человек арестованы.", "человек", [1350, 1650]),
        ("Отпустили двух журналистов и врача.", "журналистов", [3, 3]),
        ("Задержаны ткачи.", "ткачи", [2, None]),
        ("Один из них освобождён.", "Один", [1, 1]),
    ],
}


def need(language: str) -> None:
    if find(language) is None:
        pytest.skip(f"the language pack {language} is not installed (habeas languages add {language})")


@cache
def trees(language: str) -> dict[str, Tree]:
    """All sentences of a language, parsed at once."""
    sentences = [sentence for sentence, _, _ in PEOPLE[language]]
    parsed = load_parser(language).parse((sentence, 0) for sentence in sentences)
    return dict(zip(sentences, parsed, strict=True))


def reading(language: str, sentence: str, word: str) -> tuple[Token, CountReading | None]:
    need(language)
    tree = trees(language)[sentence]
    token = next(token for token in tree.tokens if token.text == word)
    return token, count_of(tree, token)


@pytest.mark.parametrize(
    ("language", "sentence", "word", "ends"),
    [(language, *row) for language, rows in PEOPLE.items() for row in rows],
)
def test_phrase_counts_its_people(language: str, sentence: str, word: str, ends: list[int | None]) -> None:
    token, found = reading(language, sentence, word)
    assert found is not None, token
    assert found.count.to_ends() == ends, found
    assert sentence[found.start : found.end] == found.words


def test_pronoun_for_several_has_no_count_of_its_own() -> None:
    need("en")
    (tree,) = load_parser("en").parse([("They freed them.", 0)])
    assert count_of(tree, tree.tokens[2]) is None


def test_title_with_its_name_is_one_person() -> None:
    need("en")
    (tree,) = load_parser("en").parse([("The court jailed politician and activist Pavel Kot.", 0)])
    found = count_of(tree, next(token for token in tree.tokens if token.text == "politician"))
    assert found is not None
    assert found.count.to_ends() == [1, 1]


def flat_tree(words: int) -> Tree:
    """A row of numbers all coordinated with the first."""
    text = "12 " * words
    tokens = tuple(
        Token(i, "12", "12", "NUM", {}, 0, "root" if i == 0 else "conj", 3 * i, 3 * i + 2) for i in range(words)
    )
    return Tree.of(text, 0, "en", tokens)


def test_a_row_of_ten_thousand_numbers_is_read() -> None:
    tree = flat_tree(10_000)
    found = count_of(tree, tree.tokens[0])
    assert found is not None
    assert found.count.min == 12
