"""Counts and periods against what they mean: sets of numbers, sets of days."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.intervals import Basis, Count, Period
from strategies import counts, periods

numbers = st.integers(0, 12_000)
days = st.dates(date(1989, 1, 1), date(2031, 12, 31))


def allows(count: Count, number: int) -> bool:
    return count.min <= number and (count.max is None or number <= count.max)


def allowed(count: Count) -> st.SearchStrategy[int]:
    return st.integers(count.min, count.max)


def holds(period: Period, day: date) -> bool:
    return (period.first is None or period.first <= day) and (period.last is None or day <= period.last)


def day_number(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


# Counts


@given(counts(), counts(), numbers)
def test_intersection_allows_what_both_allow(one, other, number):
    both = one.intersection(other)
    assert (both is not None and allows(both, number)) == (allows(one, number) and allows(other, number))


@given(counts(), counts())
def test_intersection_exists_where_counts_intersect(one, other):
    assert (one.intersection(other) is not None) == one.intersects(other) == other.intersects(one)


@given(counts(), counts())
def test_intersection_and_hull_do_not_depend_on_order(one, other):
    assert one.intersection(other) == other.intersection(one)
    assert one.hull(other) == other.hull(one)


@given(counts(), counts())
def test_intersection_lies_in_both_and_both_in_the_hull(one, other):
    hull, both = one.hull(other), one.intersection(other)
    for count in (one, other):
        assert hull.contains(count)
        assert both is None or count.contains(both)


@given(counts(), counts(), counts())
def test_hull_is_the_smallest_range_that_holds_both(one, other, third):
    assert third.contains(one.hull(other)) == (third.contains(one) and third.contains(other))


@given(counts())
def test_count_with_itself_is_itself(count):
    assert count.intersection(count) == count.hull(count) == count
    assert count.contains(count)
    assert count.intersects(count)


@given(counts(), counts(), st.data())
def test_sum_allows_the_sums(one, other, data):
    assert allows(one + other, data.draw(allowed(one)) + data.draw(allowed(other)))


@given(counts(), counts(), counts())
def test_sum_is_associative_and_does_not_depend_on_order(one, other, third):
    assert one + other == other + one
    assert (one + other) + third == one + (other + third)


@given(counts(), counts())
def test_sum_is_no_wider_than_it_must_be(one, other):
    total = one + other
    assert total.min == one.min + other.min
    assert (total.max is None) == (one.max is None or other.max is None)
    assert total.max is None or total.max == one.max + other.max


@given(counts(), counts(), st.data())
def test_containing_count_allows_all_the_other_allows(one, other, data):
    ends = [number for number in (other.min, other.max) if number is not None]
    if one.contains(other):
        assert allows(one, data.draw(allowed(other)))
    else:
        assert other.max is None or not all(allows(one, number) for number in ends)


@given(counts())
def test_ends_come_back_as_they_went(count):
    back = Count.from_ends(count.to_ends())
    if count.open_below and count.max is None:
        assert back is None  # two open ends say nothing
    else:
        assert back == count


def test_no_ends_are_unknown():
    assert Count.from_ends(None) is None
    assert Count.from_ends([None, None]) is None


@given(counts())
def test_words_never_show_a_single_figure_for_a_range(count):
    shown = [int(figure.replace(",", "")) for figure in re.findall(r"[\d,]+", str(count))]
    if count.exact and not count.open_below:
        assert shown == ([] if count.min == 0 else [count.min])
    elif count.max is None:
        assert str(count).startswith("at least ")
    elif count.open_below:
        assert str(count).startswith("up to ")
    else:
        assert shown == [count.min, count.max]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count.exactly(52), "52"),
        (Count.exactly(0), "none"),
        (Count.at_least(1101), "at least 1,101"),
        (Count.up_to(14), "up to 14"),
        (Count(1350, 1500), "1,350 to 1,500"),
        (Count(6, 7), "6 or 7"),
    ],
)
def test_words_of_a_count(count, words):
    assert str(count) == words


@pytest.mark.parametrize(("low", "high", "open_below"), [(-1, 3, False), (4, 3, False), (1, 3, True)])
def test_impossible_counts_are_refused(low, high, open_below):
    with pytest.raises(ValueError, match="count"):
        Count(low, high, open_below)


# Periods


@given(periods(), periods(), days)
def test_intersection_holds_days_of_both(one, other, day):
    both = one.intersection(other)
    assert (both is not None and holds(both, day)) == (holds(one, day) and holds(other, day))


@given(periods(), periods())
def test_periods_intersect_the_same_from_either_side(one, other):
    assert (one.intersection(other) is not None) == one.intersects(other) == other.intersects(one)
    assert one.intersection(other) == other.intersection(one)
    assert one.hull(other) == other.hull(one)


@given(periods(), periods())
def test_periods_lie_in_their_hull(one, other):
    hull, both = one.hull(other), one.intersection(other)
    for period in (one, other):
        assert hull.contains(period)
        assert both is None or period.contains(both)


@given(periods(), periods())
def test_period_contains_another_where_their_hull_is_itself(one, other):
    hull = one.hull(other)
    assert one.contains(other) == ((hull.first, hull.last) == (one.first, one.last))


@given(periods(), periods())
def test_what_is_known_otherwise_than_stated_stays_so(one, other):
    for joined in (one.hull(other), one.intersection(other)):
        if joined is not None:
            assert joined.basis is (one.basis if one.basis is other.basis else Basis.INFERRED)


@given(periods())
def test_days_come_back_as_they_went(period):
    back = Period.from_days(period.to_days())
    if period.first is None and period.last is None:
        assert back is None
    else:
        assert (back.first, back.last) == (period.first, period.last)


@given(periods(), periods())
def test_gap_is_the_least_distance_between_days(one, other):
    gap = one.gap(other)
    assert gap == other.gap(one)
    assert (gap == 0) == one.intersects(other)
    if gap:
        ends = [day_number(day) for day in (one.first, one.last, other.first, other.last)]
        assert gap == min(abs(a - b) for a in ends[:2] for b in ends[2:] if a is not None and b is not None)


@given(periods(), st.integers(0, 400))
def test_widened_period_reaches_as_far_as_it_says(period, margin):
    wide = period.widened(margin)
    assert wide.contains(period)
    assert wide.first is None if period.first is None else period.first - wide.first == timedelta(days=margin)
    assert wide.last is None if period.last is None else wide.last - period.last == timedelta(days=margin)


@given(days)
def test_month_and_year_hold_their_days_alone(day):
    for period, part in ((Period.month(day.year, day.month), 2), (Period.year(day.year), 1)):
        assert holds(period, day)
        inside = [period.first, period.last]
        outside = [period.first - timedelta(days=1), period.last + timedelta(days=1)]
        assert all(other.timetuple()[:part] == day.timetuple()[:part] for other in inside)
        assert not any(other.timetuple()[:part] == day.timetuple()[:part] for other in outside)


@given(days)
def test_day_is_one_day(day):
    assert Period.day(day).days == 1
    assert holds(Period.day(day), day)


def test_open_period_has_no_number_of_days():
    assert Period(None, date(2025, 1, 1)).days is None


def test_period_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="wrong way round"):
        Period(date(2025, 1, 2), date(2025, 1, 1))
