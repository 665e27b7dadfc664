"""The planner's form: what was asked, what is wrong with it, and the request it makes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from flask import request
from werkzeug.datastructures import MultiDict

from webapp.domain.faults import BadParameter
from webapp.domain.outings import LEAST_STAY_MIN, MOST_STAY_MIN
from webapp.domain.paces import PaceName
from webapp.domain.scenarios import Scenario
from webapp.pages.plan_places import PlanPlace, read_place
from webapp.pages.plan_times import FormTimes, default_times, read_times
from webapp.services.plans.request import MOST_STOPS, Need, PlanRequest
from webapp.words import gettext as _

LONGEST_WISH = 80
MINUTES_A_STOP = 80
MOST_NAMED = 20
Given = MultiDict[str, str]
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class PlanForm:
    """The form as it stands; `faults` are messages by field, in the order of the fields.

    `request` is None while something is wrong, or before anything was asked.
    """

    times: FormTimes
    start: PlanPlace
    end: PlanPlace
    scenarios: tuple[Scenario, ...]
    needs: frozenset[Need]
    pace: PaceName
    stops: str
    wish: str
    is_asked: bool
    faults: Mapping[str, str]
    request: PlanRequest | None


def read_form(given: Given | None = None) -> PlanForm:
    """Read the form, from the address unless given; raises `BadParameter` for what it never sends.

    `given` are the same fields from elsewhere, such as a form that saves the plan.
    """
    given = request.args if given is None else given
    is_asked = "start" in given
    times = read_times(given) if is_asked else default_times()
    start, end = read_place(given.get("start", "")), read_place(given.get("end", ""))
    stops = given.get("stops", "").strip()
    faults = dict(_faults(times, start, end, stops)) if is_asked else {}
    form = PlanForm(
        times=times,
        start=start,
        end=end,
        scenarios=tuple(s for s in Scenario if s in _all(given, "scenario", set(Scenario))),
        needs=frozenset(Need(need) for need in _all(given, "needs", set(Need)))
        or frozenset(() if is_asked else (Need.LAST_TRAIN,)),
        pace=_pace(given.get("pace", "")),
        stops=stops,
        wish=given.get("wish", "").strip()[:LONGEST_WISH],
        is_asked=is_asked,
        faults=faults,
        request=None,
    )
    return _with_request(form, given) if is_asked and not faults else form


def _slugs_of(given: Given, name: str) -> tuple[str, ...]:
    """The places a parameter names, by commas; raises `BadParameter`."""
    raw = given.get(name, "")
    slugs = tuple(part for part in raw.split(",") if part)
    if len(slugs) > MOST_NAMED or any(not _SLUG.fullmatch(slug) for slug in slugs):
        raise BadParameter(name, raw)
    return slugs


def _row_of(given: Given) -> tuple[str | None, ...]:
    """The order asked for, `a,_,b`: `_` is a place the planner fills; raises `BadParameter`."""
    raw = given.get("row", "")
    parts = [part for part in raw.split(",") if part]
    named = [part for part in parts if part != "_"]
    is_bad = len(parts) > MOST_STOPS or len(set(named)) < len(named)
    if is_bad or any(not _SLUG.fullmatch(part) for part in named):
        raise BadParameter("row", raw)
    return tuple(None if part == "_" else part for part in parts)


def _stays_of(given: Given) -> tuple[tuple[str, int], ...]:
    """Minutes asked for, `the-bund:60,yuyuan-garden:90`; raises `BadParameter`."""
    raw = given.get("stay", "")
    stays = {}
    for part in filter(None, raw.split(",")):
        slug, _colon, minutes = part.partition(":")
        is_number = minutes.isascii() and minutes.isdigit() and len(minutes) < 4
        if not is_number or not LEAST_STAY_MIN <= int(minutes) <= MOST_STAY_MIN:
            raise BadParameter("stay", raw)
        stays[slug] = int(minutes)
    return tuple(stays.items())


def _with_request(form: PlanForm, given: Given) -> PlanForm:
    begins, ends = form.times.begins, form.times.ends
    start, end = form.start.origin, form.end.origin
    if begins is None or ends is None or start is None:
        return form
    without = frozenset(_slugs_of(given, "without"))
    row = tuple(slug for slug in _row_of(given) if slug not in without)
    made = PlanRequest(
        start=start.position,
        begins=begins,
        ends=ends,
        scenarios=form.scenarios,
        wish=form.wish,
        pace=form.pace,
        needs=form.needs,
        most_stops=int(form.stops) if form.stops else usual_stops(begins, ends),
        end=end.position if end else None,
        must=tuple(slug for slug in _slugs_of(given, "must") if slug not in without),
        row=row,
        without=without,
        stays=_stays_of(given),
    )
    return replace(form, request=made, stops=str(made.most_stops))


def usual_stops(begins: datetime, ends: datetime) -> int:
    """How many stops fit well: one every 80 minutes, at least two."""
    minutes = (ends - begins) / timedelta(minutes=1)
    return max(2, min(MOST_STOPS, round(minutes / MINUTES_A_STOP)))


def _faults(
    times: FormTimes, start: PlanPlace, end: PlanPlace, stops: str
) -> Iterator[tuple[str, str]]:
    yield from times.faults
    if not start.text:
        yield "start", _("Say where you start: a station, an address or a sight")
    else:
        yield from _place_fault("start", start)
    if end.text:
        yield from _place_fault("end", end)
    if stops and not (stops.isascii() and stops.isdigit() and 1 <= int(stops[:3]) <= MOST_STOPS):
        yield "stops", _("Ask for 1 to %(most)d stops", most=MOST_STOPS)


def _place_fault(field: str, place: PlanPlace) -> Iterator[tuple[str, str]]:
    if place.origin:
        return
    if place.is_outside:
        yield field, _("That point is outside Shanghai")
    elif place.choices:
        yield field, _("Which “%(name)s” do you mean?", name=place.text)
    else:
        yield field, _("We know no place called “%(name)s” in Shanghai", name=place.text)


def _all(given: Given, name: str, known: set[Scenario] | set[Need]) -> set[str]:
    asked = {value for value in given.getlist(name) if value}
    for value in asked - {str(each) for each in known}:
        raise BadParameter(name, value)
    return asked


def _pace(raw: str) -> PaceName:
    if raw and raw not in set(PaceName):
        raise BadParameter("pace", raw)
    return PaceName(raw) if raw else PaceName.NORMAL
