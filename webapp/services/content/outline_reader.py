"""District outlines from `content/geo/districts.geojson`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson

from webapp.services.content.faults import ContentFault


def read_outlines(file: Path, name: str) -> tuple[dict[str, dict[str, Any]], list[ContentFault]]:
    """Return GeoJSON geometries by district code, and a fault when the file cannot be read."""
    try:
        features = orjson.loads(file.read_bytes())["features"]
        return {str(each["properties"]["code"]): each["geometry"] for each in features}, []
    except FileNotFoundError:
        return {}, [ContentFault(name, 1, "districts", "the file is missing")]
    except (ValueError, KeyError, TypeError) as fault:
        return {}, [ContentFault(name, 1, "districts", f"is no GeoJSON of districts: {fault!r}")]
