"""What a visitor chooses for this device, kept by forms that work without scripts."""

from __future__ import annotations

from typing import cast
from urllib.parse import urlsplit

from flask import Blueprint, Response, redirect, request, url_for

from webapp import current, home_place
from webapp import view as views
from webapp.access import public
from webapp.domain.faults import BadParameter
from webapp.services.place_search import key_of, look_up

LONGEST = 100


def add_to(pages: Blueprint) -> None:
    """Register the address."""
    pages.add_url_rule("/preferences", "preferences", preferences, methods=["POST"])


@public
def preferences() -> Response:
    """Keep the view, the text step or the place near home, and go back to the form's page."""
    form = request.form
    if "forget" in form:
        return _forget(form["forget"])
    if "home" in form:
        return _keep_home(form["home"].strip()[:LONGEST])
    if "text" in form:
        return _keep(views.TEXT_COOKIE, views.read_text(form["text"]), form["text"])
    raw = form.get("view", "")
    return _keep(views.COOKIE, views.read_view(raw), raw)


def _keep(cookie: str, chosen: str | None, raw: str) -> Response:
    if chosen is None:
        raise BadParameter(cookie, raw)
    return views.keep(_back(), cookie, chosen)


def _forget(cookie: str) -> Response:
    if cookie != home_place.COOKIE:
        raise BadParameter("forget", cookie)
    return views.forget(_back(), cookie)


def _keep_home(typed: str) -> Response:
    """Keep the place; what names none, or several, is settled on the home page."""
    if not typed:
        raise BadParameter("home", typed)
    place = look_up(current.connection(), typed, current.lang()).place
    if place is None:
        unclear = url_for("pages.home", home=typed, _anchor="near-home")
        return cast(Response, redirect(unclear, 303))
    return views.keep(_back(), home_place.COOKIE, key_of(place))


def _back() -> Response:
    return cast(Response, redirect(_way_back(), 303))


def _way_back() -> str:
    """The form's own page, without a view in its query; an address of another site is ignored."""
    back = request.form.get("back", "")
    parts = urlsplit(back)
    is_ours = back.startswith("/") and not back.startswith(("//", "/\\")) and not parts.netloc
    if not is_ours:
        return url_for("pages.home")
    kept = [pair for pair in parts.query.split("&") if pair and not pair.startswith("view=")]
    there = f"#{parts.fragment}" if parts.fragment.replace("-", "").isalnum() else ""
    return f"{parts.path}?{'&'.join(kept)}{there}" if kept else f"{parts.path}{there}"
