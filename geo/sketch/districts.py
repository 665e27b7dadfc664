"""A district among its neighbours."""

import shapely

from geo.basemap.layers import DistrictShape
from geo.records import Bounds
from geo.sketch.base import SketchBase
from geo.sketch.drawing import Drawing, draw_stations, river_labels
from geo.sketch.frame import Frame, Size

SIZE = (390, 260)
MARGINS = (26, 20)
FINEST = 12.0
MAIN_LINES = 3
"""Stations are named on a district's sketch when as many lines meet there."""


def draw_district(base: SketchBase, district: DistrictShape, size: Size = SIZE) -> Drawing:
    """Draw a whole district; it stands out, the others are ground."""
    frame = Frame.showing(Bounds(*district.shape.bounds), size, MARGINS, FINEST)
    inside = [
        each
        for each in base.stations_in(frame)
        if shapely.intersects_xy(district.shape, each.position.lng, each.position.lat)
    ]
    stations = draw_stations(frame, inside)
    main = sum(len(each.lines) >= MAIN_LINES for each in inside) if stations.labels else 0
    names = base.district_labels(frame, district.code)
    return Drawing(
        frame,
        base.ground(frame, district.code) + stations.circles,
        (*names, *stations.labels[:main], *river_labels(base, frame)),
        stations.boxes,
    )
