"""Files prepared when content changes: the map's shell and its base."""

from __future__ import annotations

from collections.abc import Iterator

import orjson
from sqlalchemy import Connection

from geo.basemap.embedded import embedded_base, embedded_bytes
from geo.basemap.layers import Layers
from geo.maps.shell import CITY, map_shell
from webapp.services.content.catalogue import Catalogue
from webapp.services.map_places import area_places, district_names, station_places
from webapp.store.document_writes import Prepared, replace_documents

JSON = "application/json"


def prepare_documents(connection: Connection, catalogue: Catalogue, layers: Layers) -> None:
    """Prepare every file anew; `layers` are those of `content/geo`."""
    replace_documents(connection, _documents(catalogue, layers))


def _documents(catalogue: Catalogue, layers: Layers) -> Iterator[Prepared]:
    yield Prepared("shell.json", JSON, orjson.dumps(map_shell(CITY)))
    base = embedded_base(
        layers, district_names(catalogue), station_places(catalogue), area_places(catalogue)
    )
    yield Prepared("base.json", JSON, embedded_bytes(base))
