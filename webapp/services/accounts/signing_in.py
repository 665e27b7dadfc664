"""Signing in: e-mail and password, then a code where the account asks for one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from webapp.domain.accounts import Account, read_email
from webapp.domain.audit import Action
from webapp.domain.desk_faults import SignInRefused
from webapp.services.accounts import passwords, second_step, sessions
from webapp.services.accounts.sessions import SignedIn, Stage
from webapp.services.accounts.tries import Try, begin_try, succeed
from webapp.services.accounts.work import Begin, Work
from webapp.store import account_secrets, accounts, desk_sessions

TRIES_KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Credentials:
    """What was typed into the sign-in form."""

    email: str
    password: str


@dataclass(frozen=True, slots=True)
class Begun:
    """A session begun: its id for the browser, and whether a code is still to come."""

    token: str
    account: Account
    needs_code: bool


class Entrance:
    """Signs people in. Begins its own transactions: a refusal must be written down all the same."""

    def __init__(self, begin: Begin, device: str) -> None:
        """`device` says in words what the person sits at."""
        self._begin, self._device = begin, device

    def sign_in(self, given: Credentials, old_token: str) -> Begun:
        """Begin a session in place of `old_token`; raises `SignInRefused`, `TriedTooOften`.

        The slow comparison runs outside any transaction, with the same work for no account.
        """
        email = read_email(given.email) or ""
        with self._begin(None) as work:
            this = begin_try(work, email)
            account = accounts.find_account(work.connection, email)
        usable = account.password_hash if account and account.is_active else None
        if passwords.is_right(given.password, usable) and account is not None:
            with self._begin(account.id) as work:
                sessions.forget(work.connection, old_token)
                return self._enter(work, account, this, given)
        self._refuse(account.id if account else None)
        raise SignInRefused

    def confirm(self, half: SignedIn, code: str) -> Begun:
        """Finish signing in with a code; raises `SignInRefused` or `TriedTooOften`."""
        account = half.account
        with self._begin(None) as work:
            this = begin_try(work, account.email)
        try:
            with self._begin(account.id) as work:
                second_step.check_code(work, account, code)
                succeed(work, this)
                desk_sessions.drop_session(work.connection, half.session.id_hash)
                return self._welcome(work, account)
        except SignInRefused:
            self._refuse(account.id, step="code")
            raise

    def _enter(self, work: Work, account: Account, this: Try, given: Credentials) -> Begun:
        _tidy(work)
        if passwords.is_outdated(account.password_hash or ""):
            fresh = passwords.hash_password(given.password)
            accounts.change_account(work.connection, account.id, password_hash=fresh)
        if account.has_second_step:
            # The tries are forgotten with the right code only: codes can be guessed at too.
            return Begun(self._session(work, account, "password"), account, needs_code=True)
        succeed(work, this)
        return self._welcome(work, account)

    def _welcome(self, work: Work, account: Account) -> Begun:
        accounts.change_account(work.connection, account.id, signed_in_at=work.now)
        work.record(Action.SIGNED_IN, account.id)
        return Begun(self._session(work, account, "full"), account, needs_code=False)

    def _session(self, work: Work, account: Account, stage: Stage) -> str:
        return sessions.begin_session(work, account.id, stage, self._device)

    def _refuse(self, account_id: int | None, **details: str) -> None:
        with self._begin(None) as work:
            work.record(Action.SIGN_IN_FAILED, account_id, **details)


def _tidy(work: Work) -> None:
    account_secrets.forget_old(work.connection, work.now - TRIES_KEPT, work.now)
    desk_sessions.drop_old_sessions(work.connection, work.now - sessions.LONGEST, work.now)
