"""The browser's shift between datums is the server's."""

from __future__ import annotations

import pytest

from geo.crs import wgs84_to_gcj02
from geo.records import LatLng

POINTS = [
    LatLng(31.2304, 121.4737),
    LatLng(30.72, 121.34),
    LatLng(31.62, 121.4),
    LatLng(31.1, 120.95),
]
SHIFT = """async ({module, points}) => {
  const {toGcj02, fromGcj02} = await import(module);
  return points.map((point) => [toGcj02(point), fromGcj02(toGcj02(point))]);
}"""


def test_the_browser_shifts_points_as_the_server_does(phone):
    phone.goto("/zh/map")
    module = (
        phone.locator("script[type=module][src]")
        .get_attribute("src")
        .replace("main.js", "map/datum.js")
    )
    points = [{"lat": point.lat, "lng": point.lng} for point in POINTS]
    for point, (shifted, back) in zip(
        POINTS, phone.evaluate(SHIFT, {"module": module, "points": points}), strict=True
    ):
        expected = wgs84_to_gcj02(point)
        assert shifted["lat"] == pytest.approx(expected.lat, abs=1e-8)
        assert shifted["lng"] == pytest.approx(expected.lng, abs=1e-8)
        assert back["lat"] == pytest.approx(point.lat, abs=1e-8)
        assert back["lng"] == pytest.approx(point.lng, abs=1e-8)
