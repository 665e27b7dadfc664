"""Itineraries: the list, the page of one with its timeline, and the page to print."""

from __future__ import annotations

from functools import partial

from flask import Blueprint, render_template, request

from webapp import current
from webapp.access import public
from webapp.domain.faults import BadParameter
from webapp.domain.itineraries import Legs
from webapp.domain.scenarios import Scenario
from webapp.pages.itinerary_copy import copy_address
from webapp.pages.itinerary_files import itinerary_file
from webapp.pages.itinerary_page import ItineraryPage, itinerary_page
from webapp.pages.itinerary_sketch import listed_itineraries
from webapp.pages.map_view import route_view
from webapp.pages.route_files import ENDINGS
from webapp.pages.take_away import PAPER, take_away
from webapp.services.take_away.qr import qr_svg
from webapp.store.itineraries import itineraries_in
from webapp.words import gettext as _


def add_to(pages: Blueprint) -> None:
    """Register the addresses."""
    pages.add_url_rule("/itineraries", "itineraries", itineraries)
    pages.add_url_rule("/itineraries/<slug>", "itinerary", itinerary)
    pages.add_url_rule("/itineraries/<slug>/print", "itinerary_print", itinerary_print)
    pages.add_url_rule(f"/itineraries/<slug>.{ENDINGS}", "itinerary_file", itinerary_file)


@public
def itineraries() -> str:
    """All itineraries, of one scenario or for easy legs when asked."""
    scenario = _one_of("scenario", set(Scenario))
    legs = _one_of("legs", set(Legs))
    found = itineraries_in(current.connection(), scenario=scenario, legs=legs)
    return render_template(
        "pages/itineraries.html",
        itineraries=listed_itineraries(found),
        scenario=scenario,
        legs=legs,
    )


@public
def itinerary(slug: str) -> str:
    """One itinerary with its route and timeline."""
    page = itinerary_page(slug)
    take = take_away(partial(_address, page), page.url, _code_words())
    return render_template(
        "pages/itinerary.html",
        page=page,
        take=take,
        own=copy_address(page.itinerary),
        map=route_view(),
    )


@public
def itinerary_print(slug: str) -> str:
    """The same on paper: no navigation, no scripts."""
    page = itinerary_page(slug)
    code = qr_svg(page.url, _code_words())
    return render_template("pages/itinerary_print.html", page=page, code=code)


def _address(page: ItineraryPage, form: str) -> str:
    """The path of a file, or of the paper, for the same day."""
    if form == PAPER:
        return page.day.address("pages.itinerary_print")
    return page.day.address("pages.itinerary_file", form=form)


def _code_words() -> str:
    return _("QR code of this itinerary’s address")


def _one_of(name: str, known: set[Scenario] | set[Legs]) -> str | None:
    raw = request.args.get(name, "")
    if raw and raw not in known:
        raise BadParameter(name, raw)
    return raw or None
