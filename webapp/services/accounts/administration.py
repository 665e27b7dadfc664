"""What admins do with accounts: invite, change role and districts, deactivate, help back in."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from webapp.domain.accounts import Account, Role, read_email
from webapp.domain.audit import Action
from webapp.domain.desk_faults import AccountRefused
from webapp.services.accounts import second_step
from webapp.services.accounts.links import (
    INVITATION_HOLDS,
    RESET_BY_ADMIN_HOLDS,
    Purpose,
    make_link,
)
from webapp.services.accounts.work import Work
from webapp.store import account_secrets, accounts, desk_sessions
from webapp.store.districts import districts_in
from webapp.store.locks import lock


@dataclass(frozen=True, slots=True)
class Post:
    """A role, and the districts of an editor."""

    role: Role
    districts: tuple[str, ...] = ()


def invite(work: Work, raw_email: str, post: Post) -> str:
    """Invite somebody, or anew who has not accepted yet; returns the link's token.

    Raises `AccountRefused` for `email`, `exists`, `districts-needed`, `districts-unknown`.
    """
    email = read_email(raw_email)
    if email is None:
        raise AccountRefused("email")
    lock(work.connection, "accounts")
    known = accounts.find_account(work.connection, email)
    if known is not None and not (known.is_invited and known.is_active):
        raise AccountRefused("exists")
    codes = _checked(work, post)
    account_id = (
        known.id if known else accounts.add_account(work.connection, email, post.role, work.now)
    )
    accounts.change_account(work.connection, account_id, role=post.role.value)
    accounts.replace_districts(work.connection, account_id, codes)
    work.record(Action.INVITED, account_id, role=post.role.value, districts=" ".join(codes))
    return make_link(work, account_id, Purpose.INVITATION, INVITATION_HOLDS)


def change_post(work: Work, account_id: int, post: Post) -> None:
    """Change role and districts; raises `AccountRefused`, also for the `last-admin`."""
    lock(work.connection, "accounts")
    account = accounts.get_account(work.connection, account_id)
    codes = _checked(work, post)
    if post.role is not Role.ADMIN:
        _keep_an_admin(work, account)
    if (post.role, codes) == (account.role, account.districts):
        return
    accounts.change_account(work.connection, account_id, role=post.role.value)
    accounts.replace_districts(work.connection, account_id, codes)
    told = {"was": _told(account.role, account.districts), "is": _told(post.role, codes)}
    work.record(Action.ROLE_CHANGED, account_id, **told)


def deactivate(work: Work, account_id: int) -> None:
    """End an account's sessions and links and let it sign in no more; nothing is deleted."""
    lock(work.connection, "accounts")
    account = accounts.get_account(work.connection, account_id)
    _keep_an_admin(work, account)
    if account.is_active:
        accounts.change_account(work.connection, account_id, deactivated_at=work.now)
        account_secrets.drop_links(work.connection, account_id)
        desk_sessions.drop_sessions_of(work.connection, account_id)
        work.record(Action.DEACTIVATED, account_id)


def reactivate(work: Work, account_id: int) -> None:
    """Let a deactivated account sign in again."""
    account = accounts.get_account(work.connection, account_id)
    if not account.is_active:
        accounts.change_account(work.connection, account_id, deactivated_at=None)
        work.record(Action.REACTIVATED, account_id)


def make_reset_link(work: Work, account_id: int) -> tuple[Purpose, str]:
    """Make a link for a new password, or the invitation anew; returns purpose and token."""
    account = accounts.get_account(work.connection, account_id)
    if not account.is_active:
        raise AccountRefused("inactive")
    if account.is_invited:
        return Purpose.INVITATION, invite(
            work, account.email, Post(account.role, account.districts)
        )
    work.record(Action.RESET_LINK_MADE, account_id)
    return Purpose.RESET, make_link(work, account_id, Purpose.RESET, RESET_BY_ADMIN_HOLDS)


def turn_second_step_off(work: Work, account_id: int) -> None:
    """Help somebody who lost their phone and codes; ends their sessions."""
    account = accounts.get_account(work.connection, account_id)
    if account.has_second_step:
        second_step.turn_off(work, account)
        desk_sessions.drop_sessions_of(work.connection, account_id)


def _checked(work: Work, post: Post) -> tuple[str, ...]:
    """The districts of a post, sorted; none for roles that act everywhere."""
    if post.role is not Role.EDITOR:
        return ()
    if not post.districts:
        raise AccountRefused("districts-needed")
    known = {district.code for district in districts_in(work.connection)}
    if set(post.districts) - known:
        raise AccountRefused("districts-unknown")
    return tuple(sorted(set(post.districts)))


def _keep_an_admin(work: Work, account: Account) -> None:
    """Raise when the site would be left without anybody who can manage accounts."""
    is_one = account.role is Role.ADMIN and account.is_active and not account.is_invited
    if is_one and accounts.count_active(work.connection, Role.ADMIN) == 1:
        raise AccountRefused("last-admin")


def _told(role: Role, districts: Collection[str]) -> str:
    return " ".join((role.value, *districts))
