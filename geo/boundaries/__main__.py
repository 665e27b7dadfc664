"""Build `content/geo`.

`python -m geo.boundaries` writes districts, sea and river; `python -m geo.boundaries rails
GEOMETRY.json.gz` writes the metro tracks, for which `content/metro` must be there.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Polygon

from geo.boundaries import districts, rails, river, sea
from geo.boundaries.counties import districts as district_outlines
from geo.boundaries.counties import neighbours
from geo.boundaries.files import Feature, write_collection

CONTENT = Path("content")


def main(arguments: list[str]) -> None:
    """Write the files, each with its size."""
    match arguments:
        case []:
            build_outlines(CONTENT / "geo")
        case ["rails", geometry]:
            build_rails(Path(geometry))
        case _:
            sys.exit(__doc__)


def build_rails(geometry: Path) -> None:
    """Write `rails.geojson` from a file of OpenStreetMap tracks."""
    lines, places = rails.read_stops(CONTENT / "metro")
    features = rails.rail_features(lines, places, rails.read_pieces(geometry))
    _write(CONTENT / "geo" / "rails.geojson", features, rails.PROVENANCE)


def build_outlines(folder: Path) -> None:
    """Write districts, river and sea into `folder`."""
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
