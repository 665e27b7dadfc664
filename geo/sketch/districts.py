"""A district among its neighbours, and the names of districts on any sketch."""

from collections.abc import Iterator

import numpy as np
import shapely

from geo.basemap.layers import DistrictShape
from geo.records import Bounds
from geo.sketch.base import SketchBase
from geo.sketch.drawing import Drawing, draw_stations, river_labels
from geo.sketch.frame import Frame
from geo.sketch.labels import Label, Spot
from geo.sketch.lettering import DISTRICT

SIZE = (390, 260)
MARGINS = (26, 20)
FINEST = 12.0
HALF_NAME_PX = 26
"""How much room a neighbour's name must have inside on both sides of its middle."""
STEP_PX, CHOICES = (24, 12), 60
"""Where a name may stand besides the middle: a grid, and how many places of it are tried."""
MAIN_LINES = 3
"""Stations are named on a district's sketch when as many lines meet there."""


def draw_district(base: SketchBase, district: DistrictShape) -> Drawing:
    """Draw a whole district; it stands out, the others are ground."""
    frame = Frame.showing(Bounds(*district.shape.bounds), SIZE, MARGINS, FINEST)
    inside = [
        each
        for each in base.stations_in(frame)
        if shapely.intersects_xy(district.shape, each.position.lng, each.position.lat)
    ]
    stations = draw_stations(frame, inside)
    main = sum(len(each.lines) >= MAIN_LINES for each in inside) if stations.labels else 0
    names = district_labels(base, frame, district)
    return Drawing(
        frame,
        base.ground(frame, district.code) + stations.circles,
        (*names, *stations.labels[:main], *river_labels(base, frame)),
        stations.boxes,
    )


def district_labels(
    base: SketchBase, frame: Frame, first: DistrictShape | None = None
) -> Iterator[Label]:
    """Yield the names of the districts in a frame, `first` before the others."""
    code = first.code if first else None
    found = sorted(base.districts_in(frame), key=lambda each: (each[0] != code, -each[2].area))
    for key, name, piece in found:
        spots = _spots(piece, 0 if key == code else HALF_NAME_PX)
        if spots:
            yield Label(name, DISTRICT, spots)


def _spots(piece: shapely.Polygon, half_px: float) -> tuple[Spot, ...]:
    """Places `half_px` from the sides of a piece, those nearest to its widest part first."""
    x, y = shapely.maximum_inscribed_circle(piece, tolerance=2).coords[0]
    left, top, right, bottom = piece.bounds
    xs = np.arange(left, right, STEP_PX[0]) + STEP_PX[0] / 2
    ys = np.arange(top, bottom, STEP_PX[1]) + STEP_PX[1] / 2
    places = np.array([(x, y), *((x, y) for x in xs for y in ys)])
    shifts = np.array([(0, 0), (half_px, 0), (-half_px, 0)])
    inside = [shapely.intersects_xy(piece, *(places + shift).T) for shift in shifts]
    fit = places[np.all(inside, axis=0)]
    nearest = np.argsort(np.hypot(*(fit - (x, y)).T), kind="stable")[:CHOICES]
    return tuple(Spot((float(x), float(y)), "on") for x, y in fit[nearest])
