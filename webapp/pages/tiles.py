"""Prepared map data: pins by tile, hours by day, the embedded base map."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import date

import brotli
import orjson
from flask import Flask, Response, request

from webapp import current
from webapp.access import public
from webapp.domain.faults import BadParameter, PageMissing, TileMissing
from webapp.kept import kept
from webapp.pages import query
from webapp.pages.prepared_files import packed
from webapp.store.documents import find_document
from webapp.store.hours import hours_on
from webapp.store.tiles import EMPTY_TILE, TILE_TYPE, find_tile
from webapp.store.venues import slugs_in

DAYS_AROUND = (date(2020, 1, 1), date(2100, 1, 1))


def add_to(app: Flask) -> None:
    """Register the addresses, which are the same in both languages."""
    app.add_url_rule("/tiles/venues/<int:z>/<int:x>/<int:y>.json", "venue_tile", venue_tile)
    app.add_url_rule("/tiles/hours/<day>.json", "hours_of_day", hours_of_day)
    app.add_url_rule("/tiles/base.json", "base_map", base_map)
    app.add_url_rule("/tiles/matches.json", "matches", matches)


@public
def venue_tile(z: int, x: int, y: int) -> Response:
    """The pins of one square, where the shortcut before the router did not answer already."""
    if not 0 <= z <= 22 or x >= 1 << z or y >= 1 << z:
        raise TileMissing(f"{z}/{x}/{y}")
    return packed(find_tile(current.connection(), z, x, y) or EMPTY_TILE, TILE_TYPE)


@public
def hours_of_day(day: str) -> Response:
    """Open spans of every distinct hours text on one service day (06:00 to 06:00)."""
    return packed(_hours_file(_day(day)), "application/json")


@public
def base_map() -> Response:
    """Districts, water, rails, stations and areas for the map without street tiles."""
    if "br" in request.headers.get("Accept-Encoding", ""):
        return packed(_base_map_small(), "application/json", "br")
    return packed(_base_map(), "application/json")


@public
def matches() -> Response:
    """The venues that answer the list's question in any state, for filters tiles do not carry."""
    asked = replace(query.venue_filter(), state=None)
    slugs = slugs_in(current.connection(), asked)
    answer = Response(orjson.dumps({"slugs": slugs}), content_type="application/json")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@kept(most=2)
def _base_map_small() -> bytes:
    """The base map in brotli, a fifth less than gzip: it is the largest file of a first visit."""
    return bytes(brotli.compress(gzip.decompress(_base_map()), mode=brotli.MODE_TEXT))


def _base_map() -> bytes:
    document = find_document(current.connection(), "base.json")
    if document is None:
        raise PageMissing("base.json")
    return document.body


@kept(most=32)
def _hours_file(on: date) -> bytes:
    """The day's file, gzipped; worked out once a day and version."""
    days = hours_on(current.connection(), on)
    told = {
        "on": on.isoformat(),
        "from": "06:00",
        "spans": {str(key): each.open for key, each in days.items()},
        "perhaps": {str(key): each.perhaps for key, each in days.items() if each.perhaps},
        "usual": [key for key, each in days.items() if each.is_usual],
        "closing": [key for key, each in days.items() if each.closes_at_end],
    }
    return gzip.compress(orjson.dumps(told), mtime=0)


def _day(raw: str) -> date:
    try:
        on = date.fromisoformat(raw)
    except ValueError:
        raise BadParameter("day", raw) from None
    if not DAYS_AROUND[0] <= on < DAYS_AROUND[1]:
        raise BadParameter("day", raw)
    return on
