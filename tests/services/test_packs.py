"""Packs: a district's places, its itineraries and its map, in both languages; on both databases."""

from __future__ import annotations

import gzip
from datetime import datetime
from pathlib import Path

import orjson
import pytest

from webapp.domain.hours import TZ
from webapp.domain.hours_ahead import hours_key
from webapp.services.content.sync import sync
from webapp.store.documents import find_document
from webapp.store.packs import itineraries_through, pack_key, pack_sizes, pack_venues
from webapp.store.session import Database

NOW = datetime(2026, 11, 20, 21, 40, tzinfo=TZ)
WEST, EAST = "310101", "310115"


@pytest.fixture
def filled(database: Database, content: Path) -> Database:
    sync(database, content, NOW)
    return database


def test_every_district_has_a_pack_in_both_languages(filled: Database):
    with filled.read() as connection:
        sizes = pack_sizes(connection)
    assert set(sizes) == {pack_key(lang, code) for lang in ("zh", "en") for code in (WEST, EAST)}
    assert all(0 < size < 1_000_000 for size in sizes.values())


def test_a_pack_holds_the_places_of_its_district_and_no_other(filled: Database):
    west, east = pack_of(filled, WEST), pack_of(filled, EAST)
    slugs = {each["slug"] for each in west["venues"]}
    assert slugs == {"river-museum", "harbour-bar", "canteen-west", "canteen-central"}
    assert (west["total"], east["total"]) == (4, 1)
    assert [each["slug"] for each in east["venues"]] == ["east-gallery"]


def test_a_place_is_told_with_hours_access_and_its_dot_on_the_map(filled: Database):
    venue = next(each for each in pack_of(filled, WEST)["venues"] if each["slug"] == "river-museum")
    assert set(venue["name"]) == set(venue["address"]) == {"zh", "en"}
    assert venue["hours"]["key"] == hours_key(venue["hours"]["text"])
    assert isinstance(venue["access"], list)
    x, y = venue["px"]
    assert 0 <= x <= 390
    assert 0 <= y <= 390


def test_texts_are_in_the_language_of_the_pack(filled: Database):
    zh, en = pack_of(filled, WEST, "zh"), pack_of(filled, WEST, "en")
    assert zh["venues"][0]["summary"] != en["venues"][0]["summary"]
    assert zh["venues"][0]["name"] == en["venues"][0]["name"]
    assert "黄浦区的地图" in zh["map"]
    assert "Map of Huangpu" in en["map"]


def test_an_itinerary_is_in_the_pack_of_each_district_it_stops_in(filled: Database):
    with filled.read() as connection:
        through = {code: itineraries_through(connection, code) for code in (WEST, EAST)}
    assert "both-banks" in through[WEST]
    assert "both-banks" in through[EAST]
    for code in (WEST, EAST):
        told = pack_of(filled, code)["itineraries"]
        assert [each["slug"] for each in told] == list(through[code])
        assert all(each["stops"] for each in told)


def test_the_best_known_places_go_along_where_there_are_too_many(filled: Database):
    with filled.read() as connection:
        few, all_of_them = pack_venues(connection, WEST, 2), pack_venues(connection, WEST, 99)
    assert [card.slug for card in few.cards] == [card.slug for card in all_of_them.cards[:2]]
    ranks = [card.rank for card in all_of_them.cards]
    assert ranks == sorted(ranks, reverse=True)
    assert few.total == all_of_them.total == 4


def test_preparing_again_gives_the_same_bytes(filled: Database, content: Path):
    before = pack_of(filled, WEST)
    sync(filled, content, NOW, force=True)
    assert pack_of(filled, WEST) == before


def pack_of(database: Database, code: str, lang: str = "zh") -> dict:
    with database.read() as connection:
        document = find_document(connection, pack_key(lang, code))
    assert document is not None
    return orjson.loads(gzip.decompress(document.body))
