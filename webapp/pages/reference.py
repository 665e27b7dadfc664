"""Lists that only change with content: read once for each version of it, then kept."""

from __future__ import annotations

from webapp import current
from webapp.kept import kept
from webapp.store import areas as areas_store
from webapp.store import benefits as benefits_store
from webapp.store import districts as districts_store
from webapp.store import lines as lines_store
from webapp.store import stations as stations_store
from webapp.store.benefit_records import BenefitCard
from webapp.store.lines import Branch
from webapp.store.place_records import AreaCard, District, StationCard
from webapp.store.venue_records import LineBadge


@kept(most=2)
def areas() -> tuple[AreaCard, ...]:
    """Every area, best known first."""
    return areas_store.areas_in(current.connection())


@kept(most=2)
def districts() -> tuple[District, ...]:
    """The sixteen districts by code, with their counts."""
    return districts_store.districts_in(current.connection())


@kept(most=2)
def lines() -> tuple[LineBadge, ...]:
    """Every metro line in the order of the network map."""
    return lines_store.lines_in(current.connection())


@kept(most=2)
def branches() -> tuple[Branch, ...]:
    """Every branch of every line."""
    return lines_store.branches_in(current.connection())


@kept(most=2)
def benefits() -> tuple[BenefitCard, ...]:
    """Every benefit in its editorial order."""
    return benefits_store.benefits_in(current.connection())


def stations() -> tuple[StationCard, ...]:
    """Every station, by name in the reader's language."""
    return _stations(current.lang())


@kept(most=4)
def _stations(lang: str) -> tuple[StationCard, ...]:
    return stations_store.stations_in(current.connection(), lang=lang)
