"""Queries and changes of accounts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from webapp.domain.accounts import Account, Role
from webapp.domain.desk_faults import DeskMissing
from webapp.store.rows import AnyRow
from webapp.store.tables import account_districts, accounts

_ALL = select(accounts).order_by(accounts.c.email)


def accounts_in(connection: Connection) -> tuple[Account, ...]:
    """Return every account by e-mail, the deactivated ones too."""
    by_account: dict[int, list[str]] = {}
    for row in connection.execute(_districts()):
        by_account.setdefault(row.account_id, []).append(row.district_code)
    return tuple(_account(row, by_account.get(row.id, [])) for row in connection.execute(_ALL))


def get_account(connection: Connection, account_id: int) -> Account:
    """Return the account; raises `DeskMissing`."""
    row = connection.execute(select(accounts).where(accounts.c.id == account_id)).one_or_none()
    if row is None:
        raise DeskMissing(str(account_id))
    return _with_districts(connection, row)


def find_account(connection: Connection, email: str) -> Account | None:
    """Return the account of an e-mail address as `domain.accounts.read_email` gives it."""
    row = connection.execute(select(accounts).where(accounts.c.email == email)).one_or_none()
    return _with_districts(connection, row) if row else None


def count_active(connection: Connection, role: Role) -> int:
    """Count the accounts of a role that can sign in."""
    can_sign_in = accounts.c.deactivated_at.is_(None) & accounts.c.password_hash.is_not(None)
    query = select(func.count()).where(accounts.c.role == role.value, can_sign_in)
    return int(connection.execute(query).scalar_one())


def add_account(connection: Connection, email: str, role: Role, now: datetime) -> int:
    """Add an invited account without districts; returns its id."""
    row = {"email": email, "name": "", "role": role.value, "created_at": now}
    answer = connection.execute(insert(accounts).values(row).returning(accounts.c.id))
    return int(answer.scalar_one())


def change_account(connection: Connection, account_id: int, **values: Any) -> None:
    """Set columns of an account."""
    connection.execute(update(accounts).where(accounts.c.id == account_id).values(**values))


def replace_districts(connection: Connection, account_id: int, codes: Iterable[str]) -> None:
    """Set the districts of an account."""
    table = account_districts
    connection.execute(delete(table).where(table.c.account_id == account_id))
    rows = [{"account_id": account_id, "district_code": code} for code in sorted(set(codes))]
    if rows:
        connection.execute(insert(table), rows)


def take_totp_step(connection: Connection, account_id: int, step: int) -> bool:
    """Mark the code of a time step as used; False when it, or a later one, was used before."""
    is_new = accounts.c.totp_step.is_(None) | (accounts.c.totp_step < step)
    change = update(accounts).where(accounts.c.id == account_id, is_new).values(totp_step=step)
    return connection.execute(change).rowcount == 1


def _districts() -> Any:
    return select(account_districts).order_by(account_districts.c.district_code)


def _with_districts(connection: Connection, row: AnyRow) -> Account:
    mine = _districts().where(account_districts.c.account_id == row.id)
    return _account(row, [each.district_code for each in connection.execute(mine)])


def _account(row: AnyRow, districts: list[str]) -> Account:
    return Account(
        id=row.id,
        email=row.email,
        name=row.name,
        role=Role(row.role),
        districts=tuple(districts),
        created_at=row.created_at,
        password_hash=row.password_hash,
        totp_salt=row.totp_salt,
        deactivated_at=row.deactivated_at,
        signed_in_at=row.signed_in_at,
    )
