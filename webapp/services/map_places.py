"""What our own maps name, from the catalogue, as the plain values that `geo` draws."""

from __future__ import annotations

from geo.basemap.places import AreaPlace, MapName, StationPlace
from geo.records import LatLng
from webapp.services.content.catalogue import Catalogue
from webapp.services.content.entries import Text


def station_places(catalogue: Catalogue) -> list[StationPlace]:
    """Return the stations as maps draw them."""
    return [
        StationPlace(
            slug=entry.slug,
            name=map_name(entry.name),
            position=LatLng(entry.position.lat, entry.position.lng),
            lines=tuple(entry.lines),
        )
        for entry in (placed.entry for placed in catalogue.stations)
    ]


def area_places(catalogue: Catalogue) -> list[AreaPlace]:
    """Return the areas as maps draw them."""
    return [
        AreaPlace(
            slug=entry.slug,
            name=map_name(entry.name),
            type=entry.type,
            rank=entry.rank,
            outline=tuple((lng, lat) for lng, lat in entry.outline),
        )
        for entry in (placed.entry for placed in catalogue.areas)
    ]


def district_names(catalogue: Catalogue) -> dict[str, MapName]:
    """Return the districts' names by code."""
    return {placed.entry.code: map_name(placed.entry.name) for placed in catalogue.districts}


def map_name(text: Text) -> MapName:
    """Return a name as geo knows it."""
    return MapName(text.zh, text.en)
