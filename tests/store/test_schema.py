"""Migrations lead to exactly the tables the code declares, and back."""

from __future__ import annotations

from alembic import command
from sqlalchemy import inspect

from webapp.store import schema, tables
from webapp.store.session import Database


def test_migrated_tables_are_the_declared_ones(database: Database):
    with database.read() as connection:
        assert schema.differences(connection) == []


def test_a_forgotten_migration_would_be_noticed(database: Database):
    with database.write() as connection:
        connection.exec_driver_sql("ALTER TABLE tiles ADD COLUMN added_at TEXT")
        found = str(schema.differences(connection))
    assert "remove_column" in found
    assert "added_at" in found


def test_upgrading_again_does_nothing(database: Database):
    assert schema.upgrade(database) == schema.head_revision()


def test_the_way_back_leaves_nothing(database: Database):
    with database.write() as connection:
        command.downgrade(schema._config(connection), "base")
    with database.read() as connection:
        left = set(inspect(connection).get_table_names()) & set(tables.metadata.tables)
    assert left == set()
    assert schema.upgrade(database) == schema.head_revision()
