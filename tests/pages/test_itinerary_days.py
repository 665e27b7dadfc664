"""An itinerary on a day and from a time of the visitor's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.fixtures import markup
from webapp.domain.hours import State
from webapp.domain.openings import midnight
from webapp.domain.stays import state_during
from webapp.services.itinerary_days import (
    DAYS_AHEAD,
    Closure,
    Start,
    closed_stops,
    next_start,
)
from webapp.services.itinerary_times import on_day
from webapp.services.travel import open_travel
from webapp.store.itineraries import get_itinerary, itineraries_in

LANGUAGES = ["zh", "en"]
SLUG = "both-banks-of-the-bund"  # its bar is closed on Mondays


@pytest.fixture(scope="module")
def written_routes(app):
    with app.extensions["database"].read() as connection:
        slugs = [card.slug for card in itineraries_in(connection)]
        return {slug: get_itinerary(connection, slug) for slug in slugs}


def stops_of(root):
    return [li for li in root.iter("li") if li.get("data-stop")]


def tree(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return markup.tree(answer)


def clock(minutes):
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "query", ["on=2026-12-04&from=16:00", "at=2026-12-04T16:00", "on=2026-12-04&hour=16:00"]
)
def test_times_are_worked_out_for_the_chosen_start(client, written_routes, lang, query):
    found = written_routes[SLUG]
    later = 16 * 60 - found.card.start_min
    stops = stops_of(tree(client, f"/{lang}/itineraries/{SLUG}?{query}"))
    told = [(li.get("data-arrive"), li.get("data-leave")) for li in stops]
    assert told == [(clock(s.arrive_min + later), clock(s.leave_min + later)) for s in found.stops]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_stop_closed_then_is_named_with_a_start_that_works(client, lang):
    root = tree(client, f"/{lang}/itineraries/{SLUG}?on=2026-11-30&from=16:00")
    notice = next(node for node in root.iter("div") if node.get("data-closed"))
    assert notice.get("data-closed") == "1"
    assert ("全天不开" if lang == "zh" else "closed all day on Monday") in markup.words(notice)
    offer = next(a for a in notice.iter("a") if "on=" in (a.get("href") or ""))
    again = tree(client, offer.get("href"))
    assert [node for node in again.iter("div") if node.get("data-closed")] == []


def test_the_example_day_has_no_warning(client, written_routes):
    for slug in written_routes:
        root = tree(client, f"/en/itineraries/{slug}")
        assert [node for node in root.iter("div") if node.get("data-closed")] == [], slug


def test_next_starts_are_the_nearest_that_work(written_routes):
    """An independent reading of the hours: the start works, and no nearer one of its sort does."""
    for found in written_routes.values():
        wanted = Start(found.example_on + timedelta(days=2), found.card.start_min)
        start = next_start(found, wanted, lambda _: True)
        if start is None:
            assert not any(works(found, on) for on in days_after(wanted))
            continue
        assert works(found, start.on)
        assert 0 <= (start.on - wanted.on).days <= DAYS_AHEAD
        nearer = [on for on in (wanted.on, *days_after(wanted)) if on < start.on]
        assert not any(works(found, on) for on in nearer), found.card.slug


def moved(found, start):
    later = start.start_min - found.card.start_min
    stops = tuple(replace(s, arrive_min=s.arrive_min + later) for s in found.stops)
    return replace(found, stops=stops, example_on=start.on)


def days_after(start):
    return [start.on + timedelta(days=n) for n in range(1, DAYS_AHEAD + 1)]


def works(found, on):
    def moment(minutes):
        return midnight(on) + timedelta(minutes=minutes)

    return all(
        state_during(s.venue.hours_text, moment(s.arrive_min), moment(s.leave_min))
        is not State.CLOSED
        for s in found.stops
    )


def test_closures_say_why(written_routes):
    found = written_routes[SLUG]
    number = next(n for n, s in enumerate(found.stops, 1) if s.venue.slug.startswith("museum-of"))

    def closure(on, start):
        shifted = moved(found, Start(datetime.fromisoformat(on).date(), start))
        return {each.number: each.closure for each in closed_stops(shifted)}.get(number)

    assert closure("2026-11-27", found.card.start_min) is None
    assert closure("2026-11-27", 5 * 60) is Closure.NOT_YET
    assert closure("2026-11-27", 23 * 60) is Closure.OVER
    assert closure("2026-11-27", 20 * 60 + 15) is Closure.DURING


def test_a_ride_after_the_last_train_is_told(client):
    page = client.get(f"/en/itineraries/{SLUG}?on=2026-11-30&from=22:30").text
    assert "no train after" in page


def test_ways_are_linked_leg_by_leg(client, written_routes):
    root = tree(client, f"/en/itineraries/{SLUG}")
    found = written_routes[SLUG]
    links = [a.get("href") for a in root.iter("a") if a.get("rel", "").endswith("external")]
    assert len([link for link in links if "uri.amap.com/navigation" in link]) == len(found.legs)
    assert len([link for link in links if "mode=bus" in link]) == sum(
        1 for leg in found.legs if leg.mode == "metro"
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_paper_carries_the_code_of_the_page_for_its_day(client, lang):
    root = tree(client, f"/{lang}/itineraries/{SLUG}/print?on=2026-12-04&from=16:00")
    assert [svg for svg in root.iter() if svg.get("class") == "qr"]
    assert f"http://localhost/{lang}/itineraries/{SLUG}?on=2026-12-04&from=16:00" in markup.words(
        root
    )


def test_ways_are_those_of_the_hour(app, written_routes):
    """Late in the night a way is ridden only where a train goes, and times add up all the same."""
    with app.extensions["database"].read() as connection:
        travel = open_travel(connection, app.extensions["settings"])
        for found in written_routes.values():
            for hour in (found.card.start_min, 9 * 60, 23 * 60 + 30):
                start = Start(found.example_on + timedelta(days=1), hour)
                told = on_day(connection, travel, found, start)
                walked = sum(leg.walk_m for leg in told.legs)
                spent = sum(leg.minutes for leg in told.legs)
                spent += sum(stop.stay_min for stop in told.stops)
                assert told.card.walk_m == walked
                assert told.card.end_min - hour == spent
                assert [s.stay_min for s in told.stops] == [s.stay_min for s in found.stops]


def test_the_example_start_is_the_itinerary_as_written(client):
    plain = tree(client, f"/en/itineraries/{SLUG}")
    chosen = tree(client, f"/en/itineraries/{SLUG}?on=2026-11-27&from=15:40")
    assert [li.attrib for li in stops_of(plain)] == [li.attrib for li in stops_of(chosen)]
