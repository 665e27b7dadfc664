"""Any question, against the same question asked row by row; the stored columns against tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from geo.records import Bounds, LatLng
from tests.store.plain_rows import PlainVenues
from webapp.domain.hours import TZ, State
from webapp.domain.scenarios import KINDS, Scenario
from webapp.domain.venues import TAGS, Access
from webapp.store.documents import find_document
from webapp.store.venue_column_file import ARRAYS, KEY, columns_of, pack, unpack
from webapp.store.venue_column_rows import read_columns
from webapp.store.venue_filter import WALKS_MIN, Order, VenueFilter
from webapp.store.venues import counts_of, page_of, select_venues, slugs_in

SHARED = settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
MOMENTS = [
    datetime(2026, 11, 20, 21, 40, tzinfo=TZ),
    datetime(2026, 11, 21, 0, 30, tzinfo=TZ),
    datetime(2026, 10, 1, 14, 0, tzinfo=TZ),
    datetime(2031, 1, 1, 10, 0, tzinfo=TZ),
]


def rarely(values: st.SearchStrategy) -> st.SearchStrategy:
    """Mostly nothing: questions with everything in them find nothing."""
    return st.one_of(st.none(), st.none(), st.none(), values)


def some(values) -> st.SearchStrategy:
    few = st.lists(st.sampled_from(sorted(values)), max_size=2, unique=True).map(sorted).map(tuple)
    return st.one_of(st.just(()), st.just(()), few)


def points() -> st.SearchStrategy:
    return st.builds(LatLng, st.floats(31.15, 31.3), st.floats(121.35, 121.6))


def boxes() -> st.SearchStrategy:
    sides = st.floats(0, 0.3)
    return st.builds(
        lambda at, wide, high: Bounds(at.lng - wide, at.lat - high, at.lng, at.lat),
        points(),
        sides,
        sides,
    )


@st.composite
def questions(draw, plain: PlainVenues) -> VenueFilter:
    rows = list(plain.venues.values())
    asked = VenueFilter(
        scenario=draw(rarely(st.sampled_from(list(Scenario)))),
        kinds=draw(some(KINDS)),
        district=draw(rarely(st.sampled_from(sorted({v.row.district_code for v in rows})))),
        area=draw(rarely(st.sampled_from(sorted({"nowhere"}.union(*(v.area for v in rows)))))),
        line=draw(rarely(st.sampled_from(sorted(set().union(*(v.line for v in rows)))))),
        station=draw(rarely(st.sampled_from(sorted(plain.stations)))),
        near=draw(rarely(points())),
        within_m=draw(rarely(st.integers(50, 20_000))),
        walk_min=draw(rarely(st.sampled_from(WALKS_MIN))),
        bbox=draw(rarely(boxes())),
        access=draw(some(Access)),
        benefit=draw(rarely(st.sampled_from(sorted({"none"}.union(*(v.benefit for v in rows)))))),
        prices=draw(some("01234")),
        tags=draw(some(TAGS)),
        at=draw(st.sampled_from([None, *MOMENTS])),
        lang=draw(st.sampled_from(["zh", "en"])),
    )
    if asked.at:
        asked = replace(asked, state=draw(rarely(st.sampled_from(list(State)))))
    orders = list(Order) if asked.has_centre else [Order.RANK, Order.NAME, Order.RELEVANCE]
    return replace(asked, order=draw(st.sampled_from(orders)))


@pytest.fixture(scope="module")
def catalogue(app: Flask) -> Iterator[Connection]:
    with app.extensions["database"].read() as connection:
        yield connection


@pytest.fixture(scope="module")
def plain(catalogue: Connection) -> PlainVenues:
    return PlainVenues(catalogue)


@given(data=st.data())
@SHARED
def test_a_question_finds_what_each_row_answers(catalogue, plain, data):
    wanted = data.draw(questions(plain))
    expected = [each.row.slug for each in plain.fulfil(wanted)]
    selection = select_venues(catalogue, wanted)
    found = page_of(catalogue, selection, 1, 1000)
    assert found.total == len(expected)
    assert [card.slug for card in found.items] == expected
    assert sorted(slugs_in(catalogue, wanted)) == sorted(expected)


@given(data=st.data())
@SHARED
def test_pages_are_pieces_of_the_whole(catalogue, plain, data):
    wanted = data.draw(questions(plain))
    size, number = data.draw(st.integers(1, 40)), data.draw(st.integers(1, 4))
    selection = select_venues(catalogue, wanted)
    whole = page_of(catalogue, selection, 1, 1000).items
    part = page_of(catalogue, selection, number, size).items
    assert part == whole[(number - 1) * size : number * size]


CHOICES = {
    "scenario": lambda asked, value: replace(asked, scenario=value),
    "kind": lambda asked, value: replace(asked, kinds=(value,)),
    "district": lambda asked, value: replace(asked, district=value),
    "area": lambda asked, value: replace(asked, area=value),
    "line": lambda asked, value: replace(asked, line=value),
    "benefit": lambda asked, value: replace(asked, benefit=value),
    "price": lambda asked, value: replace(asked, prices=(value,)),
    "access": lambda asked, value: replace(asked, access=(*asked.access, value)),
    "tag": lambda asked, value: replace(asked, tags=(*asked.tags, value)),
    "state": lambda asked, value: replace(asked, state=State(value)),
    "walk": lambda asked, value: replace(asked, within_m=None, walk_min=int(value)),
}


@given(data=st.data())
@SHARED
def test_the_count_of_a_choice_is_what_choosing_it_lists(catalogue, plain, data):
    wanted = data.draw(questions(plain))
    counts = counts_of(select_venues(catalogue, wanted))
    name = data.draw(st.sampled_from(sorted(counts.keys() - {"station"})))
    for value, count in counts[name].items():
        assert count == len(plain.fulfil(CHOICES[name](wanted, value))), (name, value)


@given(data=st.data())
@SHARED
def test_the_count_of_a_station_is_what_choosing_it_lists(catalogue, plain, data):
    wanted = replace(data.draw(questions(plain)), near=None, within_m=None)
    counts = counts_of(select_venues(catalogue, wanted))["station"]
    assert counts.keys() == plain.stations.keys()
    for slug in data.draw(st.lists(st.sampled_from(sorted(counts)), min_size=5, max_size=5)):
        assert counts[slug] == len(plain.fulfil(replace(wanted, station=slug)))


def test_the_stored_columns_are_those_of_the_tables(catalogue):
    assert find_document(catalogue, KEY) is not None
    assert pack(columns_of(catalogue)) == pack(read_columns(catalogue))


def test_columns_survive_being_stored(catalogue):
    columns = read_columns(catalogue)
    again = unpack(pack(columns))
    for name in ARRAYS:
        assert np.array_equal(getattr(again, name), getattr(columns, name)), name
    assert {k: v.values for k, v in again.links.items()} == {
        k: v.values for k, v in columns.links.items()
    }


def test_no_listed_venue_is_an_empty_list(database):
    with database.read() as connection:
        selection = select_venues(connection, VenueFilter(kinds=("bar",), near=LatLng(31.2, 121.4)))
        assert page_of(connection, selection).items == ()
        assert {n for counts in counts_of(selection).values() for n in counts.values()} <= {0}
        assert pack(unpack(pack(read_columns(connection)))) == pack(read_columns(connection))
