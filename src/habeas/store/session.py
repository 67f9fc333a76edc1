"""Opening a ledger, and its units of work; all that differs between SQLite and PostgreSQL is here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from habeas.errors import LedgerError
from habeas.store import migrate

__all__ = ["Connection", "Ledger", "insert_if_new", "open_ledger"]

# Any number that other programs are unlikely to lock by in the same database.
_POSTGRES_LOCK = 0x68616265


@dataclass(frozen=True, slots=True)
class Ledger:
    """An open ledger. Many may read it at once; one writes at a time."""

    name: str
    """As the user gave it, a password left out."""
    engine: Engine
    wait: int
    """Seconds to wait for another writer."""

    @property
    def files(self) -> frozenset[Path]:
        """Files it consists of, as absolute paths; none where a server keeps it."""
        if self.engine.dialect.name != "sqlite":
            return frozenset()
        path = Path(self.name).resolve()
        return frozenset(path.with_name(path.name + ending) for ending in ("", "-wal", "-shm", "-journal"))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the ledger and changes nothing."""
        with self._told(), self.engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is kept whole or not at all; waits for another writer, then says so."""
        engine = self.engine.execution_options(writes=True)
        with self._told(), engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text(f"SET LOCAL lock_timeout = '{self.wait}s'"))
                connection.execute(text(f"SELECT pg_advisory_xact_lock({_POSTGRES_LOCK})"))
            yield connection

    def close(self) -> None:
        """Let go of its connections."""
        self.engine.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise LedgerError(_in_words(self.name, error)) from error


def insert_if_new(connection: Connection, table: Table, row: dict[str, Any]) -> bool:
    """Insert a row unless its primary key is there; whether it was new."""
    make = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = make(table).on_conflict_do_nothing().returning(*table.primary_key)
    return connection.execute(statement, row).first() is not None


def open_ledger(place: str | os.PathLike[str], *, create: bool = False, wait: int = 10) -> Ledger:
    """Open the ledger at a file or a postgresql:// address, brought up to date.

    With `create` a ledger is made where there is none. Raises LedgerError where there is none,
    where something else is in its place, or where a newer habeas wrote it.
    """
    name = os.fspath(place)
    ledger = _postgres(name, wait) if "://" in name else _sqlite(Path(name), create, wait)
    try:
        with ledger._told():
            migrate.bring_up_to_date(ledger.engine, ledger.name, create=create)
    except LedgerError:
        ledger.close()
        raise
    return ledger


def _sqlite(path: Path, create: bool, wait: int) -> Ledger:
    name = str(path)
    if path.is_dir():
        raise LedgerError(
            f"{name}: a ledger file was expected, this is a folder; give a file such as {path / 'habeas.db'}"
        )
    if not path.exists():
        if not create:
            raise LedgerError(
                f"{name}: no ledger is here; make one with `habeas add PAGE...`, or name another by --ledger"
            )
        if not path.parent.is_dir():
            raise LedgerError(f"{name}: its folder does not exist; make the folder {path.parent} first")
    options = {"uri": "true"}
    if path.exists() and not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists():
        # On a read-only medium there can be no other writer, and SQLite cannot lay its WAL files beside it.
        options["immutable"] = "1"
    url = URL.create("sqlite", database=f"file:{quote(name)}", query=options)
    engine = create_engine(url, connect_args={"timeout": wait})

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves: the driver's own comes too late for reads
        connection.execute("PRAGMA foreign_keys = ON")
        # FULL: a committed page survives a power cut. WAL alone would keep the file whole but may lose the last commits.
        connection.execute("PRAGMA synchronous = FULL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get("writes"):
            if connection.exec_driver_sql("PRAGMA journal_mode").scalar() != "wal":
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.exec_driver_sql("BEGIN")

    return Ledger(name, engine, wait)


def _postgres(address: str, wait: int) -> Ledger:
    try:
        url = make_url(address)
        if url.get_backend_name() != "postgresql":
            raise LedgerError(
                f"{url.render_as_string()}: a file or a postgresql:// address was expected; give one of these by --ledger"
            )
        engine = create_engine(url.set(drivername="postgresql+psycopg"))
    except (ArgumentError, NoSuchModuleError) as error:
        raise LedgerError(
            f"{address}: not an address of a ledger; give a file, or postgresql://user@host/name"
        ) from error
    except ImportError as error:
        raise LedgerError(
            f"{address}: PostgreSQL needs its driver; install it with `pip install 'habeas[postgres]'`"
        ) from error
    return Ledger(url.render_as_string(hide_password=True), engine, wait)


def _in_words(name: str, error: DBAPIError) -> str:
    """One line for what a database refused: what it is, what to do."""
    said = " ".join(str(error.orig).split())
    low = said.lower()
    if "locked" in low or "lock timeout" in low:
        return f"{name}: another habeas is writing to it; wait until it is done, then run this again"
    if "readonly" in low or "read-only" in low or "unable to open" in low or "permission denied" in low:
        return f"{name}: this place cannot be written; move the ledger to a folder of yours, or mend its permissions"
    if "not a database" in low or "malformed" in low:
        return f"{name}: not a habeas ledger, or a damaged one; name another by --ledger, or bring back a copy"
    if "full" in low:
        return f"{name}: the disk is full; make room, then run this again"
    if "connection" in low or "authentication" in low or "does not exist" in low:
        return f"{name}: the database does not let us in ({said}); check the address, and that it runs"
    return f"{name}: the database refused ({said}); run `habeas doctor`"
