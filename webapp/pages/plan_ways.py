"""The ways of a plan with the names of their lines, stations and ends, and the drawing of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from geo.records import LatLng
from geo.sketch.plain import PlainGround
from geo.sketch.routes import End, Way, draw_route
from webapp import current
from webapp.domain.itineraries import Leg
from webapp.kept import kept
from webapp.pages import reference
from webapp.pages.origin import Origin
from webapp.pages.phrases import in_both
from webapp.pages.route_legs import route_leg
from webapp.services.grounds import plain_ground
from webapp.services.plans.route import PlannedRoute
from webapp.services.sketched_ways import Stations, route_ways
from webapp.services.take_away.route import Place, RouteLeg
from webapp.store.itinerary_records import ItineraryLeg, ItineraryRide
from webapp.store.place_records import StationCard
from webapp.words import gettext as _

Ends = tuple[Origin, Origin | None]
"""Where a plan starts, and where it ends unless at its last stop."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a drawing of a plan shows; `start` and `end` are slugs of stations or points."""

    start: str | LatLng
    end: str | LatLng | None
    stops: tuple[LatLng, ...]
    legs: tuple[Leg, ...]
    spoken: str


def route_legs(planned: PlannedRoute, ends: Ends) -> tuple[RouteLeg, ...]:
    """Return the way to each stop, and the one to the end where the plan has one of its own."""
    stops = (Place(stop.venue.name, stop.venue.position) for stop in planned.stops)
    places = [place_of(ends[0]), *stops]
    if len(planned.legs) > len(planned.stops) and ends[1]:
        places.append(place_of(ends[1]))
    return tuple(
        route_leg(dressed(leg), start, end)
        for leg, (start, end) in zip(planned.legs, pairwise(places), strict=True)
    )


def place_of(origin: Origin) -> Place:
    """Return where a plan starts or ends as a place with a name."""
    names = origin.names if origin.name else in_both(lambda: _("The chosen point"))
    return Place(names, origin.position)


def dressed(leg: Leg) -> ItineraryLeg:
    """Return a leg with the names of its lines and stations."""
    stations = _stations()
    lines = {line.code: line for line in reference.lines()}
    return ItineraryLeg(
        mode=leg.mode,
        minutes=leg.minutes,
        walk_m=leg.walk_m,
        access_min=leg.access_min,
        egress_min=leg.egress_min,
        direction=leg.direction,
        rides=tuple(
            ItineraryRide(
                lines[ride.line], stations[ride.start], stations[ride.end], ride.stops, ride.minutes
            )
            for ride in leg.rides
        ),
    )


def plan_sketch(planned: PlannedRoute, ends: Ends) -> str | None:
    """Return the drawing of a plan, None before the first content sync."""
    lang = current.lang()
    names = _(", ").join(stop.venue.name.in_(lang) for stop in planned.stops)
    has_end = len(planned.legs) > len(planned.stops)
    return _sketch(
        Drawn(
            start=ends[0].station or ends[0].position,
            end=(ends[1].station or ends[1].position) if has_end and ends[1] else None,
            stops=tuple(stop.venue.position for stop in planned.stops),
            legs=planned.legs,
            spoken=_("Route: %(names)s", names=names),
        ),
        lang,
    )


@kept(most=128)
def _sketch(drawn: Drawn, lang: str) -> str | None:
    ground = plain_ground(current.connection())
    if ground is None:
        return None
    return draw_route(ground, drawn.stops, _ways(drawn, ground)).svg(lang, drawn.spoken)


def _ways(drawn: Drawn, ground: PlainGround) -> list[Way]:
    stations = {each.slug: each for each in ground.stations}
    ends: list[End] = [_end(drawn.start, stations), *range(len(drawn.stops))]
    if drawn.end is not None:
        ends.append(_end(drawn.end, stations))
    return list(route_ways(drawn.legs, ends, stations))


def _end(told: str | LatLng, stations: Stations) -> End:
    return stations[told] if isinstance(told, str) else told


def _stations() -> dict[str, StationCard]:
    return {card.slug: card for card in reference.stations()}
