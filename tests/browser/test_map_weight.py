"""What the first view of the map costs a phone."""

from __future__ import annotations

import pytest

from tests.fixtures.weight import weigh

MOST_KILOBYTES = 150
MOST_REQUESTS = 20


@pytest.mark.parametrize("path", ["/zh/map", "/en/map"])
def test_the_first_view_of_the_map_is_light(phone, path):
    weight = weigh(phone, path)
    assert weight.requests <= MOST_REQUESTS, "\n".join(weight.addresses)
    assert weight.kilobytes <= MOST_KILOBYTES, dict(weight.bytes_by_kind)
