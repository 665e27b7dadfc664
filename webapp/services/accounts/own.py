"""What everybody at the desk does with their own account; each change asks for the password."""

from __future__ import annotations

from webapp.domain.accounts import Account, read_email
from webapp.domain.audit import Action
from webapp.domain.desk_faults import SignInRefused
from webapp.services.accounts import passwords, sessions, tries
from webapp.services.accounts.links import RESET_BY_MAIL_HOLDS, Purpose, make_link
from webapp.services.accounts.sessions import SignedIn
from webapp.services.accounts.work import Begin, Work
from webapp.store import accounts, desk_sessions


def confirm_password(begin: Begin, account: Account, password: str) -> None:
    """Raise `SignInRefused` unless it is the account's; tries count as those of signing in."""
    with begin(account.id) as work:
        this = tries.begin_try(work, account.email)
    if not passwords.is_right(password, account.password_hash):
        raise SignInRefused
    with begin(account.id) as work:
        tries.succeed(work, this)


def change_password(work: Work, signed_in: SignedIn, password: str) -> str:
    """Change the password, end all other sessions; returns this session's new id."""
    account = signed_in.account
    passwords.check_new(password, account.name, account.email)
    fresh = passwords.hash_password(password)
    accounts.change_account(work.connection, account.id, password_hash=fresh)
    desk_sessions.drop_sessions_of(work.connection, account.id, but=signed_in.session.id_hash)
    work.record(Action.PASSWORD_CHANGED, account.id)
    return sessions.renew(work, signed_in)


def ask_for_reset(work: Work, raw_email: str) -> tuple[Account, str] | None:
    """Return whom to send which token, None where there is nobody; raises `TriedTooOften`."""
    email = read_email(raw_email) or ""
    tries.begin_try(work, f"reset {email}")
    account = accounts.find_account(work.connection, email)
    if account is None or not account.is_active or account.is_invited:
        return None
    work.record(Action.RESET_REQUESTED, account.id)
    return account, make_link(work, account.id, Purpose.RESET, RESET_BY_MAIL_HOLDS)
