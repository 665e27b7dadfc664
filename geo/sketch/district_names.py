"""Where the names of districts stand on a sketch."""

from collections.abc import Iterable, Iterator

import numpy as np
import shapely

from geo.basemap.places import MapName
from geo.sketch.labels import Label, Spot
from geo.sketch.lettering import DISTRICT

HALF_NAME_PX = 26
"""How much room a neighbour's name must have inside on both sides of its middle."""
STEP_PX, CHOICES = (24, 12), 60
"""Where a name may stand besides the middle: a grid, and how many places of it are tried."""


def named_pieces(
    found: Iterable[tuple[str, MapName, shapely.Polygon]], first: str | None
) -> Iterator[Label]:
    """Yield the names of pieces in pixels, that of the district `first` before the others."""
    for key, name, piece in sorted(found, key=lambda each: (each[0] != first, -each[2].area)):
        spots = _spots(piece, 0 if key == first else HALF_NAME_PX)
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
