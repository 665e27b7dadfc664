"""What only somebody with the edit key of a plan can do: change it, delete it, bring it back."""

from __future__ import annotations

from typing import cast

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for

from webapp import current, limits
from webapp.access import public
from webapp.domain.faults import BadParameter, PlanKeyWrong
from webapp.limits import Limit
from webapp.pages import plan_keys
from webapp.pages.plan_addresses import planner_address
from webapp.pages.plan_saving import read_saving, save_again
from webapp.pages.saved_plan_page import names_of, plan_url, title_tag
from webapp.services import saved_plans as service
from webapp.services.saved_plans import SavedPlan

CHANGING = Limit("change-plan", most=120, within_s=600)
DONE = ("new", "saved", "delete", "restore", "back")
STEPS = {
    "delete": service.delete_saved,
    "restore": service.restore_saved,
    "back": service.step_back,
}
"""What one button does."""


def add_to(pages: Blueprint) -> None:
    """Register the addresses."""
    for rule in ("/plans/<token>/edit", "/plans/<token>/edit/<key>"):
        pages.add_url_rule(rule, "plan_owner", plan_owner)
        pages.add_url_rule(rule, "change_plan", change_plan, methods=["POST"])


@public
def plan_owner(token: str, key: str | None = None) -> Response:
    """The two addresses of a plan, and all that can be done with it."""
    given = plan_keys.given_key(key)
    try:
        saved = service.owned_plan(current.connection(), token, given, current.now())
    except PlanKeyWrong:
        return _ask_for_key(token, is_wrong=key is not None)
    if key and request.cookies.get(plan_keys.COOKIE) == key:
        plain = url_for("pages.plan_owner", token=token, done=_done())
        return plan_keys.secretly(cast(Response, redirect(plain, 303)))
    answer = make_response(_page(saved, given))
    return plan_keys.secretly(plan_keys.keep_key(answer, token, given))


@public
def change_plan(token: str, key: str | None = None) -> Response:
    """Do what the button says, to whom the key belongs."""
    limits.spend(CHANGING)
    given, step = plan_keys.given_key(key), request.form.get("do", "")
    try:
        service.owned_plan(current.connection(), token, given, current.now())
        if step == "save":
            return _save(token, given)
        if step == "forget":
            return _forget(token)
        if step in STEPS:
            with current.database().write() as connection:
                STEPS[step](connection, token, given, current.now())
        elif step != "open":
            raise BadParameter("do", step)
    except PlanKeyWrong:
        return _ask_for_key(token, is_wrong="key" in request.form)
    return _back_to(token, given, step)


def _save(token: str, key: str) -> Response:
    sent = read_saving()
    if sent.body is None:
        return save_again(sent, url_for("pages.change_plan", token=token))
    with current.database().write() as connection:
        service.change_saved(connection, (token, key), sent.body, sent.title, current.now())
    return _back_to(token, key, "saved")


def _forget(token: str) -> Response:
    shared = url_for("pages.saved_plan", token=token)
    answer = cast(Response, redirect(shared, 303))
    return plan_keys.secretly(plan_keys.forget_key(answer, token))


def _back_to(token: str, key: str, done: str) -> Response:
    address = url_for("pages.plan_owner", token=token, key=key, done=done)
    answer = cast(Response, redirect(address, 303))
    return plan_keys.secretly(plan_keys.keep_key(answer, token, key))


def _page(saved: SavedPlan, key: str) -> str:
    names = names_of(saved)
    return render_template(
        "pages/plan_owner.html",
        saved=saved,
        key=key,
        name=names.in_(current.lang()),
        names=names,
        name_tag=title_tag(saved),
        done=_done(),
        share_url=plan_url(saved.token),
        key_url=plan_keys.key_url(saved.token, key),
        planner=planner_address(saved.request, saved.start_key, saved.end_key, saved.token),
    )


def _ask_for_key(token: str, *, is_wrong: bool) -> Response:
    """A form for the key that loses nothing of what was sent."""
    fields = [pair for pair in request.form.items(multi=True) if pair[0] != "key"]
    page = render_template(
        "pages/plan_key.html",
        token=token,
        fields=fields,
        is_wrong=is_wrong,
        has_do="do" in request.form,
    )
    return plan_keys.secretly(make_response(page, 403))


def _done() -> str | None:
    done = request.args.get("done")
    return done if done in DONE else None
