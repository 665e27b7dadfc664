"""What the map needs to begin: its shell, its data's addresses, where to look first."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import lru_cache

import orjson
from flask import current_app

from webapp import clock, current
from webapp.domain.openings import service_day
from webapp.pages.cards import minutes_of_day
from webapp.store.content_version import data_version
from webapp.store.documents import find_document
from webapp.tile_sources import TileSource, tile_source


@dataclass(frozen=True, slots=True)
class Shell:
    """The prepared element and script; empty before the first content sync."""

    html: str
    script: str


@dataclass(frozen=True, slots=True)
class MapView:
    """All that the map's element carries; `minute` counts from 06:00 of the day `day`."""

    shell: Shell
    day: str
    minute: int
    version: str
    tiles: TileSource | None


def map_view() -> MapView:
    """The map of this request."""
    at = clock.moment()
    version = data_version(current.connection())
    return MapView(
        shell=_shell(version),
        day=service_day(at).isoformat(),
        minute=minutes_of_day(at),
        version=version[:12],
        tiles=tile_source(current.settings()),
    )


@lru_cache(maxsize=4)
def _shell(_version: str) -> Shell:
    document = find_document(current.connection(), "shell.json")
    if document is None:
        current_app.logger.warning("no map shell is prepared: run content sync")
        return Shell('<div id="map"></div>', "")
    parts = orjson.loads(gzip.decompress(document.body))
    return Shell(parts["html"], parts["script"])
