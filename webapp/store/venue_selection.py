"""From a `VenueFilter` to the venues that fulfil it: one mask of all venues for each filter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from sqlalchemy import Connection

from geo.records import Bounds, LatLng
from webapp.domain.hours import State
from webapp.store.hours import states_at
from webapp.store.plane import metres_from, walk_m
from webapp.store.positions import get_station_position
from webapp.store.river import on_foot, river_of
from webapp.store.search import venue_ids
from webapp.store.venue_column_file import columns_of
from webapp.store.venue_columns import Links, Mask, Metres, Numbers, VenueColumns
from webapp.store.venue_filter import NEAR_STATION_M, WALKS_MIN, VenueFilter

Masks = Iterator[tuple[str, Mask]]
STATES = tuple(State)


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """The answer to a `VenueFilter`: a mask for each filter in use, by the filter's name.

    `metres` counts from the filter's centre, None without one; `walk_metres` is infinite for venues
    across the river, as far as anybody walks. `states` are places in `STATES`,
    None without a moment. `known` keeps counts already made.
    """

    columns: VenueColumns
    wanted: VenueFilter
    masks: dict[str, Mask]
    origin: LatLng | None
    metres: Metres | None
    walk_metres: Metres | None
    states: Numbers | None
    known: dict[str, int] = field(default_factory=dict)

    def mask(self, without: str = "") -> Mask:
        """Return the venues that fulfil every filter but the one named."""
        found = np.ones(self.columns.size, np.bool_)
        for name, mask in self.masks.items():
            if name != without:
                found &= mask
        return found

    def count(self, without: str = "") -> int:
        """Return how many venues fulfil every filter but the one named."""
        left_out = without if without in self.masks else ""
        if left_out not in self.known:
            self.known[left_out] = int(np.count_nonzero(self.mask(left_out)))
        return self.known[left_out]


def select_venues(connection: Connection, wanted: VenueFilter) -> Selection:
    """Return the venues that match; raises `StationMissing` for an unknown station."""
    columns = columns_of(connection)
    origin = _origin_of(connection, wanted)
    metres = metres_from(origin, columns.lat, columns.lng) if origin else None
    walk_metres = _walk_metres(connection, columns, origin, metres)
    states = _states(connection, columns, wanted)
    masks = {
        **dict(_linked(columns, wanted)),
        **dict(_placed(columns, wanted, metres, walk_metres)),
        **dict(_timed(columns, wanted, states)),
    }
    if wanted.text:
        found = np.fromiter(venue_ids(connection, wanted.text.expression), np.int64)
        masks["text"] = _of_rows(columns.size, columns.rows_with(found))
    return Selection(columns, wanted, masks, origin, metres, walk_metres, states)


def reach_m(wanted: VenueFilter) -> float | None:
    """Return how far from the centre venues may be, None for any distance."""
    asked = [wanted.within_m] if wanted.within_m else []
    if wanted.walk_min:
        asked.append(walk_m(wanted.walk_min, wanted.pace_m_per_min))
    if asked:
        return min(asked)
    return NEAR_STATION_M if wanted.station and wanted.near is None else None


def _origin_of(connection: Connection, wanted: VenueFilter) -> LatLng | None:
    if wanted.near is not None or wanted.station is None:
        return wanted.near
    return get_station_position(connection, wanted.station)


def _linked(columns: VenueColumns, wanted: VenueFilter) -> Masks:
    links, size = columns.links, columns.size
    for name in ("scenario", "district", "area", "line", "benefit"):
        value = getattr(wanted, name)
        if value:
            yield name, _of_rows(size, links[name].rows_of(value))
    for name, values in (("kind", wanted.kinds), ("price", wanted.prices)):
        if values:
            yield name, _with_any(links[name], values, size)
    for name, values in (("access", wanted.access), ("tag", wanted.tags)):
        if values:
            yield name, _with_all(links[name], values, size)


def _of_rows(size: int, rows: Numbers) -> Mask:
    mask = np.zeros(size, np.bool_)
    mask[rows] = True
    return mask


def _with_any(links: Links, values: tuple[str, ...], size: int) -> Mask:
    return _of_rows(size, np.concatenate([links.rows_of(value) for value in values]))


def _with_all(links: Links, values: tuple[str, ...], size: int) -> Mask:
    masks = [_of_rows(size, links.rows_of(value)) for value in values]
    every: Mask = np.logical_and.reduce(masks)
    return every


def _walk_metres(
    connection: Connection, columns: VenueColumns, origin: LatLng | None, metres: Metres | None
) -> Metres | None:
    """Return metres on foot; the river is asked about only where somebody might walk."""
    if origin is None or metres is None:
        return None
    found = metres.copy()
    rows = np.flatnonzero(metres <= walk_m(max(WALKS_MIN)))
    points = np.column_stack((columns.lat[rows], columns.lng[rows]))
    found[rows] = on_foot(river_of(connection), origin, points, metres[rows])
    return found


def _placed(
    columns: VenueColumns,
    wanted: VenueFilter,
    metres: Metres | None,
    walk_metres: Metres | None,
) -> Masks:
    if wanted.bbox:
        yield "bbox", _inside(columns, wanted.bbox)
    most = reach_m(wanted)
    if metres is not None and walk_metres is not None and most is not None:
        # A distance in metres is a circle; minutes and "near the station" are ways on foot.
        is_circle = wanted.within_m is not None and wanted.walk_min is None
        yield "reach", (metres if is_circle else walk_metres) <= most


def _inside(columns: VenueColumns, box: Bounds) -> Mask:
    lat, lng = columns.lat, columns.lng
    inside: Mask = (lng >= box.west) & (lng <= box.east) & (lat >= box.south) & (lat <= box.north)
    return inside


def _timed(columns: VenueColumns, wanted: VenueFilter, states: Numbers | None) -> Masks:
    if wanted.at is None:
        return
    yield "at", columns.ends_on >= wanted.at.date().toordinal()
    if wanted.state is not None and states is not None:
        yield "state", states == STATES.index(wanted.state)


def _states(connection: Connection, columns: VenueColumns, wanted: VenueFilter) -> Numbers | None:
    if wanted.at is None:
        return None
    known = states_at(connection, wanted.at)
    # A venue without hours has place -1: the last entry, unknown.
    codes = [STATES.index(known[key]) for key in columns.hours_ids.tolist()]
    table = np.array([*codes, STATES.index(State.UNKNOWN)])
    found: Numbers = table[columns.hours]
    return found
