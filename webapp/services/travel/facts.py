"""The metro of the catalogue, worked out once for a check and the sync that follows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from shapely import LineString

from geo.distance import distance_m
from geo.records import LatLng
from webapp.domain.metro import Line
from webapp.domain.metro_closure import network_of
from webapp.domain.metro_runs import DAY_TYPES, Departures, Ring, direct_rides
from webapp.services.content.catalogue import Catalogue
from webapp.services.content.place_entries import DirectionEntry, minutes_of
from webapp.store.travel_file import TravelFacts

RIDDEN = frozenset({"metro", "apm"})
"""Kinds of line that run often enough for our waiting time, at the ordinary fare."""
RINGS = {"内圈": Ring.INNER, "外圈": Ring.OUTER}

RIVER_DEG = 0.0002
"""About 20 m; the river is ten times as wide and more."""

Places = tuple[tuple[str, LatLng], ...]


def facts_of(catalogue: Catalogue) -> TravelFacts:
    """Return what travel times in the city of the catalogue are worked out from."""
    places = {
        each.entry.slug: LatLng(each.entry.position.lat, each.entry.position.lng)
        for each in catalogue.stations
    }
    lines = tuple(_lines(catalogue, places))
    ridden = {line.code for line in lines}
    departures = tuple(each for each in _departures(catalogue) if each.line in ridden)
    return _facts(lines, departures, tuple(places.items()), catalogue.huangpu)


@lru_cache(maxsize=1)
def _facts(
    lines: tuple[Line, ...],
    departures: tuple[Departures, ...],
    places: Places,
    river: tuple[tuple[LatLng, ...], ...],
) -> TravelFacts:
    positions = dict(places)
    river = tuple(_simplified(line) for line in river)
    network = network_of(direct_rides(lines, departures, _km(lines, positions)))
    return TravelFacts(network, tuple(positions[slug] for slug in network.slugs), river)


def _simplified(line: tuple[LatLng, ...]) -> tuple[LatLng, ...]:
    """Return a bank-to-bank barrier with fewer corners, nowhere farther off than 20 metres."""
    found = LineString([(point.lng, point.lat) for point in line]).simplify(RIVER_DEG)
    return tuple(LatLng(lat, lng) for lng, lat in found.coords)


def _lines(catalogue: Catalogue, places: Mapping[str, LatLng]) -> Iterator[Line]:
    for entry in (placed.entry for placed in catalogue.lines):
        if entry.kind in RIDDEN:
            branches = (tuple(s for s in each.stops if s in places) for each in entry.branches)
            ridden = tuple(branch for branch in branches if len(branch) > 1)
            yield Line(entry.code, entry.name.as_text(), entry.loop, ridden)


def _departures(catalogue: Catalogue) -> Iterator[Departures]:
    for entry in (placed.entry for placed in catalogue.last_trains):
        for each in entry.directions:
            ring = next((ring for zh, ring in RINGS.items() if zh in each.towards.zh), None)
            first = None if each.first is None else minutes_of(each.first)
            last = tuple(_last(each, day.value) for day in DAY_TYPES)
            yield Departures(each.line, entry.station, each.terminal, ring, first, last)


def _last(direction: DirectionEntry, day: str) -> int | None:
    text = direction.times.get(day, direction.times.get("weekday"))
    return None if text is None else minutes_of(text)


def _km(lines: Iterable[Line], places: Mapping[str, LatLng]) -> dict[frozenset[str], float]:
    """Return the straight kilometres between neighbouring stations; a loop is closed."""
    pairs = (
        pair
        for line in lines
        for stops in line.branches
        for pair in pairwise((*stops, stops[0]) if line.loop else stops)
    )
    return {frozenset(pair): distance_m(places[pair[0]], places[pair[1]]) / 1000 for pair in pairs}
