"""Sync: idempotent, atomic, and it says what it changed; on both databases."""

from __future__ import annotations

import gzip
import threading
import time
from datetime import datetime
from pathlib import Path

import orjson
import pytest
from sqlalchemy import func, select, text

from geo.records import LatLng
from webapp.domain.faults import VenueGone, VenueMissing
from webapp.domain.hours import TZ
from webapp.services.content.reports import ContentRefused, SyncReport
from webapp.services.content.sync import sync
from webapp.store import tables
from webapp.store.areas import get_area
from webapp.store.content_version import data_version, synced_at
from webapp.store.districts import districts_in
from webapp.store.documents import find_document, find_sketch
from webapp.store.session import Database
from webapp.store.stations import get_station
from webapp.store.venues import find_gone, get_venue

PLACES = (
    ("venue", "river-museum"),
    ("area", "old-harbour"),
    ("district", "310101"),
    ("station", "central"),
    ("hero", "city"),
)
NOW = datetime(2026, 11, 20, 21, 40, tzinfo=TZ)


@pytest.fixture
def filled(database: Database, content: Path) -> Database:
    sync(database, content, NOW)
    return database


def test_the_first_sync_stores_everything(database: Database, content: Path):
    report = sync(database, content, NOW)
    assert summary(report) == {
        "sources": (2, 0, 0),
        "districts": (2, 0, 0),
        "lines": (2, 0, 0),
        "stations": (3, 0, 0),
        "areas": (1, 0, 0),
        "venues": (5, 0, 0),
        "events": (2, 0, 0),
        "benefits": (2, 0, 0),
        "itineraries": (2, 0, 0),
    }
    with database.read() as connection:
        assert data_version(connection) == report.version
        assert synced_at(connection).timestamp() == NOW.timestamp()


def test_a_venue_comes_back_as_written(filled: Database):
    with filled.read() as connection:
        venue = get_venue(connection, "river-museum")
    assert venue.card.name.zh == "江河博物馆"
    assert venue.card.scenarios == ("culture", "night")
    assert venue.card.district.name.en == "Huangpu"
    assert venue.card.position == LatLng(31.231, 121.471)
    assert venue.card.station is not None
    assert venue.card.station.slug == "central"
    assert [line.code for line in venue.card.station.lines] == ["1", "2"]
    assert venue.card.phone == "+86 21 6318 4477"
    assert venue.price is not None
    assert venue.price.value == 0
    assert venue.hours is not None
    assert (venue.hours.text, venue.hours.basis) == ("Tu-Su 09:00-17:00", "source")
    assert [fact.fact for fact in venue.access] == ["step-free", "toilet"]
    assert venue.aliases == ("江博", "RM")
    assert [source.id for source in venue.sources] == ["survey"]
    assert [near.slug for near in venue.stations] == ["central", "west-gate", "east-bank"]


def test_a_venue_belongs_to_the_area_around_it(filled: Database):
    with filled.read() as connection:
        venue = get_venue(connection, "harbour-bar")
        area = get_area(connection, "old-harbour")
    assert [link.slug for link in venue.areas] == ["old-harbour"]
    assert (area.card.venues, area.card.counts) == (1, {"night": 1})
    assert [station.slug for station in area.stations] == ["west-gate"]


def test_districts_count_their_venues(filled: Database):
    with filled.read() as connection:
        first, second = districts_in(connection)
    assert (first.code, first.venues) == ("310101", 4)
    assert first.counts == {"culture": 1, "night": 2, "silver": 2}
    assert (second.venues, second.office) == (1, None)


def test_a_station_has_its_last_trains_in_order(filled: Database):
    with filled.read() as connection:
        station = get_station(connection, "central")
    trains = [(t.towards.en, t.day_type, t.departs_min) for t in station.last_trains]
    assert trains == [
        ("East Bank", "weekday", 22 * 60 + 47),
        ("East Bank", "friday_saturday", 24 * 60 + 17),
        ("West Gate", "weekday", 22 * 60 + 58),
    ]
    assert [fact.fact for fact in station.access] == ["lift"]


def test_everything_prepared_is_there(filled: Database):
    with filled.read() as connection:
        base = find_document(connection, "base.json")
        shell = find_document(connection, "shell.json")
        for kind, key in PLACES:
            for lang in ("zh", "en"):
                svg = find_sketch(connection, kind, key, lang)
                assert svg is not None, (kind, key, lang)
                assert svg.startswith("<svg")
    assert base is not None
    assert shell is not None
    decoded = orjson.loads(gzip.decompress(base.body))
    assert [each["code"] for each in decoded["districts"]] == ["310101", "310115"]
    assert [each["slug"] for each in decoded["areas"]] == ["old-harbour"]
    assert set(orjson.loads(gzip.decompress(shell.body))) == {"html", "script"}


def test_a_sketch_says_what_it_shows_in_its_language(filled: Database):
    with filled.read() as connection:
        chinese = find_sketch(connection, "venue", "river-museum", "zh")
        english = find_sketch(connection, "venue", "river-museum", "en")
    assert chinese is not None
    assert english is not None
    assert 'aria-label="江河博物馆周边地图，最近的地铁站是中央"' in chinese
    assert 'aria-label="Map around River Museum; the nearest metro station is Central"' in english


