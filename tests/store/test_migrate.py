import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from habeas.errors import LedgerError
from habeas.store import migrate
from habeas.store.session import Ledger, open_ledger
from habeas.store.tables import metadata


def test_the_steps_lead_to_the_tables(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_newest_step_is_named() -> None:
    config = Config()
    config.set_main_option("script_location", "habeas.store:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [migrate.NEWEST]


def test_a_newer_ledger_is_refused(ledger: Ledger, place: str) -> None:
    with ledger.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(LedgerError, match="written by a newer habeas"):
        open_ledger(place)


def test_an_up_to_date_ledger_opens_again(ledger: Ledger, place: str) -> None:
    open_ledger(place).close()
