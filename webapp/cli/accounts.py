"""`flask accounts invite | reset | list`: the first admin, and a way back in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask import current_app
from flask.cli import AppGroup

from webapp import current
from webapp.domain.accounts import Role
from webapp.domain.audit import Actor
from webapp.domain.desk_faults import AccountRefused
from webapp.services.accounts import administration
from webapp.services.accounts.administration import Post
from webapp.services.accounts.work import Work
from webapp.store import accounts as store

REASONS = {
    "email": "that is no e-mail address",
    "exists": "there is an account with this address already",
    "districts-needed": "an editor needs at least one --district",
    "districts-unknown": "one of the districts does not exist; has `content sync` been run?",
    "inactive": "the account is deactivated",
}
PAGES = {"invitation": "portal.invitation", "reset": "portal.new_password"}

commands = AppGroup("accounts")


@commands.command("invite")
@click.argument("email")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option("--district", "districts", multiple=True, help="A district's code; repeat it.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
def invite(email: str, role: str, districts: tuple[str, ...], lang: str) -> None:
    """Make an account for EMAIL and print the one-time link to its invitation."""
    with _work() as work:
        token = administration.invite(work, email, Post(Role(role), districts))
    click.echo(_address("invitation", token, lang))


@commands.command("reset")
@click.argument("email")
@click.option("--second-step-off", is_flag=True, help="Phone and recovery codes are lost.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
def reset(email: str, second_step_off: bool, lang: str) -> None:
    """Print a one-time link with which EMAIL chooses a new password."""
    with _work() as work:
        account = store.find_account(work.connection, email.strip().casefold())
        if account is None:
            raise click.ClickException("there is no such account")
        if second_step_off:
            administration.turn_second_step_off(work, account.id)
        purpose, token = administration.make_reset_link(work, account.id)
    click.echo(_address(purpose.value, token, lang))


@commands.command("list")
def list_accounts() -> None:
    """Print every account: e-mail, role, districts, state."""
    with current.database().read() as connection:
        for each in store.accounts_in(connection):
            state = "invited" if each.is_invited else "active"
            words = (each.email, each.role.value, ",".join(each.districts) or "all")
            click.echo("\t".join((*words, state if each.is_active else "deactivated")))


@contextmanager
def _work() -> Iterator[Work]:
    """One transaction in the name of nobody signed in; refusals become a line."""
    try:
        with current.database().write() as connection:
            key = current.settings().secret_key
            yield Work(connection, Actor(None, "command line"), current.instant(), key)
    except AccountRefused as refused:
        raise click.ClickException(REASONS[refused.reason]) from refused


def _address(purpose: str, token: str, lang: str) -> str:
    with current_app.test_request_context():
        path = current_app.url_for(PAGES[purpose], lang=lang, key=token)
    return current.whole_address(path)
