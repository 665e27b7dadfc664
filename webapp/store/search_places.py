"""Single entries of the index of search, and addresses of venues: places one can be near."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, select

from webapp.domain.text import LocalText
from webapp.store.rows import AnyRow
from webapp.store.tables import search_entries, venues

_ENTRY = select(search_entries).where(
    search_entries.c.type == bindparam("type"), search_entries.c.key == bindparam("key")
)
_ADDRESSES = select(venues.c.id, venues.c.address_zh, venues.c.address_en).where(
    venues.c.id.in_(bindparam("ids", expanding=True))
)


def find_entry(connection: Connection, entry_type: str, key: str) -> AnyRow | None:
    """Return the entry of that type and key (`station`, `xujiahui`), None when there is none."""
    return connection.execute(_ENTRY, {"type": entry_type, "key": key}).first()


def addresses_of(connection: Connection, venue_ids: Sequence[int]) -> dict[int, LocalText]:
    """Return the addresses of these venues by id."""
    rows = connection.execute(_ADDRESSES, {"ids": list(venue_ids)}) if venue_ids else ()
    return {row.id: LocalText(row.address_zh, row.address_en) for row in rows}
