"""An itinerary on its day as the value that files are written from."""

from __future__ import annotations

from datetime import datetime, timedelta

from flask import url_for

from webapp import current
from webapp.domain.hours import status_of
from webapp.domain.openings import midnight
from webapp.pages.itinerary_day import ItineraryDay
from webapp.pages.phrases import state_words, station_names
from webapp.pages.route_legs import route_leg, station_place
from webapp.services.take_away.route import Place, RouteLeg, RouteStop, TakeAwayRoute
from webapp.store.itinerary_records import Itinerary, ItineraryStop
from webapp.store.place_records import StationCard


def route_of(dated: Itinerary, day: ItineraryDay, notes: tuple[str, ...] = ()) -> TakeAwayRoute:
    """Return the route with addresses below the site's own; `notes` in the reader's language."""
    start, end = _end(dated.start), _end(dated.end)
    stops = tuple(_stop(stop, dated) for stop in dated.stops)
    places = (start, *(stop.place for stop in stops), end)
    return TakeAwayRoute(
        key=f"itinerary-{dated.card.slug}",
        file_name=f"{dated.card.slug}-{dated.example_on:%Y-%m-%d}",
        title=dated.card.name,
        story=dated.card.story.in_(current.lang()),
        url=page_url(day),
        on=dated.example_on,
        begins=_moment(dated, dated.card.start_min),
        ends=_moment(dated, dated.card.end_min),
        start=start,
        end=end,
        stops=stops,
        legs=tuple(map(route_leg, dated.legs, places[:-1], places[1:])),
        notes=notes,
        credits=_credits(dated),
        changed_on=dated.as_of,
    )


def page_url(day: ItineraryDay) -> str:
    """Return the whole address of the itinerary's page for this day."""
    return current.whole_address(day.address("pages.itinerary"))


def legs_of(dated: Itinerary) -> tuple[RouteLeg, ...]:
    """Return the ways between the places of an itinerary."""
    stops = (Place(stop.venue.name, stop.venue.position) for stop in dated.stops)
    places = (station_place(dated.start), *stops, station_place(dated.end))
    return tuple(map(route_leg, dated.legs, places[:-1], places[1:]))


def _stop(stop: ItineraryStop, dated: Itinerary) -> RouteStop:
    card, arrives = stop.venue, _moment(dated, stop.arrive_min)
    state = state_words(status_of(card.hours_text, card.hours_basis, arrives), arrives)
    path = url_for("pages.venue", slug=card.slug, at=None)
    return RouteStop(
        key=card.slug,
        place=Place(card.name, card.position),
        address=card.address,
        arrive=arrives,
        leave=_moment(dated, stop.leave_min),
        why=stop.why.in_(current.lang()),
        hours=f"{state.word} · {state.more}" if state.more else state.word,
        url=current.whole_address(path),
        scenario=card.scenario.value,
        phone=card.phone,
    )


def _end(card: StationCard) -> Place:
    """An end of the route, called a station in both languages."""
    return Place(station_names(card.name), card.position)


def _credits(dated: Itinerary) -> tuple[str, ...]:
    """Who the facts come from; the base map is OpenStreetMap's in any case."""
    known = (f"{source.publisher} ({source.licence})" for source in dated.sources)
    return tuple(dict.fromkeys(("© OpenStreetMap contributors (ODbL)", *known)))


def _moment(dated: Itinerary, minutes: int) -> datetime:
    return midnight(dated.example_on) + timedelta(minutes=minutes)
