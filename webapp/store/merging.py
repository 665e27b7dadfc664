"""Bringing a table to a wished-for set of rows with as few writes as possible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Connection,
    RowMapping,
    Table,
    and_,
    bindparam,
    delete,
    insert,
    select,
    update,
)

Key = tuple[Any, ...]
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Merge:
    """What a table had to change: keys of rows added and changed, and of rows not wished for."""

    table: Table
    key: tuple[str, ...]
    new: frozenset[Key]
    changed: frozenset[Key]
    surplus: frozenset[Key]


def merge_rows(
    connection: Connection, table: Table, rows: Iterable[Values], key: Sequence[str] = ()
) -> Merge:
    """Insert and update so that every row of `rows` is in `table`; surplus rows stay for now.

    `key` names the columns that tell rows apart, by default the primary key.
    """
    names = tuple(key) or tuple(column.name for column in table.primary_key.columns)
    wanted = {tuple(row[name] for name in names): row for row in rows}
    present = {tuple(row[name] for name in names): row for row in _present(connection, table)}
    new = [each for each in wanted if each not in present]
    changed = [each for each in wanted if each in present and _differ(wanted[each], present[each])]
    if new:
        connection.execute(insert(table), [dict(wanted[each]) for each in new])
    if changed:
        _update(connection, table, names, [wanted[each] for each in changed])
    surplus = frozenset(present) - frozenset(wanted)
    return Merge(table, names, frozenset(new), frozenset(changed), surplus)


def delete_surplus(connection: Connection, merge: Merge) -> None:
    """Delete the rows nobody wished for."""
    if merge.surplus:
        where = _same_key(merge.table, merge.key)
        rows = [_bound(merge.key, each) for each in sorted(merge.surplus)]
        connection.execute(delete(merge.table).where(where), rows)


def _present(connection: Connection, table: Table) -> Iterable[RowMapping]:
    return connection.execute(select(table)).mappings().all()


def _differ(wanted: Values, present: RowMapping) -> bool:
    return any(present[name] != value for name, value in wanted.items())


def _update(connection: Connection, table: Table, key: tuple[str, ...], rows: list[Values]) -> None:
    columns = [name for name in rows[0] if name not in key]
    statement = update(table).where(_same_key(table, key))
    statement = statement.values({name: bindparam(f"new_{name}") for name in columns})
    bound = [
        {f"new_{name}": row[name] for name in columns} | _bound(key, [row[name] for name in key])
        for row in rows
    ]
    connection.execute(statement, bound)


def _same_key(table: Table, key: tuple[str, ...]) -> Any:
    return and_(*(table.c[name] == bindparam(f"key_{name}") for name in key))


def _bound(key: tuple[str, ...], values: Sequence[Any]) -> dict[str, Any]:
    return {f"key_{name}": value for name, value in zip(key, values, strict=True)}
