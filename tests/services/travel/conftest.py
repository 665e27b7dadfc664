"""The city's own metro, as the content describes it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from geo.records import LatLng
from webapp.domain.metro_network import MetroNetwork
from webapp.services.content.catalogue import Catalogue
from webapp.services.content.reader import read_catalogue
from webapp.services.travel import Travel
from webapp.services.travel.facts import facts_of

CONTENT = Path(__file__).parents[3] / "content"


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return read_catalogue(CONTENT)[0]


@pytest.fixture(scope="session")
def travel(catalogue: Catalogue) -> Travel:
    return Travel(facts_of(catalogue))


@pytest.fixture(scope="session")
def network(travel: Travel) -> MetroNetwork:
    return travel.network


@pytest.fixture(scope="session")
def venues(catalogue: Catalogue) -> list[LatLng]:
    """Places of the catalogue, in an order of their own."""
    found = [
        LatLng(placed.entry.position.lat, placed.entry.position.lng) for placed in catalogue.venues
    ]
    return random.Random(31).sample(found, len(found))
