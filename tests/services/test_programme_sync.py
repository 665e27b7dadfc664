"""Events, benefits and itineraries follow content: changed, gone, and nothing by itself."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from webapp.domain.faults import EventMissing, ItineraryMissing
from webapp.domain.hours import TZ
from webapp.services.content.reports import SyncReport
from webapp.services.content.sync import sync
from webapp.store import tables
from webapp.store.benefits import benefits_in
from webapp.store.events import events_of_venue, get_event
from webapp.store.itineraries import get_itinerary
from webapp.store.session import Database

NOW = datetime(2026, 11, 20, 21, 40, tzinfo=TZ)


@pytest.fixture
def filled(database: Database, content: Path) -> Database:
    sync(database, content, NOW)
    return database


def test_changes_are_told_by_noun(filled: Database, content: Path):
    rewrite(content / "events/fairs.yaml", "months: [10]", "months: [10, 11]")
    rewrite(content / "benefits/passes.yaml", "One cup of tea.", "Two cups of tea.")
    rewrite(content / "itineraries/both-banks.yaml", "stay_min: 45", "stay_min: 50")
    assert summary(sync(filled, content, NOW)) == {
        "events": (0, 1, 0),
        "benefits": (0, 1, 0),
        "itineraries": (0, 1, 0),
    }
    with filled.read() as connection:
        assert get_event(connection, "print-fair").card.months == (10, 11)
        assert get_itinerary(connection, "both-banks").stops[1].stay_min == 50


def test_a_moved_venue_changes_the_itineraries_through_it(filled: Database, content: Path):
    with filled.read() as connection:
        before = get_itinerary(connection, "both-banks")
    rewrite(content / "venues/culture.yaml", "lat: 31.231000", "lat: 31.233000")
    changed = {each.noun: each.changed for each in sync(filled, content, NOW).changes}
    assert changed["itineraries"] == {"both-banks", "slow-morning"}
    with filled.read() as connection:
        after = get_itinerary(connection, "both-banks")
    assert after.legs[0].walk_m > before.legs[0].walk_m
    assert after.stops[0].arrive_min > before.stops[0].arrive_min


def test_what_left_content_is_deleted_with_its_parts(filled: Database, content: Path):
    (content / "events/fairs.yaml").unlink()
    (content / "itineraries/both-banks.yaml").unlink()
    assert summary(sync(filled, content, NOW)) == {"events": (0, 0, 2), "itineraries": (0, 0, 1)}
    with filled.read() as connection:
        with pytest.raises(EventMissing):
            get_event(connection, "print-fair")
        with pytest.raises(ItineraryMissing):
            get_itinerary(connection, "both-banks")
        assert events_of_venue(connection, "river-museum") == ()
        for part in (tables.event_dates, tables.event_venues, tables.event_months):
            assert connection.execute(select(part)).all() == []
        slugs = select(tables.itinerary_legs.c.itinerary_slug).distinct()
        assert connection.execute(slugs).scalars().all() == ["slow-morning"]


def test_a_benefit_may_go_when_no_venue_names_it(filled: Database, content: Path):
    rewrite(content / "venues/culture.yaml", "benefits: [museum-pass]", "benefits: []")
    (content / "benefits/passes.yaml").unlink()
    assert summary(sync(filled, content, NOW)) == {"venues": (0, 1, 0), "benefits": (0, 0, 2)}
    with filled.read() as connection:
        assert benefits_in(connection) == ()


def test_a_venue_may_go_once_no_itinerary_stops_there(filled: Database, content: Path):
    """Its events and stops are written anew before it is retired."""
    rewrite(content / "events/fairs.yaml", "[east-gallery, river-museum]", "[river-museum]")
    (content / "itineraries/both-banks.yaml").unlink()
    file = content / "venues/culture.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("- slug: east-gallery")], encoding="utf-8")
    assert summary(sync(filled, content, NOW)) == {
        "venues": (0, 0, 1),
        "events": (0, 1, 0),
        "itineraries": (0, 0, 1),
    }


def summary(report: SyncReport) -> dict[str, tuple[int, int, int]]:
    return {
        each.noun: (len(each.new), len(each.changed), len(each.retired))
        for each in report.changes
        if each
    }


def rewrite(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
