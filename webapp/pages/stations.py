"""Metro stations: by line, and the page of one."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, render_template

from webapp import clock, current
from webapp.access import public
from webapp.pages import origin, reference
from webapp.pages.cards import listed
from webapp.pages.trains import trains_from
from webapp.store import venues as venues_store
from webapp.store.documents import find_sketch
from webapp.store.place_records import StationCard
from webapp.store.stations import get_station
from webapp.store.venue_filter import Order, VenueFilter
from webapp.store.venue_records import LineBadge

WITHIN_M = 1000
SHOWN = 12


@dataclass(frozen=True, slots=True)
class LineBranch:
    """One branch of a line with its stations in running order."""

    line: LineBadge
    stations: tuple[StationCard, ...]


def add_to(pages: Blueprint) -> None:
    """Register the addresses."""
    pages.add_url_rule("/stations", "stations", stations)
    pages.add_url_rule("/stations/<slug>", "station", station)


@public
def stations() -> str:
    """Every line with its stations in running order."""
    by_slug = {card.slug: card for card in reference.stations()}
    branches = [
        LineBranch(line, tuple(by_slug[slug] for slug in branch.stops))
        for line in reference.lines()
        for branch in reference.branches()
        if branch.line_code == line.code
    ]
    return render_template("pages/stations.html", branches=branches)


@public
def station(slug: str) -> str:
    """One station: lines, last trains tonight, places within walking distance."""
    connection, at = current.connection(), clock.moment()
    found = get_station(connection, slug)
    near = VenueFilter(station=slug, within_m=WITHIN_M, at=at, order=Order.DISTANCE)
    page = venues_store.venues_in(connection, near, 1, SHOWN)
    return render_template(
        "pages/station.html",
        station=found,
        sketch=find_sketch(connection, "station", slug, current.lang()),
        trains=trains_from(slug, at),
        venues=listed(page.items, at, origin.of_station(slug)),
        total=page.total,
        within_m=WITHIN_M,
        at=at,
    )
