"""Travel over what a database holds, prepared at sync."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from geo.records import LatLng
from webapp.domain.itineraries import Mode
from webapp.domain.openings import TZ
from webapp.domain.paces import PACES, PaceName
from webapp.services.content.sync import sync
from webapp.services.travel import open_travel
from webapp.settings import Settings, WalkRouting

NOW = datetime(2026, 11, 20, 21, 40, tzinfo=TZ)
PACE = PACES[PaceName.NORMAL]
WEST, EAST = LatLng(31.222, 121.478), LatLng(31.235, 121.500)
OWN = Settings.from_env({})


def test_an_empty_database_has_no_trains(database):
    with database.read() as connection:
        assert open_travel(connection, OWN).leg(WEST, EAST, PACE, NOW).mode is Mode.WALK


def test_after_a_sync_trains_go_until_the_last_one(database, content: Path):
    sync(database, content, NOW)
    with database.read() as connection:
        travel = open_travel(connection, OWN)
        leg = travel.leg(WEST, EAST, PACE, NOW)
        assert [ride.line for ride in leg.rides] == ["1"]
        # On Fridays the last one leaves Central, two stops in, at 00:17.
        late = travel.leg(WEST, EAST, PACE, NOW + timedelta(hours=3))
        assert late is None or late.mode is Mode.WALK
        assert open_travel(connection, OWN) is travel


def test_changed_times_are_known_after_the_next_sync(database, content: Path):
    sync(database, content, NOW)
    trains = content / "metro/last_trains.yaml"
    trains.write_text(trains.read_text(encoding="utf-8").replace("24:17", "20:17"), "utf-8")
    sync(database, content, NOW)
    with database.read() as connection:
        leg = open_travel(connection, OWN).leg(WEST, EAST, PACE, NOW)
        assert leg is None or "1" not in [ride.line for ride in leg.rides]


def test_the_settings_name_a_router(database):
    other = replace(OWN, walk_router=WalkRouting.OSRM, walk_router_url="http://127.0.0.1:9")
    with database.read() as connection:
        travel = open_travel(connection, other)
        assert travel.leg(WEST, EAST, PACE, NOW) == open_travel(connection, OWN).leg(
            WEST, EAST, PACE, NOW
        )
