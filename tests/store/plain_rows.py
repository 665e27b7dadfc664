"""The same questions answered row by row in plain Python: what the store is compared with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from math import cos, inf, radians, sqrt
from typing import Any

from sqlalchemy import Connection, Table, select

from geo.distance import EARTH_RADIUS_M
from geo.records import LatLng
from webapp.domain.hours import State, status_of
from webapp.domain.scenarios import KINDS
from webapp.store import tables
from webapp.store.river import river_of
from webapp.store.venue_filter import Order, VenueFilter

NEAR_M = 1000
LONGEST_WALK_M = 30 * 75 / 1.3
Links = dict[int, set[str]]


@dataclass
class PlainRow:
    """A venue with everything a filter may ask for."""

    row: Any
    hours: str | None
    scenario: set[str] = field(default_factory=set)
    area: set[str] = field(default_factory=set)
    access: set[str] = field(default_factory=set)
    tag: set[str] = field(default_factory=set)
    benefit: set[str] = field(default_factory=set)
    price: set[str] = field(default_factory=set)
    line: set[str] = field(default_factory=set)

    @property
    def position(self) -> LatLng:
        return LatLng(self.row.lat, self.row.lng)


class PlainVenues:
    """Every listed venue of a database, and the stations."""

    def __init__(self, connection: Connection) -> None:
        texts = dict(connection.execute(select(tables.hours.c.id, tables.hours.c.text)).all())
        listed = select(tables.venues).where(tables.venues.c.status == "listed")
        rows = connection.execute(listed).all()
        self.venues = {row.id: PlainRow(row, texts.get(row.hours_id)) for row in rows}
        self.river = river_of(connection)
        self.stations = {
            row.slug: LatLng(row.lat, row.lng)
            for row in connection.execute(select(tables.stations))
        }
        for name, table, column in (
            ("scenario", tables.venue_scenarios, "scenario"),
            ("area", tables.venue_areas, "area_slug"),
            ("access", tables.venue_access, "fact"),
            ("tag", tables.venue_tags, "tag"),
            ("benefit", tables.venue_benefits, "benefit"),
        ):
            self._link(name, pairs(connection, table, column))
        facts = connection.execute(select(tables.venue_facts)).all()
        self._link("price", [(f.venue_id, f.value) for f in facts if f.fact == "price"])
        self._link("line", list(lines(connection)))

    def _link(self, name: str, found: list[tuple[int, str]]) -> None:
        for venue_id, value in found:
            if venue_id in self.venues:
                getattr(self.venues[venue_id], name).add(value)

    def fulfil(self, wanted: VenueFilter) -> list[PlainRow]:
        """The venues that match, in the order asked for."""
        found = [each for each in self.venues.values() if self._fulfils(each, wanted)]
        return sorted(found, key=self._order(wanted))

    def origin(self, wanted: VenueFilter) -> LatLng | None:
        return wanted.near or (self.stations[wanted.station] if wanted.station else None)

    def _fulfils(self, venue: PlainRow, wanted: VenueFilter) -> bool:
        row = venue.row
        return (
            (not wanted.kinds or row.kind in wanted.kinds)
            and wanted.district in (None, row.district_code)
            and (not wanted.prices or bool(venue.price & set(wanted.prices)))
            and all(
                getattr(wanted, name) is None or getattr(wanted, name) in getattr(venue, name)
                for name in ("scenario", "area", "line", "benefit")
            )
            and venue.access >= set(wanted.access)
            and venue.tag >= set(wanted.tags)
            and (wanted.bbox is None or wanted.bbox.contains(venue.position))
            and self._is_near(venue, wanted)
            and is_on(venue, wanted)
        )

    def _is_near(self, venue: PlainRow, wanted: VenueFilter) -> bool:
        origin = self.origin(wanted)
        if origin is None:
            return True
        metres = metres_between(origin, venue.position)
        walked = self.walked_m(origin, venue.position)
        if wanted.within_m is None and wanted.walk_min is None:
            return wanted.near is not None or walked <= NEAR_M
        is_within = wanted.within_m is None or metres <= wanted.within_m
        return is_within and (wanted.walk_min is None or walked <= wanted.walk_min * 75 / 1.3)

    def walked_m(self, start: LatLng, end: LatLng) -> float:
        """Straight metres, endless over the river, as far as anybody walks."""
        metres = metres_between(start, end)
        is_barred = metres <= LONGEST_WALK_M and self.river.is_between(start, end)
        return inf if is_barred else metres

    def _order(self, wanted: VenueFilter) -> Callable[[PlainRow], tuple[Any, ...]]:
        origin = self.origin(wanted)

        def key(venue: PlainRow) -> tuple[Any, ...]:
            row = venue.row
            name = (row.sort_zh if wanted.lang == "zh" else row.sort_en, row.id)
            if wanted.order is Order.DISTANCE and origin:
                metres = metres_between(origin, venue.position)
                return (self.walked_m(origin, venue.position), metres, *name)
            if wanted.order is Order.NAME:
                return name
            return (-row.rank, is_stale(venue, wanted.at.date()) if wanted.at else False, *name)

        return key


def is_on(venue: PlainRow, wanted: VenueFilter) -> bool:
    if wanted.at is None:
        return True
    if (venue.row.ends_on or date.max) < wanted.at.date():
        return False
    return wanted.state is None or state_of(venue, wanted) is wanted.state


def state_of(venue: PlainRow, wanted: VenueFilter) -> State:
    assert wanted.at is not None
    return status_of(venue.hours, "source", wanted.at).state


def is_stale(venue: PlainRow, today: date) -> bool:
    return (today - venue.row.as_of).days >= KINDS[venue.row.kind].confirm_days


def metres_between(one: LatLng, other: LatLng) -> float:
    """On the plane the store sorts by."""
    degree = radians(1) * EARTH_RADIUS_M
    north = (other.lat - one.lat) * degree
    east = (other.lng - one.lng) * (degree * cos(radians(one.lat)))
    return sqrt(north * north + east * east)


def pairs(connection: Connection, table: Table, column: str) -> list[tuple[int, str]]:
    query = select(table.c.venue_id, table.c[column])
    return [(venue_id, value) for venue_id, value in connection.execute(query)]


def lines(connection: Connection):
    stops = defaultdict(set)
    for row in connection.execute(select(tables.line_stops)):
        stops[row.station_slug].add(row.line_code)
    for row in connection.execute(select(tables.venue_stations)):
        if row.distance_m <= NEAR_M:
            yield from ((row.venue_id, code) for code in stops[row.station_slug])
