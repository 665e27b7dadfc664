"""The window a sketch looks through: degrees to pixels and back. Standard library only."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians
from typing import Self

from geo.distance import EARTH_RADIUS_M
from geo.records import Bounds, LatLng

LAT_M = radians(1) * EARTH_RADIUS_M
"""Metres in a degree of latitude."""

Pixel = tuple[float, float]
Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """`width` by `height` pixels around `centre` (WGS-84), north up; flat, as a sketch is small."""

    centre: LatLng
    m_per_px: float
    width: int
    height: int

    @classmethod
    def showing(
        cls, bounds: Bounds, size: tuple[int, int], margins: tuple[int, int], finest: float
    ) -> Self:
        """Return the closest view of `bounds` with `margins` (x, y) left free on each side.

        It is never closer than `finest` metres a pixel.
        """
        centre = bounds.centre
        across = (bounds.east - bounds.west) * _lng_m(centre) / (size[0] - 2 * margins[0])
        down = (bounds.north - bounds.south) * LAT_M / (size[1] - 2 * margins[1])
        return cls(centre, max(finest, across, down), *size)

    @property
    def px_per_degree(self) -> tuple[float, float]:
        """Pixels in a degree of longitude and of latitude."""
        return _lng_m(self.centre) / self.m_per_px, LAT_M / self.m_per_px

    def px(self, point: LatLng) -> Pixel:
        """Return where a point stands, from the upper left corner."""
        across, down = self.px_per_degree
        x = self.width / 2 + (point.lng - self.centre.lng) * across
        return x, self.height / 2 - (point.lat - self.centre.lat) * down

    def bounds(self, bleed_px: float = 0) -> Bounds:
        """Return what is seen, and `bleed_px` more on every side."""
        across, down = self.px_per_degree
        lng = (self.width / 2 + bleed_px) / across
        lat = (self.height / 2 + bleed_px) / down
        at = self.centre
        return Bounds(at.lng - lng, at.lat - lat, at.lng + lng, at.lat + lat)

    def shows(self, point: LatLng, margins: tuple[int, int] = (0, 0)) -> bool:
        """Say whether a point stands inside, `margins` (x, y) away from the edges."""
        x, y = self.px(point)
        right, lower = self.width - margins[0], self.height - margins[1]
        return margins[0] <= x <= right and margins[1] <= y <= lower


def first_frame(frames: Iterable[Frame], point: LatLng, margins: tuple[int, int]) -> Frame:
    """Return the first frame that shows `point`, else the last; needs at least one."""
    chosen = None
    for frame in frames:
        chosen = frame
        if frame.shows(point, margins):
            break
    if chosen is None:
        raise ValueError("no frame to choose from")
    return chosen


def _lng_m(at: LatLng) -> float:
    return LAT_M * cos(radians(at.lat))
