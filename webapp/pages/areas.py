"""Areas: the list, and the page of one."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, render_template

from webapp import clock, current
from webapp.access import public
from webapp.labels import AREA_TYPES
from webapp.pages import reference
from webapp.pages.cards import listed
from webapp.pages.open_charts import OpenChart, area_chart
from webapp.store import venues as venues_store
from webapp.store.areas import get_area
from webapp.store.documents import find_sketch
from webapp.store.place_records import AreaCard
from webapp.store.sources import sources_in
from webapp.store.venue_filter import VenueFilter

INSIDE = 40


@dataclass(frozen=True, slots=True)
class ListedArea:
    """An area in a list, with its drawing and what is open there."""

    card: AreaCard
    sketch: str | None
    chart: OpenChart | None


def add_to(pages: Blueprint) -> None:
    """Register the addresses."""
    pages.add_url_rule("/areas", "areas", areas)
    pages.add_url_rule("/areas/<slug>", "area", area)


@public
def areas() -> str:
    """All areas by type."""
    by_type = {code: listed_areas(code) for code in AREA_TYPES}
    return render_template("pages/areas.html", by_type=by_type, at=clock.moment())


@public
def area(slug: str) -> str:
    """One area: story, best hours, what is inside, stations."""
    connection, at = current.connection(), clock.moment()
    found = get_area(connection, slug)
    inside = venues_store.venues_in(connection, VenueFilter(area=slug, at=at), 1, INSIDE)
    return render_template(
        "pages/area.html",
        area=found,
        sketch=find_sketch(connection, "area", slug, current.lang()),
        venues=listed(inside.items, at),
        total=inside.total,
        chart=area_chart(slug, at),
        sources=[source for source in sources_in(connection) if source.id in found.sources],
        at=at,
    )


def listed_areas(
    code: str | None = None, district: str | None = None, most: int | None = None
) -> list[ListedArea]:
    """At most `most` areas of one type or district, best known first, with their drawings."""
    connection, lang, at = current.connection(), current.lang(), clock.moment()
    cards = [
        card
        for card in reference.areas()
        if (code is None or card.type == code)
        and (district is None or any(place.slug == district for place in card.districts))
    ]
    return [
        ListedArea(
            card, find_sketch(connection, "area", card.slug, lang), area_chart(card.slug, at)
        )
        for card in cards[:most]
    ]
