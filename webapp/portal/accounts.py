"""Accounts as administrators see them: invite, change, deactivate, help back in."""

from __future__ import annotations

from typing import cast

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for

from webapp import current, signed_in
from webapp.access import requires
from webapp.domain.accounts import Account, Permission, Role, read_email
from webapp.domain.desk_faults import AccountRefused
from webapp.domain.faults import BadParameter
from webapp.portal import districts, forms, letters, words
from webapp.portal.letters import OneTimeLink
from webapp.portal.working import working
from webapp.services.accounts import administration
from webapp.services.accounts.administration import Post
from webapp.services.accounts.links import Purpose
from webapp.services.accounts.work import Work
from webapp.store import accounts as store

LARGEST = 2**31 - 1
"""What an account's number can be in the database."""
FIELDS = {"email": "email", "exists": "email"}
"""Which field of the form a refusal is about; all others are about the districts."""


def add_to(desk: Blueprint) -> None:
    """Register the addresses."""
    both = ["GET", "POST"]
    desk.add_url_rule("/accounts", "accounts", accounts, methods=both)
    desk.add_url_rule(
        f"/accounts/<int(max={LARGEST}):number>", "account_one", account_one, methods=both
    )


@requires(Permission.MANAGE_ACCOUNTS)
def accounts() -> Response:
    """List the accounts and invite somebody."""
    if request.method != "POST":
        return make_response(_list_page({}))
    email, post = forms.text_of("email"), _post()
    try:
        with working() as work:
            token = administration.invite(work, email, post)
    except AccountRefused as refused:
        field = FIELDS.get(refused.reason, "districts")
        return make_response(_list_page({field: words.refusal_words(refused)}), 422)
    return _link_page(read_email(email) or email, OneTimeLink(Purpose.INVITATION, token))


@requires(Permission.MANAGE_ACCOUNTS)
def account_one(number: int) -> Response:
    """Show one account and change it."""
    if request.method != "POST":
        return make_response(_one_page(number, {}))
    try:
        return _change(number, request.form.get("do", ""))
    except AccountRefused as refused:
        return make_response(_one_page(number, {"do": words.refusal_words(refused)}), 422)


def _change(number: int, do: str) -> Response:
    person = signed_in.signed_in()
    with working() as work:
        account = store.get_account(work.connection, number)
        if do == "reset":
            link = OneTimeLink(*administration.make_reset_link(work, number))
        else:
            _apply(work, number, do)
    if do == "reset":
        return _link_page(account.email, link)
    if do == "second-step-off" and account.has_second_step:
        letters.tell_change(account.email, "second-step-off")
    if number == person.account.id:
        return cast(Response, redirect(url_for("portal.home"), 303))
    return cast(Response, redirect(url_for("portal.account_one", number=number, done=do), 303))


def _apply(work: Work, number: int, do: str) -> None:
    plain = {
        "deactivate": administration.deactivate,
        "reactivate": administration.reactivate,
        "second-step-off": administration.turn_second_step_off,
    }
    if do == "post":
        administration.change_post(work, number, _post())
    elif do in plain:
        plain[do](work, number)
    else:
        raise BadParameter("do", do)


def _post() -> Post:
    raw = request.form.get("role", "")
    if raw not in set(Role):
        raise BadParameter("role", raw)
    return Post(Role(raw), tuple(request.form.getlist("districts")))


def _link_page(email: str, link: OneTimeLink) -> Response:
    """Show a link once; it is also mailed where mail is set up."""
    letters.send_link(email, link)
    return make_response(
        render_template(
            "portal/one_time_link.html",
            email=email,
            address=link.address(current.lang()),
            is_invitation=link.purpose is Purpose.INVITATION,
            is_mailed=letters.can_send(),
        )
    )


def _list_page(faults: forms.Faults) -> str:
    connection = current.connection()
    return render_template(
        "portal/accounts.html",
        accounts=store.accounts_in(connection),
        districts=districts.names(connection),
        faults=faults,
        email=forms.text_of("email"),
        role=request.form.get("role", Role.EDITOR.value),
        chosen=request.form.getlist("districts"),
    )


def _one_page(number: int, faults: forms.Faults) -> str:
    connection = current.connection()
    account: Account = store.get_account(connection, number)
    return render_template(
        "portal/account_one.html",
        account=account,
        districts=districts.names(connection),
        faults=faults,
        done=request.args.get("done", ""),
        is_me=number == signed_in.signed_in().account.id,
    )
