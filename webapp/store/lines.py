"""Queries for metro lines."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from webapp.domain.text import LocalText
from webapp.store.rows import AnyRow
from webapp.store.tables import line_stops, lines
from webapp.store.venue_records import LineBadge

_ALL = select(lines).order_by(lines.c.place)
_OF_STATIONS = (
    select(line_stops.c.station_slug, lines.c.code, lines.c.color, lines.c.name_zh, lines.c.name_en)
    .join(lines)
    .where(line_stops.c.station_slug.in_(bindparam("slugs", expanding=True)))
    .group_by(line_stops.c.station_slug, lines.c.code)
    .order_by(lines.c.place)
)
_STOPS = select(line_stops).order_by(
    line_stops.c.line_code, line_stops.c.branch, line_stops.c.place
)


@dataclass(frozen=True, slots=True)
class Branch:
    """The stations of one branch in running order."""

    line_code: str
    stops: tuple[str, ...]


def lines_in(connection: Connection) -> tuple[LineBadge, ...]:
    """Return every line in the order of the network map."""
    return tuple(_badge(row) for row in connection.execute(_ALL))


def branches_in(connection: Connection) -> tuple[Branch, ...]:
    """Return every branch of every line."""
    found: dict[tuple[str, int], list[str]] = {}
    for row in connection.execute(_STOPS):
        found.setdefault((row.line_code, row.branch), []).append(row.station_slug)
    return tuple(Branch(code, tuple(stops)) for (code, _), stops in found.items())


def badges_of(connection: Connection, slugs: Collection[str]) -> dict[str, tuple[LineBadge, ...]]:
    """Return the lines that stop at each of the stations, one query for all."""
    if not slugs:
        return {}
    found: dict[str, tuple[LineBadge, ...]] = {}
    for row in connection.execute(_OF_STATIONS, {"slugs": sorted(slugs)}):
        found[row.station_slug] = (*found.get(row.station_slug, ()), _badge(row))
    return found


def _badge(row: AnyRow) -> LineBadge:
    return LineBadge(row.code, row.color, LocalText(row.name_zh, row.name_en))
