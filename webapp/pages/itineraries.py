"""Itineraries: the list, the page of one with its timeline, and the page to print."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from webapp import current
from webapp.access import public
from webapp.domain.faults import BadParameter
from webapp.domain.itineraries import Legs
from webapp.domain.scenarios import Scenario
from webapp.pages.itinerary_files import FORMS, itinerary_file
from webapp.pages.itinerary_page import itinerary_page
from webapp.pages.itinerary_sketch import listed_itineraries
from webapp.pages.map_view import route_view
from webapp.pages.take_away import take_away
from webapp.services.take_away.qr import qr_svg
from webapp.store.itineraries import itineraries_in
from webapp.words import gettext as _


def add_to(pages: Blueprint) -> None:
    """Register the addresses."""
    pages.add_url_rule("/itineraries", "itineraries", itineraries)
    pages.add_url_rule("/itineraries/<slug>", "itinerary", itinerary)
    pages.add_url_rule("/itineraries/<slug>/print", "itinerary_print", itinerary_print)
    forms = ", ".join(FORMS)
    pages.add_url_rule(f"/itineraries/<slug>.<any({forms}):form>", "itinerary_file", itinerary_file)


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
    return render_template(
        "pages/itinerary.html", page=page, take=take_away(page), map=route_view()
    )


@public
def itinerary_print(slug: str) -> str:
    """The same on paper: no navigation, no scripts."""
    page = itinerary_page(slug)
    code = qr_svg(page.url, _("QR code of this itinerary’s address"))
    return render_template("pages/itinerary_print.html", page=page, code=code)


def _one_of(name: str, known: set[Scenario] | set[Legs]) -> str | None:
    raw = request.args.get(name, "")
    if raw and raw not in known:
        raise BadParameter(name, raw)
    return raw or None
