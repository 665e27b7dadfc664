"""Transactions of the desk in the name of whoever is signed in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flask import request

from webapp import current, signed_in
from webapp.domain.audit import Actor
from webapp.services.accounts.work import Work


@contextmanager
def begin(account_id: int | None) -> Iterator[Work]:
    """One writing transaction in the name of an account, or of nobody signed in."""
    with current.database().write() as connection:
        actor = Actor(account_id, request.remote_addr or "")
        yield Work(connection, actor, current.instant(), current.settings().secret_key)


@contextmanager
def working() -> Iterator[Work]:
    """One writing transaction of whoever is signed in."""
    with begin(signed_in.signed_in().account.id) as work:
        yield work
