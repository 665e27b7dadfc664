"""Small maps of venues, areas, districts, stations and routes, drawn when content changes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from sqlalchemy import Connection

from geo.basemap.layers import Layers
from geo.basemap.places import StationPlace
from geo.sketch.areas import draw_area
from geo.sketch.base import SketchBase
from geo.sketch.districts import draw_district
from geo.sketch.drawing import Drawing
from geo.sketch.hero import hero_svg
from geo.sketch.locator import draw_card, draw_venue
from geo.sketch.stations import draw_station
from webapp.domain.text import LocalText
from webapp.services.content.catalogue import Catalogue
from webapp.services.itinerary_sketches import route_sketches
from webapp.services.map_places import area_places, district_names, station_places
from webapp.services.venue_sketches import pinned_venues
from webapp.store.document_writes import Sketch, replace_sketches

LANGUAGES = ("zh", "en")


def draw_sketches(connection: Connection, catalogue: Catalogue, layers: Layers) -> None:
    """Draw every sketch anew; `layers` are those of `content/geo`."""
    base = SketchBase(layers, district_names(catalogue), station_places(catalogue))
    drawn = chain(
        _venues(base, catalogue),
        _areas(base, catalogue),
        _districts(base, catalogue),
        _stations(base),
        _itineraries(base, catalogue),
        _hero(base),
    )
    replace_sketches(connection, drawn)


def _venues(base: SketchBase, catalogue: Catalogue) -> Iterator[Sketch]:
    for entry, venue in pinned_venues(base, catalogue):
        spoken = _around(entry.name.as_text(), venue.nearest)
        yield from _both("venue", entry.slug, draw_venue(base, venue), spoken)
        # the card is read by a driver, so its map is in Chinese in both languages
        yield Sketch("card", entry.slug, "zh", draw_card(base, venue).svg("zh", spoken.zh))


def _areas(base: SketchBase, catalogue: Catalogue) -> Iterator[Sketch]:
    stations = {placed.entry.slug: placed.entry.stations for placed in catalogue.areas}
    for area in area_places(catalogue):
        drawing = draw_area(base, area, stations[area.slug])
        spoken = LocalText(f"{area.name.zh}的范围图", f"Map of {area.name.en}")
        yield from _both("area", area.slug, drawing, spoken)


def _districts(base: SketchBase, catalogue: Catalogue) -> Iterator[Sketch]:
    names = district_names(catalogue)
    for district in base.layers.districts:
        name = names[district.code]
        spoken = LocalText(f"{name.zh}的范围图", f"Map of {name.en}")
        yield from _both("district", district.code, draw_district(base, district), spoken)


def _stations(base: SketchBase) -> Iterator[Sketch]:
    for station in base.stations:
        name = station.name
        spoken = LocalText(f"{name.zh}站周边地图", f"Map around {name.en} station")
        yield from _both("station", station.slug, draw_station(base, station), spoken)


def _itineraries(base: SketchBase, catalogue: Catalogue) -> Iterator[Sketch]:
    for route in route_sketches(base, catalogue):
        yield from _both("itinerary", route.entry.slug, route.draw(base), route.spoken)


def _hero(base: SketchBase) -> Iterator[Sketch]:
    svg = hero_svg(base)
    return (Sketch("hero", "city", lang, svg) for lang in LANGUAGES)


def _both(kind: str, key: str, drawing: Drawing, spoken: LocalText) -> Iterator[Sketch]:
    for lang in LANGUAGES:
        yield Sketch(kind, key, lang, drawing.svg(lang, spoken.in_(lang)))


def _around(name: LocalText, station: StationPlace | None) -> LocalText:
    if station is None:
        return LocalText(f"{name.zh}周边地图", f"Map around {name.en}")
    return LocalText(
        f"{name.zh}周边地图，最近的地铁站是{station.name.zh}",
        f"Map around {name.en}; the nearest metro station is {station.name.en}",
    )
