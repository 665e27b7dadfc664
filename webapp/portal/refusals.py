"""What the desk refuses, as pages that say what to do next."""

from __future__ import annotations

from typing import cast

from flask import Flask, Response, make_response, redirect, render_template, request, url_for

from webapp import signed_in
from webapp.domain import desk_faults
from webapp.http import SAFE_METHODS
from webapp.portal import forms, kept, signing
from webapp.words import gettext as _


def register(app: Flask) -> None:
    """Answer the desk's refusals; `DeskMissing` is a page that does not exist, as any other."""
    app.register_error_handler(desk_faults.SignedOut, on_signed_out)
    app.register_error_handler(desk_faults.SecondStepNeeded, on_second_step_needed)
    app.register_error_handler(desk_faults.NotAllowed, on_not_allowed)
    app.register_error_handler(desk_faults.FormStale, on_stale_form)
    app.register_error_handler(desk_faults.LinkSpent, on_spent_link)


def on_signed_out(_fault: desk_faults.SignedOut) -> Response:
    """Lead to the sign-in page; what a form held is carried along."""
    if request.method in SAFE_METHODS:
        address = url_for("portal.sign_in", next=request.full_path.rstrip("?"))
        return cast(Response, redirect(address, 303))
    try:
        forms.check_token()
    except desk_faults.FormStale as stale:
        return on_stale_form(stale)
    return make_response(signing.sign_in_page(kept_form=kept.form_at_hand(), is_over=True), 401)


def on_second_step_needed(_fault: desk_faults.SecondStepNeeded) -> Response:
    """Lead to where the second step is set up."""
    return cast(Response, redirect(url_for("portal.second_step"), 303))


def on_not_allowed(_fault: desk_faults.NotAllowed) -> Response:
    """Say that the role does not cover this, whatever there is at the address."""
    role = signed_in.signed_in().account.role
    text = _("Your role does not include this page. An administrator can change your role.")
    return _refusal(403, _("Not for your role"), text, role)


def on_stale_form(_fault: desk_faults.FormStale) -> Response:
    """Ask to open the form again."""
    text = _("The form was open for too long or in another browser. Open the page again.")
    return _refusal(403, _("This form is out of date"), text)


def on_spent_link(_fault: desk_faults.LinkSpent) -> Response:
    """Say that a link cannot be used, and where another comes from."""
    text = _("It was used, has run out or is incomplete. Ask your administrator for another.")
    return _refusal(410, _("This link does not work (any more)"), text)


def _refusal(status: int, title: str, text: str, role: str = "") -> Response:
    page = render_template("portal/refusal.html", status=status, title=title, text=text, role=role)
    return make_response(page, status)
