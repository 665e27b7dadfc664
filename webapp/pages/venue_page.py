"""Everything the page of one venue shows, worked out before the template."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from geo.navigation import NavigationLink, navigation_links
from webapp import current
from webapp.domain.freshness import confirm_days_of
from webapp.domain.holidays import is_provisional
from webapp.domain.hours import DayHours, week_of
from webapp.pages.cards import ListedVenue, listed, minutes_of_day
from webapp.pages.origin import Origin
from webapp.pages.trains import StationTrains, trains_from
from webapp.store import venues as store
from webapp.store.benefit_records import BenefitCard
from webapp.store.benefits import benefits_of_venue
from webapp.store.documents import find_sketch
from webapp.store.event_records import EventCard
from webapp.store.events import events_of_venue
from webapp.store.itineraries import itineraries_of_venue
from webapp.store.itinerary_records import ItineraryCard
from webapp.store.venue_filter import VenueFilter
from webapp.store.venue_records import Venue

NEARBY = 4


@dataclass(frozen=True, slots=True)
class VenuePage:
    """What the page of one venue shows; `now_min` is in minutes after 06:00.

    `is_overdue`: nobody has confirmed the facts within the limit of the kind.
    """

    venue: Venue
    shown: ListedVenue
    week: tuple[DayHours, ...]
    now_min: int
    links: tuple[NavigationLink, ...]
    trains: StationTrains | None
    confirm_by: date
    is_overdue: bool
    is_provisional: bool
    nearby: list[ListedVenue]
    sketch: str | None
    benefits: tuple[BenefitCard, ...]
    events: tuple[EventCard, ...]
    itineraries: tuple[ItineraryCard, ...]


def venue_page(slug: str, at: datetime) -> VenuePage:
    """Gather one venue's page at `at`; raises `VenueMissing` or, once withdrawn, `VenueGone`."""
    connection = current.connection()
    venue = store.get_venue(connection, slug)
    card = venue.card
    confirm_by = _stated_on(venue) + timedelta(days=confirm_days_of(card.kind))
    return VenuePage(
        venue=venue,
        shown=listed([card], at)[0],
        week=week_of(card.hours_text, at),
        now_min=minutes_of_day(at),
        links=navigation_links(card.name.zh, card.position),
        trains=trains_from(venue.stations[0].slug, at) if venue.stations else None,
        confirm_by=confirm_by,
        is_overdue=at.date() > confirm_by,
        is_provisional=is_provisional(at.date()),
        nearby=_nearby(venue, at),
        benefits=benefits_of_venue(connection, slug),
        events=events_of_venue(connection, slug),
        itineraries=itineraries_of_venue(connection, slug),
        sketch=find_sketch(connection, "venue", slug, current.lang()),
    )


def _stated_on(venue: Venue) -> date:
    """The date of the hours, which age fastest, else of the venue."""
    return venue.hours.as_of if venue.hours else venue.card.as_of


def _nearby(venue: Venue, at: datetime) -> list[ListedVenue]:
    near = store.nearby(current.connection(), venue.card.position, NEARBY + 1, VenueFilter(at=at))
    others = [card for card in near if card.slug != venue.card.slug][:NEARBY]
    return listed(others, at, Origin(venue.card.position))
