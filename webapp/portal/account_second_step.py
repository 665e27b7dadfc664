"""Two-step sign-in: set up with a QR code, turned off, recovery codes made anew."""

from __future__ import annotations

import re

import segno
from flask import Blueprint, Response, make_response, render_template, request
from markupsafe import Markup

from webapp import current, signed_in
from webapp.access import is_in_set_up, requires
from webapp.domain.accounts import Account, Permission, must_have_second_step
from webapp.domain.desk_faults import SignInRefused
from webapp.domain.faults import BadParameter
from webapp.portal import forms, letters, words
from webapp.portal.account import back_to_account, confirm
from webapp.portal.working import working
from webapp.services.accounts import second_step as steps
from webapp.words import gettext as _

SALT = re.compile(r"[0-9a-f]{32}")


def add_to(desk: Blueprint) -> None:
    """Register the address."""
    rule = ("/account/second-step", "second_step", second_step)
    desk.add_url_rule(*rule, methods=["GET", "POST"])


@requires(Permission.OWN_ACCOUNT, in_set_up=True)
def second_step() -> Response:
    """Show the second step and change it; each change asks for the password."""
    if request.method != "POST":
        return make_response(_page({}))
    do = request.form.get("do", "")
    known = {"on": _turn_on, "off": _turn_off, "codes": _new_codes}
    if do not in known:
        raise BadParameter("do", do)
    faults = confirm("password")
    return make_response(_page(faults), 422) if faults else known[do]()


def _turn_on() -> Response:
    mine = signed_in.signed_in().account
    if mine.has_second_step:
        return back_to_account("second-step-on")
    try:
        with working() as work:
            codes = steps.turn_on(work, mine, _salt(), forms.text_of("code"))
    except SignInRefused:
        return make_response(_page({"code": words.code_words()}), 422)
    letters.tell_change(mine.email, "second-step-on")
    return _codes_page(codes)


def _turn_off() -> Response:
    mine = signed_in.signed_in().account
    if must_have_second_step(mine.role, current.settings().second_step):
        return make_response(_page({"password": _must_words()}), 422)
    with working() as work:
        steps.turn_off(work, mine)
    letters.tell_change(mine.email, "second-step-off")
    return back_to_account("second-step-off")


def _new_codes() -> Response:
    mine = signed_in.signed_in().account
    if not mine.has_second_step:
        return back_to_account("second-step-off")
    with working() as work:
        codes = steps.new_codes(work, mine)
    return _codes_page(codes)


def _salt() -> str:
    """The salt of the page at hand; what is no salt of ours is refused."""
    salt = request.form.get("salt", "")
    if not SALT.fullmatch(salt):
        raise BadParameter("salt", salt)
    return salt


def _page(faults: forms.Faults) -> str:
    person = signed_in.signed_in()
    mine = person.account
    told = {} if mine.has_second_step else _offer(mine)
    return render_template(
        "portal/second_step.html",
        account=mine,
        faults=faults,
        must_set_up=is_in_set_up(person),
        is_required=must_have_second_step(mine.role, current.settings().second_step),
        **told,
    )


def _offer(mine: Account) -> dict[str, object]:
    """What an authenticator app needs: the same secret until its first code was right."""
    given = request.form.get("salt", "")
    salt = given if SALT.fullmatch(given) else steps.new_salt()
    key = current.settings().secret_key
    secret = steps.secret_of(key, mine, salt)
    return {
        "salt": salt,
        "secret": " ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
        "qr": _qr(steps.address_of(key, mine, salt)),
    }


def _qr(address: str) -> Markup:
    """Drawn anew each time: unlike other codes, this one must not be kept in memory."""
    code = segno.make_qr(address, error="m")
    title = _("QR code for your authenticator app")
    drawing = code.svg_inline(title=title, svgclass="qr", light="#fff", omitsize=True)
    return Markup(drawing)  # nosec B704 -- segno's own drawing, its title escaped


def _codes_page(codes: tuple[str, ...]) -> Response:
    return make_response(render_template("portal/recovery_codes.html", codes=codes))


def _must_words() -> str:
    return _("Your role must have two-step sign-in.")
