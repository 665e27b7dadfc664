"""Districts: the sixteen, and the page of one."""

from __future__ import annotations

from flask import Blueprint, render_template

from webapp import clock, current
from webapp.access import public
from webapp.pages import reference
from webapp.pages.areas import listed_areas
from webapp.pages.cards import listed
from webapp.pages.open_charts import district_chart
from webapp.store import venues as venues_store
from webapp.store.districts import get_district
from webapp.store.documents import find_sketch
from webapp.store.stations import stations_in
from webapp.store.venue_filter import VenueFilter

SHOWN = 12


def add_to(pages: Blueprint) -> None:
    """Register the addresses."""
    pages.add_url_rule("/districts", "districts", districts)
    pages.add_url_rule("/districts/<code>", "district", district)


@public
def districts() -> str:
    """The sixteen districts with what is listed in each."""
    return render_template("pages/districts.html", districts=reference.districts())


@public
def district(code: str) -> str:
    """One district: counts, areas, places, stations."""
    connection, at = current.connection(), clock.moment()
    found = get_district(connection, code)
    page = venues_store.venues_in(connection, VenueFilter(district=code, at=at), 1, SHOWN)
    return render_template(
        "pages/district.html",
        district=found,
        sketch=find_sketch(connection, "district", code, current.lang()),
        areas=listed_areas(district=code),
        venues=listed(page.items, at),
        chart=district_chart(code, at),
        stations=stations_in(connection, district=code, lang=current.lang()),
        at=at,
    )
