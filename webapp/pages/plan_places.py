"""Where a plan starts and ends: a station, an address, a sight, or a point of the map."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.records import Bounds, LatLng
from webapp import current
from webapp.pages import origin
from webapp.pages.origin import Origin
from webapp.services.place_search import key_of, look_up
from webapp.services.search import Place

LONGEST = 100
CITY = Bounds(west=120.85, south=30.67, east=122.25, north=31.88)
_POINT = re.compile(r"\s*(-?\d{1,3}(?:\.\d+)?)\s*[,，]\s*(-?\d{1,3}(?:\.\d+)?)\s*")


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """What a field of the form names: the point, or places the text may mean.

    `text` stands in the field, `key` in addresses. `is_outside`: a point beyond the city.
    """

    text: str
    key: str = ""
    origin: Origin | None = None
    choices: tuple[Place, ...] = ()
    is_outside: bool = False

    @property
    def name(self) -> str:
        """The place in a sentence, empty for a bare point."""
        return self.origin.name if self.origin else ""


def read_place(raw: str) -> PlanPlace:
    """Read `31.23,121.47`, a station's slug, a key such as `area:tianzifang`, or a name."""
    text = raw.strip()[:LONGEST]
    point = _POINT.fullmatch(text)
    if point:
        return _of_point(text, LatLng(float(point[1]), float(point[2])))
    station = origin.of_station(text)
    if station:
        return PlanPlace(station.name, text, station)
    answer = look_up(current.connection(), text, current.lang()) if text else None
    if answer is None or answer.place is None:
        return PlanPlace(text, text, choices=answer.choices if answer else ())
    named = origin.named(answer.place)
    return PlanPlace(named.name, named.station or key_of(answer.place), named)


def _of_point(text: str, at: LatLng) -> PlanPlace:
    if not CITY.contains(at):
        return PlanPlace(text, text, is_outside=True)
    plain = f"{at.lat:.5f},{at.lng:.5f}"
    return PlanPlace(plain, plain, Origin(at))
