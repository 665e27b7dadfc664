"""The audit trail: entries are added and read, never changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, func, insert, or_, select, true

from webapp.domain.audit import Actor, Deed, Entry, write_entry
from webapp.store.locks import lock
from webapp.store.paging import Page
from webapp.store.tables import audit_entries

_TABLE = audit_entries
_BATCH = 1000


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """What of the trail to show; `since` and `before` are ISO texts in UTC.

    `own` narrows it to what one account did or suffered, and to its `districts`.
    """

    account_id: int | None = None
    action: str | None = None
    since: str | None = None
    before: str | None = None
    own: int | None = None
    districts: tuple[str, ...] = ()


def append(connection: Connection, actor: Actor, deed: Deed, now: datetime) -> Entry:
    """Add an entry at the end of the chain, in the caller's writing transaction."""
    lock(connection, "audit")
    last = select(_TABLE).order_by(_TABLE.c.number.desc()).limit(1)
    row = connection.execute(last).mappings().one_or_none()
    entry = write_entry(Entry(**row) if row else None, actor, deed, now)
    connection.execute(insert(_TABLE).values(**asdict(entry)))
    return entry


def entries_in(
    connection: Connection, asked: AuditFilter, number: int = 1, per_page: int = 50
) -> Page[Entry]:
    """Return a page of the trail, the latest entry first."""
    counted = select(func.count()).select_from(_TABLE).where(_matches(asked))
    total = connection.execute(counted).scalar_one()
    query = select(_TABLE).where(_matches(asked)).order_by(_TABLE.c.number.desc())
    one_page = query.limit(per_page).offset((number - 1) * per_page)
    rows = connection.execute(one_page).mappings()
    return Page(tuple(Entry(**row) for row in rows), int(total), number, per_page)


def every_entry(connection: Connection, asked: AuditFilter | None = None) -> Iterator[Entry]:
    """Read the trail from its beginning, in pieces."""
    wanted = true() if asked is None else _matches(asked)
    last = 0
    while True:
        query = select(_TABLE).where(wanted, _TABLE.c.number > last).order_by(_TABLE.c.number)
        rows = connection.execute(query.limit(_BATCH)).mappings().all()
        yield from (Entry(**row) for row in rows)
        if len(rows) < _BATCH:
            return
        last = rows[-1]["number"]


def _matches(asked: AuditFilter) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = [true()]
    if asked.account_id is not None:
        conditions.append(_about(asked.account_id))
    if asked.action is not None:
        conditions.append(_TABLE.c.action == asked.action)
    if asked.since is not None:
        conditions.append(_TABLE.c.at >= asked.since)
    if asked.before is not None:
        conditions.append(_TABLE.c.at < asked.before)
    if asked.own is not None:
        conditions.append(_about(asked.own) | _TABLE.c.district.in_(asked.districts))
    return and_(*conditions)


def _about(account_id: int) -> ColumnElement[bool]:
    return or_(_TABLE.c.account_id == account_id, _TABLE.c.subject_id == account_id)
