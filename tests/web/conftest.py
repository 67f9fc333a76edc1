"""A server for the tests of pages."""

from collections.abc import Iterator

import httpx
import pytest

from holdings import invented, served


@pytest.fixture(scope="session")
def site() -> Iterator[httpx.Client]:
    """A client of a real server over the invented state."""
    with served(invented()) as base, httpx.Client(base_url=base, trust_env=False) as client:
        yield client
