"""Where a venue is: its pin in the middle, the nearest station, and what lies around."""

from dataclasses import dataclass, replace
from math import dist

from geo.basemap.places import StationPlace
from geo.distance import distance_m
from geo.records import LatLng
from geo.sketch.base import SketchBase
from geo.sketch.drawing import Drawing, draw_stations, river_labels
from geo.sketch.frame import Frame, Pixel, Size, first_frame
from geo.sketch.labels import Box, Label, beside
from geo.sketch.marks import pin

SIZE, CARD_SIZE = (390, 210), (390, 520)
"""On the venue's page, and on the card for a driver, which is cut to what the screen leaves."""
PIN_PX = 40
BAND_PX = (147, 77)
"""How far from the pin the nearest station may stand, across and down, so that its name fits."""
SCALES = (5, 6.5, 8, 10, 13, 17, 22, 28, 36, 46, 60)
"""Metres a pixel, as near as the station allows; the last for where no station is near."""
CLOSE_SCALE, CLOSE_M = 3.5, 150.0
"""For a station that the pin would cover."""
MOST_NAMES = 14
"""Stations named at most, those where most lines meet first."""
WITH_DISTRICTS = 20
"""Metres a pixel from which on the districts are named."""


@dataclass(frozen=True, slots=True)
class PinnedVenue:
    """A venue as a sketch needs it; `nearest` is the station next to it, if any is known."""

    scenario: str
    position: LatLng
    nearest: StationPlace | None


def draw_venue(base: SketchBase, venue: PinnedVenue, size: Size = SIZE) -> Drawing:
    """Draw the surroundings of a venue."""
    frame = _frame(venue, size)
    middle = (frame.width / 2, frame.height / 2)
    strong = (venue.nearest.slug,) if venue.nearest else ()
    stations = draw_stations(frame, base.stations_in(frame), strong)
    far = base.district_labels(frame) if frame.m_per_px >= WITH_DISTRICTS else ()
    first = [_clear_of_pin(label, middle) for label in stations.labels[: len(strong)]]
    others = stations.labels[len(first) : MOST_NAMES]
    return Drawing(
        frame,
        base.ground(frame) + stations.circles,
        (*first, *river_labels(base, frame), *far, *others),
        (*stations.boxes, Box.around(middle, PIN_PX / 2 + 1)),
        pin(venue.scenario, middle, PIN_PX),
    )


def draw_card(base: SketchBase, venue: PinnedVenue) -> Drawing:
    """Draw the same for the card, tall; whatever the screen leaves of it shows pin and station."""
    return draw_venue(base, venue, CARD_SIZE)


def _clear_of_pin(label: Label, middle: Pixel) -> Label:
    """The name of a station that the pin covers may stand beside the pin."""
    if dist(label.spots[0].at, middle) > PIN_PX:
        return label
    return replace(label, spots=(*label.spots, *beside(middle, PIN_PX / 2 + 1)))


def _frame(venue: PinnedVenue, size: Size) -> Frame:
    frames = [Frame(venue.position, scale, *size) for scale in SCALES]
    if venue.nearest is None:
        return frames[-1]
    if distance_m(venue.position, venue.nearest.position) < CLOSE_M:
        return Frame(venue.position, CLOSE_SCALE, *size)
    margins = (size[0] // 2 - BAND_PX[0], size[1] // 2 - BAND_PX[1])
    return first_frame(frames, venue.nearest.position, margins)
