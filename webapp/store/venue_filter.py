"""The questions a list of venues can answer, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from geo.records import Bounds, LatLng
from webapp.domain.hours import State


class Order(StrEnum):
    """How a list of venues is sorted: best known first, by name, or nearest first."""

    RANK = "rank"
    NAME = "name"
    DISTANCE = "distance"


@dataclass(frozen=True, slots=True)
class VenueFilter:
    """Which venues, in which order; a field left out does not restrict.

    `scenario` matches venues that carry it, primary or not. `line` matches venues within 1 km of
    one of its stations. `within_m` counts from `near`, else from `station` (then 1 km by default).
    `state` needs `at` (aware); venues that ended before `at` are left out. `lang` decides the order
    by name. Order.DISTANCE needs `near` or `station`.
    """

    text: str | None = None
    scenario: str | None = None
    kind: str | None = None
    district: str | None = None
    area: str | None = None
    line: str | None = None
    station: str | None = None
    near: LatLng | None = None
    within_m: float | None = None
    bbox: Bounds | None = None
    step_free: bool = False
    benefit: str | None = None
    tags: tuple[str, ...] = ()
    state: State | None = None
    at: datetime | None = None
    order: Order = Order.RANK
    lang: str = "zh"
