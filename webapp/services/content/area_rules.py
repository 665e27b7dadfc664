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
    outlines = {code: Outline(each.geometry) for code, each in catalogue.shapes.items()}
    for placed in catalogue.areas:
        yield from _stations(placed, stations)
        yield from _ring(placed, outlines)


def _stations(placed: Placed[AreaEntry], known: set[str]) -> Iterator[ContentFault]:
    for i, slug in enumerate(placed.entry.stations):
        if slug not in known:
            yield placed.origin.fault(f"{slug} is no metro station", "stations", i)


def _ring(placed: Placed[AreaEntry], outlines: dict[str, Outline]) -> Iterator[ContentFault]:
    ring = placed.entry.outline
    for i, (lng, lat) in enumerate(ring):
        if not SHANGHAI.contains(LatLng(lat, lng)):
            yield placed.origin.fault(f"[{lng}, {lat}] is not in Shanghai", "outline", i)
            return
    unsound = ring_fault(ring)
    if unsound:
        yield placed.origin.fault(f"is no sound polygon: {unsound}", "outline")
    else:
        yield from _place(placed, Outline(polygon_of(ring)), outlines)


def _place(
    placed: Placed[AreaEntry], area: Outline, outlines: dict[str, Outline]
) -> Iterator[ContentFault]:
    if area.square_km > MAX_SQUARE_KM:
        yield placed.origin.fault(f"covers {area.square_km:.0f} km²", "outline")
    for i, code in enumerate(placed.entry.districts):
        if code not in outlines:
            yield placed.origin.fault(f"{code} is no district", "districts", i)
        elif not outlines[code].intersects(area):
            yield placed.origin.fault(f"does not touch district {code}", "districts", i)
