"""Reading the index of search: ids by terms and keys, entries by id, spellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, TextClause, bindparam, select, text

from webapp.domain.search_terms.entries import TYPES, EntryType
from webapp.domain.search_terms.expressions import NOTHING, Expression
from webapp.store.remembered import remembered
from webapp.store.rows import AnyRow
from webapp.store.search_dialects import fts5_query, tsquery
from webapp.store.tables import (
    search_entries,
    search_heads,
    search_keys,
    search_kinds,
    search_vocabulary,
)

Ids = NDArray[np.int32]

# All ids as one text: thousands of single rows would cost more than finding them.
_ALL_SQLITE = text("SELECT group_concat(rowid) FROM search_index WHERE search_index MATCH :query")
_ALL_POSTGRESQL = text("SELECT search_matching(CAST(:query AS tsquery))")
_FIRST_SQLITE = text(
    "SELECT rowid FROM search_index WHERE search_index MATCH :query ORDER BY rowid LIMIT :most"
)
_FIRST_POSTGRESQL = text(
    "SELECT id FROM search_first(CAST(:query AS tsquery), CAST(:most AS integer)) AS found (id)"
)
_KEY = (
    select(search_keys.c.entry_id)
    .where(search_keys.c.key == bindparam("key"))
    .order_by(search_keys.c.entry_id)
    .limit(bindparam("most"))
)
_BEGUN = (
    select(search_keys.c.entry_id)
    .where(search_keys.c.key >= bindparam("key"), search_keys.c.key < bindparam("end"))
    .order_by(search_keys.c.key)
    .limit(bindparam("most"))
)
_HEAD = (
    select(search_heads.c.entry_id)
    .where(search_heads.c.prefix == bindparam("key"))
    .order_by(search_heads.c.entry_id)
)
_ENTRIES = select(search_entries).where(search_entries.c.id.in_(bindparam("ids", expanding=True)))
_COLUMNS = select(
    search_entries.c.id,
    search_entries.c.type,
    search_entries.c.venue_id,
    search_entries.c.lat,
    search_entries.c.lng,
).order_by(search_entries.c.id)
_VOCABULARY = select(search_vocabulary.c.word, search_vocabulary.c.weight)
_KINDS = select(search_kinds.c.word, search_kinds.c.kind)
MOST_BEGUN = 240
LAST_CHARACTER = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Columns:
    """What is asked of thousands of entries at once, by entry id (place 0 is nobody's)."""

    types: NDArray[np.int8]
    venues: NDArray[np.int32]
    lats: NDArray[np.float64]
    lngs: NDArray[np.float64]


def matching_ids(connection: Connection, expression: Expression) -> Ids:
    """Return the ids of all entries that match, best known first."""
    if expression == NOTHING:
        return np.empty(0, np.int32)
    statement, query = _asked(connection, expression, _ALL_SQLITE, _ALL_POSTGRESQL)
    found = connection.execute(statement, {"query": query}).scalar()
    ids = np.fromstring(found or "", np.int32, sep=",")
    ids.sort()
    return ids


def first_ids(connection: Connection, expression: Expression, most: int) -> list[int]:
    """Return the ids of the best known entries that match."""
    if expression == NOTHING:
        return []
    statement, query = _asked(connection, expression, _FIRST_SQLITE, _FIRST_POSTGRESQL)
    return list(connection.execute(statement, {"query": query, "most": most}).scalars())


def venue_ids(connection: Connection, expression: Expression) -> Sequence[int]:
    """Return the ids of all venues that match, best known first."""
    venues = entry_columns(connection).venues[matching_ids(connection, expression)]
    return [int(each) for each in venues[venues > 0]]


def ids_of_key(connection: Connection, key: str, most: int) -> list[int]:
    """Return the entries whose whole name, in some spelling, is `key`; best known first."""
    return list(connection.execute(_KEY, {"key": key, "most": most}).scalars())


def ids_begun(connection: Connection, key: str) -> list[int]:
    """Return entries with a name that begins so; the best known ones where there are very many."""
    head = list(connection.execute(_HEAD, {"key": key}).scalars())
    if head:
        return head
    bounds = {"key": key, "end": key + LAST_CHARACTER, "most": MOST_BEGUN}
    return sorted(set(connection.execute(_BEGUN, bounds).scalars()))


def entries_by_id(connection: Connection, ids: Collection[int]) -> list[AnyRow]:
    """Return the rows of these entries, in no order."""
    return list(connection.execute(_ENTRIES, {"ids": list(ids)}).all()) if ids else []


@remembered
def entry_columns(connection: Connection) -> Columns:
    """Return type, venue and position of every entry; without a position it is far away."""
    numbers = {each.value: number for number, each in enumerate(TYPES)}
    # Ids count from 1 without a gap.
    rows = connection.execute(_COLUMNS).all()
    return Columns(
        np.array([-1, *(numbers[row.type] for row in rows)], np.int8),
        np.array([0, *(row.venue_id or 0 for row in rows)], np.int32),
        np.array([0.0, *(row.lat or 0.0 for row in rows)]),
        np.array([0.0, *(row.lng or 0.0 for row in rows)]),
    )


def type_number(entry_type: EntryType) -> int:
    """Return how `Columns.types` counts this type."""
    return TYPES.index(entry_type)


@remembered
def vocabulary(connection: Connection) -> dict[str, int]:
    """Return the words spelling may lead to, with their weights."""
    return {row.word: row.weight for row in connection.execute(_VOCABULARY)}


@remembered
def kind_words(connection: Connection) -> dict[str, frozenset[str]]:
    """Return the kinds each word stands for."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word, kind in connection.execute(_KINDS):
        found[word].add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def _asked(
    connection: Connection, expression: Expression, sqlite: TextClause, postgresql: TextClause
) -> tuple[TextClause, str]:
    if connection.dialect.name == "sqlite":
        return sqlite, fts5_query(expression)
    return postgresql, tsquery(expression)
