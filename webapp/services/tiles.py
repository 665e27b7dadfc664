"""Map tiles of venues, prepared whenever venues change.

A tile is GeoJSON: a pin for each venue, the best known first. Beyond `MAX_FEATURES` the others
become clusters with their numbers per scenario and per hours id, empty where hours are unknown.
"""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import orjson
from sqlalchemy import Connection

from geo.tiles import mercator
from webapp.domain.scenarios import Scenario
from webapp.store.pins import Pin, pins_in
from webapp.store.tile_writes import StoredTile, replace_tiles

ZOOMS = range(10, 17)
MAX_FEATURES = 300
GRID = 8
"""Clusters stand on a grid of 8 by 8 cells in a tile, 32 pixels each."""
MAX_PINS = MAX_FEATURES - GRID * GRID
SCENARIOS = tuple(Scenario)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A pin as text, and its place in the unit square of the Mercator map."""

    pin: Pin
    feature: bytes
    across: float
    down: float


def build_tiles(connection: Connection) -> int:
    """Rebuild every tile from the venues in the store; returns how many there are."""
    placed = [_place(pin) for pin in pins_in(connection)]
    return replace_tiles(connection, (tile for z in ZOOMS for tile in _level(placed, z)))


def _place(pin: Pin) -> _Placed:
    across, down = mercator(pin.position)
    return _Placed(pin, orjson.dumps(_feature(pin)), across, down)


def _level(placed: Iterable[_Placed], z: int) -> Iterator[StoredTile]:
    side = 1 << z
    squares: dict[tuple[int, int], list[_Placed]] = {}
    for each in placed:
        squares.setdefault((int(each.across * side), int(each.down * side)), []).append(each)
    for (x, y), members in squares.items():
        yield StoredTile(z, x, y, _body(_features(members, side)))


def _features(members: Sequence[_Placed], side: int) -> Iterator[bytes]:
    limit = len(members) if len(members) <= MAX_FEATURES else MAX_PINS
    yield from (each.feature for each in members[:limit])
    yield from (orjson.dumps(_cluster(group)) for group in _cells(members[limit:], side))


def _cells(members: Iterable[_Placed], side: int) -> Iterable[list[Pin]]:
    cells: dict[tuple[int, int], list[Pin]] = {}
    for each in members:
        cell = (int(each.across * side * GRID), int(each.down * side * GRID))
        cells.setdefault(cell, []).append(each.pin)
    return cells.values()


def _body(features: Iterable[bytes]) -> bytes:
    text = b'{"type":"FeatureCollection","features":[' + b",".join(features) + b"]}"
    return gzip.compress(text, compresslevel=9, mtime=0)


def _feature(pin: Pin) -> dict[str, object]:
    return {
        "type": "Feature",
        "id": pin.slug,
        "geometry": {"type": "Point", "coordinates": pin.position.as_geojson()},
        "properties": {
            "n_zh": pin.name.zh,
            "n_en": pin.name.en,
            "s": pin.scenario,
            "ss": pin.scenarios,
            "k": pin.kind,
            "d": pin.district,
            "h": pin.hours_id,
            "u": int(pin.hours_basis == "usual"),
            "r": pin.rank,
            **({"e": pin.ends_on.isoformat()} if pin.ends_on else {}),
        },
    }


def _cluster(pins: Sequence[Pin]) -> dict[str, object]:
    lng = sum(pin.position.lng for pin in pins) / len(pins)
    lat = sum(pin.position.lat for pin in pins) / len(pins)
    counts = {each.value: sum(pin.scenario == each for pin in pins) for each in SCENARIOS}
    hours = Counter("" if pin.hours_id is None else str(pin.hours_id) for pin in pins)
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [round(lng, 6), round(lat, 6)]},
        "properties": {"count": len(pins), **counts, "h": hours},
    }
