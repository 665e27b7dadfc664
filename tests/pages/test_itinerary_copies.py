"""One of our itineraries becomes a plan of one's own: its stops, its day, its hours."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.fixtures import markup
from webapp import current
from webapp.pages.itinerary_copy import copy_address
from webapp.pages.plan import planned
from webapp.pages.plan_form import Given, read_form
from webapp.store.itineraries import get_itinerary, itineraries_in


@pytest.fixture
def in_request(app):
    """What a page has at hand."""
    with app.test_request_context("/en/"):
        app.preprocess_request()
        yield


def test_every_itinerary_can_be_made_ones_own(in_request):
    """All its stops in their order; those whose hours nobody knows are said, not planned."""
    connection = current.connection()
    for card in itineraries_in(connection):
        found = get_itinerary(connection, card.slug)
        form = read_form(Given(parse_qsl(urlsplit(copy_address(found)).query)))
        assert form.request is not None, (card.slug, form.faults)
        route = planned(form.request)
        known = tuple(stop.venue.slug for stop in found.stops if stop.venue.hours_text)
        unknown = {stop.venue.slug for stop in found.stops} - {*known}
        assert route.slugs == known, card.slug
        assert {each.slug for each in route.omissions if each.wanted} == unknown, card.slug


def test_the_page_of_an_itinerary_leads_there_with_its_day(client):
    root = markup.tree(
        client.get("/zh/itineraries/both-banks-of-the-bund?on=2026-11-27&from=14:00")
    )
    link = next(a.get("href") for a in root.iter("a") if "/zh/plan?" in a.get("href", ""))
    assert dict(parse_qsl(urlsplit(link).query))["at"] == "2026-11-27T14:00"