def test_a_second_sync_writes_nothing(filled: Database, content: Path):
    before = everything(filled)
    started = time.perf_counter()
    report = sync(filled, content, NOW)
    assert time.perf_counter() - started < 1
    assert report.was_current
    assert everything(filled) == before


def test_a_forced_sync_of_the_same_content_changes_no_row(filled: Database, content: Path):
    before = everything(filled)
    report = sync(filled, content, NOW, force=True)
    assert [changes for changes in report.changes if changes] == []
    assert everything(filled) == before


def test_changes_are_told_by_noun(filled: Database, content: Path):
    rewrite(content / "venues/night.yaml", "craft-beer", "rooftop")
    rewrite(content / "metro/stations.yaml", "en: West Gate", "en: Western Gate")
    report = sync(filled, content, NOW)
    assert summary(report) == {"stations": (0, 1, 0), "venues": (0, 1, 0)}
    assert next(c for c in report.changes if c.noun == "venues").changed == {"harbour-bar"}


def test_a_fault_changes_nothing(filled: Database, content: Path):
    before = everything(filled)
    rewrite(content / "venues/night.yaml", "rank: 3", "rank: 9")
    rewrite(content / "venues/culture.yaml", "River Museum", "Museum of the River")
    with pytest.raises(ContentRefused) as refused:
        sync(filled, content, NOW)
    assert [fault.place for fault in refused.value.faults] == ["venues[0] harbour-bar · rank"]
    assert everything(filled) == before


def test_a_broken_write_changes_nothing(
    filled: Database, content: Path, monkeypatch: pytest.MonkeyPatch
):
    def fail(_connection: object) -> int:
        raise RuntimeError("power cut")

    before = everything(filled)
    rewrite(content / "venues/culture.yaml", "River Museum", "Museum of the River")
    monkeypatch.setattr("webapp.services.content.renewal.build_tiles", fail)
    with pytest.raises(RuntimeError, match="power cut"):
        sync(filled, content, NOW)
    assert everything(filled) == before


def test_two_syncs_at_once_wait_for_each_other(database: Database, content: Path):
    def run(results: list[SyncReport]) -> None:
        results.append(sync(database, content, NOW, force=True))

    reports: list[SyncReport] = []
    threads = [threading.Thread(target=run, args=(reports,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    news = sorted(sum(len(each.new) for each in report.changes) for report in reports)
    assert news == [0, 0, 21]


def test_a_retired_venue_is_gone_but_remembered(filled: Database, content: Path):
    (content / "venues/night.yaml").unlink()
    report = sync(filled, content, NOW)
    assert summary(report)["venues"] == (0, 0, 1)
    with filled.read() as connection:
        name = find_gone(connection, "harbour-bar")
        assert name is not None
        assert name.en == "The Harbour Bar"
        with pytest.raises(VenueGone):
            get_venue(connection, "harbour-bar")
        with pytest.raises(VenueMissing):
            get_venue(connection, "never-there")
        assert get_area(connection, "old-harbour").card.venues == 0


def test_a_retired_venue_is_told_once_and_may_come_back(filled: Database, content: Path):
    kept = (content / "venues/night.yaml").read_text(encoding="utf-8")
    (content / "venues/night.yaml").unlink()
    sync(filled, content, NOW)
    assert "venues" not in summary(sync(filled, content, NOW, force=True))
    (content / "venues/night.yaml").write_text(kept, encoding="utf-8")
    assert summary(sync(filled, content, NOW))["venues"] == (0, 1, 0)
    with filled.read() as connection:
        assert get_venue(connection, "harbour-bar").card.hours_text == "Mo-Su 18:00-02:00"


def test_ids_of_venues_and_hours_stay(filled: Database, content: Path):
    with filled.read() as connection:
        before = get_venue(connection, "river-museum").card
    rewrite(content / "venues/night.yaml", "Mo-Su 18:00-02:00", "Mo-Su 08:00-12:00")
    sync(filled, content, NOW)
    with filled.read() as connection:
        after = get_venue(connection, "river-museum").card
        count = connection.execute(select(func.count()).select_from(tables.hours)).scalar_one()
    assert (after.id, after.hours_id) == (before.id, before.hours_id)
    assert count == 2


def summary(report: SyncReport) -> dict[str, tuple[int, int, int]]:
    return {
        each.noun: (len(each.new), len(each.changed), len(each.retired))
        for each in report.changes
        if each
    }


def rewrite(file: Path, old: str, new: str) -> None:
    content = file.read_text(encoding="utf-8")
    assert old in content
    file.write_text(content.replace(old, new), encoding="utf-8")


def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, in a fixed order."""
    with database.read() as connection:
        return {
            name: sorted(map(tuple, connection.execute(text(f"SELECT * FROM {name}"))), key=repr)
            for name in tables.metadata.tables
        }
