"""Prepared map data as a browser gets it: every venue, every state, nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update

from geo.records import LatLng
from geo.tiles import Tile, bounds_of, tile_at
from tests.pages.written import position
from webapp.domain.hours import status_of
from webapp.services.tiles import build_tiles
from webapp.settings import SHANGHAI
from webapp.store.hours import hours_in
from webapp.store.tables import venues

DAYS = [date(2026, 11, 20), date(2026, 10, 1), date(2026, 2, 16), date(2026, 10, 10)]
Feature = dict


def features(client: FlaskClient, tile: Tile) -> list[Feature]:
    answer = client.get(f"/tiles/venues/{tile.z}/{tile.x}/{tile.y}.json")
    assert answer.status_code == 200
    assert answer.mimetype == "application/geo+json"
    return answer.get_json(force=True)["features"]


def level(client: FlaskClient, written, z: int) -> Iterator[tuple[Tile, Feature]]:
    """Every feature of a level: the tiles that hold a venue, and their neighbours."""
    with_venues = {tile_at(position(venue), z) for venue in written.venues.values()}
    for tile in with_venues:
        for feature in features(client, tile):
            yield tile, feature


def test_the_deepest_level_holds_every_venue_once(client, written):
    pins = Counter(feature.get("id") for _, feature in level(client, written, 16))
    assert pins == Counter(list(written.venues))


@pytest.mark.parametrize("z", range(10, 17))
def test_no_venue_is_lost_at_any_level(client, written, z):
    found = [feature["properties"] for _, feature in level(client, written, z)]
    assert sum(each.get("count", 1) for each in found) == len(written.venues)
    by_scenario = Counter(v["scenarios"][0] for v in written.venues.values())
    for scenario, count in by_scenario.items():
        pins = sum(each.get("s") == scenario for each in found)
        assert pins + sum(each.get(scenario, 0) for each in found) == count


@pytest.mark.parametrize("z", [12, 16])
def test_a_pin_says_what_is_written(client, written, z):
    for tile, feature in level(client, written, z):
        if "count" in feature["properties"]:
            continue
        venue = written.venues[feature["id"]]
        lng, lat = feature["geometry"]["coordinates"]
        assert (lat, lng) == (venue["position"]["lat"], venue["position"]["lng"])
        assert bounds_of(tile).contains(LatLng(lat, lng))
        told = feature["properties"]
        assert {name: told[name] for name in ("n_zh", "n_en", "s", "ss", "k", "d", "r")} == {
            "n_zh": venue["name"]["zh"],
            "n_en": venue["name"]["en"],
            "s": venue["scenarios"][0],
            "ss": venue["scenarios"],
            "k": venue["kind"],
            "d": venue["district"],
            "r": venue["rank"],
        }
        basis = (venue.get("hours") or {}).get("basis")
        assert told["u"] == int(basis == "usual")
        assert (told["h"] is None) == (basis is None)


@pytest.mark.parametrize("z", [10, 11])
def test_a_cluster_tells_the_hours_of_its_venues(client, written, z):
    found = [feature["properties"] for _, feature in level(client, written, z)]
    for cluster in (each for each in found if "count" in each):
        assert sum(cluster["h"].values()) == cluster["count"]
    unknown = sum(each["h"] is None for each in found if "count" not in each)
    unknown += sum(each["h"].get("", 0) for each in found if "count" in each)
    assert unknown == sum("hours" not in venue for venue in written.venues.values())


def test_a_pop_up_carries_its_last_day(make_app, written):
    app = make_app()
    with app.extensions["database"].write() as connection:
        last = {"ends_on": date(2026, 12, 31)}
        connection.execute(update(venues).where(venues.c.slug == "shanghai-museum").values(last))
        build_tiles(connection)
    tile = tile_at(position(written.venues["shanghai-museum"]), 16)
    ends = {each["id"]: each["properties"].get("e") for each in features(app.test_client(), tile)}
    assert ends.pop("shanghai-museum") == "2026-12-31"
    assert set(ends.values()) <= {None}


def test_a_square_without_venues_is_an_empty_collection(client):
    assert features(client, Tile(14, 1, 1)) == []


@pytest.mark.parametrize(
    "address", ["10/1024/1", "10/1/1024", "23/1/1", "10/-1/1", "10/1/1.5", "a/b/c"]
)
def test_a_square_that_cannot_exist_is_missing(client, address):
    assert client.get(f"/tiles/venues/{address}.json").status_code == 404


@pytest.mark.parametrize("on", DAYS)
def test_hours_of_a_day_agree_with_every_half_hour(app: Flask, client, on):
    told = client.get(f"/tiles/hours/{on}.json").get_json()
    assert (told["on"], told["from"]) == (on.isoformat(), "06:00")
    with app.extensions["database"].read() as connection:
        texts = {str(each.id): each.text for each in hours_in(connection)}
    assert set(told["spans"]) == set(texts)
    six = datetime.combine(on, time(6), SHANGHAI)
    for key, text in texts.items():
        for minute in range(0, 24 * 60, 30):
            status = status_of(text, "source", six + timedelta(minutes=minute))
            assert read_state(told, key, minute) == status.state, (text, minute)


@pytest.mark.parametrize("on", DAYS)
def test_days_that_hours_do_not_settle_are_marked_as_usual(app: Flask, client, on):
    told = client.get(f"/tiles/hours/{on}.json").get_json()
    with app.extensions["database"].read() as connection:
        texts = {each.id: each.text for each in hours_in(connection)}
    noon = datetime.combine(on, time(12), SHANGHAI)
    assert set(told["usual"]) == {
        k for k, t in texts.items() if status_of(t, "source", noon).is_usual
    }


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "2019-12-31", "2100-01-01", "2026-11"])
def test_a_day_that_is_none_is_refused(client, day):
    assert client.get(f"/tiles/hours/{day}.json").status_code == 422


def test_the_base_map_is_one_small_file(client):
    answer = client.get("/tiles/base.json", headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200
    assert len(answer.data) < 60_000


def read_state(told: dict, key: str, minute: int) -> str:
    """The state as the map's script reads it from the file."""
    spans = told["spans"][key]
    if spans is None or within(told["perhaps"].get(key, []), minute):
        return "unknown"
    return "open" if within(spans, minute) else "closed"


def within(spans: list[list[int]], minute: int) -> bool:
    return any(start <= minute < end for start, end in spans)
