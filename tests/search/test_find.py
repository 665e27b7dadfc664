"""What a search answers, besides the order that recall measures."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import Connection

from geo.distance import distance_m
from geo.records import LatLng
from webapp.domain.hours import TZ
from webapp.services.search import Context, EntryType, find, find_place, suggest, text_match
from webapp.store.search import venue_ids

BUND = ("外滩", "外灘", "waitan", "wài tān", "wai4 tan1", "wt", "bund", "The Bund", "WAI TAN")


@pytest.mark.parametrize("words", BUND)
def test_the_bund_is_first_however_it_is_written(connection: Connection, words: str):
    first = find(connection, words, "zh").hits[0]
    assert (first.name.zh, first.name.en) == ("外滩", "The Bund")


def test_totals_count_every_type(connection: Connection):
    found = find(connection, "静安寺", "zh", limit=200)
    for entry_type, total in found.totals.items():
        hits = [hit for hit in found.hits if hit.type == entry_type]
        assert 0 < len(hits) <= total


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        ("外灘", ((0, 2),), ()),
        ("waitan", ((0, 2),), ()),
        ("wt", ((0, 2),), ()),
        ("bund", (), ((4, 8),)),
    ],
)
def test_the_match_is_marked_in_the_right_script(
    connection: Connection, words: str, zh: object, en: object
):
    marks = find(connection, words, "zh").hits[0].marks
    assert (marks.zh, marks.en) == (zh, en)


def test_another_spelling_is_told(connection: Connection):
    found = find(connection, "yuyaun", "zh")
    assert found.corrected == "豫园"
    assert find(connection, "yuyuan", "zh").corrected is None


def test_an_alias_is_told(connection: Connection):
    hit = find(connection, "SHM", "en").hits[0]
    assert hit.also == "SHM"


@pytest.mark.parametrize("words", ["", "  ", "!?", "的", "qqqq zzzz xxxx"])
def test_words_that_say_nothing_find_nothing(connection: Connection, words: str):
    found = find(connection, words, "en")
    assert found.match.best == ()
    assert venue_ids(connection, found.match.expression) == []
    assert suggest(connection, words, "en") == ()


def test_only_the_types_asked_for(connection: Connection):
    context = Context(types=frozenset({EntryType.STATION}))
    hits = find(connection, "人民广场", "zh", context).hits
    assert {hit.type for hit in hits} == {EntryType.STATION}


def test_near_comes_before_far_among_equals(connection: Connection):
    here = LatLng(31.2206, 121.3760)
    hits = find(connection, "长者食堂", "zh", Context(near=here), limit=5).hits
    far = find(connection, "长者食堂", "zh", limit=5).hits

    def mean(found: object) -> float:
        return sum(distance_m(here, hit.position) for hit in found) / 5

    assert mean(hits) < mean(far)


def test_open_places_come_first_among_equals(connection: Connection):
    late = datetime(2026, 11, 21, 1, 0, tzinfo=TZ)
    first = find(connection, "酒吧", "zh", Context(at=late), limit=10).hits
    assert [hit.key for hit in first] != [
        hit.key for hit in find(connection, "酒吧", "zh").hits[:10]
    ]


def test_the_best_venues_are_among_all_that_match(connection: Connection):
    match = text_match(connection, "museum")
    assert set(match.best) <= set(venue_ids(connection, match.expression))
    assert len(match.best) == 60


@pytest.mark.parametrize(
    ("text", "entry_type", "key"),
    [
        ("人民广场", EntryType.STATION, "peoples-square"),
        ("people's square", EntryType.STATION, "peoples-square"),
        ("人民广场地铁站", EntryType.STATION, "peoples-square"),
        ("新天地", EntryType.AREA, "xintiandi"),
        ("巨富长", EntryType.AREA, "julu-fumin-changle"),
        ("黄浦", EntryType.DISTRICT, "310101"),
        ("上海博物馆东馆", EntryType.VENUE, "shanghai-museum-east"),
    ],
)
def test_places_to_be_near(connection: Connection, text: str, entry_type: EntryType, key: str):
    place = find_place(connection, text, "zh")
    assert place is not None
    assert (place.type, place.key) == (entry_type, key)


def test_a_street_is_a_place_but_no_result(connection: Connection):
    street = find_place(connection, "福州路", "zh")
    assert street is not None
    assert street.type is EntryType.STREET
    assert EntryType.STREET not in find(connection, "福州路", "zh").totals


def test_nowhere_is_no_place(connection: Connection):
    assert find_place(connection, "qqqq zzzz", "en") is None


@pytest.mark.parametrize("typed", ["wa", "wait", "外", "bun", "the bu", "wai t"])
def test_suggestions_while_somebody_types(connection: Connection, typed: str):
    hits = suggest(connection, typed, "en")
    assert "The Bund" in [hit.name.en for hit in hits]


def test_suggestions_bear_a_slip(connection: Connection):
    assert suggest(connection, "yuyaun", "en")[0].name.zh == "豫园"
