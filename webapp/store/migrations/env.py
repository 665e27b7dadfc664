"""Runs migrations on the connection `webapp.store.schema` hands over."""

from alembic import context

from webapp.store.schema import comparison_options

connection = context.config.attributes["connection"]
context.configure(connection=connection, **comparison_options(connection))
with context.begin_transaction():
    context.run_migrations()
