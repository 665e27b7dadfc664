"""`python -m geo.boundaries [FOLDER]`: build districts, sea and river into `content/geo`."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Polygon

from geo.boundaries import districts, river, sea
from geo.boundaries.counties import districts as district_outlines
from geo.boundaries.counties import neighbours
from geo.boundaries.files import Feature, write_collection

FOLDER = Path("content/geo")


def main(arguments: list[str]) -> None:
    """Write the files, each with its size."""
    folder = Path(arguments[0]) if arguments else FOLDER
    outlines = district_outlines()
    shapes = districts.district_features(outlines)
    _write(folder / "districts.geojson", shapes, districts.PROVENANCE)
    _write(folder / "river.geojson", river.river_features(outlines), river.PROVENANCE)
    city = [_multi(feature) for feature in shapes]
    water = sea.sea_feature(city, neighbours(sea.WINDOW).values())
    _write(folder / "sea.geojson", [water], sea.PROVENANCE)


def _multi(feature: Feature) -> MultiPolygon:
    parts = shapely.get_parts(feature.shape)
    return MultiPolygon([part for part in parts if isinstance(part, Polygon)])


def _write(path: Path, features: Sequence[Feature], provenance: Mapping[str, Any]) -> None:
    size = write_collection(path, features, provenance)
    print(f"{path}: {len(features)} features, {size:,} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
