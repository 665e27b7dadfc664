"""A second opinion on a planned route, from its times, the hours' texts and an own enumerator."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache

from tests.domain.hard_patterns import HARD_PATTERNS
from tests.domain.oracle import HALF_HOURS, SHANGHAI, YEAR, enumerate_year, near_the_sun
from tests.domain.oracle_reader import year_of
from webapp.domain.openings import State
from webapp.domain.stays import state_during
from webapp.services.plans.request import Need
from webapp.services.plans.route import PlannedRoute

HALF_HOUR = timedelta(minutes=30)
BEGINS = datetime(YEAR, 1, 1, tzinfo=SHANGHAI)


def faults(route: PlannedRoute) -> list[str]:
    """Everything that does not hold of a route."""
    return [*_times(route), *_openings(route), *_wishes(route)]


def _times(route: PlannedRoute) -> Iterator[str]:
    asked, now = route.request, route.leave_min
    if now < asked.from_min:
        yield "leaves before it may"
    for stop, leg in zip(route.stops, route.legs, strict=False):
        if stop.arrive_min != now + leg.minutes or not stop.arrive_min <= stop.begin_min:
            yield f"{stop.venue.slug}: does not arrive after the way"
        now = stop.leave_min
    if route.stops and asked.end:
        now += route.legs[-1].minutes
    if now > asked.until_min or (route.stops and now != route.end_min):
        yield f"ends {now}, asked {asked.until_min}, says {route.end_min}"
    if len(route.legs) != len(route.stops) + (1 if asked.end and route.stops else 0):
        yield "legs and stops do not go together"


def _openings(route: PlannedRoute) -> Iterator[str]:
    for stop in route.stops:
        start, end = (route.request.moment(m) for m in (stop.begin_min, stop.leave_min))
        if state_during(stop.venue.hours_text, start, end) is not State.OPEN:
            yield f"{stop.venue.slug} is not open from {start} to {end}"
        if not _is_open_by_oracle(stop.venue.hours_text or "", start, end):
            yield f"{stop.venue.slug} is closed by the oracle, {start} to {end}"


def _wishes(route: PlannedRoute) -> Iterator[str]:
    asked = route.request
    slugs = [stop.venue.slug for stop in route.stops]
    if len(slugs) > asked.most_stops or len(set(slugs)) < len(slugs):
        yield f"{len(slugs)} stops, asked {asked.most_stops}, or one twice"
    if set(slugs) & asked.without:
        yield "a place that was left out"
    if Need.LAST_TRAIN in asked.needs and route.home and _is_stranded(route):
        yield "the last train has gone"


def _is_stranded(route: PlannedRoute) -> bool:
    """No train any more, though one went earlier while the plan lasted."""
    home = route.home
    if home is None or home.leave_by is None or not home.has_stopped:
        return False
    last = route.stops[-1]
    to_end = route.legs[-1] if route.request.end else None
    if to_end and (to_end.rides or to_end.minutes <= route.request.walking.longest_walk_min):
        return False
    return (
        home.leave_by > route.request.begins
        and route.request.moment(last.leave_min) > home.leave_by
    )


def _is_open_by_oracle(text: str, start: datetime, end: datetime) -> bool:
    year, blurred = _year(text)
    first = -(-(start - BEGINS) // HALF_HOUR)
    last = (end - BEGINS - timedelta(minutes=1)) // HALF_HOUR
    cells = [n for n in range(first, last + 1) if n < HALF_HOURS and n not in blurred]
    return all(year[n] == "o" for n in cells)


@cache
def _year(text: str) -> tuple[str, frozenset[int]]:
    year = enumerate_year(HARD_PATTERNS[text]) if text in HARD_PATTERNS else year_of(text)
    return year, frozenset(near_the_sun()) if "sun" in text else frozenset()
