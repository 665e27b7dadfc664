"""What every page shares: navigation, validators for caching, words in templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Flask, Response, current_app, g, request, url_for
from markupsafe import Markup

from webapp import clock, current, home_place, http, view
from webapp.pages import addresses, moments, open_charts, phrases, sharing, values
from webapp.words import gettext as _

PLANS = {
    f"pages.{name}"
    for name in (
        *("plans", "save_plan", "saved_plan", "saved_plan_print", "plan_owner", "change_plan"),
    )
}
NO_CACHE = {"pages.preferences", *PLANS}
FILES = {"pages.itinerary_file", "pages.plan_file", "pages.saved_plan_file"}
"""Addresses that are no pages: they validate what they send themselves."""
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
    """Validate before a page is made, and give templates their words."""
    app.before_request(_read_moment)
    app.before_request(_answer_unchanged)
    app.after_request(_validate)
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


def page_etag() -> str:
    """A validator from all that a public page is made of."""
    return http.etag_of(
        current_app.extensions["release"],
        current.version(),
        request.full_path,
        view.stamp(),
        home_place.home_key(),
        clock.now().isoformat(),
        sharing.image_stamp(),
    )


def _is_cacheable() -> bool:
    endpoint = request.endpoint or ""
    return (
        request.method in ("GET", "HEAD")
        and endpoint.startswith("pages.")
        and endpoint not in NO_CACHE | FILES
        and "view" not in request.args
    )


def _read_moment() -> None:
    """Refuse a bad moment on every page, also where nothing depends on it but the links."""
    if (request.endpoint or "").startswith("pages.") and request.endpoint not in NO_CACHE | FORMS:
        clock.moment()


def _answer_unchanged() -> Response | None:
    if not _is_cacheable() or not request.if_none_match:
        return None
    return http.unchanged(page_etag())


def _validate(answer: Response) -> Response:
    if _is_cacheable() and answer.status_code in (200, 304):
        answer.set_etag(page_etag(), weak=True)
        answer.headers["Cache-Control"] = "public, max-age=0, must-revalidate"
        answer.vary.update(["Cookie", "Accept-Encoding"])
    return answer


def _carry_moment(endpoint: str, values: dict[str, Any]) -> None:
    """Keep the chosen moment in every link of the page."""
    chosen = g.get("moment")
    if chosen and endpoint.startswith("pages.") and clock.is_chosen() and endpoint not in NO_CACHE:
        values.setdefault("at", chosen.strftime("%Y-%m-%dT%H:%M"))


def _for_templates() -> dict[str, Any]:
    return {"navigation": navigation, "osm_credit": osm_credit, "presets": clock.presets}
