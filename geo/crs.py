"""The three datums in use in China, and the only place that knows GCJ-02 and BD-09.

WGS-84 is what we store. GCJ-02 is the shifted datum of Chinese street maps (about 424 m east and
220 m south in Shanghai); BD-09 is Baidu's further shift of it. Neither shift is published
officially; the constants are the ones in general use (the reverse-engineered `eviltransform` of
2013). The inverse has no closed form and is iterated until a round trip loses less than 1e-9
degrees (0.1 mm).
"""

from collections.abc import Callable
from enum import StrEnum
from math import atan2, cos, hypot, pi, radians, sin, sqrt

from geo.records import Bounds, LatLng

KRASOVSKY_AXIS_M = 6378245.0
"""Semi-major axis of the Krasovsky 1940 ellipsoid, in metres."""
KRASOVSKY_E2 = 0.00669342162296594323
"""First eccentricity, squared, of the same ellipsoid."""
SHIFTED = Bounds(72.004, 0.8293, 137.8347, 55.8271)
"""Where the shift is applied; outside it the three datums are taken as equal."""

_BAIDU_TURN = pi * 3000 / 180
_ROUNDS = 12


class Datum(StrEnum):
    """The name of a datum as commands and files write it."""

    WGS84 = "wgs84"
    GCJ02 = "gcj02"
    BD09 = "bd09"


def wgs84_to_gcj02(point: LatLng) -> LatLng:
    """Return the GCJ-02 position of a WGS-84 `point`; unchanged outside China's box."""
    if not SHIFTED.contains(point):
        return point
    north, east = _shift_m(point.lng - 105, point.lat - 35)
    phi = radians(point.lat)
    curve = 1 - KRASOVSKY_E2 * sin(phi) ** 2
    lat_m = KRASOVSKY_AXIS_M * (1 - KRASOVSKY_E2) / (curve * sqrt(curve)) * pi / 180
    lng_m = KRASOVSKY_AXIS_M / sqrt(curve) * cos(phi) * pi / 180
    return LatLng(point.lat + north / lat_m, point.lng + east / lng_m)


def gcj02_to_wgs84(point: LatLng) -> LatLng:
    """Return the WGS-84 position of a GCJ-02 `point`."""
    return _undo(wgs84_to_gcj02, point)


def gcj02_to_bd09(point: LatLng) -> LatLng:
    """Return the BD-09 (`bd09ll`) position of a GCJ-02 `point`; unchanged outside China's box."""
    if not SHIFTED.contains(point):
        return point
    far = hypot(point.lng, point.lat) + 0.00002 * sin(point.lat * _BAIDU_TURN)
    turn = atan2(point.lat, point.lng) + 0.000003 * cos(point.lng * _BAIDU_TURN)
    return LatLng(far * sin(turn) + 0.006, far * cos(turn) + 0.0065)


def bd09_to_gcj02(point: LatLng) -> LatLng:
    """Return the GCJ-02 position of a BD-09 (`bd09ll`) `point`."""
    return _undo(gcj02_to_bd09, point)


def wgs84_to_bd09(point: LatLng) -> LatLng:
    """Return the BD-09 (`bd09ll`) position of a WGS-84 `point`."""
    return gcj02_to_bd09(wgs84_to_gcj02(point))


def bd09_to_wgs84(point: LatLng) -> LatLng:
    """Return the WGS-84 position of a BD-09 (`bd09ll`) `point`."""
    return gcj02_to_wgs84(bd09_to_gcj02(point))


def to_wgs84(point: LatLng, datum: Datum) -> LatLng:
    """Return the WGS-84 position of a `point` given in `datum`."""
    return _TO_WGS84[datum](point)


def from_wgs84(point: LatLng, datum: Datum) -> LatLng:
    """Return the position in `datum` of a WGS-84 `point`."""
    return _FROM_WGS84[datum](point)


def _shift_m(x: float, y: float) -> tuple[float, float]:
    """Return the shift (north, east) in metres, `x` and `y` in degrees from 105° E, 35° N."""
    ripple = (20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + ripple
    north += (20 * sin(y * pi) + 40 * sin(y / 3 * pi)) * 2 / 3
    north += (160 * sin(y / 12 * pi) + 320 * sin(y / 30 * pi)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + ripple
    east += (20 * sin(x * pi) + 40 * sin(x / 3 * pi)) * 2 / 3
    east += (150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)) * 2 / 3
    return north, east


def _undo(shift: Callable[[LatLng], LatLng], target: LatLng) -> LatLng:
    """Find the point that `shift` moves to `target`, by subtracting what is still missing."""
    guess = target
    for _ in range(_ROUNDS):
        reached = shift(guess)
        guess = LatLng(guess.lat + target.lat - reached.lat, guess.lng + target.lng - reached.lng)
    return guess


def _same(point: LatLng) -> LatLng:
    return point


_TO_WGS84 = {Datum.WGS84: _same, Datum.GCJ02: gcj02_to_wgs84, Datum.BD09: bd09_to_wgs84}
_FROM_WGS84 = {Datum.WGS84: _same, Datum.GCJ02: wgs84_to_gcj02, Datum.BD09: wgs84_to_bd09}
