"""Addresses for machines that watch the site: health, readiness, robots."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, jsonify

from webapp import current
from webapp.access import public
from webapp.store.content_version import EMPTY, data_version
from webapp.store.session import DatabaseDown
from webapp.store.venues import count_venues

DISALLOWED = "".join(
    f"Disallow: {path}\n" for path in ("/tiles/", "/packs/", "/*/desk/", "/*/plans/")
)


def add_to(app: Flask) -> None:
    """Register the addresses."""
    app.add_url_rule("/healthz", "healthz", healthz)
    app.add_url_rule("/readyz", "readyz", readyz)
    app.add_url_rule("/robots.txt", "robots", robots)


@public
def healthz() -> Response:
    """The process answers; what it serves is told when the database answers too."""
    return jsonify({"status": "ok"} | (_catalogue() or {}))


@public
def readyz() -> tuple[Response, int]:
    """200 once the database answers and holds a catalogue, else 503."""
    catalogue = _catalogue()
    is_ready = catalogue is not None and catalogue["data_version"] != EMPTY
    return jsonify({"status": "ready" if is_ready else "waiting"}), 200 if is_ready else 503


@public
def robots() -> Response:
    """Everything public may be indexed; data and other people's plans are of no use there."""
    text = f"User-agent: *\n{DISALLOWED}Sitemap: {current.settings().base_url}/sitemap.xml\n"
    return Response(text, content_type="text/plain; charset=utf-8")


def _catalogue() -> dict[str, Any] | None:
    try:
        connection = current.connection()
        return {"venues": count_venues(connection), "data_version": data_version(connection)}
    except DatabaseDown:
        return None
