"""The pins a map shows, read from tiles, hours and matches as its scripts read them.

Follows `static/js/map/venue-tiles.js`, `filters.js`, `hours.js` and `city-map.js` step by step.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from flask.testing import FlaskClient

from geo.records import Bounds, LatLng
from geo.tiles import Tile, bounds_of, tiles_in

PLAIN = ("scenario", "kind", "district")
NO_FILTERS = ("state", "open", "at", "on", "hour", "bbox", "page", "sort", "view")
FIRST_ZOOM, LAST_ZOOM = 10, 16
MIDNIGHT = 18 * 60
Pairs = list[tuple[str, str]]
Pin = dict[str, Any]


@dataclass
class PinReader:
    """A map without a screen; what it fetched it keeps, as a browser does."""

    client: FlaskClient
    tiles: dict[Tile, list[Pin]] = field(default_factory=dict)
    hours: dict[date, dict[str, Any]] = field(default_factory=dict)

    def shown(self, asked: Pairs, only: str, at: datetime, look: tuple[Bounds, int]) -> list[str]:
        """The venues on a map that looks at `look` (box, zoom), for the service day of `at`.

        `only` is the state the page says is shown, empty for all.
        """
        box, zoom = look
        six = at - timedelta(hours=6)
        day, minute = six.date(), six.hour * 60 + six.minute
        matches = self._matches(asked, day)
        plain = {name: dict(asked).get(name) for name in PLAIN} if matches is None else {}
        is_anything = matches is None and not only and not any(plain.values())
        loaded = self._in_box(box, zoom, is_anything)
        return [
            pin["slug"]
            for pin in loaded
            if box.contains(pin["at"])
            and (matches is None or pin["slug"] in matches)
            and is_plainly(pin, plain)
            and self._is_there(pin, day, minute)
            and (not only or self._state(pin, day, minute) == only)
        ]

    def _matches(self, asked: Pairs, day: date) -> set[str] | None:
        if is_plain(asked):
            return None
        kept = [pair for pair in asked if pair[0] not in NO_FILTERS]
        kept.append(("at", f"{day}T06:00"))
        told = self.client.get(f"/tiles/matches.json?{urlencode(kept)}").get_json()
        return set(told["slugs"])

    def _in_box(self, box: Bounds, zoom: int, is_anything: bool) -> Iterator[Pin]:
        for tile in tiles_in(box, min(LAST_ZOOM, max(FIRST_ZOOM, zoom))):
            yield from self._gather(tile, box, is_anything)

    def _gather(self, tile: Tile, box: Bounds, is_anything: bool) -> Iterator[Pin]:
        pins = self._load(tile)
        clusters = [pin for pin in pins if pin["slug"] is None]
        if tile.z == LAST_ZOOM or not clusters:
            yield from pins
            return
        parts = [pin for part in quarters(tile) for pin in self._gather(part, box, is_anything)]
        if is_anything and is_inside(bounds_of(tile), box):
            # The map leaves the clusters closed here: what is in them must be what they count.
            count = sum(pin["count"] for pin in clusters)
            assert len(parts) == len(pins) - len(clusters) + count
        yield from parts

    def _load(self, tile: Tile) -> list[Pin]:
        if tile not in self.tiles:
            answer = self.client.get(f"/tiles/venues/{tile.z}/{tile.x}/{tile.y}.json")
            features = answer.get_json(force=True)["features"]
            self.tiles[tile] = [flat(feature) for feature in features]
        return self.tiles[tile]

    def _hours(self, day: date) -> dict[str, Any]:
        if day not in self.hours:
            self.hours[day] = self.client.get(f"/tiles/hours/{day}.json").get_json()
        return self.hours[day]

    def _state(self, pin: Pin, day: date, minute: int) -> str:
        told = self._hours(day)
        key = str(pin["h"])
        spans = told["spans"].get(key)
        if spans is None or within(told["perhaps"].get(key, []), minute):
            return "unknown"
        return "open" if within(spans, minute) else "closed"

    def _is_there(self, pin: Pin, day: date, minute: int) -> bool:
        today = day if minute < MIDNIGHT else day + timedelta(days=1)
        return "e" not in pin or pin["e"] >= today.isoformat()


def is_plain(asked: Pairs) -> bool:
    filters = [name for name, value in asked if value and name not in NO_FILTERS]
    return all(name in PLAIN and filters.count(name) == 1 for name in filters)


def is_plainly(pin: Pin, plain: dict[str, str | None]) -> bool:
    return (
        (not plain.get("scenario") or plain["scenario"] in pin["ss"])
        and plain.get("kind") in (None, pin["k"])
        and plain.get("district") in (None, pin["d"])
    )


def is_inside(small: Bounds, large: Bounds) -> bool:
    corners = (LatLng(small.south, small.west), LatLng(small.north, small.east))
    return all(large.contains(corner) for corner in corners)


def quarters(tile: Tile) -> list[Tile]:
    return [Tile(tile.z + 1, 2 * tile.x + x, 2 * tile.y + y) for y in (0, 1) for x in (0, 1)]


def flat(feature: dict[str, Any]) -> Pin:
    lng, lat = feature["geometry"]["coordinates"]
    return {**feature["properties"], "slug": feature.get("id"), "at": LatLng(lat, lng)}


def within(spans: list[list[int]], minute: int) -> bool:
    return any(start <= minute < end for start, end in spans)
