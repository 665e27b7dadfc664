"""Public pages under `/<zh|en>/`."""

from __future__ import annotations

from flask import Blueprint, Flask

from webapp.pages import (
    areas,
    districts,
    editorial,
    frame,
    home,
    preferences,
    service,
    stations,
    tiles,
    venues,
)

LANGUAGE_PREFIX = "/<any(zh, en):lang>"


def register(app: Flask) -> None:
    """Add all public pages and the addresses that have no language."""
    pages = Blueprint("pages", __name__, url_prefix=LANGUAGE_PREFIX)
    for part in (home, venues, areas, districts, stations, editorial, preferences):
        part.add_to(pages)
    app.register_blueprint(pages)
    for outside in (tiles, service):
        outside.add_to(app)
    frame.register(app)
