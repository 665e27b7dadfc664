"""Venues as the map needs them, all at once, for preparing tiles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from geo.records import LatLng
from webapp.domain.text import LocalText
from webapp.store.tables import venue_scenarios, venues

_PINS = (
    select(
        *(venues.c[name] for name in ("id", "slug", "name_zh", "name_en", "scenario", "kind")),
        *(venues.c[name] for name in ("district_code", "lat", "lng", "rank")),
        *(venues.c[name] for name in ("hours_id", "hours_basis", "ends_on")),
    )
    .where(venues.c.status == "listed")
    .order_by(venues.c.rank.desc(), venues.c.slug)
)
_SCENARIOS = select(venue_scenarios.c.venue_id, venue_scenarios.c.scenario).order_by(
    venue_scenarios.c.venue_id, venue_scenarios.c.place
)


@dataclass(frozen=True, slots=True)
class Pin:
    """A venue on the map; `scenario` is the first of `scenarios`, `ends_on` a pop-up's last day."""

    slug: str
    name: LocalText
    scenario: str
    scenarios: tuple[str, ...]
    kind: str
    district: str
    position: LatLng
    hours_id: int | None
    hours_basis: str | None
    rank: int
    ends_on: date | None


def pins_in(connection: Connection) -> list[Pin]:
    """Return every listed venue, best known first, then by slug."""
    scenarios: dict[int, tuple[str, ...]] = {}
    for row in connection.execute(_SCENARIOS):
        scenarios[row.venue_id] = (*scenarios.get(row.venue_id, ()), row.scenario)
    return [
        Pin(
            slug=row.slug,
            name=LocalText(row.name_zh, row.name_en),
            scenario=row.scenario,
            scenarios=scenarios.get(row.id, (row.scenario,)),
            kind=row.kind,
            district=row.district_code,
            position=LatLng(row.lat, row.lng),
            hours_id=row.hours_id,
            hours_basis=row.hours_basis,
            rank=row.rank,
            ends_on=row.ends_on,
        )
        for row in connection.execute(_PINS)
    ]
