"""Sessions at the desk, kept on the server under a hash of what the browser holds."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from webapp.store.tables import desk_sessions

_TABLE = desk_sessions


@dataclass(frozen=True, slots=True)
class Session:
    """One browser's session; instants are aware.

    `stage` is `password` while the second step is still to come, then `full`. `handle` names the
    session on pages; it opens nothing.
    """

    id_hash: str
    handle: str
    account_id: int
    stage: str
    device: str
    created_at: datetime
    seen_at: datetime
    ends_at: datetime


def add_session(connection: Connection, session: Session) -> None:
    """Keep a session."""
    connection.execute(insert(_TABLE).values(**asdict(session)))


def find_session(connection: Connection, id_hash: str) -> Session | None:
    """Return the session kept under a hash."""
    query = select(_TABLE).where(_TABLE.c.id_hash == id_hash)
    row = connection.execute(query).mappings().one_or_none()
    return Session(**row) if row else None


def sessions_of(connection: Connection, account_id: int, seen_after: datetime) -> list[Session]:
    """Return the full sessions of an account seen after an instant, the latest first."""
    mine = (_TABLE.c.account_id == account_id) & (_TABLE.c.stage == "full")
    query = select(_TABLE).where(mine, _TABLE.c.seen_at > seen_after)
    ordered = query.order_by(_TABLE.c.seen_at.desc(), _TABLE.c.handle)
    return [Session(**row) for row in connection.execute(ordered).mappings()]


def change_session(connection: Connection, kept_as: str, **values: Any) -> None:
    """Set columns of a session."""
    connection.execute(update(_TABLE).where(_TABLE.c.id_hash == kept_as).values(**values))


def drop_session(connection: Connection, id_hash: str) -> None:
    """End one session."""
    connection.execute(delete(_TABLE).where(_TABLE.c.id_hash == id_hash))


def drop_session_of(connection: Connection, account_id: int, handle: str) -> bool:
    """End the account's session named `handle`; False when it has no such session."""
    mine = (_TABLE.c.account_id == account_id) & (_TABLE.c.handle == handle)
    return connection.execute(delete(_TABLE).where(mine)).rowcount == 1


def drop_sessions_of(connection: Connection, account_id: int, but: str = "") -> int:
    """End all sessions of an account but the one under the hash `but`; returns how many."""
    others = (_TABLE.c.account_id == account_id) & (_TABLE.c.id_hash != but)
    return int(connection.execute(delete(_TABLE).where(others)).rowcount)


def drop_old_sessions(connection: Connection, seen_before: datetime, now: datetime) -> None:
    """Remove sessions that have ended."""
    is_over = (_TABLE.c.seen_at < seen_before) | (_TABLE.c.ends_at < now)
    connection.execute(delete(_TABLE).where(is_over))
