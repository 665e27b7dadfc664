"""What a drawing needs of the map under it. Standard library only.

`geo.sketch.base` cuts it from shapes when content changes; `geo.sketch.plain` from the prepared
base map, in a request.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from geo.basemap.places import StationPlace
from geo.records import LatLng
from geo.sketch.frame import Frame, Pixel
from geo.sketch.labels import Label

Reach = tuple[str, float, list[Pixel]]
"""A stretch of a river: its name, its width and its course in pixels."""


class Ground(Protocol):
    """Land, water, rails and stations of the city."""

    def ground(self, frame: Frame) -> str:
        """Return land, water and rails as SVG."""

    def stations_in(self, frame: Frame) -> list[StationPlace]:
        """Return the stations that stand in a frame."""

    def rivers_in(self, frame: Frame) -> Iterator[Reach]:
        """Yield the rivers in a frame."""

    def district_labels(self, frame: Frame) -> Iterable[Label]:
        """Return the names of the districts in a frame."""

    def ride(self, line: str, start: StationPlace, end: StationPlace) -> Sequence[LatLng]:
        """Return the rails between two stations, a straight line where none are on record."""
