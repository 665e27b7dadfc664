"""Metres instead of degrees, for buffers and tolerances around Shanghai.

The plane is equirectangular around 31.2° N, 121.47° E: x east, y north, in metres. Lengths are
right within 0.7 % over the municipality, which is enough for tolerances.
"""

from math import cos, radians
from typing import TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.distance import EARTH_RADIUS_M

ORIGIN_LAT, ORIGIN_LNG = 31.2, 121.47
LAT_M = radians(1) * EARTH_RADIUS_M
"""Metres in a degree of latitude."""
LNG_M = LAT_M * cos(radians(ORIGIN_LAT))
"""Metres in a degree of longitude at the origin."""

Shape = TypeVar("Shape", bound=BaseGeometry)
Points = NDArray[np.float64]

_ORIGIN = np.array([ORIGIN_LNG, ORIGIN_LAT])
_SCALE = np.array([LNG_M, LAT_M])


def to_plane(shape: Shape) -> Shape:
    """Return a `[lng, lat]` shape in metres."""
    return shapely.transform(shape, lambda points: (points - _ORIGIN) * _SCALE)


def to_degrees(shape: Shape, digits: int) -> Shape:
    """Return a shape in metres as `[lng, lat]` degrees rounded to `digits` decimals."""
    return shapely.transform(shape, lambda points: np.round(points / _SCALE + _ORIGIN, digits))
