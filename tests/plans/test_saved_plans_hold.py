"""A saved plan is the plan that was saved: stored, read back and worked out, the same route."""

from __future__ import annotations

import os

import pytest

from tests.plans.checker import faults
from tests.plans.random_requests import requests
from webapp.services.plans.planning import plan_outing
from webapp.services.plans.settled import settled_outing
from webapp.services.plans.stored import body_of, read_body, text_of
from webapp.services.travel import open_travel

COUNT = int(os.environ.get("PLANS", "40"))


@pytest.fixture(scope="module")
def saved_and_found(app):
    """Routes as planned, and as found again from what is stored of them."""
    settings, database = app.extensions["settings"], app.extensions["database"]
    pairs = []
    with database.read() as connection:
        travel = open_travel(connection, settings)
        for asked in requests(COUNT, 20261121, list(travel.positions.values())):
            planned = plan_outing(connection, travel, asked)
            body = body_of(planned, "31.23,121.47", "31.24,121.48" if asked.end else "")
            assert read_body(text_of(body)) == body
            if planned.stops:
                pairs.append((planned, settled_outing(connection, travel, body)))
    return pairs


def times(route):
    return [(stop.venue.slug, stop.begin_min, stop.leave_min) for stop in route.stops]


def test_saved_and_found_are_the_same_route(saved_and_found):
    assert len(saved_and_found) > COUNT / 2
    differing = [(times(a), times(b)) for a, b in saved_and_found if times(a) != times(b)]
    assert differing == []


def test_a_found_route_holds(saved_and_found):
    assert [fault for _planned, found in saved_and_found for fault in faults(found)] == []
