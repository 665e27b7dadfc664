"""A station, its lines, and the next stations on them."""

from geo.basemap.places import StationPlace
from geo.sketch.base import SketchBase
from geo.sketch.drawing import Drawing, draw_stations, river_labels
from geo.sketch.frame import Frame

SIZE = (390, 210)
SCALES = (6.5, 8, 10, 13, 17, 22, 30)
MARGINS = (30, 24)
NEIGHBOURS = 2
"""How many other stations of its lines are to be seen, if the coarsest scale shows them."""


def draw_station(base: SketchBase, station: StationPlace) -> Drawing:
    """Draw the surroundings of a station, close enough to read and far enough to see neighbours."""
    frame = _frame(base, station)
    drawn = draw_stations(frame, base.stations_in(frame), (station.slug,))
    return Drawing(
        frame,
        base.ground(frame) + drawn.circles,
        (*drawn.labels[:1], *river_labels(base, frame), *drawn.labels[1:]),
        drawn.boxes,
    )


def _frame(base: SketchBase, station: StationPlace) -> Frame:
    lines = set(station.lines)
    for scale in SCALES:
        frame = Frame(station.position, scale, *SIZE)
        seen = (each for each in base.stations_in(frame) if lines & set(each.lines))
        if sum(frame.shows(each.position, MARGINS) for each in seen) > NEIGHBOURS:
            break
    return frame
