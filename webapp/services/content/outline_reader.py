"""District outlines and the river from `content/geo/*.geojson`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from geo.records import LatLng
from webapp.services.content.faults import ContentFault


@dataclass(frozen=True, slots=True)
class DistrictShape:
    """A GeoJSON geometry in WGS-84, and where its name stands well, when the file says."""

    geometry: dict[str, Any]
    label: LatLng | None


def read_shapes(file: Path, name: str) -> tuple[dict[str, DistrictShape], list[ContentFault]]:
    """Return shapes by district code, and a fault when the file cannot be read."""
    try:
        features = orjson.loads(file.read_bytes())["features"]
        return {each["properties"]["code"]: _shape(each) for each in features}, []
    except FileNotFoundError:
        return {}, [ContentFault(name, 1, "districts", "the file is missing")]
    except (ValueError, KeyError, TypeError) as fault:
        return {}, [ContentFault(name, 1, "districts", f"is no GeoJSON of districts: {fault!r}")]


def _shape(feature: dict[str, Any]) -> DistrictShape:
    label = feature["properties"].get("label")
    return DistrictShape(feature["geometry"], LatLng(label[1], label[0]) if label else None)


def read_huangpu(file: Path) -> tuple[tuple[LatLng, ...], ...]:
    """Return the centre lines of the Huangpu; none when the file is not there."""
    if not file.exists():
        return ()
    features = orjson.loads(file.read_bytes())["features"]
    return tuple(
        tuple(LatLng(lat, lng) for lng, lat in each["geometry"]["coordinates"])
        for each in features
        if each["properties"]["name"].startswith("huangpu")
    )
