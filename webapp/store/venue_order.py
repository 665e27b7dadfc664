"""How lists of venues are sorted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, and_, case, or_

from geo.records import LatLng
from webapp.domain.scenarios import KINDS, Kind
from webapp.store.tables import venues
from webapp.store.venue_conditions import squared_distance
from webapp.store.venue_filter import Order, VenueFilter


def order_of(wanted: VenueFilter, origin: LatLng | None) -> tuple[ColumnElement[Any], ...]:
    """Return what to sort by; ties are broken by name and id, so that pages never overlap.

    By rank, venues whose facts are older than their kind's limit come after others as well known.
    """
    name = venues.c.sort_zh if wanted.lang == "zh" else venues.c.sort_en
    if wanted.order is Order.DISTANCE and origin is not None:
        return (squared_distance(origin), name, venues.c.id)
    if wanted.order is Order.NAME:
        return (name, venues.c.id)
    stale = (_stale(wanted.at.date()),) if wanted.at else ()
    return (venues.c.rank.desc(), *stale, name, venues.c.id)


def _stale(today: date) -> ColumnElement[int]:
    return case((or_(*_fresh(today)), 0), else_=1)


def _fresh(today: date) -> Iterator[ColumnElement[bool]]:
    kinds = sorted(KINDS.values(), key=_days)
    for days, same in groupby(kinds, key=_days):
        codes = [kind.code for kind in same]
        since = today - timedelta(days=days)
        yield and_(venues.c.kind.in_(codes), venues.c.as_of > since)


def _days(kind: Kind) -> int:
    return kind.confirm_days
