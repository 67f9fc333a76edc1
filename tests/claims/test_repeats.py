from dataclasses import replace
from datetime import date

from habeas.claims.model import Claim, Kind, Quote, Status
from habeas.claims.repeats import without_repeats
from habeas.intervals import Count, Period

MONDAY, TUESDAY = Period.day(date(2025, 11, 24)), Period.day(date(2025, 11, 25))
FIRST = Claim("a", "d", Kind.RELEASE, Status.ACTUAL, Quote("freed ten miners", 0, 16), Count.exactly(10), place=("BY",))
AGAIN = replace(FIRST, id="b", quote=Quote("the ten miners were freed on Monday", 50, 85), when=MONDAY)


def test_the_fuller_telling_is_kept() -> None:
    assert without_repeats([FIRST, AGAIN]) == (AGAIN,)


def test_other_days_are_other_happenings() -> None:
    other = replace(AGAIN, id="c", when=TUESDAY)
    assert len(without_repeats([AGAIN, other])) == 2


def test_other_numbers_and_places_are_other_happenings() -> None:
    assert len(without_repeats([FIRST, replace(FIRST, count=Count.exactly(11))])) == 2
    assert len(without_repeats([FIRST, replace(FIRST, place=("VE",))])) == 2


def test_one_unnamed_person_may_be_anybody() -> None:
    one = replace(FIRST, count=Count.exactly(1))
    assert len(without_repeats([one, replace(one, id="c")])) == 2


def test_the_same_named_person_is_the_same() -> None:
    named = replace(FIRST, count=Count.exactly(1), persons=("Anton Verelli",))
    assert len(without_repeats([named, replace(named, id="c")])) == 1


def test_a_plan_and_its_doing_are_two() -> None:
    assert len(without_repeats([FIRST, replace(FIRST, status=Status.PLANNED)])) == 2
