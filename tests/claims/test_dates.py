"""Time expressions in three languages: each form's examples, the rules of resolving, and dates read back."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.calendar import Direction
from habeas.claims.dates import Bound, calendar
from habeas.intervals import Period

WEDNESDAY = date(2024, 5, 15)
ANCHOR = Period.day(date(2024, 3, 10))
LANGUAGES = ["en", "es", "ru"]


def days(language: str, text: str, published: date | None = WEDNESDAY, direction: Direction = Direction.PAST) -> object:
    """The days of the only time expression of a text."""
    (mention,) = calendar(language).find(text)
    period = mention.resolve(published, direction)
    return None if period is None else period.to_days()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_reads_its_examples(language: str) -> None:
    for form in calendar(language).lexicon.form:
        for example, meant in form.examples.items():
            found = calendar(language).find(f"Xx {example}, xx.")
            assert len(found) == 1, (example, found)
            basis, _, ends = meant.rpartition(":")
            direction = Direction.PRESENT if basis == "present" else Direction.PAST
            if form.step == 1 and basis != "anchor":
                direction = Direction.FUTURE
            period = found[0].resolve(WEDNESDAY, direction, ANCHOR if basis == "anchor" else None)
            if meant == "none":
                assert period is None, example
                continue
            first, _, last = ends.partition("/")
            assert period is not None, example
            assert period.to_days() == [first, last or first], example


@pytest.mark.parametrize(
    ("language", "text", "ends"),
    [
        ("en", "freed since January", ["2024-01-01", "2024-05-15"]),
        ("en", "freed since July 2023", ["2023-07-01", "2024-05-15"]),
        ("en", "freed since the start of the year", ["2024-01-01", "2024-05-15"]),
        ("en", "freed since the coup of 1 February 2021", ["2021-02-01", "2024-05-15"]),
        ("en", "freed since the coup", [None, "2024-05-15"]),
        ("en", "freed between August 2023 and March 2024", ["2023-08-01", "2024-03-31"]),
        ("en", "freed from December 18 to 28", ["2023-12-18", "2023-12-28"]),
        ("en", "freed between 29 August and 6 September 2023", ["2023-08-29", "2023-09-06"]),
        ("es", "libres desde enero", ["2024-01-01", "2024-05-15"]),
        ("es", "libres desde el golpe de febrero de 2021", ["2021-02-01", "2024-05-15"]),
        ("es", "libres entre agosto y octubre", ["2023-08-01", "2023-10-31"]),
        ("ru", "вышли с января", ["2024-01-01", "2024-05-15"]),
        ("ru", "вышли с начала года", ["2024-01-01", "2024-05-15"]),
        ("ru", "вышли с августа по октябрь", ["2023-08-01", "2023-10-31"]),
    ],
)
def test_window_or_range(language: str, text: str, ends: list[str | None]) -> None:
    assert days(language, text) == ends


@pytest.mark.parametrize(
    ("language", "text", "ends"),
    [
        ("en", "will be freed on Friday", ["2024-05-17", "2024-05-17"]),
        ("en", "will be freed in March", ["2025-03-01", "2025-03-31"]),
        ("en", "will be freed on 3 May", ["2025-05-03", "2025-05-03"]),
        ("en", "will be freed by the end of July", ["2024-05-15", "2024-07-31"]),
        ("en", "will be freed by the end of the year", ["2024-05-15", "2024-12-31"]),
        ("en", "will be held until 2026", ["2024-05-15", "2026-12-31"]),
        ("en", "will be freed this week", ["2024-05-13", "2024-05-19"]),
        ("es", "saldrán antes del 6 de junio", ["2024-05-15", "2024-06-06"]),
        ("es", "saldrán el lunes", ["2024-05-20", "2024-05-20"]),
        ("ru", "выйдут до конца месяца", ["2024-05-15", "2024-05-31"]),
        ("ru", "заморозят с понедельника", ["2024-05-20", "2024-05-20"]),
    ],
)
def test_a_plan_looks_forward(language: str, text: str, ends: list[str | None]) -> None:
    assert days(language, text, direction=Direction.FUTURE) == ends


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "he may march now with the M23, aged 31, after a 14 year term of 110 years"),
        ("en", "on may day they march"),
        ("en", "F-16 and article 19 of the law"),
        ("es", "por la mañana, en una sala"),
        ("ru", "приговорён к 15 годам по статье 174"),
    ],
)
def test_other_words_are_no_dates(language: str, text: str) -> None:
    assert calendar(language).find(text) == ()


def test_weekday_of_the_published_day_is_that_day_and_last_is_a_week_before() -> None:
    assert days("en", "on Wednesday") == ["2024-05-15", "2024-05-15"]
    assert days("en", "last Wednesday") == ["2024-05-08", "2024-05-08"]


def test_without_a_published_day_only_full_dates_are_known() -> None:
    assert days("en", "on 3 May 2022", None) == ["2022-05-03", "2022-05-03"]
    assert days("en", "on Monday", None) is None
    assert days("en", "in May", None) is None
    assert days("en", "since May 2020", None) is None


def test_a_published_day_of_an_absurd_year_gives_nothing() -> None:
    assert days("en", "last week", date(25, 1, 2)) is None
    assert days("en", "on Monday", date.min) is None
    assert days("en", "next year", date.max, Direction.FUTURE) is None


def test_an_impossible_day_is_unknown() -> None:
    assert days("en", "on 30 February 2023") is None


def test_a_leap_day_without_a_year_is_the_latest() -> None:
    assert days("en", "on 29 February", date(2023, 5, 1)) == ["2020-02-29", "2020-02-29"]


def test_days_counted_from_some_day_of_a_month_are_of_that_month() -> None:
    (mention,) = calendar("en").find("three days later")
    month = Period.month(2024, 3)
    assert mention.resolve(WEDNESDAY, Direction.PAST, month) == month
    assert mention.resolve(WEDNESDAY, Direction.PAST) is None


def test_flags() -> None:
    since, plain, anchored = (calendar("en").find(text)[0] for text in ("since 2020", "on 3 May 2020", "the next day"))
    assert since.since
    assert since.bound is Bound.SINCE
    assert since.deictic
    assert not plain.deictic
    assert anchored.anchored
    assert not plain.anchored


MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    "ru": [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
}
FORMATS = {
    "en": ["{d} {m} {y}", "{m} {d}, {y}", "the {d}{s} of {m}, {y}", "{y}-{n:02}-{d:02}", "{m} {d}{s} {y}"],
    "es": ["{d} de {m} de {y}", "el {d} de {m} del {y}", "{d:02}/{n:02}/{y}", "{y}-{n:02}-{d:02}"],
    "ru": ["{d} {m} {y} года", "{d}-го {m} {y} г.", "{d:02}.{n:02}.{y}", "{d} {m} {y}"],
}


def written(day: date, language: str, form: str) -> str:
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in (11, 12, 13) else 0, "th")
    return form.format(d=day.day, m=MONTHS[language][day.month - 1], n=day.month, y=day.year, s=suffix)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(LANGUAGES), st.data())
def test_every_date_written_out_reads_back(day: date, language: str, data: st.DataObject) -> None:
    text = written(day, language, data.draw(st.sampled_from(FORMATS[language])))
    assert days(language, f"Xx {text}, xx.") == [day.isoformat(), day.isoformat()], text


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 360), st.sampled_from(LANGUAGES))
def test_a_day_without_its_year_is_the_latest_by_the_published_day(published: date, back: int, language: str) -> None:
    day = published - timedelta(days=back)
    form = {"en": "{m} {d}", "es": "el {d} de {m}", "ru": "{d} {m}"}[language]
    if (day.month, day.day) != (2, 29):
        assert days(language, written(day, language, form), published) == [day.isoformat(), day.isoformat()]


@given(st.text(), st.sampled_from(LANGUAGES), st.dates(), st.sampled_from(Direction))
def test_any_text_is_read_without_a_crash(text: str, language: str, published: date, direction: Direction) -> None:
    for mention in calendar(language).find(text):
        assert 0 <= mention.start <= mention.said_start < mention.end <= len(text)
        mention.resolve(published, direction, ANCHOR)


WORDS = {
    language: sorted(
        {word for form in calendar(language).lexicon.form for example in form.examples for word in example.split()}
    )
    for language in LANGUAGES
}


@given(st.sampled_from(LANGUAGES), st.data(), st.dates(), st.sampled_from(Direction))
def test_any_jumble_of_time_words_resolves_or_does_not(
    language: str, data: st.DataObject, published: date, direction: Direction
) -> None:
    text = " ".join(
        data.draw(st.lists(st.sampled_from([*WORDS[language], "since", "desde", "с", "99", "2024"]), max_size=12))
    )
    for mention in calendar(language).find(text):
        for anchor in (None, ANCHOR, Period(None, WEDNESDAY)):
            mention.resolve(published, direction, anchor)


@pytest.mark.parametrize("language", LANGUAGES)
def test_ten_thousand_dates_take_time_in_proportion(language: str) -> None:
    calendar(language).find("2020-05-03")
    taken = []
    for times in (1_000, 10_000):
        started = time.process_time()
        found = calendar(language).find("2020-05-03 xx, " * times)
        taken.append(time.process_time() - started)
        assert len(found) == times
    assert taken[1] < 40 * max(taken[0], 0.01)


def test_a_million_digits_are_no_date() -> None:
    started = time.process_time()
    assert calendar("en").find("7" * 1_000_000) == ()
    assert time.process_time() - started < 10
