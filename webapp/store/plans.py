"""Queries for saved plans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection, delete, insert, or_, select, update

from webapp.store.rows import AnyRow
from webapp.store.tables import plans


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A saved plan as it is stored; moments in UTC.

    `body` and `earlier` are texts of `services.plans.stored`: the plan, and what it was before its
    last change. `body` is None once the plan is erased.
    """

    token: str
    key_hash: str
    title: str
    body: str | None
    saved_at: datetime
    expires_on: date
    earlier: str | None = None
    deleted_at: datetime | None = None


def find_plan(connection: Connection, token: str) -> StoredPlan | None:
    """Return the plan of that token, also a deleted or erased one, None if there never was any."""
    row = connection.execute(select(plans).where(plans.c.token == token)).one_or_none()
    return _stored(row) if row else None


def add_plan(connection: Connection, plan: StoredPlan) -> None:
    """Store a new plan."""
    connection.execute(insert(plans).values(token=plan.token, **_values(plan)))


def change_plan(connection: Connection, plan: StoredPlan) -> None:
    """Store a plan over the one with its token."""
    connection.execute(update(plans).where(plans.c.token == plan.token).values(**_values(plan)))


def erase_plans(connection: Connection, expired_before: date, deleted_before: datetime) -> int:
    """Empty the plans that expired or were deleted before; return how many. Tokens remain."""
    is_deleted = plans.c.deleted_at < deleted_before.astimezone(UTC)
    is_over = or_(plans.c.expires_on < expired_before, is_deleted)
    emptied = update(plans).where(plans.c.body.is_not(None), is_over)
    done = connection.execute(emptied.values(title="", body=None, earlier=None, key_hash=""))
    return done.rowcount


def forget_plans(connection: Connection, expired_before: date) -> int:
    """Drop what is left of erased plans that had expired before; return how many."""
    is_old = plans.c.expires_on < expired_before
    return connection.execute(delete(plans).where(plans.c.body.is_(None), is_old)).rowcount


def _values(plan: StoredPlan) -> dict[str, object]:
    return {
        "key_hash": plan.key_hash,
        "title": plan.title,
        "body": plan.body,
        "earlier": plan.earlier,
        "saved_at": plan.saved_at.astimezone(UTC),
        "expires_on": plan.expires_on,
        "deleted_at": plan.deleted_at.astimezone(UTC) if plan.deleted_at else None,
    }


def _stored(row: AnyRow) -> StoredPlan:
    return StoredPlan(
        token=row.token,
        key_hash=row.key_hash,
        title=row.title,
        body=row.body,
        saved_at=_in_utc(row.saved_at),
        expires_on=row.expires_on,
        earlier=row.earlier,
        deleted_at=_in_utc(row.deleted_at) if row.deleted_at else None,
    )


def _in_utc(stored: datetime) -> datetime:
    """SQLite keeps no zone: what was written was UTC."""
    return stored.replace(tzinfo=UTC) if stored.tzinfo is None else stored.astimezone(UTC)
