"""The list, the map and the page of one venue."""

from __future__ import annotations

from flask import Blueprint, render_template

from webapp import clock, current
from webapp.access import public
from webapp.domain.faults import PageMissing
from webapp.domain.search_terms.readings import toned_pinyin
from webapp.pages import origin, query
from webapp.pages.addresses import this_address
from webapp.pages.cards import listed
from webapp.pages.choices import filter_choices
from webapp.pages.chosen import chosen_filters
from webapp.pages.map_view import map_view
from webapp.pages.venue_page import venue_page
from webapp.store import venues as store
from webapp.store.documents import find_sketch
from webapp.store.paging import Page
from webapp.store.venue_filter import Order, VenueFilter
from webapp.store.venue_records import VenueCard

PER_PAGE = 20


def add_to(pages: Blueprint) -> None:
    """Register the addresses."""
    pages.add_url_rule("/venues", "venues", venues)
    pages.add_url_rule("/map", "map_page", map_page)
    pages.add_url_rule("/venues/<slug>", "venue", venue)
    pages.add_url_rule("/venues/<slug>/card", "venue_card", venue_card)


@public
def venues() -> str:
    """The list: filters, sorting, pages."""
    return render_template("pages/venues.html", **_listing())


@public
def map_page() -> str:
    """The map with the list of the same venues."""
    listing = _listing(without=("bbox",))  # the map itself shows where it looks
    return render_template("pages/map.html", map=map_view(query.venue_filter()), **listing)


@public
def venue(slug: str) -> str:
    """One venue."""
    page = venue_page(slug, clock.moment())
    return render_template("pages/venue.html", page=page, at=clock.moment())


@public
def venue_card(slug: str) -> str:
    """The card to show a driver: name and address in Chinese, full screen."""
    page = venue_page(slug, clock.moment())
    sketch = find_sketch(current.connection(), "card", slug, "zh")
    said = toned_pinyin(page.venue.card.name.zh)
    return render_template("pages/venue_card.html", page=page, sketch=sketch, pinyin=said)


def _listing(without: tuple[str, ...] = ()) -> dict[str, object]:
    asked = query.venue_filter()
    number = query.page_number()
    selection = store.select_venues(current.connection(), asked)
    page = store.page_of(current.connection(), selection, number, PER_PAGE)
    if number > page.pages:
        raise PageMissing(str(number))
    return {
        "asked": asked,
        "page": page,
        "venues": listed(page.items, clock.moment(), origin.of_request()),
        "choices": filter_choices(asked, selection),
        "chosen": chosen_filters(selection, without),
        "page_address": page_address,
        "orders": [order for order in Order if _is_offered(order, asked)],
        "at": clock.moment(),
        "result_count": page.total,
        "pages_shown": pages_shown(page),
    }


def page_address(number: int) -> str:
    """This list's address with another page number."""
    return this_address(page=str(number))


def pages_shown(page: Page[VenueCard]) -> list[int]:
    """The page numbers to link: the first, the last and those around the present one."""
    around = {1, page.pages, page.number - 1, page.number, page.number + 1}
    return sorted(number for number in around if 1 <= number <= page.pages)


def _is_offered(order: Order, asked: VenueFilter) -> bool:
    if order is Order.DISTANCE:
        return asked.has_centre
    return order is not Order.RELEVANCE or asked.text is not None
