"""Tables for planning: what legs say, a period at a time."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest

from geo.records import LatLng
from webapp.domain.itineraries import Mode
from webapp.domain.metro_closure import network_of
from webapp.domain.openings import midnight
from webapp.domain.paces import PACES, PaceName
from webapp.services.travel import NO_WAY_MIN, Travel
from webapp.store.travel_file import TravelFacts, pack, unpack

FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)
BUND, LUJIAZUI = LatLng(31.2405, 121.4855), LatLng(31.2389, 121.4965)


def at(on: date, minute: int):
    return midnight(on) + timedelta(minutes=minute)


@pytest.mark.parametrize("name", list(PaceName))
@pytest.mark.parametrize("on", [FRIDAY, MONDAY])
def test_no_table_is_quicker_than_the_leg(travel, venues, name, on):
    pace, points = PACES[name], venues[:60]
    tables = travel.tables(points, pace, on, 1080, 1500)
    chance = random.Random(5)
    slower = 0
    for _ in range(600):
        start, end = chance.sample(range(len(points)), 2)
        minute = chance.randint(1080, 1500)
        table = [each for each in tables if each.since_min <= minute][-1]
        leg = travel.leg(points[start], points[end], pace, at(on, minute))
        minutes = leg.minutes if leg else NO_WAY_MIN
        assert table.minutes[start, end] >= minutes
        slower += bool(table.minutes[start, end] > minutes)
    assert slower < 60, "a period is judged by its last minute, which few legs feel"


def test_by_day_tables_and_legs_are_the_same(travel, venues):
    pace, points = PACES[PaceName.NORMAL], venues[60:90]
    (table,) = travel.tables(points, pace, MONDAY, 600, 900)
    for i, start in enumerate(points):
        for j, end in enumerate(points):
            leg = travel.leg(start, end, pace, at(MONDAY, 700))
            if i != j:
                found = (leg.minutes, leg.walk_m) if leg else (NO_WAY_MIN, 0)
                assert (table.minutes[i, j], table.walk_m[i, j]) == found


def test_a_later_table_is_never_quicker(travel, venues):
    tables = travel.tables(venues[:80], PACES[PaceName.NORMAL], FRIDAY, 1080, 1500)
    assert len(tables) > 4
    assert tables[0].since_min == 1080
    for earlier, later in pairwise(tables):
        assert earlier.since_min < later.since_min
        assert (later.minutes >= earlier.minutes).all()


def test_values_are_whole_numbers_the_solver_can_take(travel, venues):
    table = travel.tables(venues[:5], PACES[PaceName.EASY], MONDAY, 600, 700)[0]
    assert table.minutes.dtype == table.walk_m.dtype == np.int32
    assert table.minutes.shape == (5, 5)
    assert (np.diag(table.minutes) == 0).all()


def test_over_the_river_there_is_no_way_when_trains_have_stopped(travel):
    pace = PACES[PaceName.NORMAL]
    by_day = travel.leg(BUND, LUJIAZUI, pace, at(MONDAY, 720))
    assert by_day.mode is Mode.METRO
    assert travel.leg(BUND, LUJIAZUI, pace, at(MONDAY, 1500)) is None
    (table,) = travel.tables([BUND, LUJIAZUI], pace, MONDAY, 1500, 1560)
    assert table.minutes[0, 1] == NO_WAY_MIN


def test_the_way_home_says_what_remains(travel):
    pace, home = PACES[PaceName.NORMAL], travel.positions["xujiahui"]
    start = travel.positions["peoples-square"]
    early = travel.home_from(start, pace, at(FRIDAY, 1380), home)
    assert not early.has_stopped
    assert early.leave_by == at(FRIDAY, 1474)  # a minute to the platform, the last 1 at 00:35
    assert early.leg.mode is Mode.METRO
    late = travel.home_from(start, pace, at(FRIDAY, 1480), home)
    assert late.has_stopped
    assert late.leg.mode is Mode.WALK
    first = at(FRIDAY + timedelta(days=1), 335)  # line 1 here; another line near may be sooner
    assert first - timedelta(minutes=10) <= late.opens_at <= first
    anywhere = travel.home_from(start, pace, at(FRIDAY, 1480))
    assert anywhere.leg is None
    assert anywhere.stations[0].slug == "peoples-square"


def test_a_place_without_stations_has_no_train(travel):
    island = LatLng(31.62, 121.70)
    found = travel.home_from(island, PACES[PaceName.NORMAL], at(MONDAY, 720))
    assert found.stations == ()
    assert (found.leave_by, found.opens_at) == (None, None)


def test_the_file_holds_all_of_it(travel, venues):
    facts = TravelFacts(travel.network, tuple(travel.positions.values()), ((BUND, LUJIAZUI),))
    again = unpack(pack(facts))
    assert again.network.slugs == travel.network.slugs
    assert again.network.rides == travel.network.rides
    assert again.positions == facts.positions
    assert again.river == facts.river
    reopened, pace = Travel(again), PACES[PaceName.BRISK]
    legs = [each.leg(*venues[:2], pace, at(FRIDAY, 1300)) for each in (Travel(facts), reopened)]
    assert legs[0] == legs[1]


def test_without_a_metro_one_walks():
    nowhere = unpack(pack(TravelFacts(network_of(()), (), ())))
    travel = Travel(nowhere)
    pace = PACES[PaceName.NORMAL]
    assert travel.leg(BUND, LUJIAZUI, pace, at(MONDAY, 720)).mode is Mode.WALK
    (table,) = travel.tables([BUND, LUJIAZUI], pace, MONDAY, 600, 700)
    assert table.minutes[0, 1] == travel.usual_leg(BUND, LUJIAZUI, pace).minutes
