"""The planner: a form, and the plan that its address asks for."""

from __future__ import annotations

from flask import Blueprint, g, render_template, request

from webapp import current
from webapp.access import public
from webapp.domain.faults import PlanGone, PlanMissing
from webapp.domain.scenarios import Scenario
from webapp.kept import kept
from webapp.pages.map_view import route_view
from webapp.pages.plan_add import found_to_add, kept_values
from webapp.pages.plan_choices import choice_links
from webapp.pages.plan_form import PlanForm, read_form
from webapp.pages.plan_offers import need_word, offer_links
from webapp.pages.plan_page import left_out_of, plan_page
from webapp.pages.plan_taking import plan_to_take
from webapp.pages.plan_warming import warm_planner
from webapp.pages.plan_words import trouble_words
from webapp.services.plans.planning import plan_outing
from webapp.services.plans.request import MOST_STOPS, Need, PlanRequest
from webapp.services.plans.route import PlannedRoute
from webapp.services.saved_plans import SavedPlan, get_plan
from webapp.services.travel import open_travel


def add_to(pages: Blueprint) -> None:
    """Register the address."""
    pages.add_url_rule("/plan", "plan", plan)


@public
def plan() -> str:
    """The form alone, with what is wrong in it, or with the plan it asks for."""
    form = read_form()
    if form.request is None:
        warm_planner()
        return _page(form, None)
    g.moment = form.request.begins  # every link of the page is about that evening
    return _page(form, planned(form.request))


@kept(most=256)
def planned(asked: PlanRequest) -> PlannedRoute:
    """The plan for a request, worked out once for each version of content."""
    connection = current.connection()
    travel = open_travel(connection, current.settings())
    return plan_outing(connection, travel, asked)


def _edited() -> SavedPlan | None:
    """The saved plan that is being changed; its key is asked for when it is saved."""
    token = request.args.get("plan", "")
    try:
        return get_plan(current.connection(), token, current.now().date()) if token else None
    except (PlanMissing, PlanGone):
        return None


def _page(form: PlanForm, route: PlannedRoute | None) -> str:
    start = form.start.origin
    shown = plan_page(route, (start, form.end.origin)) if route and start else None
    is_empty = route is not None and shown is None
    carried = kept_values(route) if route else []
    return render_template(
        "pages/plan.html",
        form=form,
        planned=route,
        page=shown,
        map=route_view() if shown else None,
        take=plan_to_take(form, route) if route and shown else None,
        left_out=left_out_of(route) if route else (),
        trouble=trouble_words(route) if route and is_empty else "",
        offers=offer_links(route) if route and is_empty else [],
        choices=choice_links(form),
        hits=found_to_add(route, request.args.get("add", "")) if route and shown else None,
        hidden=carried,
        plan_fields=[pair for pair in carried if pair[0] != "plan"],
        editing=_edited(),
        has_point=any(place.origin and not place.origin.name for place in (form.start, form.end)),
        needs={need: need_word(need) for need in Need},
        scenarios=list(Scenario),
        most_stops=MOST_STOPS,
    )
