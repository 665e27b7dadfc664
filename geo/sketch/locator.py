"""Where a venue is: its pin in the middle, the nearest station, and what lies around."""

from dataclasses import dataclass, replace
from math import dist

from geo.basemap.places import StationPlace
from geo.distance import distance_m
from geo.records import LatLng
from geo.sketch.base import SketchBase
from geo.sketch.districts import district_labels
from geo.sketch.drawing import Drawing, draw_stations, river_labels
from geo.sketch.frame import Frame, first_frame
from geo.sketch.labels import Box, Label, beside
from geo.sketch.marks import pin

SIZE = (390, 210)
MIDDLE = (195.0, 105.0)
PIN_PX = 40
MARGINS = (48, 28)
"""How far from the edges the nearest station must stand, so that its name fits."""
SCALES = (5, 6.5, 8, 10, 13, 17, 22, 28, 36, 46, 60)
"""Metres a pixel, as near as the station allows; the last for where no station is near."""
CLOSE_SCALE, CLOSE_M = 3.5, 150.0
"""For a station that the pin would cover."""
WITH_DISTRICTS = 20
"""Metres a pixel from which on the districts are named."""


@dataclass(frozen=True, slots=True)
class PinnedVenue:
    """A venue as a sketch needs it; `nearest` is the station next to it, if any is known."""

    scenario: str
    position: LatLng
    nearest: StationPlace | None


def draw_venue(base: SketchBase, venue: PinnedVenue) -> Drawing:
    """Draw the surroundings of a venue."""
    frame = _frame(venue)
    strong = (venue.nearest.slug,) if venue.nearest else ()
    stations = draw_stations(frame, base.stations_in(frame), strong)
    far = district_labels(base, frame) if frame.m_per_px >= WITH_DISTRICTS else ()
    first = [_clear_of_pin(label) for label in stations.labels[: len(strong)]]
    return Drawing(
        frame,
        base.ground(frame) + stations.circles,
        (*first, *river_labels(base, frame), *far, *stations.labels[len(first) :]),
        (*stations.boxes, Box.around(MIDDLE, PIN_PX / 2 + 1)),
        pin(venue.scenario, MIDDLE, PIN_PX),
    )


def _clear_of_pin(label: Label) -> Label:
    """The name of a station that the pin covers may stand beside the pin."""
    if dist(label.spots[0].at, MIDDLE) > PIN_PX:
        return label
    return replace(label, spots=(*label.spots, *beside(MIDDLE, PIN_PX / 2 + 1)))


def _frame(venue: PinnedVenue) -> Frame:
    frames = [Frame(venue.position, scale, *SIZE) for scale in SCALES]
    if venue.nearest is None:
        return frames[-1]
    if distance_m(venue.position, venue.nearest.position) < CLOSE_M:
        return Frame(venue.position, CLOSE_SCALE, *SIZE)
    return first_frame(frames, venue.nearest.position, MARGINS)
