"""Signing in and out: password, code, and the session's time."""

from __future__ import annotations

from typing import cast

from flask import (
    Blueprint,
    Response,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)

from webapp import signed_in
from webapp.access import public, requires
from webapp.domain.accounts import Permission
from webapp.domain.desk_faults import SignedOut, SignInRefused, TriedTooOften
from webapp.portal import forms, kept, words
from webapp.portal.devices import device_words
from webapp.portal.kept import KeptForm
from webapp.portal.working import begin, working
from webapp.services.accounts import sessions
from webapp.services.accounts.signing_in import Begun, Credentials, Entrance
from webapp.services.accounts.work import new_token


def add_to(desk: Blueprint) -> None:
    """Register the addresses."""
    desk.add_url_rule("/sign-in", "sign_in", sign_in, methods=["GET", "POST"])
    desk.add_url_rule("/sign-in/code", "code", code, methods=["GET", "POST"])
    desk.add_url_rule("/sign-out", "sign_out", sign_out, methods=["POST"])
    desk.add_url_rule("/session", "session", session)
    desk.add_url_rule("/session", "extend_session", extend_session, methods=["POST"])


@public
def sign_in() -> Response:
    """Ask for e-mail and password, and begin a session."""
    if request.method != "POST":
        if signed_in.find_signed_in():
            return _onward(None)
        return make_response(sign_in_page())
    given = Credentials(forms.text_of("email"), forms.secret_of("password"))
    try:
        begun = _entrance().sign_in(given, signed_in.desk_token())
    except SignInRefused:
        return make_response(sign_in_page(words.sign_in_words(), kept_form=kept.read_kept()), 422)
    except TriedTooOften as refused:
        return _too_often(refused, sign_in_page(words.wait_words(refused), kept.read_kept()))
    return _begun(begun)


@public
def code() -> Response:
    """Ask for the code of the second step, and finish signing in."""
    half = signed_in.find_signed_in("password")
    if half is None:
        return cast(Response, redirect(url_for("portal.sign_in"), 303))
    if request.method != "POST":
        return make_response(_code_page())
    try:
        begun = _entrance().confirm(half, forms.text_of("code"))
    except SignInRefused:
        return make_response(_code_page(words.code_words()), 422)
    except TriedTooOften as refused:
        return _too_often(refused, _code_page(words.wait_words(refused)))
    return _begun(begun)


@requires(Permission.OWN_ACCOUNT, in_set_up=True)
def sign_out() -> Response:
    """End the session and give the browser a fresh start."""
    with working() as work:
        sessions.sign_out(work, signed_in.signed_in())
    signed_in.use_token(new_token())
    return cast(Response, redirect(url_for("portal.sign_in", done="signed-out"), 303))


@requires(Permission.OWN_ACCOUNT, in_set_up=True, is_use=False)
def session() -> Response:
    """How many seconds the session still has; asking does not prolong it."""
    return jsonify({"ends_in_s": int(signed_in.signed_in().ends_in.total_seconds())})


@requires(Permission.OWN_ACCOUNT, in_set_up=True)
def extend_session() -> Response:
    """Prolong the session and say how many seconds it has now."""
    signed_in.use_session(signed_in.signed_in(), at_once=True)
    person = signed_in.find_signed_in()
    if person is None:
        raise SignedOut
    return jsonify({"ends_in_s": int(person.ends_in.total_seconds())})


def sign_in_page(fault: str = "", kept_form: KeptForm | None = None, is_over: bool = False) -> str:
    """The form; `is_over` says that the session had ended."""
    return render_template(
        "portal/sign_in.html",
        fault=fault,
        kept=kept_form.as_text() if kept_form else "",
        is_over=is_over,
        email=forms.text_of("email") if fault else "",
        next=_next() or "",
        done=request.args.get("done", ""),
    )


def _code_page(fault: str = "") -> str:
    form = kept.read_kept()
    told = {"kept": form.as_text() if form else "", "next": _next() or ""}
    return render_template("portal/code.html", fault=fault, **told)


def _begun(begun: Begun) -> Response:
    signed_in.use_token(begun.token)
    if begun.needs_code:
        return make_response(_code_page())
    return _onward(kept.read_kept())


def _onward(form: KeptForm | None) -> Response:
    if form is not None:
        return make_response(render_template("portal/kept.html", form=form))
    return cast(Response, redirect(_next() or url_for("portal.home"), 303))


def _next() -> str | None:
    return kept.desk_address(request.values.get("next", ""))


def _entrance() -> Entrance:
    return Entrance(begin, device_words(request.user_agent.string))


def _too_often(refused: TriedTooOften, page: str) -> Response:
    return make_response(page, 429, {"Retry-After": str(refused.wait_s)})
