import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.errors import BadInput
from habeas.parallel import chunked, in_order


def double(numbers: list[int]) -> list[int]:
    return [2 * number for number in numbers]


def process(_numbers: list[int]) -> int:
    return os.getpid()


def refuse(numbers: list[int]) -> BadInput:
    if numbers[0] == 3:
        raise BadInput("three", "another number was expected", "leave it out")
    return BadInput("page", "expected", "remedy")


@given(st.lists(st.integers(0, 50)), st.integers(1, 60))
def test_chunks_hold_every_item_once_in_order(items: list[int], most: int) -> None:
    chunks = list(chunked(items, lambda item: item, most))
    assert [item for chunk in chunks for item in chunk] == items
    assert all(sum(chunk[:-1]) < most for chunk in chunks)
    assert all(sum(chunk) >= most for chunk in chunks[:-1])


def test_results_come_in_the_order_of_the_chunks() -> None:
    chunks = [[number] for number in range(20)]
    assert list(in_order(double, chunks, cores=2)) == [([number], [2 * number]) for number in range(20)]


def test_one_chunk_is_worked_on_here() -> None:
    assert [pid for _, pid in in_order(process, [[1]], cores=2)] == [os.getpid()]
    assert [pid for _, pid in in_order(process, [[1], [2]], cores=1)] == [os.getpid()] * 2


def test_chunks_are_taken_as_they_are_needed() -> None:
    taken = []

    def chunks() -> object:
        for number in range(1000):
            taken.append(number)
            yield [number]

    results = in_order(double, chunks(), cores=2)  # type: ignore[arg-type]
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert len(taken) < 20


def test_a_refusal_crosses_between_processes_whole() -> None:
    (_, came), *_rest = in_order(refuse, [[1], [2]], cores=2)
    assert (came.name, came.expected, came.remedy, str(came)) == (
        "page",
        "expected",
        "remedy",
        "page: expected; remedy",
    )


def test_what_goes_wrong_in_a_worker_is_raised_here() -> None:
    with pytest.raises(BadInput, match="three: another number was expected; leave it out"):
        list(in_order(refuse, [[1], [2], [3]], cores=2))
