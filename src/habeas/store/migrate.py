"""Bringing a ledger's tables up to date, by Alembic, from the first schema on.

Each step in `migrations/versions` is kept as it was written; `tables.py` says where they lead.
"""

from __future__ import annotations

from importlib.resources import as_file, files

from sqlalchemy import Connection, Engine, inspect, text

from habeas.errors import LedgerError

NEWEST = "0001"
"""The newest step; named here too so that opening an up-to-date ledger need not load Alembic."""


def bring_up_to_date(engine: Engine, name: str, *, create: bool) -> None:
    """Run the steps that the ledger lacks, in one transaction; an up-to-date one is only looked at."""
    with engine.connect() as connection:
        version = _version(connection, name)
    if version == NEWEST:
        return
    if version is None and not create:
        raise LedgerError(f"{name}: an empty place, not a ledger; make one with `habeas add PAGE...`")
    with engine.execution_options(writes=True).begin() as connection:
        _upgrade(connection, name)


def _version(connection: Connection, name: str) -> str | None:
    """The step the ledger stands at; None where the place is empty."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if not {"alembic_version", "pages", "claims"} <= tables:
        raise LedgerError(f"{name}: another program's database, not a habeas ledger; name another place by --ledger")
    version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return version


def _upgrade(connection: Connection, name: str) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util.exc import CommandError

    with as_file(files("habeas.store") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise LedgerError(f"{name}: written by a newer habeas; bring this one up to date with pip") from error
