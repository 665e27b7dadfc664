"""Rows of itineraries with their stops, and of the legs worked out between them.

`ids` are the numbers the store gave venues, by slug.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from webapp.domain.itineraries import Leg
from webapp.services.content.catalogue import Catalogue
from webapp.services.content.itinerary_entry import ItineraryEntry
from webapp.services.content.itinerary_routes import Route, routes_of
from webapp.services.content.place_rows import Row, local
from webapp.services.content.programme_rows import scenario_rows

Ids = Mapping[str, int]


def itinerary_rows(catalogue: Catalogue, _ids: Ids) -> Iterator[Row]:
    """Yield a row for each itinerary, with its times and totals."""
    for entry, route in _routed(catalogue):
        yield {
            "slug": entry.slug,
            **local("name", entry.name),
            "legs": entry.legs,
            **local("story", entry.story),
            "weekdays": " ".join(entry.day.weekdays),
            "example_on": entry.day.example,
            "start_station": entry.start.station,
            "end_station": entry.end.station,
            "start_min": route.plan.start_min,
            "end_min": route.plan.end_min,
            "walk_m": route.plan.walk_m,
            **local("rain", entry.rain),
            **local("best_start", entry.best_start),
            "rank": entry.rank,
            "sources": " ".join(entry.sources),
            "as_of": entry.as_of,
        }


def itinerary_scenario_rows(catalogue: Catalogue, _ids: Ids) -> Iterator[Row]:
    """Yield a row for each scenario of an itinerary, the primary one first."""
    for entry in (placed.entry for placed in catalogue.itineraries):
        yield from scenario_rows("itinerary", entry.slug, entry.scenarios)


def stop_rows(catalogue: Catalogue, ids: Ids) -> Iterator[Row]:
    """Yield a row for each stop."""
    for entry, route in _routed(catalogue):
        for place, (stop, visit) in enumerate(zip(entry.stops, route.plan.visits, strict=True)):
            yield {
                "itinerary_slug": entry.slug,
                "place": place,
                "venue_id": ids[stop.venue],
                "arrive_min": visit.arrive_min,
                "stay_min": stop.stay_min,
                **local("why", stop.why),
            }


def leg_rows(catalogue: Catalogue, _ids: Ids) -> Iterator[Row]:
    """Yield a row for each leg."""
    for slug, place, leg in _legs(catalogue):
        yield {
            "itinerary_slug": slug,
            "place": place,
            "mode": leg.mode.value,
            "minutes": leg.minutes,
            "walk_m": leg.walk_m,
            "access_min": leg.access_min,
            "egress_min": leg.egress_min,
            "direction": leg.direction,
        }


def ride_rows(catalogue: Catalogue, _ids: Ids) -> Iterator[Row]:
    """Yield a row for each train of each leg."""
    for slug, number, leg in _legs(catalogue):
        for place, ride in enumerate(leg.rides):
            yield {
                "itinerary_slug": slug,
                "leg": number,
                "place": place,
                "line_code": ride.line,
                "from_station": ride.start,
                "to_station": ride.end,
                "stops": ride.stops,
                "minutes": ride.minutes,
            }


def rest_rows(catalogue: Catalogue, _ids: Ids) -> Iterator[Row]:
    """Yield a row for each seat or toilet."""
    for entry in (placed.entry for placed in catalogue.itineraries):
        for place, rest in enumerate(entry.rests):
            key = {"itinerary_slug": entry.slug, "place": place, "after_stop": rest.after_stop}
            yield {**key, **local("what", rest.what), "source": rest.source}


def _routed(catalogue: Catalogue) -> Iterator[tuple[ItineraryEntry, Route]]:
    routes = routes_of(catalogue)
    return ((placed.entry, routes[placed.entry.slug]) for placed in catalogue.itineraries)


def _legs(catalogue: Catalogue) -> Iterator[tuple[str, int, Leg]]:
    for entry, route in _routed(catalogue):
        yield from ((entry.slug, place, leg) for place, leg in enumerate(route.legs))
