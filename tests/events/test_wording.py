"""Events in plain English."""

import pytest

from habeas.events.wording import say_people, say_period
from habeas.intervals import Count, Period


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (("2031-12-13", "2031-12-13"), "13 Dec 2031"),
        (("2031-09-01", "2031-09-30"), "Sept 2031"),
        (("2031-01-01", "2031-12-31"), "2031"),
        (("2030-01-01", "2031-12-31"), "2030 to 2031"),
        (("2031-02-09", "2031-02-12"), "9 to 12 Feb 2031"),
        (("2031-01-30", "2031-02-02"), "30 Jan 2031 to 2 Feb 2031"),
        ((None, "2031-11-22"), "by 22 Nov 2031"),
        (("2031-11-22", None), "from 22 Nov 2031"),
        (None, "day not known"),
    ],
)
def test_periods_in_words(days: tuple[str | None, str | None] | None, words: str) -> None:
    assert say_period(Period.from_days(days)) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count.exactly(1), "1 person"),
        (Count.exactly(52), "52 people"),
        (Count.at_least(101), "at least 101 people"),
        (Count.up_to(14), "up to 14 people"),
        (Count(0, 0), "no one"),
        (None, "people, number not known"),
    ],
)
def test_people_in_words(count: Count | None, words: str) -> None:
    assert say_people(count) == words
