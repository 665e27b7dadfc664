"""The ground of every sketch: land, sea, rivers and rails, read once and cut quickly."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Self

import numpy as np
import shapely
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry

from geo.basemap.layers import Layers
from geo.basemap.places import MapName, StationPlace
from geo.basemap.tints import tints_of
from geo.records import LatLng
from geo.sketch.along_rails import rails_between
from geo.sketch.district_names import named_pieces
from geo.sketch.frame import Frame
from geo.sketch.ground import Reach
from geo.sketch.labels import Label
from geo.sketch.paths import in_frame, path_of
from geo.sketch.scale import BLEED_PX, line_class, rail_px, water_px


class SketchBase:
    """Draws the ground of any frame; made once for all sketches of a content sync."""

    def __init__(
        self, layers: Layers, names: Mapping[str, MapName], stations: Sequence[StationPlace]
    ) -> None:
        """Take the layers, the districts' names by code, and every station."""
        self.layers = layers
        self.stations = tuple(stations)
        self._names = names
        self._tints = tints_of(layers.districts)
        self._land = _Sieve([each.shape for each in layers.districts])
        self._sea = _Sieve(list(shapely.get_parts(layers.sea)))
        self._water = _Sieve([each.shape for each in layers.rivers])
        self._rails = _Sieve([each.shape for each in layers.rails])
        self._places = np.array([each.position.as_geojson() for each in stations]).reshape(-1, 2)

    @classmethod
    def load(
        cls, folder: Path, names: Mapping[str, MapName], stations: Sequence[StationPlace]
    ) -> Self:
        """Read the layers in `folder` (content/geo)."""
        return cls(Layers.load(folder), names, stations)

    def ground(self, frame: Frame, here: str | None = None) -> str:
        """Return land, water and rails; `here` is the code of a district to stand out."""
        parts = [*self._land_parts(frame, here), self._sea_part(frame)]
        return "".join([*parts, *self._water_parts(frame), *self._rail_parts(frame)])

    def stations_in(self, frame: Frame) -> list[StationPlace]:
        """Return the stations that stand in a frame."""
        west, south, east, north = frame.bounds().as_bbox()
        lng, lat = self._places.T
        seen = (lng > west) & (lng < east) & (lat > south) & (lat < north)
        return [self.stations[i] for i in np.flatnonzero(seen)]

    def rivers_in(self, frame: Frame) -> Iterator[Reach]:
        """Yield name of stretch, width and points in pixels of the rivers in a frame."""
        for i, pixels in self._water.seen(frame, 0):
            river = self.layers.rivers[i]
            for part in shapely.get_parts(pixels):
                points = [(float(x), float(y)) for x, y in shapely.get_coordinates(part)]
                yield river.name, river.width_m / frame.m_per_px, points

    def districts_in(self, frame: Frame) -> Iterator[tuple[str, MapName, Polygon]]:
        """Yield code, name without 区 and the largest dry piece of each district in a frame."""
        sea = shapely.union_all([pixels for _, pixels in self._sea.seen(frame, 0)])
        for i, pixels in self._land.seen(frame, 0):
            dry = [part for part in _polygons(shapely.difference(pixels, sea)) if part.area > 0]
            if dry:
                code = self.layers.districts[i].code
                name = self._names[code].without_district()
                yield code, name, max(dry, key=lambda part: part.area)

    def district_labels(self, frame: Frame, first: str | None = None) -> Iterator[Label]:
        """Yield the names of the districts in a frame, that of code `first` before the others."""
        return named_pieces(self.districts_in(frame), first)

    def ride(self, line: str, start: StationPlace, end: StationPlace) -> Sequence[LatLng]:
        """Return the rails between two stations, a straight line where none are on record."""
        tracks = (rail.shape for rail in self.layers.rails if rail.line == line)
        ways = (rails_between(track, start.position, end.position) for track in tracks)
        way = next(filter(None, ways), None)
        points = (LatLng(lat, lng) for lng, lat in way.coords) if way else ()
        return tuple(points) or (start.position, end.position)

    def _land_parts(self, frame: Frame, here: str | None) -> Iterator[str]:
        standing_out = ""
        for i, pixels in self._land.seen(frame, BLEED_PX):
            code = self.layers.districts[i].code
            if code == here:
                standing_out = _path("m-here", pixels)
            else:
                yield _path(f"m-l{self._tints[code]} m-d", pixels)
        yield standing_out

    def _sea_part(self, frame: Frame) -> str:
        return "".join(_path("m-sea", pixels) for _, pixels in self._sea.seen(frame, BLEED_PX))

    def _water_parts(self, frame: Frame) -> Iterator[str]:
        widest = max((river.width_m for river in self.layers.rivers), default=0)
        for i, pixels in self._water.seen(frame, BLEED_PX + widest / frame.m_per_px / 2):
            yield _path("m-water", pixels, water_px(frame, self.layers.rivers[i].width_m))

    def _rail_parts(self, frame: Frame) -> Iterator[str]:
        for i, pixels in self._rails.seen(frame, BLEED_PX):
            yield _path(f"m-rail {line_class(self.layers.rails[i].line)}", pixels, rail_px(frame))


class _Sieve:
    """Finds the shapes that a frame shows, without looking at the others."""

    def __init__(self, shapes: list[BaseGeometry]) -> None:
        self._shapes = shapes
        self.tree = shapely.STRtree(shapes)

    def seen(self, frame: Frame, bleed_px: float) -> Iterator[tuple[int, BaseGeometry]]:
        """Yield number and visible part, in pixels, in the order of the shapes."""
        for i in sorted(self.tree.query(box(*frame.bounds(bleed_px).as_bbox()))):
            pixels = in_frame(self._shapes[i], frame, bleed_px)
            if not shapely.is_empty(pixels):
                yield int(i), pixels


def _path(classes: str, pixels: BaseGeometry, width: float | None = None) -> str:
    d = path_of(pixels)
    stroke = f' stroke-width="{round(width, 1):g}"' if width else ""
    return f'<path class="{classes}"{stroke} d="{d}"/>' if d else ""


def _polygons(shape: BaseGeometry) -> list[Polygon]:
    return [part for part in shapely.get_parts(shape) if isinstance(part, Polygon)]
