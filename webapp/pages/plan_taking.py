"""What the page of a plan offers to take along, and the address by which a plan is found again."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from flask import url_for

from webapp import current
from webapp.pages.plan_add import kept_values
from webapp.pages.plan_form import PlanForm
from webapp.pages.saved_plan_page import SharedPlan
from webapp.pages.take_away import PAPER, TakeAway, take_away
from webapp.services.plans.route import PlannedRoute
from webapp.words import gettext as _

DROPPED = {"start", "end", "plan", "size"}


def plan_to_take(form: PlanForm, route: PlannedRoute) -> TakeAway:
    """What the plan of the planner's page can be taken along as."""
    query = plan_query(form, route)

    def address(sort: str) -> str:
        return f"{_path('plan', sort)}?{query}"

    return take_away(address, plan_url(query), code_words())


def saved_to_take(shared: SharedPlan) -> TakeAway:
    """What a saved plan can be taken along as."""

    def address(sort: str) -> str:
        return _path("saved_plan", sort, token=shared.saved.token)

    return take_away(address, shared.address, code_words())


def plan_query(form: PlanForm, route: PlannedRoute) -> str:
    """Return what the planner is asked, as short as it can be said: places by their keys."""
    kept = [pair for pair in kept_values(route) if pair[0] not in DROPPED]
    ends = [("start", form.start.key), ("end", form.end.key)]
    return urlencode([*kept, *((name, key) for name, key in ends if key)])


def plan_url(query: str) -> str:
    """The whole address of the planner with that question."""
    return current.whole_address(f"{url_for('pages.plan', at=None)}?{query}")


def code_words() -> str:
    """What the QR code of a plan says to those who do not see it."""
    return _("QR code of this plan’s address")


def _path(noun: str, sort: str, **values: str) -> str:
    """The path of the paper, or of a file."""
    asked: dict[str, Any] = {"at": None, **values}
    if sort == PAPER:
        return url_for(f"pages.{noun}_print", **asked)
    return url_for(f"pages.{noun}_file", form=sort, **asked)
