"""Home: the clock, the four scenarios, what is open near a station."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from geo.records import LatLng
from geo.sketch import hero
from webapp import clock, current
from webapp.access import public
from webapp.domain.faults import StationMissing
from webapp.domain.openings import State
from webapp.domain.scenarios import Scenario
from webapp.pages import origin, query, reference
from webapp.pages.areas import listed_areas
from webapp.pages.cards import listed
from webapp.pages.origin import Origin
from webapp.pages.tonight import tonight
from webapp.store import venues as store
from webapp.store.documents import find_sketch
from webapp.store.venue_filter import Order, VenueFilter
from webapp.view import is_easy

CENTRAL_STATION = "peoples-square"
OPEN_SHOWN = 8
AREAS_SHOWN = 6
LIGHTS_TRIED = 40


def add_to(pages: Blueprint) -> None:
    """Register the address."""
    pages.add_url_rule("/", "home", home)


@public
def home() -> str:
    """The first page: the easy view's choices, else what is open at the moment meant."""
    return render_template("pages/easy_home.html") if is_easy() else _lights_on()


def _lights_on() -> str:
    """What is open at the moment and near the place the visitor means."""
    connection, at = current.connection(), clock.moment()
    asked = query.venue_filter()
    start = origin.of_request() or _station(asked.station)
    near = start.position if start else None
    still_open = VenueFilter(
        state=State.OPEN, at=at, near=near, order=Order.DISTANCE if near else Order.RANK
    )
    page = store.venues_in(connection, still_open, 1, OPEN_SHOWN)
    return render_template(
        "pages/home.html",
        at=at,
        origin=start,
        is_near=start is not None and not start.name,
        near=request.args.get("near") if start and not start.name else None,
        place=start.key or None if start else None,
        venues=listed(page.items, at, start),
        total_open=page.total,
        scenarios=list(Scenario),
        areas=listed_areas(most=AREAS_SHOWN),
        tonight=tonight(at),
        stations=reference.stations(),
        hero=_hero(near),
        is_chosen=clock.is_chosen(),
    )


def _hero(near: LatLng | None) -> str | None:
    """The city with the lamp where the visitor is, and the best known places open now."""
    connection = current.connection()
    drawn = find_sketch(connection, "hero", "city", current.lang())
    if drawn is None:
        return None
    lit = VenueFilter(state=State.OPEN, at=clock.moment(), bbox=hero.FRAME.bounds())
    page = store.venues_in(connection, lit, 1, LIGHTS_TRIED)
    return hero.with_marks(drawn, ((card.scenario, card.position) for card in page.items), near)


def _station(slug: str | None) -> Origin | None:
    """The station the list is near; before the metro is loaded there is none."""
    if slug:
        raise StationMissing(slug)
    return origin.of_station(CENTRAL_STATION)
