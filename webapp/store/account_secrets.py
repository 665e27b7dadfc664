"""One-time links and recovery codes, kept as hashes only, and tries to sign in."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select

from webapp.store.tables import account_links, recovery_codes, sign_in_tries


@dataclass(frozen=True, slots=True)
class Link:
    """A one-time link: for whom, and what for (`invitation` or `reset`)."""

    account_id: int
    purpose: str


def keep_link(connection: Connection, token_hash: str, link: Link, expires_at: datetime) -> None:
    """Keep a link instead of all others of the same account."""
    drop_links(connection, link.account_id)
    row = {"token_hash": token_hash, "account_id": link.account_id, "purpose": link.purpose}
    connection.execute(insert(account_links).values(**row, expires_at=expires_at))


def find_link(connection: Connection, token_hash: str, now: datetime) -> Link | None:
    """Return the link if it can still be used."""
    table = account_links
    query = select(table).where(table.c.token_hash == token_hash, table.c.expires_at > now)
    row = connection.execute(query).one_or_none()
    return Link(row.account_id, row.purpose) if row else None


def take_link(connection: Connection, token_hash: str) -> bool:
    """Use a link up; False when somebody else was quicker."""
    table = account_links
    gone = connection.execute(delete(table).where(table.c.token_hash == token_hash))
    return gone.rowcount == 1


def drop_links(connection: Connection, account_id: int) -> None:
    """Make the links of an account useless."""
    connection.execute(delete(account_links).where(account_links.c.account_id == account_id))


def replace_codes(connection: Connection, account_id: int, hashes: Iterable[str]) -> None:
    """Keep these recovery codes instead of the earlier ones."""
    table = recovery_codes
    connection.execute(delete(table).where(table.c.account_id == account_id))
    rows = [{"account_id": account_id, "code_hash": each} for each in hashes]
    if rows:
        connection.execute(insert(table), rows)


def take_code(connection: Connection, account_id: int, code_hash: str) -> bool:
    """Use a recovery code up; False when there is no such code."""
    table = recovery_codes
    this = (table.c.account_id == account_id) & (table.c.code_hash == code_hash)
    return connection.execute(delete(table).where(this)).rowcount == 1


def count_codes(connection: Connection, account_id: int) -> int:
    """Count the recovery codes an account has left."""
    query = select(func.count()).where(recovery_codes.c.account_id == account_id)
    return int(connection.execute(query).scalar_one())


def tries_since(connection: Connection, key: str, since: datetime) -> list[datetime]:
    """Return when tries were made under a key."""
    table = sign_in_tries
    query = select(table.c.at).where(table.c.key == key, table.c.at > since)
    return [row.at for row in connection.execute(query)]


def add_tries(connection: Connection, keys: Collection[str], at: datetime) -> None:
    """Note a try under each key."""
    connection.execute(insert(sign_in_tries), [{"key": key, "at": at} for key in keys])


def forget_tries(connection: Connection, keys: Collection[str]) -> None:
    """Forget all tries under the keys."""
    connection.execute(delete(sign_in_tries).where(sign_in_tries.c.key.in_(keys)))


def forget_try(connection: Connection, key: str, at: datetime) -> None:
    """Forget one try: it succeeded."""
    table = sign_in_tries
    connection.execute(delete(table).where(table.c.key == key, table.c.at == at))


def forget_old(connection: Connection, before: datetime, now: datetime) -> None:
    """Forget tries and links that no longer count."""
    connection.execute(delete(sign_in_tries).where(sign_in_tries.c.at < before))
    connection.execute(delete(account_links).where(account_links.c.expires_at < now))
