"""Passwords by one-time links: the invitation, and a new one for who forgot theirs."""

from __future__ import annotations

from typing import cast

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for

from webapp.access import public
from webapp.domain.accounts import Account
from webapp.domain.desk_faults import PasswordRefused, TriedTooOften
from webapp.portal import forms, letters, words
from webapp.portal.working import begin
from webapp.services.accounts import own
from webapp.services.accounts.links import (
    NewPassword,
    Purpose,
    accept_invitation,
    account_behind,
    reset_password,
)
from webapp.words import gettext as _


def add_to(desk: Blueprint) -> None:
    """Register the addresses."""
    both = ["GET", "POST"]
    desk.add_url_rule("/invitation", "invitation", invitation, methods=both)
    desk.add_url_rule("/new-password", "new_password", new_password, methods=both)
    desk.add_url_rule("/forgotten", "forgotten", forgotten, methods=both)


@public
def invitation() -> Response:
    """Let an invited person set their name and password."""
    return _by_link(Purpose.INVITATION)


@public
def new_password() -> Response:
    """Let somebody with a link set a new password."""
    return _by_link(Purpose.RESET)


@public
def forgotten() -> Response:
    """Send a link to who asks; the answer is the same whether there is such an account."""
    if request.method != "POST" or not letters.can_send():
        return make_response(_forgotten_page())
    try:
        with begin(None) as work:
            asked = own.ask_for_reset(work, forms.text_of("email"))
    except TriedTooOften as refused:
        page = _forgotten_page(words.wait_words(refused))
        return make_response(page, 429, {"Retry-After": str(refused.wait_s)})
    if asked is not None:
        account, token = asked
        letters.send_link(account.email, letters.OneTimeLink(Purpose.RESET, token))
    return make_response(_forgotten_page(is_sent=True))


def _forgotten_page(fault: str = "", is_sent: bool = False) -> str:
    told = {"fault": fault, "is_sent": is_sent, "has_mail": letters.can_send()}
    return render_template("portal/forgotten.html", **told)


def _by_link(purpose: Purpose) -> Response:
    token = request.values.get("key", "")
    with begin(None) as work:
        account = account_behind(work, token, purpose)
    if request.method != "POST":
        return make_response(_link_page(account, purpose, token, {}))
    given = NewPassword(forms.secret_of("password"), forms.text_of("name"))
    faults = _faults(purpose, given)
    if not faults:
        faults = _set(account, purpose, token, given)
    if faults:
        return make_response(_link_page(account, purpose, token, faults), 422)
    return cast(Response, redirect(url_for("portal.sign_in", done=purpose.value), 303))


def _faults(purpose: Purpose, given: NewPassword) -> forms.Faults:
    if purpose is Purpose.INVITATION and not given.name:
        return {"name": _("Write your name.")}
    return {}


def _set(account: Account, purpose: Purpose, token: str, given: NewPassword) -> forms.Faults:
    use = accept_invitation if purpose is Purpose.INVITATION else reset_password
    try:
        with begin(account.id) as work:
            use(work, token, given)
    except PasswordRefused as refused:
        return {"password": words.weakness_words(refused)}
    if purpose is Purpose.RESET:
        letters.tell_change(account.email, "password")
    return {}


def _link_page(account: Account, purpose: Purpose, token: str, faults: forms.Faults) -> str:
    return render_template(
        "portal/new_password.html",
        account=account,
        is_invitation=purpose is Purpose.INVITATION,
        key=token,
        name=forms.text_of("name"),
        faults=faults,
    )
