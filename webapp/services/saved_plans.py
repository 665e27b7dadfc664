"""Plans that visitors save: who has the key changes them, who has the token sees them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection

from webapp.domain.faults import PlanGone, PlanKeyWrong, PlanMissing
from webapp.domain.saved_plans import (
    REMEMBERED,
    UNDONE_WITHIN,
    expiry_of,
    is_key,
    is_token,
    key_hash,
)
from webapp.services.plans.request import PlanRequest
from webapp.services.plans.stored import PlanBody, SavedStop, read_body, text_of
from webapp.settings import SHANGHAI
from webapp.store.plans import (
    StoredPlan,
    add_plan,
    change_plan,
    erase_plans,
    find_plan,
    forget_plans,
)

TOKEN_BYTES, KEY_BYTES = 18, 24
"""144 and 192 random bits."""


@dataclass(frozen=True, slots=True)
class SavedPlan:
    """A plan as it was saved; how it would go now is for the planner to say.

    `start_key` and `end_key` are what the planner's fields hold. `can_step_back`: its last change
    can be undone. `restorable_until` is set for a deleted plan only.
    """

    token: str
    title: str
    body: PlanBody
    saved_at: datetime
    expires_on: date
    can_step_back: bool = False
    restorable_until: datetime | None = None

    @property
    def request(self) -> PlanRequest:
        """What the planner is asked for: the stops in their order, nothing else."""
        return self.body.request

    @property
    def stops(self) -> tuple[SavedStop, ...]:
        """The stops with the times they had."""
        return self.body.stops

    @property
    def start_key(self) -> str:
        """Where it starts, as the planner's field says it."""
        return self.body.start_key

    @property
    def end_key(self) -> str:
        """Where it ends, empty for its last stop."""
        return self.body.end_key


@dataclass(frozen=True, slots=True)
class NewPlan:
    """What a visitor gets for saving: the address to share and the key to keep."""

    token: str
    key: str


def save_plan(connection: Connection, body: PlanBody, title: str, now: datetime) -> NewPlan:
    """Store a new plan; `title` is tidy and short enough. The key is nowhere else but here."""
    made = NewPlan(secrets.token_urlsafe(TOKEN_BYTES), secrets.token_urlsafe(KEY_BYTES))
    stored = key_hash(made.token, made.key)
    expires_on = expiry_of(now.date(), body.request.begins.date())
    add_plan(connection, StoredPlan(made.token, stored, title, text_of(body), now, expires_on))
    return made


def get_plan(connection: Connection, token: str, today: date) -> SavedPlan:
    """Return the plan of a token; raises `PlanMissing`, `PlanGone`."""
    stored = _find(connection, token)
    if stored.deleted_at is not None or stored.body is None or stored.expires_on < today:
        raise PlanGone(token)
    return _saved(stored)


def owned_plan(connection: Connection, token: str, key: str, now: datetime) -> SavedPlan:
    """Return the plan of somebody who has its key, also a deleted one that can be brought back.

    Raises `PlanMissing`, `PlanGone`, `PlanKeyWrong`.
    """
    return _saved(_owned(connection, token, key, now))


def change_saved(
    connection: Connection, owned: tuple[str, str], body: PlanBody, title: str, now: datetime
) -> None:
    """Save over the plan that `owned`, token and key, opens; raises as `owned_plan`."""
    stored = _owned(connection, *owned, now)
    expires_on = expiry_of(now.date(), body.request.begins.date())
    changed = replace(
        stored,
        title=title,
        body=text_of(body),
        earlier=stored.body,
        saved_at=now,
        expires_on=expires_on,
        deleted_at=None,
    )
    change_plan(connection, changed)


def step_back(connection: Connection, token: str, key: str, now: datetime) -> None:
    """Undo the last change; once more brings it back. Raises as `owned_plan`."""
    stored = _owned(connection, token, key, now)
    if stored.earlier and stored.body:
        begins = read_body(stored.earlier).request.begins
        expires_on = expiry_of(now.date(), begins.date())
        change_plan(
            connection,
            replace(stored, body=stored.earlier, earlier=stored.body, expires_on=expires_on),
        )


def delete_saved(connection: Connection, token: str, key: str, now: datetime) -> None:
    """Take a plan out of sight; a day later it is erased. Raises as `owned_plan`."""
    stored = _owned(connection, token, key, now)
    change_plan(connection, replace(stored, deleted_at=stored.deleted_at or now))


def restore_saved(connection: Connection, token: str, key: str, now: datetime) -> None:
    """Bring a deleted plan back; raises as `owned_plan`."""
    change_plan(connection, replace(_owned(connection, token, key, now), deleted_at=None))


def prune_plans(connection: Connection, now: datetime) -> int:
    """Erase what is expired or was deleted a day ago; return how many plans that were."""
    today = now.astimezone(SHANGHAI).date()
    erased = erase_plans(connection, today, now - UNDONE_WITHIN)
    forget_plans(connection, today - REMEMBERED)
    return erased


def _find(connection: Connection, token: str) -> StoredPlan:
    stored = find_plan(connection, token) if is_token(token) else None
    if stored is None:
        raise PlanMissing(token)
    return stored


def _owned(connection: Connection, token: str, key: str, now: datetime) -> StoredPlan:
    stored = _find(connection, token)
    is_over = stored.deleted_at is not None and stored.deleted_at + UNDONE_WITHIN < now
    if stored.body is None or is_over or stored.expires_on < now.date():
        raise PlanGone(token)
    if not is_token(key) or not is_key(token, key, stored.key_hash):
        raise PlanKeyWrong
    return stored


def _saved(stored: StoredPlan) -> SavedPlan:
    deleted = stored.deleted_at
    return SavedPlan(
        token=stored.token,
        title=stored.title,
        body=read_body(stored.body or ""),
        saved_at=stored.saved_at.astimezone(SHANGHAI),
        expires_on=stored.expires_on,
        can_step_back=stored.earlier is not None,
        restorable_until=(deleted + UNDONE_WITHIN).astimezone(SHANGHAI) if deleted else None,
    )
