"""How long each page is good for: validators, and what browsers and caches between may keep.

The browser asks each time and mostly hears "304": the cookies that change a page are out of its
cache's sight, so it must not answer by itself (see the decision on pages in caches).
"""

from __future__ import annotations

from datetime import date, datetime

from flask import Flask, Response, current_app, request

from webapp import clock, current, home_place, http, view
from webapp.pages import sharing

PLANS = {
    f"pages.{name}"
    for name in ("plans", "save_plan", "saved_plan", "saved_plan_print", "plan_owner")
}
NO_CACHE = {"pages.preferences", "pages.change_plan", *PLANS}
FILES = {"pages.itinerary_file", "pages.plan_file", "pages.saved_plan_file"}
"""Addresses that are no pages: they validate what they send themselves."""
STEADY = {
    f"pages.{name}"
    for name in (
        *("about", "accessibility", "benefits", "checking", "help", "privacy", "sources"),
        *("districts", "stations", "packs", "itineraries", "itinerary", "itinerary_print"),
        *("events", "offline"),
    )
}
"""Pages without a state of now: the same all day."""
SHARED_S = 600
SHARED_NOW_S = 60
CHOSEN_STEP_MIN = 30
"""A page about a chosen moment still offers presets, which change at half hours."""


def register(app: Flask) -> None:
    """Validate before a page is made, and say how long it may be kept."""
    app.before_request(_answer_unchanged)
    app.after_request(_validate)


def is_steady() -> bool:
    """Whether the page at hand says the same all day."""
    return request.endpoint in STEADY


def page_etag() -> str:
    """A validator from all that a public page is made of."""
    return http.etag_of(
        current_app.extensions["release"],
        current.version(),
        request.full_path,
        view.stamp(),
        home_place.home_key(),
        _present().isoformat(),
        sharing.image_stamp(),
    )


def _present() -> date | datetime:
    """As much of the present as the page at hand depends on."""
    now = clock.now()
    if is_steady():
        return now.date()
    if clock.is_chosen():
        return now.replace(minute=now.minute - now.minute % CHOSEN_STEP_MIN)
    return now


def _is_cacheable() -> bool:
    endpoint = request.endpoint or ""
    return (
        request.method in ("GET", "HEAD")
        and endpoint.startswith("pages.")
        and endpoint not in NO_CACHE | FILES
        and "view" not in request.args
    )


def _answer_unchanged() -> Response | None:
    if not _is_cacheable() or not request.if_none_match:
        return None
    return http.unchanged(page_etag())


def _validate(answer: Response) -> Response:
    if _is_cacheable() and answer.status_code in (200, 304):
        answer.set_etag(page_etag(), weak=True)
        answer.headers["Cache-Control"] = _cache_control()
        answer.vary.update(["Cookie", "Accept-Encoding"])
        if answer.status_code == 200:
            # A proxy may turn it into 103 Early Hints; the page itself names the sheet anyway.
            answer.headers.add("Link", f"<{_style()}>; rel=preload; as=style")
    return answer


def _cache_control() -> str:
    if home_place.home_key():
        return "private, max-age=0, must-revalidate"
    lasts = is_steady() or clock.is_chosen()
    shared = SHARED_S if lasts else SHARED_NOW_S
    return f"public, max-age=0, s-maxage={shared}, must-revalidate"


def _style() -> str:
    sheet = "site-easy.css" if view.is_easy() else "site.css"
    return str(current_app.jinja_env.globals["static_url"](f"css/{sheet}"))  # type: ignore[operator]
