"""Events, benefits and itineraries of the sample."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Connection

from webapp.domain.events import Repeats
from webapp.domain.faults import BenefitMissing, EventMissing, ItineraryMissing
from webapp.domain.itineraries import Legs, Mode
from webapp.store.benefits import benefits_in, benefits_of_venue, get_benefit
from webapp.store.events import events_in, events_of_venue, get_event
from webapp.store.itineraries import get_itinerary, itineraries_in, itineraries_of_venue
from webapp.store.stations import stations_by_slug


def test_events_best_known_first(connection: Connection):
    fair, jazz = events_in(connection)
    assert (fair.slug, fair.rank, jazz.slug, jazz.rank) == ("print-fair", 4, "harbour-jazz", 2)
    assert fair.scenarios == ("culture", "goods")
    assert (fair.repeats, fair.months) == (Repeats.YEARLY, (10,))
    assert [edition.start for edition in fair.editions] == [date(2025, 10, 18), date(2026, 10, 17)]
    assert fair.district is not None
    assert fair.district.name.en == "Pudong"
    assert (jazz.district, jazz.editions, jazz.months) == (None, (), tuple(range(1, 13)))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"month": 10}, ["print-fair", "harbour-jazz"]),
        ({"month": 3}, ["harbour-jazz"]),
        ({"scenario": "goods"}, ["print-fair"]),
        ({"scenario": "silver"}, []),
        ({"district": "310115"}, ["print-fair"]),
        ({"district": "310101"}, ["print-fair"]),
        ({"area": "old-harbour"}, ["harbour-jazz"]),
        ({"month": 10, "scenario": "night"}, ["harbour-jazz"]),
    ],
)
def test_events_by_month_scenario_district_and_area(connection: Connection, wanted, found):
    assert slugs(events_in(connection, **wanted)) == found


def test_an_event_is_whole(connection: Connection):
    event = get_event(connection, "print-fair")
    assert slugs(event.venues) == ["east-gallery", "river-museum"]
    assert (event.hours, event.areas) == ("10:00-18:00", ())
    assert event.website is not None
    assert event.website.value == "https://fair.example.org/"
    assert event.price is not None
    assert event.price.value == 0
    assert [source.id for source in event.sources] == ["survey"]
    assert slugs(get_event(connection, "harbour-jazz").areas) == ["old-harbour"]


def test_events_of_a_venue(connection: Connection):
    assert slugs(events_of_venue(connection, "river-museum")) == ["print-fair"]
    assert events_of_venue(connection, "canteen-west") == ()


def test_benefits_in_editorial_order(connection: Connection):
    museum, tea = benefits_in(connection)
    assert (museum.slug, museum.kind, museum.venues) == ("museum-pass", "discount", 1)
    assert (museum.valid_from, museum.valid_until) == (date(2026, 1, 1), None)
    assert (tea.slug, tea.valid_until, tea.venues) == ("tea-voucher", date(2027, 12, 31), 0)
    assert benefits_in(connection, scenario="silver") == (museum,)
    assert benefits_of_venue(connection, "river-museum") == (museum,)
    assert benefits_of_venue(connection, "harbour-bar") == ()


def test_a_benefit_is_whole(connection: Connection):
    museum, tea = get_benefit(connection, "museum-pass"), get_benefit(connection, "tea-voucher")
    assert museum.phone is not None
    assert (museum.phone.value, museum.website) == ("12345", None)
    assert tea.website is not None
    assert tea.website.value.endswith("/tea")
    assert museum.card.who.zh == "年满 60 岁的人。"
    assert (museum.where.en, museum.as_of) == ("The River Museum.", date(2026, 7, 1))


def test_itineraries_by_scenario_and_legs(connection: Connection):
    banks, morning = itineraries_in(connection)
    assert (banks.slug, banks.legs, morning.legs) == ("both-banks", Legs.STANDARD, Legs.EASY)
    assert (banks.scenarios, banks.weekdays) == (("culture", "night"), ("fri", "sat"))
    assert (banks.start.slug, banks.end.name.en, banks.stops) == ("central", "Central", 3)
    assert itineraries_in(connection, scenario="night") == (banks,)
    assert itineraries_in(connection, legs="easy") == (morning,)
    assert itineraries_in(connection, scenario="night", legs="easy") == ()
    assert itineraries_of_venue(connection, "east-gallery") == (banks,)
    assert itineraries_of_venue(connection, "harbour-bar") == ()


@pytest.mark.parametrize("slug", ["both-banks", "slow-morning"])
def test_the_clock_of_an_itinerary_agrees_with_its_totals(connection: Connection, slug):
    found = get_itinerary(connection, slug)
    assert len(found.legs) == len(found.stops) + 1
    now = found.card.start_min
    for leg, stop in zip(found.legs, found.stops, strict=False):
        assert stop.arrive_min == now + leg.minutes
        now = stop.leave_min
    assert now + found.legs[-1].minutes == found.card.end_min
    assert found.card.walk_m == sum(leg.walk_m for leg in found.legs)
    assert found.card.total_min == found.card.end_min - found.card.start_min


def test_an_itinerary_is_whole(connection: Connection):
    found = get_itinerary(connection, "both-banks")
    assert [stop.venue.slug for stop in found.stops] == [
        *("river-museum", "east-gallery", "canteen-west"),
    ]
    assert (found.example_on, found.card.start_min) == (date(2026, 11, 20), 15 * 60 + 30)
    assert [leg.mode for leg in found.legs] == [Mode.WALK, Mode.METRO, Mode.METRO, Mode.METRO]
    (ride,) = found.legs[1].rides
    assert (ride.line.color, ride.start.name.en, ride.end.slug) == (
        *("#E3002A", "Central", "east-bank"),
    )
    assert (found.start.slug, found.end.slug, found.rests) == ("central", "central", ())
    assert found.stops[0].why.en == "Three boats deserve an hour."


def test_rests_say_where_they_are_known_from(connection: Connection):
    found = get_itinerary(connection, "slow-morning")
    assert [(rest.after_stop, rest.source) for rest in found.rests] == [
        *((1, None), (2, None), (3, "survey")),
    ]
    assert [source.id for source in found.sources] == ["survey"]


def test_what_does_not_exist_is_refused(connection: Connection):
    with pytest.raises(EventMissing):
        get_event(connection, "nothing")
    with pytest.raises(BenefitMissing):
        get_benefit(connection, "nothing")
    with pytest.raises(ItineraryMissing):
        get_itinerary(connection, "nothing")


def test_stations_by_slug_leave_out_what_does_not_exist(connection: Connection):
    assert list(stations_by_slug(connection, ["central", "nowhere"])) == ["central"]
    assert stations_by_slug(connection, []) == {}


def slugs(cards) -> list[str]:
    return [card.slug for card in cards]
