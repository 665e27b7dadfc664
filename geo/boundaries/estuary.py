"""The Yangtze on both sides of Chongming, which no district outline shows.

Upstream of Baoshan the outlines of Chongming and Jiangsu meet in the middle of the water, and along
the north branch they meet on the island. So that Chongming looks like an island, the two branches
are drawn from a few vertices set by hand on a 0.01-degree grid and checked against the shores of
GSHHG 2.3.7 and the position of Chongqi Bridge (wikidata). They may be 1 km off and serve small
scales only.
"""

import shapely
from shapely.geometry import LineString, MultiPolygon, Polygon

from geo.boundaries.plane import Points, to_plane
from geo.boundaries.smooth import rounded_off

SOUTH_BRANCH = (
    *((120.30, 32.02), (120.45, 31.99), (120.60, 31.99), (120.72, 32.02), (120.87, 31.95)),
    *((120.94, 31.89), (120.95, 31.82), (121.04, 31.80), (121.12, 31.81), (121.16, 31.78)),
    *((121.22, 31.73), (121.30, 31.68), (121.37, 31.63), (121.43, 31.595), (121.48, 31.56)),
    *((121.36, 31.50), (121.325, 31.51), (121.30, 31.53), (121.25, 31.62), (121.15, 31.68)),
    *((121.01, 31.75), (120.88, 31.77), (120.80, 31.80), (120.70, 31.93), (120.60, 31.94)),
    *((120.45, 31.94), (120.30, 31.97)),
)
"""Down the north shore from the west edge of the window, back up the south shore."""
NORTH_BRANCH = (
    *((121.12, 31.79), (121.20, 31.84), (121.30, 31.87), (121.38, 31.852), (121.44, 31.81)),
    *((121.52, 31.782), (121.59, 31.742), (121.66, 31.706), (121.75, 31.683), (121.86, 31.665)),
    *((121.93, 31.655), (122.02, 31.65)),
)
"""Its middle, from the west end of Chongming to the sea; the eighth is Chongqi Bridge."""
NORTH_BRANCH_WIDTH_M = 2200


def yangtze() -> MultiPolygon:
    """Return the water of both branches in metres of the plane."""
    south = Polygon(rounded_off(_plane_points(SOUTH_BRANCH)))
    north = LineString(rounded_off(_plane_points(NORTH_BRANCH)))
    return MultiPolygon([south, north.buffer(NORTH_BRANCH_WIDTH_M / 2, quad_segs=4)])


def _plane_points(vertices: tuple[tuple[float, float], ...]) -> Points:
    return shapely.get_coordinates(to_plane(LineString(vertices)))
