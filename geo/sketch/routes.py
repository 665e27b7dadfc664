"""An itinerary: numbered stops, the walks between them, and the trains along their rails."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import dist

import numpy as np

from geo.basemap.places import StationPlace
from geo.records import Bounds, LatLng
from geo.sketch.apart import moved_apart
from geo.sketch.drawing import Drawing, draw_stations, river_labels
from geo.sketch.frame import Frame, Pixel, Size
from geo.sketch.ground import Ground
from geo.sketch.labels import Box, Label, beside, clear_of
from geo.sketch.lettering import STRONG
from geo.sketch.marks import INTERCHANGE, point_mark, station_mark, stop_mark
from geo.sketch.scale import line_class, station_px
from geo.sketch.strokes import simplified, stroke, tolerance_px

SIZE = (390, 250)
MARGINS = (52, 36)
FINEST = 4.0
STOP_PX, STATION_PX, POINT_PX = 12.0, 5.0, 6.0
APART_PX = (2 * STOP_PX + 1, STOP_PX + STATION_PX + 1)
"""How far stops keep from each other, and from the stations of the route."""
MOST_NAMES = 5
"""Other stations named at most, those where most lines meet first."""
FAR = 20
"""Metres a pixel from which on districts are named and no station but those of the route shown."""
DOT_PX = 8
"""How far apart the dots of a walk are."""

End = int | StationPlace | LatLng


@dataclass(frozen=True, slots=True)
class Way:
    """A stretch from a stop, station or other point to the next; stops are counted from 0.

    `line` is the code of the metro line between two stations, None for a walk.
    """

    start: End
    end: End
    line: str | None = None


def draw_route(
    base: Ground, stops: Sequence[LatLng], ways: Sequence[Way], size: Size = SIZE
) -> Drawing:
    """Draw a route; `stops` are numbered in their order."""
    route = _Route(base, stops, ways, size)
    frame, is_far = route.frame, route.frame.m_per_px >= FAR
    called = {each.slug for each in route.stations}
    passed = (each for each in base.stations_in(frame) if each.slug not in called)
    others = draw_stations(frame, () if is_far else passed)
    far = base.district_labels(frame) if is_far else ()
    labels = (*route.labels(), *river_labels(base, frame), *far, *others.labels[:MOST_NAMES])
    dots = route.dots()
    return Drawing(
        frame,
        f"{base.ground(frame)}{route.paths()}{others.circles}{route.circles()}",
        tuple(clear_of(label, dots) for label in labels),
        (*route.boxes, *others.boxes),
        route.discs(),
    )


class _Route:
    """A route on its frame."""

    def __init__(
        self, base: Ground, stops: Sequence[LatLng], ways: Sequence[Way], size: Size
    ) -> None:
        self._ways = ways
        self._rides = {way: _ride(base, way) for way in ways if way.line}
        ends = list(dict.fromkeys(end for way in ways for end in (way.start, way.end)))
        self.stations = [end for end in ends if isinstance(end, StationPlace)]
        self._points = [end for end in ends if isinstance(end, LatLng)]
        seen = _seen([*stops, *self._points], self.stations, self._rides.values())
        self.frame = Frame.showing(seen, size, MARGINS, FINEST)
        self._places = {each: self.frame.px(each.position) for each in self.stations}
        fixed = [*self._places.values(), *map(self.frame.px, self._points)]
        self._stops = _apart(self.frame, stops, fixed)

    @property
    def boxes(self) -> tuple[Box, ...]:
        stops = (Box.around(at, STOP_PX) for at in self._stops)
        stations = (Box.around(self._places[each], self._radius(each)) for each in self.stations)
        points = (Box.around(self.frame.px(each), POINT_PX) for each in self._points)
        return (*stops, *stations, *points)

    def paths(self) -> str:
        walks = "".join(stroke(walk) for walk in self._walks())
        rides = [(way.line or "", self._track(points)) for way, points in self._rides.items()]
        case = "".join((walks, *(d for _, d in rides)))
        trains = (f'<path class="m-route {line_class(line)}" d="{d}"/>' for line, d in rides)
        walked = f'<path class="m-route m-route--walk" d="{walks}"/>' if walks else ""
        return f'<path class="m-case" d="{case}"/>{walked}{"".join(trains)}'

    def dots(self) -> list[Box]:
        """Points along the walks, which names had better not cover."""
        return [Box.around(at, 1) for walk in self._walks() for at in _dotted(*walk)]

    def circles(self) -> str:
        radius = self._own_radius()
        return "".join(
            station_mark(self._places[each], radius, each.is_interchange) for each in self.stations
        )

    def discs(self) -> str:
        numbered = enumerate(self._stops, 1)
        points = "".join(point_mark(self.frame.px(each), POINT_PX) for each in self._points)
        return points + "".join(stop_mark(at, STOP_PX, place) for place, at in numbered)

    def labels(self) -> Iterator[Label]:
        for each in self.stations:
            at, radius = self._places[each], self._radius(each)
            spots = (*beside(at, radius), *beside(at, radius + STOP_PX))
            yield Label(each.name, STRONG, spots)

    def _walks(self) -> Iterator[tuple[Pixel, Pixel]]:
        return ((self._at(way.start), self._at(way.end)) for way in self._ways if not way.line)

    def _track(self, points: Sequence[LatLng]) -> str:
        pixels = np.array([self.frame.px(point) for point in points])
        return stroke(simplified(pixels, tolerance_px(self.frame)))

    def _at(self, end: End) -> Pixel:
        if isinstance(end, LatLng):
            return self.frame.px(end)
        return self._stops[end] if isinstance(end, int) else self._places[end]

    def _own_radius(self) -> float:
        return max(STATION_PX / INTERCHANGE, station_px(self.frame) or 0)

    def _radius(self, station: StationPlace) -> float:
        return self._own_radius() * (INTERCHANGE if station.is_interchange else 1)


def _ride(base: Ground, way: Way) -> Sequence[LatLng]:
    first, last = (each for each in (way.start, way.end) if isinstance(each, StationPlace))
    return base.ride(way.line or "", first, last)


def _dotted(start: Pixel, end: Pixel) -> Iterator[Pixel]:
    """Where the dots of a walk are."""
    length = dist(start, end)
    for along in range(0, int(length), DOT_PX):
        share = along / length
        yield start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _seen(
    stops: Sequence[LatLng],
    stations: Iterable[StationPlace],
    rides: Iterable[Sequence[LatLng]],
) -> Bounds:
    tracks = (point for ride in rides for point in ride)
    return Bounds.around([*stops, *(each.position for each in stations), *tracks])


def _apart(frame: Frame, stops: Sequence[LatLng], stations: Sequence[Pixel]) -> list[Pixel]:
    edge = APART_PX[0] / 2
    within = (frame.width - edge, frame.height - edge)
    return moved_apart([frame.px(stop) for stop in stops], stations, APART_PX, within)
