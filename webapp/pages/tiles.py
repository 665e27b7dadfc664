"""Prepared map data: pins by tile, hours by day, the embedded base map."""

from __future__ import annotations

import gzip
from datetime import date

import orjson
from flask import Flask, Response, current_app, request

from webapp import current, http
from webapp.access import public
from webapp.domain.faults import BadParameter, PageMissing
from webapp.pages import query
from webapp.store.content_version import data_version
from webapp.store.documents import find_document
from webapp.store.hours import hours_on
from webapp.store.tiles import find_tile
from webapp.store.venues import slugs_in

EMPTY_TILE = gzip.compress(b'{"type":"FeatureCollection","features":[]}', mtime=0)
MATCHES = 5000
DAYS_AROUND = (date(2020, 1, 1), date(2100, 1, 1))


def add_to(app: Flask) -> None:
    """Register the addresses, which are the same in both languages."""
    app.add_url_rule("/tiles/venues/<int:z>/<int:x>/<int:y>.json", "venue_tile", venue_tile)
    app.add_url_rule("/tiles/hours/<day>.json", "hours_of_day", hours_of_day)
    app.add_url_rule("/tiles/base.json", "base_map", base_map)
    app.add_url_rule("/tiles/matches.json", "matches", matches)


@public
def venue_tile(z: int, x: int, y: int) -> Response:
    """The pins of one square: one look-up, sent as stored."""
    if not 0 <= z <= 22 or x >= 1 << z or y >= 1 << z:
        raise PageMissing(f"{z}/{x}/{y}")
    etag = _etag("tile")
    return http.unchanged(etag) or _packed(
        find_tile(current.connection(), z, x, y) or EMPTY_TILE, "application/geo+json", etag
    )


@public
def hours_of_day(day: str) -> Response:
    """Open spans of every distinct hours text on one service day (06:00 to 06:00)."""
    on = _day(day)
    etag = _etag(f"hours {on}")
    known = http.unchanged(etag)
    if known:
        return known
    days = hours_on(current.connection(), on)
    body = orjson.dumps(
        {
            "on": day,
            "from": "06:00",
            "spans": {str(key): each.open for key, each in days.items()},
            "perhaps": {str(key): each.perhaps for key, each in days.items() if each.perhaps},
            "usual": [key for key, each in days.items() if each.is_usual],
        }
    )
    return _packed(gzip.compress(body, mtime=0), "application/json", etag)


@public
def base_map() -> Response:
    """Districts, water, rails, stations and areas for the map without street tiles."""
    document = find_document(current.connection(), "base.json")
    if document is None:
        raise PageMissing("base.json")
    return http.unchanged(document.etag) or _packed(
        document.body, document.content_type, document.etag
    )


@public
def matches() -> Response:
    """The venues that answer the list's question, for filters that tiles do not carry."""
    slugs = slugs_in(current.connection(), query.venue_filter(), MATCHES)
    answer = Response(orjson.dumps({"slugs": slugs}), content_type="application/json")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def _etag(what: str) -> str:
    release = current_app.extensions["release"]
    return http.etag_of(what, release, data_version(current.connection()))


def _day(raw: str) -> date:
    try:
        on = date.fromisoformat(raw)
    except ValueError:
        raise BadParameter("day", raw) from None
    if not DAYS_AROUND[0] <= on < DAYS_AROUND[1]:
        raise BadParameter("day", raw)
    return on


def _packed(body: bytes, content_type: str, etag: str) -> Response:
    """Send bytes stored as gzip; a client that cannot unpack gets them plain."""
    takes_gzip = request.accept_encodings.best_match(["gzip"]) == "gzip"
    answer = Response(body if takes_gzip else gzip.decompress(body), content_type=content_type)
    if takes_gzip:
        answer.headers["Content-Encoding"] = "gzip"
    answer.vary.add("Accept-Encoding")
    answer.set_etag(etag, weak=True)
    answer.headers["Cache-Control"] = "public, max-age=60, stale-while-revalidate=600"
    return answer
