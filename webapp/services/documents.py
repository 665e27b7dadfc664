"""Files prepared when content changes: the map's shell and base, the map to take along, packs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

import orjson
from sqlalchemy import Connection

from geo.basemap.embedded import embedded_base, embedded_bytes
from geo.basemap.layers import Layers
from geo.maps.offline import Leaflet, offline_frame
from geo.maps.shell import CITY, map_shell
from geo.sketch.rail_hops import BranchStops, rail_hops
from webapp.services.content.catalogue import Catalogue
from webapp.services.grounds import BASE, RIDES
from webapp.services.map_places import area_places, district_names, station_places
from webapp.services.packs import pack_documents
from webapp.services.take_away.offline import DOCUMENT
from webapp.settings import ROOT
from webapp.store.document_writes import Prepared, replace_documents

JSON = "application/json"
LEAFLET = ROOT / "webapp" / "static" / "vendor" / "leaflet"


def prepare_documents(connection: Connection, catalogue: Catalogue, layers: Layers) -> None:
    """Prepare every file anew; `layers` are those of `content/geo`."""
    packs = pack_documents(connection, catalogue, layers)
    replace_documents(connection, chain(_documents(catalogue, layers), packs))


def _documents(catalogue: Catalogue, layers: Layers) -> Iterator[Prepared]:
    yield Prepared("shell.json", JSON, orjson.dumps(map_shell(CITY)))
    base = embedded_base(
        layers, district_names(catalogue), station_places(catalogue), area_places(catalogue)
    )
    yield Prepared(BASE, JSON, embedded_bytes(base))
    yield Prepared(RIDES, JSON, orjson.dumps(_rides(catalogue, layers)))
    if LEAFLET.exists():  # set up from npm; without it there is no map to take along
        yield Prepared(DOCUMENT, "text/html; charset=utf-8", _offline(base))


def _rides(catalogue: Catalogue, layers: Layers) -> dict[str, Any]:
    """The track from each station to the next, of every line."""
    places = {each.slug: each.position for each in station_places(catalogue)}
    branches = (
        BranchStops(entry.code, tuple(slug for slug in branch.stops if slug in places), entry.loop)
        for entry in (placed.entry for placed in catalogue.lines)
        for branch in entry.branches
    )
    return rail_hops(layers.rails, branches, places)


def _offline(base: dict[str, Any]) -> bytes:
    """The frame of the stand-alone maps, over the base map without its areas."""
    script, style = (
        (LEAFLET / name).read_text(encoding="utf-8") for name in ("leaflet.js", "leaflet.css")
    )
    plain = embedded_bytes({**base, "areas": []}).decode()
    return offline_frame(Leaflet(script, style), plain).encode()
