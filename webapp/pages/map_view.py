"""What the map needs to begin: its shell, its data's addresses, where to look first."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from urllib.parse import urlsplit

import orjson
from flask import current_app, url_for

from webapp import clock, current
from webapp.domain.openings import service_day
from webapp.kept import kept
from webapp.pages.cards import minutes_of_day
from webapp.pages.map_focus import focus_of
from webapp.store.documents import find_document
from webapp.store.venue_filter import VenueFilter
from webapp.store.venues import count_venues
from webapp.tile_sources import TileSource, tile_source

SPARSE_VENUES = 1_500
"""In a city of so many, a square of 512 pixels holds a few hundred where it is densest."""


@dataclass(frozen=True, slots=True)
class Shell:
    """The prepared element and script; empty before the first content sync."""

    html: str
    script: str


@dataclass(frozen=True, slots=True)
class MapView:
    """All that the map's element carries.

    `minute` counts from 06:00 of the day `day`; `state` is the only one shown, empty for all;
    `is_sparse` says that large squares of pins hold few enough to need no clusters.
    """

    shell: Shell
    day: str
    minute: int
    state: str
    version: str
    venues: str
    moment: str
    focus: str
    is_sparse: bool
    tiles: TileSource | None


@dataclass(frozen=True, slots=True)
class RouteView:
    """What the map of an itinerary begins with."""

    shell: Shell
    version: str


def route_view() -> RouteView:
    """The shell for the map of an itinerary."""
    version = current.version()
    return RouteView(_shell(), version[:12])


def map_view(asked: VenueFilter) -> MapView:
    """The map of this request."""
    at = clock.moment()
    version = current.version()
    return MapView(
        shell=_shell(),
        day=service_day(at).isoformat(),
        minute=minutes_of_day(at),
        state=asked.state or "",
        version=version[:12],
        venues=urlsplit(url_for("pages.venues")).path + "/",
        moment=f"?at={at:%Y-%m-%dT%H:%M}" if clock.is_chosen() else "",
        focus=focus_of(asked),
        is_sparse=_is_sparse(),
        tiles=tile_source(current.settings()),
    )


@kept(most=1)
def _is_sparse() -> bool:
    return count_venues(current.connection()) <= SPARSE_VENUES


@kept(most=4)
def _shell() -> Shell:
    document = find_document(current.connection(), "shell.json")
    if document is None:
        current_app.logger.warning("no map shell is prepared: run content sync")
        return Shell('<div id="map"></div>', "")
    parts = orjson.loads(gzip.decompress(document.body))
    return Shell(parts["html"], parts["script"])
