"""Lists of venues: each filter, each order, pages, counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import Connection, event, update

from geo.distance import distance_m
from geo.records import Bounds, LatLng
from webapp.domain.faults import StationMissing
from webapp.domain.hours import TZ, State
from webapp.services.search import text_match
from webapp.store import tables
from webapp.store.content_version import set_version
from webapp.store.session import Database
from webapp.store.venue_column_file import prepare_columns
from webapp.store.venues import (
    Order,
    VenueFilter,
    count_venues,
    counts_by_kind,
    counts_by_scenario,
    nearby,
    slugs_in,
    venues_in,
)

FRIDAY_NIGHT = datetime(2026, 11, 20, 23, 30, tzinfo=TZ)
SUNDAY_NOON = datetime(2026, 11, 22, 12, 0, tzinfo=TZ)
ALL = {"river-museum", "harbour-bar", "east-gallery", "canteen-west", "canteen-central"}
CANTEENS = {"canteen-west", "canteen-central"}
CENTRAL = LatLng(31.230, 121.470)


FILTERS = [
    (VenueFilter(), ALL),
    (VenueFilter(scenario="night"), {"river-museum", "harbour-bar"}),
    (VenueFilter(kinds=("canteen",)), CANTEENS),
    (VenueFilter(district="310115"), {"east-gallery"}),
    (VenueFilter(area="old-harbour"), {"harbour-bar"}),
    (VenueFilter(area="nowhere"), set()),
    (VenueFilter(line="2"), {"river-museum", "east-gallery"}),
    (VenueFilter(station="west-gate"), {"harbour-bar"} | CANTEENS),
    (VenueFilter(station="west-gate", within_m=200), CANTEENS),
    (VenueFilter(near=CENTRAL, within_m=300), {"river-museum"}),
    (VenueFilter(bbox=Bounds(121.49, 31.21, 121.55, 31.25)), {"east-gallery"}),
    (VenueFilter(bbox=Bounds(121.484, 31.224, 121.484, 31.224)), {"harbour-bar"}),
    (VenueFilter(access=("step-free",)), {"river-museum"}),
    (VenueFilter(benefit="museum-pass"), {"river-museum"}),
    (VenueFilter(tags=("riverside",)), {"harbour-bar"}),
    (VenueFilter(tags=("riverside", "indoor")), set()),
    (VenueFilter(state=State.OPEN, at=FRIDAY_NIGHT), {"harbour-bar"}),
    (VenueFilter(state=State.CLOSED, at=FRIDAY_NIGHT), {"river-museum"}),
    (VenueFilter(state=State.OPEN, at=SUNDAY_NOON), {"river-museum"}),
    (VenueFilter(state=State.UNKNOWN, at=SUNDAY_NOON), CANTEENS | {"east-gallery"}),
    (VenueFilter(scenario="night", state=State.CLOSED, at=SUNDAY_NOON), {"harbour-bar"}),
]


def test_a_filter_finds_its_venues(connection: Connection, subtests: pytest.Subtests):
    for wanted, expected in FILTERS:
        with subtests.test(str(wanted)):
            page = venues_in(connection, wanted)
            assert {card.slug for card in page.items} == expected
            assert page.total == len(expected) == count_venues(connection, wanted)


WORDS = [
    ("RIVER", {"river-museum"}),
    ("江博", {"river-museum"}),
    ("长者食堂", CANTEENS),
    ("%", set()),
]


def test_words_find_what_search_finds(connection: Connection, subtests: pytest.Subtests):
    for words, expected in WORDS:
        with subtests.test(words):
            wanted = VenueFilter(text=text_match(connection, words), order=Order.RELEVANCE)
            assert {card.slug for card in venues_in(connection, wanted).items} == expected


def test_the_most_relevant_come_first(connection: Connection):
    match = replace(text_match(connection, "食堂"), best=(0,))
    found = venues_in(connection, VenueFilter(text=match, order=Order.RELEVANCE)).items
    again = replace(match, best=tuple(card.id for card in reversed(found)))
    turned = venues_in(connection, VenueFilter(text=again, order=Order.RELEVANCE)).items
    assert {card.slug for card in found} == CANTEENS
    assert turned == found[::-1]


def test_states_share_out_all_venues(connection: Connection):
    for at in (FRIDAY_NIGHT, SUNDAY_NOON):
        totals = [count_venues(connection, VenueFilter(state=state, at=at)) for state in State]
        assert sum(totals) == len(ALL)


def test_the_best_known_come_first(connection: Connection):
    slugs = [card.slug for card in venues_in(connection, VenueFilter(lang="en")).items]
    assert slugs == [
        *("river-museum", "harbour-bar", "east-gallery"),
        *("canteen-central", "canteen-west"),
    ]


def test_stale_venues_come_after_others_as_well_known(sample: Database):
    """All samples are of 1 July 2026: by November only the bar is past its limit of 90 days."""
    with sample.write() as connection:
        connection.execute(update(tables.venues).values(rank=3))
        prepare_columns(connection)
        set_version(connection, "all as well known", FRIDAY_NIGHT)
        timeless = venues_in(connection, VenueFilter(lang="en")).items
        november = venues_in(connection, VenueFilter(lang="en", at=FRIDAY_NIGHT)).items
    assert [card.slug for card in timeless][2] == "harbour-bar"
    assert [card.slug for card in november][-1] == "harbour-bar"


def test_names_sort_by_letters_and_by_pinyin(connection: Connection):
    english = venues_in(connection, VenueFilter(order=Order.NAME, lang="en")).items
    chinese = venues_in(connection, VenueFilter(order=Order.NAME, lang="zh")).items
    assert [card.name.en for card in english] == [
        *("Central Street Canteen", "East Gallery", "The Harbour Bar", "River Museum"),
        "West Gate Community Canteen",
    ]
    assert [card.name.zh for card in chinese] == [
        *("东岸画廊", "江河博物馆", "码头酒吧", "西门长者食堂", "中央街道食堂"),
    ]


def test_the_nearest_come_first_with_their_distance(connection: Connection):
    page = venues_in(connection, VenueFilter(near=CENTRAL, order=Order.DISTANCE))
    distances = [card.distance_m for card in page.items]
    assert distances == sorted(distances)
    for card in page.items:
        assert card.distance_m == round(distance_m(CENTRAL, card.position))


def test_pages_follow_each_other(connection: Connection):
    pages = [venues_in(connection, VenueFilter(), page=n, per_page=2) for n in (1, 2, 3)]
    assert [len(page.items) for page in pages] == [2, 2, 1]
    assert {card.slug for page in pages for card in page.items} == ALL
    assert [(page.previous_number, page.next_number) for page in pages] == [
        *((None, 2), (1, 3), (2, None)),
    ]
    assert pages[0].pages == 3
    assert venues_in(connection, VenueFilter(), page=9, per_page=2).items == ()


def test_counts(connection: Connection):
    assert counts_by_scenario(connection) == {"culture": 2, "night": 2, "silver": 2}
    assert counts_by_kind(connection, VenueFilter(district="310101")) == {
        "museum": 1,
        "bar": 1,
        "canteen": 2,
    }
    assert slugs_in(connection, VenueFilter())[:2] == ["river-museum", "harbour-bar"]


def test_nearby_widens_until_it_has_enough(connection: Connection):
    three = nearby(connection, CENTRAL, 3)
    assert three[0].slug == "river-museum"
    assert len(three) == 3
    assert len(nearby(connection, CENTRAL, 50)) == len(ALL)
    only = nearby(connection, CENTRAL, 50, VenueFilter(scenario="silver"))
    assert {card.slug for card in only} == CANTEENS


def test_an_unknown_station_is_refused(connection: Connection):
    with pytest.raises(StationMissing):
        venues_in(connection, VenueFilter(station="atlantis"))


def test_a_list_takes_few_queries(connection: Connection):
    statements: list[str] = []
    event.listen(connection, "before_cursor_execute", lambda *args: statements.append(args[2]))
    venues_in(connection, VenueFilter(scenario="night", state=State.OPEN, at=FRIDAY_NIGHT))
    selects = [text for text in statements if text.startswith("SELECT")]
    assert len(selects) <= 7
