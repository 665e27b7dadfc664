"""Requests as visitors might make them, at random over the whole city and year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random

from geo.records import LatLng
from webapp.domain.paces import PaceName
from webapp.domain.scenarios import Scenario
from webapp.services.plans.request import Need, PlanRequest
from webapp.settings import SHANGHAI

YEAR_BEGINS = datetime(2026, 1, 2, tzinfo=SHANGHAI)
DAYS = 360
WISHES = ["", "", "", "museum", "noodles", "爵士", "漫画", "view", "park"]
AT_ODDS = {Need.STEP_FREE}
"""A need that leaves hardly a place: asked for seldom."""


def requests(count: int, seed: int, stations: Sequence[LatLng]) -> Iterator[PlanRequest]:
    """Yield `count` requests from or near stations."""
    dice = Random(seed)
    for _ in range(count):
        yield request(dice, stations)


def request(dice: Random, stations: Sequence[LatLng]) -> PlanRequest:
    day = YEAR_BEGINS + timedelta(days=dice.randrange(DAYS))
    begins = day + timedelta(minutes=dice.randrange(5 * 60, 24 * 60, 5))
    latest = min(14 * 60, int((day + timedelta(hours=30) - begins) / timedelta(minutes=1)))
    length = dice.randrange(60, latest + 1, 5)
    needs = {need for need in Need if dice.random() < (0.03 if need in AT_ODDS else 0.2)}
    return PlanRequest(
        start=near(dice, stations),
        begins=begins,
        ends=begins + timedelta(minutes=length),
        scenarios=tuple(s for s in Scenario if dice.random() < 0.35),
        wish=dice.choice(WISHES),
        pace=dice.choice(list(PaceName)),
        needs=frozenset(needs),
        most_stops=dice.randint(1, 8),
        end=near(dice, stations) if dice.random() < 0.4 else None,
    )


def near(dice: Random, stations: Sequence[LatLng]) -> LatLng:
    at = dice.choice(stations)
    return LatLng(at.lat + dice.uniform(-0.01, 0.01), at.lng + dice.uniform(-0.01, 0.01))
