"""A plan to take along: files and paper, of the planner's address and of saved plans."""

from __future__ import annotations

import hashlib
from typing import cast

from flask import Blueprint, Response, g, make_response, redirect, render_template, request, url_for

from webapp import current, http
from webapp.access import public
from webapp.domain.faults import PlanMissing
from webapp.pages.phrases import in_both
from webapp.pages.plan import planned
from webapp.pages.plan_form import read_form
from webapp.pages.plan_page import plan_page
from webapp.pages.plan_route import PlanTrip, estimate_words, take_away_route
from webapp.pages.plan_taking import code_words, plan_query, plan_url
from webapp.pages.route_files import ENDINGS, file_answer, file_etag, for_a_while
from webapp.pages.saved_plan_page import SharedPlan, ends_of, shared_plan
from webapp.pages.take_away import PAPER
from webapp.services.take_away.qr import qr_svg
from webapp.words import gettext as _
from webapp.words import language

PRIVATE = "private"
"""A plan may start at its visitor's own door."""
KEY_DIGITS = 16


def add_to(pages: Blueprint) -> None:
    """Register the addresses."""
    pages.add_app_template_global(estimate_words, "estimate_words")
    pages.add_url_rule(f"/plan.{ENDINGS}", "plan_file", plan_file)
    pages.add_url_rule(f"/plan/{PAPER}", "plan_print", plan_print)
    pages.add_url_rule(f"/plans/<token>.{ENDINGS}", "saved_plan_file", saved_plan_file)
    pages.add_url_rule(f"/plans/<token>/{PAPER}", "saved_plan_print", saved_plan_print)


@public
def plan_file(form: str) -> Response:
    """The plan that the address asks for as a file; without stops, its page, which says why."""
    etag = file_etag(current.now().date())
    known = http.unchanged(etag)
    if known is not None:
        return for_a_while(known, etag, by=PRIVATE)
    trip = _trip()
    if trip is None:
        return _to_page()
    return for_a_while(file_answer(take_away_route(trip), form), etag, by=PRIVATE)


@public
def plan_print() -> Response:
    """The plan that the address asks for on paper."""
    trip = _trip()
    if trip is None:
        return _to_page()
    return make_response(_paper(trip, _back_address()))


@public
def saved_plan_file(token: str, form: str) -> Response:
    """A saved plan as a file; raises `PlanMissing`, also for one of which nothing is left."""
    shared = shared_plan(token)
    etag = file_etag(shared.saved.saved_at.isoformat())
    answer = http.unchanged(etag) or file_answer(take_away_route(trip_of(shared)), form)
    answer.headers["X-Robots-Tag"] = "noindex"
    answer = for_a_while(answer, etag, by=PRIVATE)
    answer.headers["Cache-Control"] = "private, no-cache"  # it can be deleted any time
    return answer


@public
def saved_plan_print(token: str) -> Response:
    """A saved plan on paper."""
    shared = shared_plan(token)
    back = url_for("pages.saved_plan", token=token, at=None)
    answer = make_response(_paper(trip_of(shared), back))
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def trip_of(shared: SharedPlan) -> PlanTrip:
    """Return a saved plan to take along; raises `PlanMissing` when it has no stops any more."""
    if not shared.route.stops:
        raise PlanMissing(shared.saved.token)
    return PlanTrip(
        planned=shared.route,
        ends=ends_of(shared.saved),
        title=shared.names,
        key=f"plan-{shared.saved.token}",
        url=shared.address,
        changed_on=shared.saved.saved_at.date(),
        is_shared=True,
    )


def _trip() -> PlanTrip | None:
    """The plan that the request asks for, None without stops."""
    form = read_form()
    start, route = form.start.origin, planned(form.request) if form.request else None
    if route is None or start is None or not route.stops:
        return None
    g.moment = route.request.begins
    query = plan_query(form, route)
    name = start.names if start.name else in_both(lambda: _("the chosen point"))
    return PlanTrip(
        planned=route,
        ends=(start, form.end.origin),
        title=in_both(lambda: _("Outing from %(place)s", place=name.in_(language()))),
        key=f"plan-{hashlib.sha256(query.encode()).hexdigest()[:KEY_DIGITS]}",
        url=plan_url(query),
        changed_on=current.now().date(),
    )


def _paper(trip: PlanTrip, back: str) -> str:
    return render_template(
        "pages/plan_print.html",
        trip=trip,
        page=plan_page(trip.planned, trip.ends, is_shared=True),
        code=qr_svg(trip.url, code_words()),
        back=back,
    )


def _back_address() -> str:
    query = request.query_string.decode()
    return f"{url_for('pages.plan', at=None)}{'?' if query else ''}{query}"


def _to_page() -> Response:
    return cast(Response, redirect(_back_address()))
