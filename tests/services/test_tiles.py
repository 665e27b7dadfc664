"""Tiles: every venue at every level, bounded in size, the same bytes each time."""

from __future__ import annotations

import gzip
import random
from collections import Counter
from datetime import date

import orjson
import pytest
from sqlalchemy import Connection, insert, select

from geo.records import LatLng
from geo.tiles import Tile as Square
from geo.tiles import bounds_of, tile_at
from webapp.services.tiles import MAX_FEATURES, MAX_PINS, ZOOMS, build_tiles
from webapp.store import tables
from webapp.store.session import Database
from webapp.store.tiles import find_tile

COUNT = 1500


@pytest.fixture
def crowded(database: Database) -> Database:
    """1,500 venues within 3 km: far more than a tile of level 12 may hold."""
    with database.write() as connection:
        fill(connection, COUNT)
        build_tiles(connection)
    return database


def test_no_tile_has_more_than_300_features(crowded: Database):
    assert max(len(tile["features"]) for tile in stored(crowded).values()) <= MAX_FEATURES


def test_every_level_holds_every_venue(crowded: Database):
    counts: Counter[int] = Counter()
    for (z, _, _), tile in stored(crowded).items():
        counts[z] += sum(f["properties"].get("count", 1) for f in tile["features"])
    assert counts == dict.fromkeys(ZOOMS, COUNT)


def test_a_feature_lies_in_its_tile(crowded: Database):
    for (z, x, y), tile in stored(crowded).items():
        bounds = bounds_of(Square(z, x, y))
        for feature in tile["features"]:
            lng, lat = feature["geometry"]["coordinates"]
            assert bounds.west - 1e-5 <= lng <= bounds.east + 1e-5
            assert bounds.south - 1e-5 <= lat <= bounds.north + 1e-5


def test_the_best_known_stay_pins(crowded: Database):
    fullest = max(stored(crowded).values(), key=lambda tile: len(str(tile)))
    pins = [f["properties"]["r"] for f in fullest["features"] if "r" in f["properties"]]
    clusters = [f["properties"] for f in fullest["features"] if "count" in f["properties"]]
    assert pins == sorted(pins, reverse=True)
    assert (len(pins), pins.count(1)) == (MAX_PINS, 0)
    assert clusters
    for cluster in clusters:
        total = sum(cluster[name] for name in ("night", "silver", "goods", "culture"))
        assert total == cluster["count"]


def test_building_again_gives_the_same_bytes(crowded: Database):
    before = rows(crowded)
    with crowded.write() as connection:
        build_tiles(connection)
    assert rows(crowded) == before


def test_a_pin_says_what_the_map_needs(database: Database):
    with database.write() as connection:
        fill(connection, 1)
        build_tiles(connection)
        square = tile_at(LatLng(31.23, 121.47), 14)
        body = find_tile(connection, 14, square.x, square.y)
        assert find_tile(connection, 14, square.x + 1, square.y) is None
    assert body is not None
    (feature,) = orjson.loads(gzip.decompress(body))["features"]
    assert feature == {
        "type": "Feature",
        "id": "v0",
        "geometry": {"type": "Point", "coordinates": [121.47, 31.23]},
        "properties": {
            "n_zh": "店",
            "n_en": "Shop",
            "s": "night",
            "ss": ["night"],
            "k": "bar",
            "d": "310101",
            "h": None,
            "u": 0,
            "r": 1,
        },
    }


def fill(connection: Connection, count: int) -> None:
    chance = random.Random(11)
    texts = dict.fromkeys(("name_zh", "name_en", "outline"), "-")
    connection.execute(insert(tables.districts).values(code="310101", lat=0, lng=0, **texts))
    venues = [venue(i, i * chance.random(), chance) for i in range(count)]
    connection.execute(insert(tables.venues), venues)
    ids = connection.execute(select(tables.venues.c.id)).scalars()
    links = [{"venue_id": each, "scenario": "night", "place": 0} for each in ids]
    connection.execute(insert(tables.venue_scenarios), links)


def venue(number: int, spread: float, chance: random.Random) -> dict[str, object]:
    blank = [name for name in map(str, tables.venues.c.keys()) if name.endswith(("_zh", "_en"))]
    return {
        **{name: "-" for name in blank if not name.startswith("directions")},
        "slug": f"v{number}",
        "status": "listed",
        "aliases": "",
        "name_zh": "店",
        "name_en": "Shop",
        "scenario": "night",
        "kind": "bar",
        "district_code": "310101",
        "lat": round(31.23 + spread / COUNT * chance.uniform(-0.02, 0.02), 6),
        "lng": round(121.47 + spread / COUNT * chance.uniform(-0.02, 0.02), 6),
        "position_source": "-",
        "position_precision": "exact",
        "rank": number % 5 + 1,
        "as_of": date(2026, 1, 1),
    }


def rows(database: Database) -> list[tuple[object, ...]]:
    with database.read() as connection:
        return sorted(map(tuple, connection.execute(select(tables.tiles))))


def stored(database: Database) -> dict[tuple[int, int, int], dict]:
    return {(z, x, y): orjson.loads(gzip.decompress(body)) for z, x, y, body in rows(database)}
