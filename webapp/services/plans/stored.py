"""A plan as text to be stored: what was asked for and the stops it had, no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from geo.records import LatLng
from webapp.domain.paces import PaceName
from webapp.domain.scenarios import Scenario
from webapp.domain.text import LocalText
from webapp.services.plans.request import Need, PlanRequest
from webapp.services.plans.route import PlannedRoute
from webapp.settings import SHANGHAI

FORMAT = 1
A_POINT = 3
"""Decimals of a bare point, about 100 m: it may be somebody's home."""


@dataclass(frozen=True, slots=True)
class SavedStop:
    """A stop as it was when the plan was saved; minutes after 00:00 of the plan's day.

    `meal` is the number of the meal had there.
    """

    slug: str
    name: LocalText
    arrive_min: int
    leave_min: int
    meal: int | None


@dataclass(frozen=True, slots=True)
class PlanBody:
    """A plan that holds its stops: `request.row` names all of them in their order.

    `start_key` and `end_key` are what the planner's fields hold: a station's slug, a key such as
    `area:tianzifang`, or a point. `end_key` is empty for a plan that ends at its last stop. One
    leaves the start `leave_min` minutes after 00:00 of the plan's day.
    """

    request: PlanRequest
    start_key: str
    end_key: str
    leave_min: int
    stops: tuple[SavedStop, ...]


def body_of(route: PlannedRoute, start_key: str, end_key: str) -> PlanBody:
    """Return what is worth storing of a route."""
    asked = route.request
    request = PlanRequest(
        start=asked.start,
        begins=asked.begins,
        ends=asked.ends,
        scenarios=asked.scenarios,
        wish=asked.wish,
        pace=asked.pace,
        needs=asked.needs,
        most_stops=len(route.stops),
        end=asked.end,
        row=route.slugs,
        stays=tuple((slug, stay) for slug, stay in asked.stays if slug in route.slugs),
    )
    stops = tuple(
        SavedStop(
            stop.venue.slug,
            stop.venue.name,
            stop.begin_min,
            stop.leave_min,
            stop.meal,
        )
        for stop in route.stops
    )
    return PlanBody(request, start_key, end_key, route.leave_min, stops)


def text_of(body: PlanBody) -> str:
    """Write a plan."""
    asked = body.request
    stays = dict(asked.stays)
    return orjson.dumps(
        {
            "format": FORMAT,
            "start": _end(asked.start, body.start_key),
            "end": _end(asked.end, body.end_key) if asked.end else None,
            "begins": asked.begins.isoformat(),
            "ends": asked.ends.isoformat(),
            "scenarios": asked.scenarios,
            "wish": asked.wish,
            "pace": asked.pace,
            "needs": sorted(asked.needs),
            "leaves": body.leave_min,
            "stops": [_stop(stop, stays.get(stop.slug)) for stop in body.stops],
        }
    ).decode()


def read_body(text: str) -> PlanBody:
    """Read a plan back."""
    read: dict[str, Any] = orjson.loads(text)
    stops = tuple(_read_stop(each) for each in read["stops"])
    end = read["end"]
    request = PlanRequest(
        start=LatLng(*read["start"]["at"]),
        begins=_moment(read["begins"]),
        ends=_moment(read["ends"]),
        scenarios=tuple(Scenario(code) for code in read["scenarios"]),
        wish=read["wish"],
        pace=PaceName(read["pace"]),
        needs=frozenset(Need(need) for need in read["needs"]),
        most_stops=len(stops),
        end=LatLng(*end["at"]) if end else None,
        row=tuple(stop.slug for stop in stops),
        stays=tuple((each["slug"], each["stay"]) for each in read["stops"] if each["stay"]),
    )
    end_key = end["key"] if end else ""
    return PlanBody(request, read["start"]["key"], end_key, read["leaves"], stops)


def coarse(point: LatLng) -> LatLng:
    """Return a bare point as it may be stored."""
    return LatLng(round(point.lat, A_POINT), round(point.lng, A_POINT))


def _end(at: LatLng, key: str) -> dict[str, object]:
    return {"at": [at.lat, at.lng], "key": key}


def _stop(stop: SavedStop, stay_min: int | None) -> dict[str, object]:
    return {
        "slug": stop.slug,
        "name": [stop.name.zh, stop.name.en],
        "arrive": stop.arrive_min,
        "leave": stop.leave_min,
        "stay": stay_min,
        "meal": stop.meal,
    }


def _read_stop(each: dict[str, Any]) -> SavedStop:
    name = LocalText(*each["name"])
    return SavedStop(each["slug"], name, each["arrive"], each["leave"], each["meal"])


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(SHANGHAI)
