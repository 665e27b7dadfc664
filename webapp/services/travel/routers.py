"""Routers for walking that an operator may run: OSRM and Valhalla.

Only used when the settings name one. They are asked for metres, never for minutes: the pace is
ours. What goes wrong is logged and answered by our own estimate, and the router is left alone for
a minute, so that a dead one costs one request its timeout.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import SplitResult, urlsplit

import numpy as np
import orjson
import structlog

from geo.records import LatLng
from webapp.services.travel.ground import Metres
from webapp.services.travel.walks import WalkRouter
from webapp.settings import WalkRouting

TIMEOUT_S = 1.0
PAUSE_S = 60.0
MOST_BYTES = 8_000_000
DIGITS = 6

log = structlog.get_logger(__name__)


class RouterFailed(Exception):
    """The router did not answer, or not with what was asked."""


@dataclass(slots=True)
class Service:
    """One router's address; it is not asked again within `PAUSE_S` of a failure."""

    url: str
    failed_at: float = field(default=-PAUSE_S)

    def ask(self, path: str, body: Any = None) -> Any:
        """Return the JSON that `path` answers with; None while pausing or when it fails."""
        if time.monotonic() - self.failed_at < PAUSE_S:
            return None
        try:
            return _answer(urlsplit(self.url), path, body)
        except (OSError, HTTPException, ValueError, RouterFailed) as fault:
            self.failed_at = time.monotonic()
            log.warning("walk_router_failed", fault=repr(fault))
            return None


@dataclass(frozen=True, slots=True)
class Osrm:
    """An `osrm-routed` with a foot profile; `--max-table-size` must admit the points of a plan."""

    service: Service

    def metres(self, points: Sequence[LatLng]) -> Metres | None:
        """Return the table of walking metres, None when there is none."""
        pairs = ";".join(f"{point.lng:.{DIGITS}f},{point.lat:.{DIGITS}f}" for point in points)
        answer = self.service.ask(f"/table/v1/foot/{pairs}?annotations=distance")
        return _table(answer and answer.get("distances"), len(points), 1.0)


@dataclass(frozen=True, slots=True)
class Valhalla:
    """A Valhalla service; its limits for pedestrian matrices must admit the points of a plan."""

    service: Service

    def metres(self, points: Sequence[LatLng]) -> Metres | None:
        """Return the table of walking metres, None when there is none."""
        places = [{"lat": round(p.lat, DIGITS), "lon": round(p.lng, DIGITS)} for p in points]
        asked = {"sources": places, "targets": places, "costing": "pedestrian", "units": "km"}
        answer = self.service.ask("/sources_to_targets", asked)
        rows = answer and answer.get("sources_to_targets")
        distances = [[cell.get("distance") for cell in row] for row in rows] if rows else None
        return _table(distances, len(points), 1000.0)


@lru_cache(maxsize=4)  # one for each setting, which remembers its own failures
def router_of(kind: WalkRouting, url: str) -> WalkRouter | None:
    """Return the router that the settings name, None for our own estimate."""
    match kind:
        case WalkRouting.OSRM:
            return Osrm(Service(url))
        case WalkRouting.VALHALLA:
            return Valhalla(Service(url))
        case WalkRouting.OWN:
            return None


def _answer(address: SplitResult, path: str, body: Any) -> Any:
    kind = HTTPSConnection if address.scheme == "https" else HTTPConnection
    connection = kind(address.hostname or "", address.port, timeout=TIMEOUT_S)
    try:
        method = "GET" if body is None else "POST"
        sent = None if body is None else orjson.dumps(body)
        headers = {"Accept": "application/json", "Content-Type": "application/json"}
        connection.request(method, address.path.rstrip("/") + path, sent, headers)
        response = connection.getresponse()
        read = response.read(MOST_BYTES)
        if response.status != 200:
            raise RouterFailed(f"status {response.status}")
        return orjson.loads(read)
    finally:
        connection.close()


def _table(rows: Any, size: int, metres: float) -> Metres | None:
    """Return rows of distances, in units of so many metres, as a table; None when they are not."""
    if not isinstance(rows, list) or len(rows) != size or any(len(row) != size for row in rows):
        return None
    try:
        known = [[-1.0 if cell is None else float(cell) * metres for cell in row] for row in rows]
    except (TypeError, ValueError):
        return None
    table: Metres = np.rint(np.array(known)).astype(np.int32)
    return table
