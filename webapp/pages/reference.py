"""Lists that only change with content: read once for each version of it, then kept."""

from __future__ import annotations

from functools import lru_cache

from webapp import current
from webapp.store import areas as areas_store
from webapp.store import districts as districts_store
from webapp.store import lines as lines_store
from webapp.store import stations as stations_store
from webapp.store.lines import Branch
from webapp.store.place_records import AreaCard, District, StationCard
from webapp.store.venue_records import LineBadge


def areas() -> tuple[AreaCard, ...]:
    """Every area, best known first."""
    return _areas(current.version())


def districts() -> tuple[District, ...]:
    """The sixteen districts by code, with their counts."""
    return _districts(current.version())


def lines() -> tuple[LineBadge, ...]:
    """Every metro line in the order of the network map."""
    return _lines(current.version())


def branches() -> tuple[Branch, ...]:
    """Every branch of every line."""
    return _branches(current.version())


def stations() -> tuple[StationCard, ...]:
    """Every station, by name in the reader's language."""
    return _stations(current.version(), current.lang())


@lru_cache(maxsize=2)
def _areas(_version: str) -> tuple[AreaCard, ...]:
    return areas_store.areas_in(current.connection())


@lru_cache(maxsize=2)
def _districts(_version: str) -> tuple[District, ...]:
    return districts_store.districts_in(current.connection())


@lru_cache(maxsize=2)
def _lines(_version: str) -> tuple[LineBadge, ...]:
    return lines_store.lines_in(current.connection())


@lru_cache(maxsize=2)
def _branches(_version: str) -> tuple[Branch, ...]:
    return lines_store.branches_in(current.connection())


@lru_cache(maxsize=4)
def _stations(_version: str, lang: str) -> tuple[StationCard, ...]:
    return stations_store.stations_in(current.connection(), lang=lang)
