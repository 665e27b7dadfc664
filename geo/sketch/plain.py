"""The ground of a sketch from the prepared base map; made in a request, so without shapely.

Shapes are not cut at the frame: what lies beyond it is thinned until hardly a point is left, and
the picture's own edge hides the rest.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.basemap.deltas import decode
from geo.basemap.places import MapName, StationPlace, slug_of
from geo.records import LatLng
from geo.ride_paths import RidePaths
from geo.sketch.frame import Frame, Pixel
from geo.sketch.ground import Reach
from geo.sketch.labels import Label, Spot
from geo.sketch.lettering import DISTRICT
from geo.sketch.scale import BLEED_PX, line_class, rail_px, water_px
from geo.sketch.strokes import Points, simplified, stroke, tolerance_px

NAME_ROOM_PX = (48, 16)
"""How far the middle of a district's name keeps from the edges."""
ASIDE_PX = ((0, 0), (0, -14), (0, 14), (-26, 0), (26, 0), (0, -28), (0, 28))
"""Where a name may stand, from the place on record."""
MERIDIAN = 2
"""How many numbers an outline's point has."""
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """Rings or lines in `[lng, lat]` degrees, and the box around all of them."""

    lines: tuple[Points, ...]
    low: NDArray[np.float64]
    high: NDArray[np.float64]

    @classmethod
    def of(cls, lines: Iterable[Sequence[Sequence[float]]]) -> "Shape":
        """Take the lines as lists of points; there must be one at least."""
        arrays = tuple(np.array(line, np.float64).reshape(-1, MERIDIAN) for line in lines)
        whole = np.concatenate(arrays)
        return cls(arrays, whole.min(axis=0), whole.max(axis=0))


class PlainGround:
    """Draws the ground of any frame; made once for each version of content."""

    def __init__(self, base: Json, rides: RidePaths) -> None:
        """Take the base map (`geo.basemap.embedded`) and the tracks between stations."""
        arcs = [decode(arc) for arc in base["arcs"]]
        self.stations = tuple(_stations(base["stations"]))
        self._districts = [(each, _rings(each["rings"], arcs)) for each in base["districts"]]
        self._sea = [Shape.of([_closed(decode(ring))]) for ring in base["sea"]]
        self._rivers = [(each, Shape.of([decode(each["line"])])) for each in base["rivers"]]
        self._rails = [
            (rail["line"], Shape.of(map(decode, rail["paths"]))) for rail in base["rails"]
        ]
        self._rides = rides

    def ground(self, frame: Frame) -> str:
        """Return land, water and rails as SVG."""
        land = (
            _path(f"m-l{told['tint']} m-d", _drawn(shape, frame, "z"))
            for told, shape in self._districts
        )
        sea = (_path("m-sea", _drawn(shape, frame, "z")) for shape in self._sea)
        water = (
            _river(shape, frame, water_px(frame, told["width"])) for told, shape in self._rivers
        )
        rails = (
            _path(f"m-rail {line_class(line)}", _drawn(shape, frame), rail_px(frame))
            for line, shape in self._rails
        )
        return "".join((*land, *sea, *water, *rails))

    def stations_in(self, frame: Frame) -> list[StationPlace]:
        """Return the stations that stand in a frame."""
        return [each for each in self.stations if frame.shows(each.position)]

    def rivers_in(self, frame: Frame) -> Iterator[Reach]:
        """Yield the rivers in a frame."""
        for told, shape in self._rivers:
            for line in _near(shape, frame, 0):
                for run in _runs(line, frame, 0):
                    course: list[Pixel] = [(float(x), float(y)) for x, y in run]
                    yield told["name"], told["width"] / frame.m_per_px, course

    def district_labels(self, frame: Frame) -> Iterator[Label]:
        """Yield the names of the districts whose middle is in a frame."""
        for told, _shape in self._districts:
            ((lng, lat),) = decode(told["label"])
            x, y = frame.px(LatLng(lat, lng))
            spots = tuple(
                Spot((x + dx, y + dy), "on")
                for dx, dy in ASIDE_PX
                if _has_room(frame, x + dx, y + dy)
            )
            if spots:
                yield Label(MapName(told["zh"], told["en"]), DISTRICT, spots)

    def ride(self, line: str, start: StationPlace, end: StationPlace) -> Sequence[LatLng]:
        """Return the rails between two stations, a straight line where none are on record."""
        found = self._rides.between(line, start.slug, end.slug)
        return found or (start.position, end.position)


