"""Which district a point lies in, by the outlines we publish."""

import json
from pathlib import Path

from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from geo.records import LatLng


class DistrictFinder:
    """Finds districts by position; outlines from `districts.geojson`."""

    def __init__(self, file: Path) -> None:
        """Read the outlines of `file`."""
        features = json.loads(file.read_text(encoding="utf-8"))["features"]
        self._outlines: dict[str, BaseGeometry] = {
            feature["properties"]["code"]: shape(feature["geometry"]) for feature in features
        }

    def find(self, position: LatLng) -> str | None:
        """Return the adcode of the district at a WGS-84 `position`, None outside Shanghai."""
        point = Point(position.lng, position.lat)
        hits = (code for code, outline in self._outlines.items() if outline.covers(point))
        return next(hits, None)
