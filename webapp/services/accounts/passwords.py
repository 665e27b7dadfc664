"""Passwords: judged, hashed with argon2id, compared in the same time for every account."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from webapp.domain.desk_faults import PasswordRefused
from webapp.domain.passwords import LONGEST, weakness_of

COMMON = Path(__file__).with_name("common_passwords.txt")
_HASHER = PasswordHasher()  # argon2id with RFC 9106's second recommendation: 64 MiB, 3 passes


def check_new(password: str, *own: str) -> None:
    """Raise `PasswordRefused` for a password that is too easy; `own`: its owner's name, e-mail."""
    weakness = weakness_of(password, _common(), own)
    if weakness is not None:
        raise PasswordRefused(weakness)


def hash_password(password: str) -> str:
    """The form in which a password is kept."""
    return _HASHER.hash(password)


def is_right(password: str, password_hash: str | None) -> bool:
    """Compare; without a hash (no such account) the same work is done, and the answer is no."""
    given = password[: LONGEST + 1]
    try:
        _HASHER.verify(password_hash or _nobodys(), given)
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None


def is_outdated(password_hash: str) -> bool:
    """Whether the hash was made with weaker settings than today's."""
    return _HASHER.check_needs_rehash(password_hash)


@lru_cache
def _nobodys() -> str:
    return _HASHER.hash("nobody has this password")


@lru_cache
def _common() -> frozenset[str]:
    return frozenset(COMMON.read_text(encoding="utf-8").split())
