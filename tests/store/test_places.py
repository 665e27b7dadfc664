"""Districts, areas, stations, lines and sources of the sample."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import Connection

from webapp.domain.faults import AreaMissing, DistrictMissing, StationMissing
from webapp.store.areas import areas_in, get_area
from webapp.store.districts import districts_in, get_district
from webapp.store.lines import branches_in, lines_in
from webapp.store.sources import sources_in
from webapp.store.stations import get_station, stations_in
from webapp.store.venues import VenueFilter, count_venues


def test_districts_have_outlines_and_offices(connection: Connection):
    first, second = districts_in(connection)
    assert (first.name.zh, first.venues, second.venues) == ("黄浦区", 4, 1)
    assert first.office is not None
    assert first.office.en == "Huangpu Culture and Tourism Bureau"
    assert json.loads(first.outline)["type"] == "Polygon"
    assert get_district(connection, "310115") == second


def test_the_sums_of_districts_are_all_venues(connection: Connection):
    total = sum(district.venues for district in districts_in(connection))
    assert total == count_venues(connection)
    for scenario in ("night", "silver", "culture"):
        counted = sum(district.counts.get(scenario, 0) for district in districts_in(connection))
        assert counted == count_venues(connection, VenueFilter(scenario=scenario))


def test_areas_by_type_and_district(connection: Connection):
    (area,) = areas_in(connection)
    assert (area.slug, area.type, area.rank, area.venues) == ("old-harbour", "night", 4, 1)
    assert [link.slug for link in area.districts] == ["310101"]
    assert areas_in(connection, type_="night", district="310101") == (area,)
    assert areas_in(connection, type_="goods") == areas_in(connection, district="310115") == ()


def test_an_area_is_whole(connection: Connection):
    area = get_area(connection, "old-harbour")
    assert area.story.en == "Warehouses turned restaurants line the water."
    assert area.card.best_hours is not None
    assert area.sources == ("survey",)
    ring = json.loads(area.outline)["coordinates"][0]
    assert ring[0] == ring[-1] == [121.48, 31.22]


def test_stations_by_name_line_and_district(connection: Connection):
    assert slugs(stations_in(connection, lang="en")) == ["central", "east-bank", "west-gate"]
    assert slugs(stations_in(connection, lang="zh")) == ["east-bank", "west-gate", "central"]
    assert slugs(stations_in(connection, line="2", lang="en")) == ["central", "east-bank"]
    assert slugs(stations_in(connection, district="310115")) == ["east-bank"]


def test_lines_and_their_stops(connection: Connection):
    assert [line.code for line in lines_in(connection)] == ["1", "2"]
    assert [(branch.line_code, branch.stops) for branch in branches_in(connection)] == [
        ("1", ("west-gate", "central", "east-bank")),
        ("2", ("central", "east-bank")),
    ]


def test_sources(connection: Connection):
    survey, timetable = sources_in(connection)
    assert (survey.id, survey.licence, survey.address) == ("survey", "CC0 1.0", "")
    assert timetable.address == "https://example.org/"


def test_what_does_not_exist_is_refused(connection: Connection):
    with pytest.raises(AreaMissing):
        get_area(connection, "nowhere")
    with pytest.raises(DistrictMissing):
        get_district(connection, "310199")
    with pytest.raises(StationMissing):
        get_station(connection, "nowhere")


def slugs(stations) -> list[str]:
    return [station.slug for station in stations]
