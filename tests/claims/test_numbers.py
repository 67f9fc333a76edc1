"""Numbers in three languages: a table of phrases, and every number written out read back."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.numbers import NumberMention, number_finder, numbers_in
from spelling import english, russian, spanish

PHRASES = {
    "en": {
        "At least 52 people": [52, None],
        "52 or more": [52, None],
        "a minimum of 30 sailors": [30, None],
        "15 clerks at the very least": [15, None],
        "more than 1,000": [1001, None],
        "well over 100": [101, None],
        "upwards of 40": [41, None],
        "up to 40 men": [None, 40],
        "as many as 40,000 people": [None, 40000],
        "fewer than 20": [None, 19],
        "about 50": [45, 55],
        "some 3,000 nurses": [2700, 3300],
        "an estimated 300": [270, 330],
        "nearly 1,500": [1350, 1500],
        "close to 200": [180, 200],
        "between 20 and 30 men": [20, 30],
        "16 to 20 weavers": [16, 20],
        "from one to five bakers": [1, 5],
        "twenty to sixty thousand": [20000, 60000],
        "5 or 6 men": [5, 6],
        "the 16-20 men": [16, 20],
        "a dozen": [12, 12],
        "two dozen": [24, 24],
        "half a dozen": [6, 6],
        "more than two dozen": [25, None],
        "dozens": [24, None],
        "scores": [40, None],
        "hundreds": [200, None],
        "thousands": [2000, None],
        "tens of thousands": [20000, None],
        "hundreds of thousands": [200000, None],
        "several dozen": [36, None],
        "several": [3, None],
        "a few": [3, None],
        "a number of": [3, None],
        "a couple of": [2, 2],
        "2.5 million": [2500000, 2500000],
        "twelve hundred": [1200, 1200],
        "a hundred and twenty-two": [122, 122],
        "a further 17": [17, 17],
        "another 17": [17, 17],
        "the remaining 40": [40, 40],
        "at least another 40": [40, None],
    },
    "es": {
        "no menos de 17 pastores": [17, None],
        "51.000 como poco": [51000, None],
        "más de 15.000": [15001, None],
        "hasta 40 hombres": [None, 40],
        "menos de 20": [None, 19],
        "unas 30 personas": [27, 33],
        "alrededor de 200": [180, 220],
        "casi 1.900": [1710, 1900],
        "entre 70 y 80": [70, 80],
        "una docena": [12, 12],
        "una veintena": [20, 20],
        "medio centenar": [50, 50],
        "un centenar": [100, 100],
        "más de un centenar": [101, None],
        "decenas de parientes": [20, None],
        "cientos": [200, None],
        "miles": [2000, None],
        "decenas de miles": [20000, None],
        "varios": [3, None],
        "2,5 millones": [2500000, 2500000],
        "dos millones y medio": [2500000, 2500000],
        "unos mil": [900, 1100],
        "otros 11": [11, 11],
    },
    "ru": {
        "не менее 870": [870, None],
        "по меньшей мере шестеро": [6, None],
        "более 2,5 тыс.": [2501, None],
        "более тысячи": [1001, None],
        "свыше 120": [121, None],
        "до трёх тысяч": [None, 3000],
        "менее 20": [None, 19],
        "около сотни": [90, 110],
        "почти семьсот": [630, 700],
        "от двадцати до шестидесяти тысяч": [20000, 60000],
        "от 150 до 170 пекарей": [150, 170],
        "полторы тысячи": [1500, 1500],
        "около полутора тысяч": [1350, 1650],
        "двух с половиной тысяч": [2500, 2500],
        "пятьюдесятью двумя": [52, 52],
        "двое": [2, 2],
        "троих": [3, 3],
        "семеро": [7, 7],
        "полсотни": [50, 50],
        "дюжину": [12, 12],
        "два десятка": [20, 20],
        "десятки": [20, None],
        "сотни": [200, None],
        "тысячи": [2000, None],
        "десятки тысяч": [20000, None],
        "несколько": [3, None],
        "1 200": [1200, 1200],
    },
}

NO_PEOPLE = {
    "en": [
        "an 80-year-old",
        "Resolution 2231",
        "an F-16",
        "12 years",
        "20%",
        "$40,000",
        "room 12",
        "at 10:30",
        "two weeks",
        "article 19",
        "the M23",
    ],
    "es": ["cinco años", "50.000 libras", "el artículo 5", "el 20%", "12 veces"],
    "ru": ["пять лет", "41-летний", "200 тысяч рублей", "статья 174", "20%", "пятнадцать суток"],
}


@pytest.mark.parametrize(
    ("language", "phrase", "ends"),
    [(language, phrase, ends) for language, table in PHRASES.items() for phrase, ends in table.items()],
)
def test_phrase_gives_its_interval(language: str, phrase: str, ends: list[int | None]) -> None:
    found = numbers_in(f"Xx {phrase} xx.", language)
    assert [mention.count.to_ends() for mention in found] == [ends]
    assert found[0].people


@pytest.mark.parametrize(
    ("language", "phrase"), [(language, phrase) for language, phrases in NO_PEOPLE.items() for phrase in phrases]
)
def test_what_counts_no_people_is_said_to(language: str, phrase: str) -> None:
    assert all(not mention.people for mention in numbers_in(f"Xx {phrase} xx.", language))


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_offsets_are_the_documents(language: str) -> None:
    (mention,) = numbers_in("xx 1234567 xx", language, 100)
    assert (mention.number_start, mention.number_end) == (103, 110)


WRITERS: list[tuple[str, Callable[[int], str]]] = [
    ("en", english),
    ("en", lambda number: english(number, conjunction=True)),
    ("en", lambda number: f"{number:,}"),
    ("en", str),
    ("es", spanish),
    ("es", lambda number: f"{number:,}".replace(",", ".")),
    ("ru", russian),
    ("ru", lambda number: russian(number, instrumental=True)),
    ("ru", lambda number: f"{number:,}".replace(",", "\u00a0")),
]


@given(st.integers(0, 1_000_000), st.sampled_from(WRITERS))
def test_every_number_written_out_reads_back(number: int, writer: tuple[str, Callable[[int], str]]) -> None:
    language, write = writer
    if language == "es" and number % 1_000_000 == 1:
        number = 2  # "uno" is the article
    found = number_finder(language).find(f"Xx {write(number)}.")
    assert [mention.count.to_ends() for mention in found] == [[number, number]], write(number)


@given(st.text(), st.sampled_from(["en", "es", "ru"]))
def test_any_text_is_read_without_a_crash(text: str, language: str) -> None:
    for mention in number_finder(language).find(text):
        assert 0 <= mention.start <= mention.number_start < mention.number_end <= mention.end <= len(text)


def seconds(text: str, language: str) -> tuple[float, tuple[NumberMention, ...]]:
    started = time.process_time()
    found = number_finder(language).find(text)
    return time.process_time() - started, found


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_ten_thousand_numbers_take_time_in_proportion(language: str) -> None:
    few, _ = seconds("at least 12 xx, " * 1_000, language)
    many, found = seconds("at least 12 xx, " * 10_000, language)
    assert len(found) == 10_000
    assert many < 40 * max(few, 0.01)


def test_a_million_digits_are_no_number() -> None:
    taken, found = seconds("7" * 1_000_000, "en")
    assert not found
    assert taken < 10
