"""Writing the index of search anew, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, text

from webapp.store.bulk import insert_many
from webapp.store.tables import (
    search_entries,
    search_heads,
    search_index,
    search_keys,
    search_kinds,
    search_vocabulary,
)

ENTRY_COLUMNS = tuple(column.name for column in search_entries.columns)
# From so many rows on, PostgreSQL builds its index faster at the end than row by row.
MANY = 20_000
_DROP = "DROP INDEX ix_search_index_terms"
_CREATE = "CREATE INDEX ix_search_index_terms ON search_index USING gin (terms)"
Rows = Sequence[Sequence[Any]]


def replace_entries(connection: Connection, rows: Rows) -> None:
    """Store these entries, as tuples in the order of `ENTRY_COLUMNS`, instead of all others."""
    connection.execute(delete(search_entries))
    insert_many(connection, search_entries, ENTRY_COLUMNS, rows)


def replace_terms(connection: Connection, terms: Sequence[str]) -> None:
    """Store the terms of entries 1, 2, 3 …, each a text of words apart by spaces."""
    rows = enumerate(terms, start=1)
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO search_index(search_index) VALUES ('delete-all')"))
        _insert_fts5(connection, rows)
        return
    connection.execute(delete(search_index))
    if len(terms) > MANY:
        connection.execute(text(_DROP))
    insert_many(connection, search_index, ("id", "terms"), rows)
    if len(terms) > MANY:
        connection.execute(text("SET LOCAL maintenance_work_mem = '256MB'"))
        connection.execute(text(_CREATE))


def replace_keys(connection: Connection, keys: Rows, heads: Rows) -> None:
    """Store pairs of key and entry, and of beginning and entry, instead of all others."""
    for table, column, rows in ((search_keys, "key", keys), (search_heads, "prefix", heads)):
        connection.execute(delete(table))
        insert_many(connection, table, (column, "entry_id"), rows)


def replace_vocabulary(connection: Connection, words: Rows) -> None:
    """Store words with their weights instead of all others."""
    connection.execute(delete(search_vocabulary))
    insert_many(connection, search_vocabulary, ("word", "weight"), words)


def replace_kinds(connection: Connection, words: Rows) -> None:
    """Store pairs of word and kind instead of all others."""
    connection.execute(delete(search_kinds))
    insert_many(connection, search_kinds, ("word", "kind"), words)


def _insert_fts5(connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
    cursor: Any = connection.connection.cursor()
    try:
        cursor.executemany("INSERT INTO search_index(rowid, terms) VALUES (?, ?)", rows)
    finally:
        cursor.close()
