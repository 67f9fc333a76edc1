"""Which claims become one event."""

import json
import random
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cases
from events.made import claim, documents
from habeas.claims.model import Kind, Means, Status
from habeas.events import Rung, group, happenings, to_record
from habeas.intervals import Basis, Count, Period

DOCUMENTS = documents(a="2031-03-02", b="2031-03-03", c="2031-05-20", d="2031-03-10")


def test_reports_of_one_day_and_figure_are_one_event() -> None:
    events = group([claim("a", count=40, when="2031-03-01"), claim("b", count=40, when="2031-03-01")], DOCUMENTS)
    assert len(events) == 1
    assert events[0].documents == ("a", "b")
    assert any("both say 40" in reason for reason in events[0].reasons)


def test_background_repeat_falls_into_what_it_repeats() -> None:
    told = [claim("a", count=40, when="2031-03-01"), claim("c", count=40, when="2031-03-01/2031-03-31")]
    (event,) = group(told, DOCUMENTS)
    assert event.date == Period.from_days(["2031-03-01", "2031-03-01"])


def test_waves_a_week_apart_with_like_counts_stay_two() -> None:
    told = [claim("a", count=30, when="2031-03-01"), claim("d", count=30, when="2031-03-08")]
    assert [event.count for event in group(told, DOCUMENTS)] == [Count.exactly(30), Count.exactly(30)]


def test_vague_repeat_never_welds_two_waves() -> None:
    told = [
        claim("a", count=30, when="2031-03-01"),
        claim("d", count=30, when="2031-03-08"),
        claim("c", count=30, when="2031-03-01/2031-03-31"),
    ]
    assert len(group(told, DOCUMENTS)) == 2


def test_running_total_is_an_event_of_its_own() -> None:
    told = [
        claim("a", count=40, when="2031-03-01"),
        claim("c", count=40, when="2031-01-01/2031-05-20", cumulative=True),
    ]
    events = group(told, DOCUMENTS)
    assert [event.cumulative for event in events] == [True, False]
    assert len(happenings(events)) == 1


def test_people_held_are_no_happening() -> None:
    assert group([claim("a", kind=Kind.HELD, count=1200, when="2031-03-02")], DOCUMENTS) == ()


def test_copies_of_one_story_are_one_source() -> None:
    told = [claim(name, count=40, when="2031-03-01") for name in "abd"]
    (event,) = group(told, DOCUMENTS, {"a": "wire", "b": "wire"})
    assert (len(event.documents), event.sources) == (3, 2)


def test_outlets_quoting_one_voice_are_one_source() -> None:
    told = [claim(name, count=40, when="2031-03-01", voice="The Example Ministry") for name in "abd"]
    (event,) = group(told, DOCUMENTS)
    assert event.sources == 1


def test_plan_and_its_fulfilment_share_a_line() -> None:
    told = [claim("a", count=40, status=Status.PLANNED), claim("d", count=40, when="2031-03-09")]
    (event,) = group(told, DOCUMENTS)
    assert event.status is Rung.DONE
    assert event.documents == ("a", "d")


def test_plan_without_fulfilment_stays_a_promise() -> None:
    (event,) = group([claim("a", count=40, status=Status.PLANNED)], DOCUMENTS)
    assert event.status is Rung.PROMISED
    assert happenings([event]) == ()


def test_refused_is_kept_apart_from_done() -> None:
    told = [claim("a", count=40, when="2031-03-01"), claim("b", count=40, when="2031-03-01", status=Status.REFUSED)]
    assert {event.status for event in group(told, DOCUMENTS)} == {Rung.DONE, Rung.REFUSED}


def test_pardons_alone_are_decreed() -> None:
    (event,) = group([claim("a", count=40, when="2031-03-01", means=Means.PARDON)], DOCUMENTS)
    assert event.status is Rung.DECREED


def test_publication_day_may_lag_behind_the_day_named() -> None:
    late = claim("b", count=40, when="2031-03-03")
    assert len(group([claim("a", count=40, when="2031-03-01"), late], DOCUMENTS)) == 2
    assert late.when is not None
    late = replace(late, when=Period(late.when.first, late.when.last, Basis.PUBLISHED))
    (event,) = group([claim("a", count=40, when="2031-03-01"), late], DOCUMENTS)
    assert event.date == Period.from_days(["2031-03-01", "2031-03-01"])


def test_names_join_what_figures_cannot() -> None:
    told = [
        claim("a", kind=Kind.DETENTION, count=1, when="2031-03-01", persons=("Ana Ejemplo",)),
        claim("c", kind=Kind.DETENTION, count=1, when="2031-03-01/2031-03-31", persons=("Ejemplo",)),
        claim("c", kind=Kind.DETENTION, count=1, when="2031-03-01", persons=("Otto Other",)),
    ]
    assert sorted(len(event.claims) for event in group(told, DOCUMENTS)) == [1, 2]


def test_measures_by_different_powers_are_different() -> None:
    told = [
        claim("a", kind=Kind.SANCTION, when="2031-03-01", by=("EU",)),
        claim("b", kind=Kind.SANCTION, when="2031-03-01", by=("US",)),
    ]
    assert len(group(told, DOCUMENTS)) == 2


@pytest.mark.parametrize("name", cases.NAMES)
def test_order_of_claims_plays_no_part(name: str) -> None:
    case = cases.load(name)
    expected = group(case.claims, case.documents, cases.STORIES)
    shuffled = list(case.claims)
    for seed in range(3):
        random.Random(seed).shuffle(shuffled)
        assert group(shuffled, case.documents, cases.STORIES) == expected


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 60), st.integers(1, 28)), max_size=12))
def test_every_claim_is_in_exactly_one_event(rows: list[tuple[str, int, int]]) -> None:
    told = {made.id: made for name, count, day in rows for made in [claim(name, count=count, when=f"2031-02-{day:02}")]}
    events = group(told.values(), DOCUMENTS)
    assert sorted(id_ for event in events for id_ in event.claims) == sorted(told)


@pytest.mark.parametrize("name", cases.NAMES)
def test_annotated_cases_give_the_events_an_analyst_finds(name: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    case = cases.load(name)
    events = happenings(group(case.claims, case.documents, cases.STORIES))
    found = tmp_path / "events.json"
    found.write_text(json.dumps([to_record(event) for event in events]), encoding="utf-8")
    scorer = cases.FOLDER / "score_case.py"
    run = subprocess.run(
        [sys.executable, str(scorer), str(case.truth), "--events", str(found)],
        capture_output=True,
        text=True,
        check=True,
    )
    recall, precision = (float(figure) for figure in re.findall(r"(?:recall|precision) ([\d.]+)", run.stdout))
    assert recall >= 0.9, run.stdout
    assert precision >= 0.6, run.stdout


def test_same_text_in_two_documents_is_one_event_unless_the_days_forbid() -> None:
    first = claim("a", kind=Kind.DEMAND)
    twin = replace(first, document="b")
    (event,) = group([first, twin], DOCUMENTS)
    assert event.documents == ("a", "b")
    dated = replace(first, when=Period.from_days(["2031-03-02", "2031-03-02"]))
    later = replace(first, document="c", when=Period.from_days(["2031-05-20", "2031-05-20"]))
    ids = [event.id for event in group([dated, later], DOCUMENTS)]
    assert len(set(ids)) == 2
    assert first.id in ids
