import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from habeas.errors import LedgerError
from habeas.pages import Page, Shape
from habeas.store import read, write
from habeas.store.session import Ledger, open_ledger

PAGE = Page(b"a page", "a.html", Shape.HTML, "a.html")


def test_a_unit_of_work_is_kept_whole_or_not_at_all(ledger: Ledger) -> None:
    def half_way() -> None:
        with ledger.writing() as connection:
            write.add_page(connection, PAGE)
            raise RuntimeError("stopped half way")

    with pytest.raises(RuntimeError):
        half_way()
    with ledger.reading() as connection:
        assert read.counts(connection).pages == 0


def test_a_reader_sees_one_state_while_another_writes(ledger: Ledger) -> None:
    with ledger.reading() as reading:
        assert read.counts(reading).pages == 0
        with ledger.writing() as writing:
            write.add_page(writing, PAGE)
        assert read.counts(reading).pages == 0
    with ledger.reading() as reading:
        assert read.counts(reading).pages == 1


def test_a_second_writer_waits_then_says_so_in_one_line(ledger: Ledger) -> None:
    said = []

    def second() -> None:
        try:
            with ledger.writing():
                pass
        except LedgerError as error:
            said.append(str(error))

    with ledger.writing():
        thread = threading.Thread(target=second)
        thread.start()
        thread.join()
    assert len(said) == 1
    assert "another habeas is writing to it" in said[0]
    assert "\n" not in said[0]


def test_reading_cannot_change_a_postgres_ledger(ledger: Ledger) -> None:
    if ledger.engine.dialect.name != "postgresql":
        pytest.skip("SQLite has no read-only transactions")
    with pytest.raises(LedgerError, match="cannot be written"), ledger.reading() as connection:
        write.add_page(connection, PAGE)


def test_a_sqlite_ledger_is_durable(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "habeas.db", create=True)
    with ledger.reading() as connection:
        pragmas = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_no_ledger_where_none_was_made(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger is here; make one with `habeas add"):
        open_ledger(tmp_path / "habeas.db")
    assert not (tmp_path / "habeas.db").exists()


@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "habeas.db"
    path.write_bytes(b"a letter, not a database, and long enough to be looked at " * 40)
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="not a habeas ledger"):
        open_ledger(path, create=create)
    assert path.read_bytes() == before


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "habeas.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    with pytest.raises(LedgerError, match="another program's database"):
        open_ledger(path, create=True)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]
    connection.close()


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="this is a folder"):
        open_ledger(tmp_path, create=True)


def test_the_folder_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="its folder does not exist"):
        open_ledger(tmp_path / "gone" / "habeas.db", create=True)


def test_names_with_odd_characters_open(tmp_path: Path) -> None:
    open_ledger(tmp_path / "a ledger?#% ж.db", create=True).close()
    assert (tmp_path / "a ledger?#% ж.db").exists()


@pytest.mark.parametrize("address", ["mysql://host/name", "nonsense://", "postgresql://nowhere.invalid:1/x"])
def test_an_address_that_is_no_ledger_is_one_line(address: str) -> None:
    with pytest.raises(LedgerError) as told:
        open_ledger(address)
    assert "\n" not in str(told.value)


def test_a_password_is_not_shown() -> None:
    with pytest.raises(LedgerError) as told:
        open_ledger("postgresql://someone:a-secret@127.0.0.1:1/x")
    assert "a-secret" not in str(told.value)
