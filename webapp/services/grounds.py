"""The base map and the tracks of trains, read from what content sync prepared."""

from __future__ import annotations

import gzip
from typing import Any

import orjson
from sqlalchemy import Connection

from geo.ride_paths import RidePaths
from geo.sketch.plain import PlainGround
from webapp.store.documents import find_document
from webapp.store.remembered import remembered

BASE, RIDES = "base.json", "rides.json"


@remembered
def ride_paths(connection: Connection) -> RidePaths:
    """Return how trains run between stations; knows none before a content sync."""
    return RidePaths(_read(connection, RIDES) or {})


@remembered
def plain_ground(connection: Connection) -> PlainGround | None:
    """Return what sketches of visitors' plans are drawn on, None before a content sync."""
    base = _read(connection, BASE)
    return PlainGround(base, ride_paths(connection)) if base else None


def _read(connection: Connection, key: str) -> Any:
    document = find_document(connection, key)
    return orjson.loads(gzip.decompress(document.body)) if document else None
