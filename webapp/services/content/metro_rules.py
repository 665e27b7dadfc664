"""The metro: every stop, line and terminal that is named exists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from geo.records import SHANGHAI, LatLng
from webapp.services.content.catalogue import Catalogue, Placed
from webapp.services.content.faults import ContentFault
from webapp.services.content.place_entries import LastTrainsEntry, LineEntry, StationEntry
from webapp.services.content.polygons import Outline
from webapp.services.content.repeats import repeated
from webapp.services.content.venue_rules import DISTRICT_TOLERANCE_M


def faults(catalogue: Catalogue, _today: date) -> Iterator[ContentFault]:
    """Yield what is wrong with lines, stations and last trains."""
    yield from repeated(catalogue.lines, "code", lambda entry: entry.code)
    yield from repeated(catalogue.stations, "slug", lambda entry: entry.slug)
    yield from repeated(catalogue.last_trains, "station", lambda entry: entry.station)
    lines_of = _lines_by_station(catalogue)
    known = {placed.entry.slug for placed in catalogue.stations}
    outlines = {code: Outline(each.geometry) for code, each in catalogue.shapes.items()}
    for line in catalogue.lines:
        yield from _stops(line, known)
    for station in catalogue.stations:
        yield from _station(station, lines_of.get(station.entry.slug, set()))
        yield from _place(station, outlines)
    for trains in catalogue.last_trains:
        yield from _trains(trains, known, lines_of.get(trains.entry.station, set()))


def _lines_by_station(catalogue: Catalogue) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for placed in catalogue.lines:
        for branch in placed.entry.branches:
            for stop in branch.stops:
                found.setdefault(stop, set()).add(placed.entry.code)
    return found


def _stops(placed: Placed[LineEntry], known: set[str]) -> Iterator[ContentFault]:
    for i, branch in enumerate(placed.entry.branches):
        for j, stop in enumerate(branch.stops):
            if stop not in known:
                reason = f"{stop} is no metro station"
                yield placed.origin.fault(reason, "branches", i, "stops", j)


def _station(placed: Placed[StationEntry], served: set[str]) -> Iterator[ContentFault]:
    stated = set(placed.entry.lines)
    for code in sorted(stated - served):
        yield placed.origin.fault(f"line {code} does not stop here", "lines")
    for code in sorted(served - stated):
        yield placed.origin.fault(f"line {code} stops here but is not named", "lines")


def _place(placed: Placed[StationEntry], outlines: dict[str, Outline]) -> Iterator[ContentFault]:
    position, stated = placed.entry.position, placed.entry.district
    point = LatLng(position.lat, position.lng)
    if not SHANGHAI.contains(point):
        yield placed.origin.fault(f"{point.lat}, {point.lng} is not in Shanghai", "position")
    elif stated and stated in outlines:
        if not outlines[stated].contains(point, DISTRICT_TOLERANCE_M):
            yield placed.origin.fault(f"does not lie in {stated}", "district")
    elif not stated and any(outline.contains(point) for outline in outlines.values()):
        yield placed.origin.fault("is missing: the station lies in Shanghai", "district")


def _trains(
    placed: Placed[LastTrainsEntry], known: set[str], served: set[str]
) -> Iterator[ContentFault]:
    if placed.entry.station not in known:
        yield placed.origin.fault(f"{placed.entry.station} is no metro station", "station")
    for i, direction in enumerate(placed.entry.directions):
        if direction.line not in served:
            reason = f"line {direction.line} does not stop here"
            yield placed.origin.fault(reason, "directions", i, "line")
        if direction.terminal is not None and direction.terminal not in known:
            reason = f"{direction.terminal} is no metro station"
            yield placed.origin.fault(reason, "directions", i, "terminal")
