"""The form that saves a plan: what it holds, what is wrong with it, and what is to be stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import Response, make_response, render_template, request, url_for
from werkzeug.datastructures import MultiDict

from geo.records import LatLng
from webapp import current
from webapp.domain.saved_plans import LONGEST_TITLE, tidy_title
from webapp.pages.plan import planned
from webapp.pages.plan_form import PlanForm, read_form
from webapp.pages.plan_keys import secretly
from webapp.pages.plan_places import PlanPlace
from webapp.services.plans.settled import settled_outing
from webapp.services.plans.stored import PlanBody, body_of, coarse
from webapp.services.travel import open_travel
from webapp.words import gettext as _

OWN_FIELDS = {"title", "website", "do", "key", "plan"}
"""Fields that are no part of what the planner is asked."""
BAIT = "website"
"""A field nobody sees: what fills it in is a program."""


@dataclass(frozen=True, slots=True)
class Saving:
    """A form that was sent: `body` to be stored, or `faults` by field and `fields` to try again."""

    title: str
    fields: list[tuple[str, str]]
    faults: dict[str, str]
    body: PlanBody | None

    @property
    def planner(self) -> str:
        """The way back to the plan, with nothing lost."""
        return f"{url_for('pages.plan', at=None)}?{urlencode(self.fields)}"


def read_saving() -> Saving:
    """Read the form; raises `BadParameter` for what no form of ours sends."""
    fields = [pair for pair in request.form.items(multi=True) if pair[0] not in OWN_FIELDS]
    title = tidy_title(request.form.get("title", ""))
    form = read_form(MultiDict(fields))
    faults = {**_plan_faults(form), **_own_faults(title)}
    body = None if faults else _body(form)
    if not faults and body is None:
        faults["plan"] = _("There is no plan for this any more. Go back and plan anew.")
    return Saving(title, fields, faults, body)


def save_again(sent: Saving, action: str) -> Response:
    """The form as it was sent, with what is wrong in it."""
    page = render_template("pages/plan_save.html", sent=sent, action=action)
    return secretly(make_response(page, 422))


def _plan_faults(form: PlanForm) -> dict[str, str]:
    if form.request is not None:
        return {}
    return {"plan": " ".join(form.faults.values()) or _("The plan itself did not arrive.")}


def _own_faults(title: str) -> dict[str, str]:
    faults = {}
    if len(title) > LONGEST_TITLE:
        faults["title"] = _(
            "A title has at most %(most)d characters; this one has %(count)d",
            most=LONGEST_TITLE,
            count=len(title),
        )
    if request.form.get(BAIT):
        faults[BAIT] = _("A hidden field was filled in. It is empty again: save once more.")
    return faults


def _body(form: PlanForm) -> PlanBody | None:
    """What is to be stored, its own points made coarse; None for a plan without stops."""
    asked = form.request
    route = planned(asked) if asked else None
    if asked is None or route is None or not route.stops:
        return None
    body = body_of(route, form.start.key, form.end.key)
    rounded = replace(
        body,
        request=replace(
            body.request,
            start=coarse(asked.start) if _is_bare(form.start) else asked.start,
            end=coarse(asked.end) if asked.end and _is_bare(form.end) else asked.end,
        ),
    )
    return body if rounded == body else _retimed(rounded, form)


def _retimed(body: PlanBody, form: PlanForm) -> PlanBody:
    """The same with the times from the coarse points, so that nobody is told they had moved."""
    start = _point_key(body.request.start) if _is_bare(form.start) else body.start_key
    end = body.end_key
    if body.request.end and _is_bare(form.end):
        end = _point_key(body.request.end)
    connection = current.connection()
    found = settled_outing(connection, open_travel(connection, current.settings()), body)
    same = found.slugs == tuple(stop.slug for stop in body.stops)
    return body_of(found, start, end) if same else replace(body, start_key=start, end_key=end)


def _is_bare(place: PlanPlace) -> bool:
    """A point of the map: perhaps somebody's home."""
    return place.origin is not None and not place.origin.name


def _point_key(at: LatLng) -> str:
    return f"{at.lat:.3f},{at.lng:.3f}"
