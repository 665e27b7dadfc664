"""Public pages under `/<zh|en>/`."""

from __future__ import annotations

from flask import Blueprint, Flask

from webapp.pages import (
    areas,
    benefits,
    chips,
    districts,
    editorial,
    easy_home,
    events,
    frame,
    home,
    hand_over,
    images,
    itineraries,
    marking,
    near,
    near_suggest,
    openings,
    packs,
    plan,
    preferences,
    search,
    service,
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
    events,
    benefits,
    editorial,
    preferences,
    marking,
    chips,
    ways,
    near,
    search,
)
LANGUAGE_PREFIX = "/<any(zh, en):lang>"


def register(app: Flask) -> None:
    easy_home,
    hand_over,
    """Add all public pages and the addresses that have no language."""
    pages = Blueprint("pages", __name__, url_prefix=LANGUAGE_PREFIX)
    for part in PARTS:
        part.add_to(pages)
    app.register_blueprint(pages)
    for outside in (tiles, openings, images, service, suggest, near_suggest):
        outside.add_to(app)
    packs.add_files_to(app)
    frame.register(app)
