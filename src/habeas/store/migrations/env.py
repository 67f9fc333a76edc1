"""Alembic's entry: runs the steps over the connection that `migrate` hands in."""

from alembic import context

from habeas.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
