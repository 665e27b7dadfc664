"""One's own account: password and sessions."""

from __future__ import annotations

from typing import cast

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for

from webapp import current, signed_in
from webapp.access import is_in_set_up, requires
from webapp.domain.accounts import CITY_WIDE, Permission
from webapp.domain.desk_faults import PasswordRefused, SignInRefused, TriedTooOften
from webapp.portal import forms, letters, words
from webapp.portal.districts import names_of
from webapp.portal.working import begin, working
from webapp.services.accounts import own, sessions
from webapp.store import account_secrets, desk_sessions
from webapp.words import gettext as _


def add_to(desk: Blueprint) -> None:
    """Register the addresses."""
    desk.add_url_rule("/account", "account", account)
    password = ("/account/password", "change_password", change_password)
    desk.add_url_rule(*password, methods=["POST"])
    desk.add_url_rule("/account/sessions", "end_sessions", end_sessions, methods=["POST"])
    desk.add_url_rule("/account/sessions/<handle>", "end_session", end_session, methods=["POST"])


@requires(Permission.OWN_ACCOUNT, in_set_up=True)
def account() -> str:
    """Who one is here, the password, the second step and the sessions."""
    return _page({})


@requires(Permission.OWN_ACCOUNT, in_set_up=True)
def change_password() -> Response:
    """Change the password; asks for the present one and ends all other sessions."""
    person = signed_in.signed_in()
    faults = confirm("old_password")
    if faults:
        return make_response(_page(faults), 422)
    try:
        with working() as work:
            token = own.change_password(work, person, forms.secret_of("password"))
    except PasswordRefused as refused:
        return make_response(_page({"password": words.weakness_words(refused)}), 422)
    signed_in.use_token(token)
    letters.tell_change(person.account.email, "password")
    return back_to_account("password")


@requires(Permission.OWN_ACCOUNT, in_set_up=True)
def end_session(handle: str) -> Response:
    """End one session of one's own."""
    with working() as work:
        sessions.end_one(work, signed_in.signed_in(), handle)
    return back_to_account("session")


@requires(Permission.OWN_ACCOUNT, in_set_up=True)
def end_sessions() -> Response:
    """End all sessions but this one."""
    with working() as work:
        sessions.end_others(work, signed_in.signed_in())
    return back_to_account("sessions")


def confirm(field: str) -> forms.Faults:
    """Check the password typed into `field` before something important; empty when it is right."""
    try:
        own.confirm_password(begin, signed_in.signed_in().account, forms.secret_of(field))
    except SignInRefused:
        return {field: _("This is not your present password.")}
    except TriedTooOften as refused:
        return {field: words.wait_words(refused)}
    return {}


def back_to_account(done: str) -> Response:
    """Go back to the account's page, which says what was done."""
    return cast(Response, redirect(url_for("portal.account", done=done), 303))


def _page(faults: forms.Faults) -> str:
    person = signed_in.signed_in()
    mine = person.account
    connection = current.connection()
    seen_after = current.instant() - signed_in.idle_limit()
    return render_template(
        "portal/account.html",
        account=mine,
        here=person.session,
        sessions=desk_sessions.sessions_of(connection, mine.id, seen_after),
        districts=names_of(connection, mine.districts),
        is_city_wide=mine.role in CITY_WIDE,
        codes_left=account_secrets.count_codes(connection, mine.id),
        must_set_up=is_in_set_up(person),
        faults=faults,
        done=request.args.get("done", ""),
    )
