"""Work on chunks over the cores: results in the order of the chunks, few in flight, so memory stays flat."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 3  # chunks in flight for each worker: enough that none waits, few enough to keep memory flat


def in_order(work: Callable[[T], R], chunks: Iterable[T], *, cores: int) -> Iterator[tuple[T, R]]:
    """Each chunk with what `work` makes of it. `work` is a module's function, and chunks can be pickled.

    A single chunk, or a single core, is worked on here: starting processes would cost more than it saves.
    """
    waiting = iter(chunks)
    first = list(islice(waiting, 2))
    if cores < 2 or len(first) < 2:
        for chunk in chain(first, waiting):
            yield chunk, work(chunk)
        return
    # Never "fork": a progress bar's thread may hold a lock that the child would wait for without end.
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    pool = ProcessPoolExecutor(cores, mp_context=context, initializer=_leave_interrupts_to_the_parent)
    try:
        flight: deque[tuple[T, Future[R]]] = deque()
        for chunk in chain(first, waiting):
            flight.append((chunk, pool.submit(work, chunk)))
            if len(flight) >= cores * _AHEAD:
                done, future = flight.popleft()
                yield done, future.result()
        while flight:
            done, future = flight.popleft()
            yield done, future.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def chunked(items: Iterable[T], size: Callable[[T], int], most: int) -> Iterator[list[T]]:
    """Items in lists whose sizes sum to about `most`; each list has at least one."""
    chunk: list[T] = []
    held = 0
    for item in items:
        chunk.append(item)
        held += size(item)
        if held >= most:
            yield chunk
            chunk, held = [], 0
    if chunk:
        yield chunk


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
