"""Sessions: begun at sign-in under a new id, ended by hand, by idleness or after half a day."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection

from webapp.domain.accounts import Account
from webapp.domain.audit import Action
from webapp.domain.desk_faults import DeskMissing
from webapp.services.accounts.work import Work, hash_token, new_token
from webapp.store import accounts, desk_sessions
from webapp.store.desk_sessions import Session

LONGEST = timedelta(hours=12)
SECOND_STEP_WITHIN = timedelta(minutes=10)
SEEN_EVERY = timedelta(minutes=1)
"""A session's last use is written down this often, not at every request."""

Stage = Literal["password", "full"]


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Whoever is at the browser: their account and session; `ends_in` until it ends unused."""

    account: Account
    session: Session
    ends_in: timedelta


def begin_session(work: Work, account_id: int, stage: Stage, device: str) -> str:
    """Begin a session and return its id, which only the browser keeps."""
    token = new_token()
    longest = LONGEST if stage == "full" else SECOND_STEP_WITHIN
    times = {"created_at": work.now, "seen_at": work.now, "ends_at": work.now + longest}
    session = Session(
        id_hash=hash_token(token),
        handle=secrets.token_hex(8),
        account_id=account_id,
        stage=stage,
        device=device,
        **times,
    )
    desk_sessions.add_session(work.connection, session)
    return token


def find_signed_in(
    connection: Connection, token: str, idle: timedelta, now: datetime
) -> SignedIn | None:
    """Return who holds this session's id, None when it has ended or the account is not in use."""
    session = desk_sessions.find_session(connection, hash_token(token)) if token else None
    if session is None:
        return None
    ends_in = min(session.seen_at + idle, session.ends_at) - now
    account = accounts.get_account(connection, session.account_id)
    if ends_in <= timedelta() or not account.is_active:
        return None
    return SignedIn(account, session, ends_in)


def is_due(signed_in: SignedIn, now: datetime) -> bool:
    """Whether the session's last use should be written down again."""
    return now - signed_in.session.seen_at >= SEEN_EVERY


def touch(connection: Connection, signed_in: SignedIn, now: datetime) -> None:
    """Write down that the session is in use."""
    desk_sessions.change_session(connection, signed_in.session.id_hash, seen_at=now)


def renew(work: Work, signed_in: SignedIn) -> str:
    """Give the session a new id, as after its password changed; returns it."""
    token = new_token()
    old = signed_in.session.id_hash
    desk_sessions.change_session(work.connection, old, id_hash=hash_token(token), seen_at=work.now)
    return token


def forget(connection: Connection, token: str) -> None:
    """Drop the session of an id that is about to be replaced, if it is one."""
    if token:
        desk_sessions.drop_session(connection, hash_token(token))


def sign_out(work: Work, signed_in: SignedIn) -> None:
    """End the session at hand."""
    desk_sessions.drop_session(work.connection, signed_in.session.id_hash)
    work.record(Action.SIGNED_OUT, signed_in.account.id)


def end_one(work: Work, signed_in: SignedIn, handle: str) -> None:
    """End another session of one's own; raises `DeskMissing`, also for somebody else's."""
    if not desk_sessions.drop_session_of(work.connection, signed_in.account.id, handle):
        raise DeskMissing(handle)
    work.record(Action.SESSION_ENDED, signed_in.account.id)


def end_others(work: Work, signed_in: SignedIn) -> int:
    """End all of one's sessions but this one; returns how many."""
    mine = (signed_in.account.id, signed_in.session.id_hash)
    count = desk_sessions.drop_sessions_of(work.connection, *mine)
    work.record(Action.OTHER_SESSIONS_ENDED, signed_in.account.id, count=str(count))
    return count
