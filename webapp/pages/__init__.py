"""Public pages under `/<zh|en>/`."""

from __future__ import annotations

from flask import Blueprint, Flask

from webapp.pages import (
    app_files,
    areas,
    benefits,
    chips,
    districts,
    easy_home,
    easy_words,
    editorial,
    events,
    frame,
    hand_over,
    home,
    images,
    in_pocket,
    itineraries,
    marking,
    near,
    near_suggest,
    openings,
    packs,
    plan,
    plan_files,
    preferences,
    saved_plans,
    search,
    service,
    sitemap,
    stations,
    suggest,
    tiles,
    venues,
    ways,
)

PARTS = (
    home,
    venues,
    areas,
    districts,
    packs,
    stations,
    itineraries,
    plan,
    plan_files,
    saved_plans,
    events,
    benefits,
    editorial,
    preferences,
    marking,
    chips,
    ways,
    near,
    easy_home,
    easy_words,
    hand_over,
    search,
    in_pocket,
)
LANGUAGE_PREFIX = "/<any(zh, en):lang>"


def register(app: Flask) -> None:
    """Add all public pages and the addresses that have no language."""
    pages = Blueprint("pages", __name__, url_prefix=LANGUAGE_PREFIX)
    for part in PARTS:
        part.add_to(pages)
    app.register_blueprint(pages)
    for outside in (tiles, openings, images, service, sitemap, suggest, near_suggest):
        outside.add_to(app)
    app_files.add_to(app)
    packs.add_files_to(app)
    frame.register(app)
