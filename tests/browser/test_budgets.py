"""What each kind of page may cost a weak phone: bytes, requests, elements, things that move."""

from __future__ import annotations

import pytest

from tests.fixtures.page_kinds import PAGE_KINDS, address
from tests.fixtures.weight import weigh

MOST_KILOBYTES = 150
MOST_REQUESTS = 20
MOST_ELEMENTS = 1200
MOST_SHIFT = 0.02
MAP_KILOBYTES, MAP_REQUESTS = 140, 16
"""The map is the heaviest: its standard view leaves room for what comes later on the page."""
EASY = ("home", "map", "list", "near-which", "venue", "itinerary", "planned", "pack")
VISITS = [(kind, "zh", "standard") for kind in PAGE_KINDS] + [(k, "en", "easy") for k in EASY]


@pytest.mark.parametrize(("kind", "lang", "view"), VISITS)
def test_a_page_is_light(phone, watch, kind, lang, view):
    weight = weigh(phone, address(kind, lang, view))
    watch.forgive("404" if kind == "missing" else "no such fault")
    assert weight.requests <= MOST_REQUESTS, "\n".join(weight.addresses)
    assert weight.kilobytes <= MOST_KILOBYTES, dict(weight.bytes_by_kind)
    assert weight.elements <= MOST_ELEMENTS
    assert weight.shift <= MOST_SHIFT, weight.shifts


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_first_view_of_the_map_leaves_room(phone, lang):
    weight = weigh(phone, f"/{lang}/map")
    assert weight.requests <= MAP_REQUESTS, "\n".join(weight.addresses)
    assert weight.kilobytes <= MAP_KILOBYTES, dict(weight.bytes_by_kind)


@pytest.mark.parametrize("kind", ["map", "list", "itinerary"])
def test_a_desk_has_few_elements_too(desk, kind):
    assert weigh(desk, address(kind, "en")).elements <= MOST_ELEMENTS
