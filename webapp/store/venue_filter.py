"""The questions a list of venues can answer, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from geo.distance import WALKING_M_PER_MIN
from geo.records import Bounds, LatLng
from webapp.domain.hours import State
from webapp.domain.search_terms.expressions import Expression

NEAR_STATION_M = 1000
"""How far, as the crow flies, a venue may be from a station or line it is listed under."""
WALKS_MIN = (5, 10, 15, 20, 30)
"""Minutes on foot that one can ask for."""


class Order(StrEnum):
    """How a list is sorted: best known first, by name, nearest first, or as the words fit."""

    RANK = "rank"
    NAME = "name"
    DISTANCE = "distance"
    RELEVANCE = "relevance"


class TextCondition(Protocol):
    """Words as search reads them: what to look for, and the ids of venues that fit them best."""

    @property
    def words(self) -> str:
        """The words as typed."""

    @property
    def corrected(self) -> str | None:
        """What was looked for instead when nothing fits the words as they stand."""

    @property
    def expression(self) -> Expression:
        """What an entry of the index must have."""

    @property
    def best(self) -> tuple[int, ...]:
        """Ids of venues, the most relevant first."""


@dataclass(frozen=True, slots=True)
class VenueFilter:
    """Which venues, in which order; a field left out does not restrict.

    A venue fits one of `kinds` and one of `prices` (codes, 0 free), but has all of `access` and
    all of `tags`. `scenario` matches venues that carry it, primary or not. `line` matches venues
    within 1 km of one of its stations. `within_m` and `walk_min` count from `near`, else from
    `station` (then 1 km by default); the narrower of the two holds. `walk_min` are minutes at
    `pace_m_per_min`. `state` needs `at` (aware); venues that ended before `at` are left out.
    `lang` decides the order by name. Order.DISTANCE needs `near` or `station`; Order.RELEVANCE is
    that of `text`, then by rank.
    """

    text: TextCondition | None = None
    scenario: str | None = None
    kinds: tuple[str, ...] = ()
    district: str | None = None
    area: str | None = None
    line: str | None = None
    station: str | None = None
    near: LatLng | None = None
    within_m: float | None = None
    walk_min: int | None = None
    pace_m_per_min: float = WALKING_M_PER_MIN
    bbox: Bounds | None = None
    access: tuple[str, ...] = ()
    benefit: str | None = None
    prices: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    state: State | None = None
    at: datetime | None = None
    order: Order = Order.RANK
    lang: str = "zh"

    @property
    def has_centre(self) -> bool:
        """Whether distances can be counted from somewhere."""
        return self.near is not None or self.station is not None
