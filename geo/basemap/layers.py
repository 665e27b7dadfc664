"""The layers of our own map as `content/geo` holds them: `[lng, lat]` shapes in WGS-84 degrees."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import shapely
from shapely.geometry import MultiPolygon, shape
from shapely.geometry.base import BaseGeometry

from geo.records import LatLng


@dataclass(frozen=True, slots=True)
class DistrictShape:
    """The outline of a district; `label` is a point inside, where its name stands best."""

    code: str
    label: LatLng
    shape: BaseGeometry


@dataclass(frozen=True, slots=True)
class River:
    """The centre line of a stretch of a river, to be drawn `width_m` metres wide."""

    name: str
    width_m: float
    shape: BaseGeometry


@dataclass(frozen=True, slots=True)
class Rail:
    """The track of a metro line with all its branches."""

    line: str
    shape: BaseGeometry


@dataclass(frozen=True, slots=True)
class Layers:
    """Everything that is drawn under names and places; `sea` lies over the districts."""

    districts: tuple[DistrictShape, ...] = ()
    sea: BaseGeometry = field(default_factory=MultiPolygon)
    rivers: tuple[River, ...] = ()
    rails: tuple[Rail, ...] = ()

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read `folder` (content/geo); a file that is not there is an empty layer."""
        return cls(
            districts=tuple(_district(each) for each in _features(folder, "districts")),
            sea=shapely.union_all([_shape(each) for each in _features(folder, "sea")]),
            rivers=tuple(_river(each) for each in _features(folder, "river")),
            rails=tuple(_rail(each) for each in _features(folder, "rails")),
        )


def _features(folder: Path, name: str) -> list[dict[str, Any]]:
    path = folder / f"{name}.geojson"
    if not path.exists():
        return []
    features: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["features"]
    return features


def _district(feature: dict[str, Any]) -> DistrictShape:
    properties, outline = feature["properties"], _shape(feature)
    label = properties.get("label") or outline.representative_point().coords[0]
    return DistrictShape(properties["code"], LatLng(label[1], label[0]), outline)


def _river(feature: dict[str, Any]) -> River:
    properties = feature["properties"]
    return River(properties["name"], properties["width_m"], _shape(feature))


def _rail(feature: dict[str, Any]) -> Rail:
    return Rail(feature["properties"]["line"], _shape(feature))


def _shape(feature: dict[str, Any]) -> BaseGeometry:
    found: BaseGeometry = shape(feature["geometry"])
    return found
