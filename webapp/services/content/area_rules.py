"""Areas: sound outlines in Shanghai, stations and districts that exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from geo.records import SHANGHAI, LatLng
from webapp.services.content.catalogue import Catalogue, Placed
from webapp.services.content.faults import ContentFault
from webapp.services.content.place_entries import AreaEntry
from webapp.services.content.polygons import Outline, polygon_of, ring_fault
from webapp.services.content.repeats import repeated

MAX_SQUARE_KM = 25
"""A water town or a riverside is still smaller; a larger ring has a corner in the wrong place."""


def faults(catalogue: Catalogue, _today: date) -> Iterator[ContentFault]:
    """Yield what is wrong with areas."""
    yield from repeated(catalogue.areas, "slug", lambda entry: entry.slug)
    stations = {placed.entry.slug for placed in catalogue.stations}
    outlines = {code: Outline(each) for code, each in catalogue.outlines.items()}
    for placed in catalogue.areas:
        yield from _stations(placed, stations)
        ring = ring_fault(placed.entry.outline)
        if ring:
            yield placed.origin.fault(f"is no sound polygon: {ring}", "outline")
        else:
            yield from _place(placed, outlines)


def _stations(placed: Placed[AreaEntry], known: set[str]) -> Iterator[ContentFault]:
    for i, slug in enumerate(placed.entry.stations):
        if slug not in known:
            yield placed.origin.fault(f"{slug} is no metro station", "stations", i)


def _place(placed: Placed[AreaEntry], outlines: dict[str, Outline]) -> Iterator[ContentFault]:
    for i, (lng, lat) in enumerate(placed.entry.outline):
        if not SHANGHAI.contains(LatLng(lat, lng)):
            yield placed.origin.fault(f"[{lng}, {lat}] is not in Shanghai", "outline", i)
            return
    area = Outline(polygon_of(placed.entry.outline))
    if area.square_km > MAX_SQUARE_KM:
        yield placed.origin.fault(f"covers {area.square_km:.0f} km²", "outline")
    for i, code in enumerate(placed.entry.districts):
        if code not in outlines:
            yield placed.origin.fault(f"{code} is no district", "districts", i)
        elif not outlines[code].intersects(area):
            yield placed.origin.fault(f"does not touch district {code}", "districts", i)
