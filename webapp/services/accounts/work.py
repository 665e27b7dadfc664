"""What every change at the desk is given: the transaction, who acts, when, and the site's key."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from sqlalchemy import Connection

from webapp.domain.audit import Action, Actor, Deed
from webapp.store import audit

TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class Work:
    """A change in the caller's writing transaction; `now` is the real time, aware."""

    connection: Connection
    actor: Actor
    now: datetime
    secret_key: str

    def record(self, action: Action, subject_id: int | None = None, **details: str) -> None:
        """Write what was done into the trail."""
        audit.append(self.connection, self.actor, Deed(action, subject_id, "", details), self.now)


Begin: TypeAlias = Callable[[int | None], AbstractContextManager[Work]]
"""Begins a transaction in the name of an account, or of nobody yet."""


def new_token() -> str:
    """A secret nobody can guess: 256 bits."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_token(token: str) -> str:
    """The form in which a secret of 256 bits is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


def keyed(secret_key: str, purpose: str, *texts: str) -> bytes:
    """32 bytes that only the holder of the site's key can work out from `texts`."""
    message = "\0".join((purpose, *texts))
    return hmac.new(secret_key.encode(), message.encode(), hashlib.sha256).digest()
