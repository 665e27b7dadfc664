"""What every page shares: navigation, the moment it is about, words in templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Flask, g, request, url_for
from markupsafe import Markup

from webapp import clock, view
from webapp.pages import addresses, moments, open_charts, phrases, sharing, validity, values
from webapp.pages.validity import NO_CACHE
from webapp.words import gettext as _

FORMS = {"pages.plan", "pages.plan_file", "pages.plan_print"}
"""Pages that say themselves what is wrong with a moment."""


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One entry of the main navigation; those that are not `is_short` fit a wide bar only."""

    word: str
    address: str
    icon: str
    is_here: bool
    is_short: bool


def register(app: Flask) -> None:
    """Read the moment, validate before a page is made, and give templates their words."""
    app.before_request(_read_moment)
    validity.register(app)
    app.url_defaults(_carry_moment)
    app.context_processor(_for_templates)
    for words in (addresses, phrases, moments, open_charts, sharing, values):
        words.register(app)


def navigation() -> list[NavigationItem]:
    """The five sections, with the one at hand marked; large type leaves the map to the wide bar."""
    sections = [
        (_("Home") if view.is_easy() else _("Discover"), "pages.home", "home"),
        (_("Map"), "pages.map_page", "map"),
        (_("List"), "pages.venues", "list"),
        (_("Routes") if view.is_easy() else _("Itineraries"), "pages.itineraries", "route"),
        (_("Saved"), "pages.saved", "keep"),
    ]
    return [
        NavigationItem(
            word,
            url_for(endpoint),
            icon,
            _section() == endpoint,
            not view.is_easy() or icon != "map",
        )
        for word, endpoint, icon in sections
    ]


def _section() -> str | None:
    """The section the page at hand belongs to."""
    parents = {
        "pages.venue": "pages.venues",
        "pages.itinerary": "pages.itineraries",
        "pages.plan": "pages.itineraries",
        "pages.saved_plan": "pages.itineraries",
        "pages.plan_print": "pages.itineraries",
        "pages.saved_plan_print": "pages.itineraries",
        "pages.plan_owner": "pages.itineraries",
    }
    return parents.get(request.endpoint or "", request.endpoint)


def osm_credit() -> Markup:
    """OpenStreetMap's required attribution, in its own language."""
    return Markup('<span lang="en">© OpenStreetMap contributors, ODbL</span>')


def _read_moment() -> None:
    """Refuse a bad moment on every page, also where nothing depends on it but the links."""
    if (request.endpoint or "").startswith("pages.") and request.endpoint not in NO_CACHE | FORMS:
        clock.moment()


def _carry_moment(endpoint: str, values: dict[str, Any]) -> None:
    """Keep the chosen moment in every link of the page."""
    chosen = g.get("moment")
    if chosen and endpoint.startswith("pages.") and clock.is_chosen() and endpoint not in NO_CACHE:
        values.setdefault("at", chosen.strftime("%Y-%m-%dT%H:%M"))


def _for_templates() -> dict[str, Any]:
    return {"navigation": navigation, "osm_credit": osm_credit, "presets": clock.presets}
