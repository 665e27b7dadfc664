"""Saving a plan, and the page that shares it."""

from __future__ import annotations

from typing import cast

from flask import Blueprint, Response, make_response, redirect, render_template, url_for

from webapp import current, limits
from webapp.access import public
from webapp.limits import Limit
from webapp.pages import plan_owner
from webapp.pages.map_view import route_view
from webapp.pages.plan_keys import keep_key, secretly
from webapp.pages.plan_saving import read_saving, save_again
from webapp.pages.plan_taking import saved_to_take
from webapp.pages.saved_plan_page import shared_plan
from webapp.services.saved_plans import save_plan

SAVING = Limit("save-plan", most=60, within_s=600)


def add_to(pages: Blueprint) -> None:
    """Register the addresses."""
    pages.add_url_rule("/plans", "plans", to_planner)
    pages.add_url_rule("/plans", "save_plan", save_new, methods=["POST"])
    pages.add_url_rule("/plans/<token>", "saved_plan", saved_plan)
    plan_owner.add_to(pages)


@public
def to_planner() -> Response:
    """There is no list of plans: whoever looks for one can make one."""
    return cast(Response, redirect(url_for("pages.plan")))


@public
def save_new() -> Response:
    """Save a plan and show where it is; with faults, the form again."""
    limits.spend(SAVING)
    sent = read_saving()
    if sent.body is None:
        return save_again(sent, url_for("pages.save_plan"))
    with current.database().write() as connection:
        made = save_plan(connection, sent.body, sent.title, current.now())
    address = url_for("pages.plan_owner", token=made.token, key=made.key, done="new")
    return secretly(keep_key(cast(Response, redirect(address, 303)), made.token, made.key))


@public
def saved_plan(token: str) -> Response:
    """A plan, for everybody who has its address."""
    shared = shared_plan(token)
    page = render_template(
        "pages/saved_plan.html",
        plan=shared,
        page=shared.page,
        map=route_view() if shared.page else None,
        take=saved_to_take(shared) if shared.page else None,
    )
    answer = make_response(page)
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
