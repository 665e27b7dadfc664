"""One-time links: an invitation sets name and password, a reset a new password."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from webapp.domain.accounts import Account
from webapp.domain.audit import Action
from webapp.domain.desk_faults import LinkSpent
from webapp.services.accounts import passwords
from webapp.services.accounts.work import Work, hash_token, new_token
from webapp.store import account_secrets, accounts, desk_sessions
from webapp.store.account_secrets import Link


class Purpose(StrEnum):
    """What a link is for."""

    INVITATION = "invitation"
    RESET = "reset"


INVITATION_HOLDS = timedelta(days=7)
RESET_BY_ADMIN_HOLDS = timedelta(days=1)
RESET_BY_MAIL_HOLDS = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class NewPassword:
    """What was typed where a link led; `name` only with an invitation."""

    password: str
    name: str = ""


def make_link(work: Work, account_id: int, purpose: Purpose, holds: timedelta) -> str:
    """Make a link's token; earlier links of the account become useless."""
    token = new_token()
    link = Link(account_id, purpose.value)
    account_secrets.keep_link(work.connection, hash_token(token), link, work.now + holds)
    return token


def account_behind(work: Work, token: str, purpose: Purpose) -> Account:
    """Return whom a link is for; raises `LinkSpent` for every link that cannot be used."""
    link = account_secrets.find_link(work.connection, hash_token(token), work.now)
    if link is None or link.purpose != purpose.value:
        raise LinkSpent
    account = accounts.get_account(work.connection, link.account_id)
    if not account.is_active:
        raise LinkSpent
    return account


def accept_invitation(work: Work, token: str, given: NewPassword) -> Account:
    """Give an invited account its name and password; raises `PasswordRefused`, `LinkSpent`."""
    account = account_behind(work, token, Purpose.INVITATION)
    _set_password(work, account, token, given.password, given.name)
    accounts.change_account(work.connection, account.id, name=given.name)
    work.record(Action.INVITATION_ACCEPTED, account.id)
    return account


def reset_password(work: Work, token: str, given: NewPassword) -> Account:
    """Give an account a new password and end its sessions; the second step stays as it is."""
    account = account_behind(work, token, Purpose.RESET)
    _set_password(work, account, token, given.password, account.name)
    desk_sessions.drop_sessions_of(work.connection, account.id)
    work.record(Action.PASSWORD_RESET, account.id)
    return account


def _set_password(work: Work, account: Account, token: str, password: str, name: str) -> None:
    passwords.check_new(password, name, account.email)
    if not account_secrets.take_link(work.connection, hash_token(token)):
        raise LinkSpent
    fresh = passwords.hash_password(password)
    accounts.change_account(work.connection, account.id, password_hash=fresh)
