"""What files say of a route, in the language that the catalogs are set to."""

from __future__ import annotations

from datetime import datetime

from flask_babel import format_date

from webapp.domain.openings import TZ
from webapp.services.take_away.route import RouteLeg, RouteStop, TakeAwayRoute, WayPart
from webapp.words import gettext as _
from webapp.words import language, ngettext


def clock(at: datetime) -> str:
    """`23:40`, in Shanghai."""
    return at.astimezone(TZ).strftime("%H:%M")


def span(stop: RouteStop) -> str:
    """When one is at a stop: `18:00–19:10`."""
    return f"{clock(stop.arrive)}–{clock(stop.leave)}"


def day(route: TakeAwayRoute) -> str:
    """The day of the route: `Friday, 27 November 2026`."""
    pattern = "y 年 M 月 d 日 EEE" if language() == "zh" else "EEEE, d MMMM y"
    return str(format_date(route.on, pattern))


def summary(route: TakeAwayRoute) -> str:
    """The day, from when until when, and how far one walks."""
    hours = f"{clock(route.begins)}–{clock(route.ends)}"
    walk = _("%(km)s km on foot", km=f"{route.walk_m / 1000:.1f}")
    return " · ".join((day(route), hours, walk))


def part(way: WayPart, lang: str) -> str:
    """One walk or one ride: `Line 2, People's Square → Lujiazui, 2 stations, about 5 min`."""
    if way.line is None:
        return _("%(minutes)d min on foot", minutes=way.minutes)
    ride = ngettext(
        "%(num)d station, about %(minutes)d min",
        "%(num)d stations, about %(minutes)d min",
        way.stations,
        minutes=way.minutes,
    )
    ends = f"{way.start.name.in_(lang)} → {way.end.name.in_(lang)}"
    return _("%(line)s, %(ends)s, %(ride)s", line=way.line.name.in_(lang), ends=ends, ride=ride)


def leg(way: RouteLeg, lang: str) -> str:
    """A whole leg in one line: no walk of no length, and all waits with the first ride."""
    said = []
    wait_min = way.wait_min
    for each in way.parts:
        if each.minutes:
            said.append(part(each, lang))
        if each.line and wait_min > 0:
            said.append(_("waits about %(minutes)d min", minutes=wait_min))
            wait_min = 0
    return " · ".join(said)


def end(route: TakeAwayRoute, lang: str) -> str:
    """Where the route ends."""
    return route.end.name.in_(lang) if route.end else _("End of the plan")


def last_leg(route: TakeAwayRoute) -> RouteLeg | None:
    """The way to the end, None where the last stop is the end."""
    return route.legs[-1] if route.end else None


def other_title(route: TakeAwayRoute, lang: str) -> str:
    """The title in the other language, empty where it is the same."""
    other = route.title.other(lang)
    return "" if other == route.title.in_(lang) else other


def stop_lines(stop: RouteStop, lang: str) -> list[str]:
    """What to know of a stop, a line each: its other name, address, hours, why one goes."""
    lines = [stop.place.name.other(lang), _both(stop, lang), stop.hours, stop.why]
    if stop.phone:
        lines.append(_("Phone: %(number)s", number=stop.phone))
    return [line for line in lines if line]


def _both(stop: RouteStop, lang: str) -> str:
    """The address in the reader's language, and in Chinese for a driver."""
    own, chinese = stop.address.in_(lang), stop.address.zh
    return own if own == chinese else f"{own} ({chinese})"