def _stations(told: Json) -> Iterator[StationPlace]:
    columns = (told[name] for name in ("slugs", "zh", "en", "lines"))
    places = decode(told["at"])
    for slug, zh, en, lines, (lng, lat) in zip(*columns, places, strict=True):
        yield StationPlace(
            slug or slug_of(en), MapName(zh, en), LatLng(lat, lng), tuple(lines.split())
        )


def _rings(rings: Iterable[Sequence[int]], arcs: Sequence[list[Pixel]]) -> Shape:
    return Shape.of([point for arc in ring for point in _arc(arc, arcs)] for ring in rings)


def _arc(number: int, arcs: Sequence[list[Pixel]]) -> list[Pixel]:
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def _closed(ring: list[Pixel]) -> list[Pixel]:
    return [*ring, ring[0]]


def _river(shape: Shape, frame: Frame, width_px: float) -> str:
    return _path("m-water", _drawn(shape, frame, bleed_px=BLEED_PX + width_px / 2), width_px)


def _drawn(shape: Shape, frame: Frame, end: str = "", *, bleed_px: float = BLEED_PX) -> str:
    """The `d` of what a frame shows of a shape; `end` is `z` for rings."""
    near = _near(shape, frame, bleed_px)
    if end:
        lines = (_thinned(ring, frame) for ring in near)
    else:
        lines = (run for line in near for run in _runs(line, frame, bleed_px))
    return "".join(stroke(simplified(line, tolerance_px(frame)), end) for line in lines)


def _near(shape: Shape, frame: Frame, bleed_px: float) -> Iterator[Points]:
    """The lines of a shape in pixels, if its box touches the frame's."""
    west, south, east, north = frame.bounds(bleed_px).as_bbox()
    if (shape.high < (west, south)).any() or (shape.low > (east, north)).any():
        return
    across, down = frame.px_per_degree
    middle = np.array((frame.width / 2, frame.height / 2))
    centre = np.array(frame.centre.as_geojson())
    for line in shape.lines:
        yield (line - centre) * (across, -down) + middle


def _sides(points: Points, frame: Frame, bleed_px: float) -> NDArray[np.int64]:
    """On which sides of the frame points lie, a bit for each; 0 is inside."""
    x, y = points.T
    left, right = x < -bleed_px, x > frame.width + bleed_px
    above, below = y < -bleed_px, y > frame.height + bleed_px
    sides: NDArray[np.int64] = left * 1 + right * 2 + above * 4 + below * 8
    return sides


def _thinned(ring: Points, frame: Frame) -> Points:
    """A ring without the points between two others beyond the very same side or corner."""
    sides = _sides(ring, frame, BLEED_PX)
    is_idle = np.zeros(len(ring), np.bool_)
    is_same = sides[:-1] == sides[1:]
    is_idle[1:-1] = is_same[:-1] & is_same[1:] & (sides[1:-1] > 0)
    return ring[~is_idle]


def _runs(line: Points, frame: Frame, bleed_px: float) -> Iterator[Points]:
    """The stretches of a line that may be seen: neighbours not on one side of the frame."""
    sides = _sides(line, frame, bleed_px)
    seen = np.flatnonzero((sides[:-1] & sides[1:]) == 0)
    for part in np.split(seen, np.flatnonzero(np.diff(seen) > 1) + 1):
        if len(part):
            yield line[part[0] : part[-1] + 2]


def _has_room(frame: Frame, x: float, y: float) -> bool:
    across, down = NAME_ROOM_PX
    return across <= x <= frame.width - across and down <= y <= frame.height - down


def _path(classes: str, d: str, width: float | None = None) -> str:
    drawn = f' stroke-width="{round(width, 1):g}"' if width else ""
    return f'<path class="{classes}"{drawn} d="{d}"/>' if d else ""
