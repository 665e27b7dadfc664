"""Writes the GeoJSON files of `content/geo`: compact, one feature a line, always the same bytes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True)
class Feature:
    """A GeoJSON feature to be: its shape in WGS-84 degrees, and its properties."""

    shape: BaseGeometry
    properties: Mapping[str, Any] = field(default_factory=dict)


def write_collection(path: Path, features: Sequence[Feature], provenance: Mapping[str, Any]) -> int:
    """Write `features` with their `provenance` to `path`; return the size in bytes."""
    lines = ",\n".join(_compact(_feature(feature)) for feature in features)
    head = f'{{"type":"FeatureCollection","provenance":{_compact(provenance)},"features":[\n'
    text = f"{head}{lines}\n]}}\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return len(text.encode())


def _feature(feature: Feature) -> dict[str, Any]:
    properties = dict(feature.properties)
    return {"type": "Feature", "properties": properties, "geometry": mapping(feature.shape)}


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
