"""People who work on the desk: roles, what each role may do, and in which districts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a person is at the desk."""

    EDITOR = "editor"
    REVIEWER = "reviewer"
    ADMIN = "admin"


class Permission(StrEnum):
    """What a desk page lets somebody do; every desk view declares one."""

    DESK = "desk"
    OWN_ACCOUNT = "own-account"
    READ_AUDIT = "read-audit"
    MANAGE_ACCOUNTS = "manage-accounts"


class SecondStep(StrEnum):
    """Who must confirm a sign-in with a code from their phone."""

    OPTIONAL = "optional"
    REVIEWERS = "reviewers"
    EVERYBODY = "everybody"


_EVERYONE = frozenset({Permission.DESK, Permission.OWN_ACCOUNT, Permission.READ_AUDIT})
GRANTED: dict[Role, frozenset[Permission]] = {
    Role.EDITOR: _EVERYONE,
    Role.REVIEWER: _EVERYONE,
    Role.ADMIN: _EVERYONE | {Permission.MANAGE_ACCOUNTS},
}
CITY_WIDE = frozenset({Role.REVIEWER, Role.ADMIN})
"""Roles that act in every district."""


@dataclass(frozen=True, slots=True)
class Account:
    """A person at the desk; instants are aware. `totp_salt` is set while the second step is on."""

    id: int
    email: str
    name: str
    role: Role
    districts: tuple[str, ...]
    created_at: datetime
    password_hash: str | None = None
    totp_salt: str | None = None
    deactivated_at: datetime | None = None
    signed_in_at: datetime | None = None

    @property
    def is_active(self) -> bool:
        """Whether the person may sign in at all."""
        return self.deactivated_at is None

    @property
    def is_invited(self) -> bool:
        """Whether the invitation has not been accepted yet."""
        return self.password_hash is None

    @property
    def has_second_step(self) -> bool:
        """Whether signing in takes a code from a phone."""
        return self.totp_salt is not None


def may(account: Account, permission: Permission) -> bool:
    """Say whether the account's role has the permission at all."""
    return permission in GRANTED[account.role]


def may_in(account: Account, permission: Permission, district: str) -> bool:
    """Say whether the account has the permission for a district's matters."""
    return may(account, permission) and (account.role in CITY_WIDE or district in account.districts)


def must_have_second_step(role: Role, rule: SecondStep) -> bool:
    """Say whether the rule makes this role confirm its sign-ins."""
    return rule is SecondStep.EVERYBODY or (rule is SecondStep.REVIEWERS and role in CITY_WIDE)


def read_email(raw: str) -> str | None:
    """The address in the one form it is kept in, or None for what cannot be one."""
    email = raw.strip().casefold()
    name, at, host = email.rpartition("@")
    is_plain = email.isascii() and email.isprintable() and not any(c in email for c in ' <>",;:()')
    has_parts = bool(at and name and "@" not in name and "." in host.strip("."))
    return email if is_plain and has_parts and len(email) <= 254 else None
