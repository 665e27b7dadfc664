"""Files prepared when content changes: the map's shell and its base."""

from __future__ import annotations

from collections.abc import Iterator

import orjson
from sqlalchemy import Connection

from geo.basemap.embedded import embedded_base, embedded_bytes
from geo.basemap.layers import Layers
from geo.basemap.places import AreaPlace, MapName, StationPlace
from geo.maps.shell import CITY, map_shell
from geo.records import LatLng
from webapp.services.content.catalogue import Catalogue
from webapp.services.content.entries import Text
from webapp.store.document_writes import Prepared, replace_documents

JSON = "application/json"


def prepare_documents(connection: Connection, catalogue: Catalogue, layers: Layers) -> None:
    """Prepare every file anew; `layers` are those of `content/geo`."""
    replace_documents(connection, _documents(catalogue, layers))


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


def _documents(catalogue: Catalogue, layers: Layers) -> Iterator[Prepared]:
    yield Prepared("shell.json", JSON, orjson.dumps(map_shell(CITY)))
    base = embedded_base(
        layers, district_names(catalogue), station_places(catalogue), area_places(catalogue)
    )
    yield Prepared("base.json", JSON, embedded_bytes(base))
