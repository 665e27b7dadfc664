"""Random requests on the real catalogue: nothing closed, nothing late, and a way home."""

from __future__ import annotations

import os
import statistics
import time

import pytest

from tests.plans.checker import faults
from tests.plans.random_requests import requests
from webapp.services.plans.planning import plan_outing
from webapp.services.travel import open_travel

COUNT = int(os.environ.get("PLANS", "60"))
"""`PLANS=1000 pytest tests/plans -s` tries more, and says how long they take."""


@pytest.fixture(scope="module")
def planner(app):
    """Plans a request on the catalogue."""
    settings, database = app.extensions["settings"], app.extensions["database"]
    with database.read() as connection:
        travel = open_travel(connection, settings)
        yield lambda asked: plan_outing(connection, travel, asked), travel


def test_every_plan_holds(planner):
    plan, travel = planner
    stations = list(travel.positions.values())
    wrong, seconds, stops = [], [], []
    for number, asked in enumerate(requests(COUNT, 20261120, stations)):
        begun = time.perf_counter()
        route = plan(asked)
        seconds.append(time.perf_counter() - begun)
        stops.append(len(route.stops))
        wrong += [f"{number}: {fault}: {asked}" for fault in faults(route)]
    ordered = sorted(seconds[1:])
    slowest = ordered[int(len(ordered) * 0.99)]
    print(f"\nmedian {statistics.median(ordered):.3f} s, p99 {slowest:.3f} s")
    print(f"stops a plan {statistics.mean(stops):.1f}, without any {stops.count(0)}")
    assert wrong[:5] == []
    assert stops.count(0) < COUNT / 2


def test_the_same_request_is_the_same_plan(planner):
    plan, travel = planner
    for asked in requests(5, 7, list(travel.positions.values())):
        assert plan(asked).slugs == plan(asked).slugs
