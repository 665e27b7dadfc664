"""A route as an iCalendar file (RFC 5545): one event a stop, the way there in its description."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time
from functools import lru_cache

from icalendar import Calendar, Event, Timezone

from webapp.services.take_away import wording
from webapp.services.take_away.route import RouteStop, TakeAwayRoute
from webapp.words import gettext as _

PRODUCT = "-//Shanghai Scenes//route//EN"
ZONE = "Asia/Shanghai"
SINCE, UNTIL = date(2000, 1, 1), date(2100, 1, 1)


def calendar_file(route: TakeAwayRoute, lang: str) -> bytes:
    """Return the file in UTF-8; local times with their VTIMEZONE, no alarms.

    The same stop of the same route keeps its UID for a day, so a second import replaces the first.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", route.title.in_(lang))
    calendar.add("x-wr-timezone", ZONE)
    calendar.add_component(_zone())
    seen: Counter[str] = Counter()
    for number, stop in enumerate(route.stops):
        seen[stop.key] += 1
        calendar.add_component(_event(route, number, seen[stop.key], lang))
    return bytes(calendar.to_ical())


@lru_cache(maxsize=1)
def _zone() -> Timezone:
    """The clock of Shanghai, which has been UTC+8 without changes since 1991."""
    return Timezone.from_tzid(ZONE, first_date=SINCE, last_date=UNTIL)


def _event(route: TakeAwayRoute, number: int, visit: int, lang: str) -> Event:
    stop = route.stops[number]
    again = f"-{visit}" if visit > 1 else ""
    event = Event()
    event.add("uid", f"{route.key}-{route.on:%Y%m%d}-{stop.key}{again}@shanghai-scenes")
    event.add("dtstamp", datetime.combine(route.changed_on, time(), UTC))
    event.add("dtstart", stop.arrive)
    event.add("dtend", stop.leave)
    event.add("summary", f"{number + 1} {stop.place.name.in_(lang)}")
    event.add("location", f"{stop.place.name.zh}, {stop.address.zh}")
    event.add("geo", (stop.place.position.lat, stop.place.position.lng))
    event.add("description", "\n".join(_told(route, number, stop, lang)))
    event.add("url", stop.url)
    return event


def _told(route: TakeAwayRoute, number: int, stop: RouteStop, lang: str) -> list[str]:
    way = wording.leg(route.legs[number], lang)
    lines = [_("Way there: %(way)s", way=way), *wording.stop_lines(stop, lang)]
    if number == len(route.stops) - 1:
        if route.end:
            place, back = route.end.name.in_(lang), wording.leg(route.legs[-1], lang)
            lines.append(_("Then to %(place)s: %(way)s", place=place, way=back))
        lines += route.notes
    return [*lines, route.url]
