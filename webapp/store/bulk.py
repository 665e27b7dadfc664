"""Very many rows at once, past the layers that make single rows comfortable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert


def insert_many(
    connection: Connection, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> int:
    """Insert rows given as tuples in the order of `columns`; returns how many.

    Values must be what the driver takes: text for JSON, ISO text for dates on SQLite.
    """
    cursor: Any = connection.connection.cursor()  # the driver's: it takes any iterable
    try:
        if connection.dialect.name == "sqlite":
            cursor.executemany(_statement(connection, table, columns), rows)
            return int(cursor.rowcount)
        return _copy(cursor, table, columns, rows)
    finally:
        cursor.close()


def _statement(connection: Connection, table: Table, columns: Sequence[str]) -> str:
    statement = insert(table).compile(dialect=connection.dialect, column_keys=list(columns))
    # The compiler orders columns as the table does; rows come in the caller's order.
    if list(statement.positiontup or ()) != list(columns):
        raise ValueError(f"name the columns of {table.name} in the table's order")
    return str(statement)


def _copy(cursor: Any, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    count = 0
    with cursor.copy(f"COPY {table.name} ({', '.join(columns)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
            count += 1
    return count
