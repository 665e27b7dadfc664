"""The report's map picture."""

from __future__ import annotations

from pathlib import Path

from geo.records import LatLng
from geo.sketch.base import SketchBase
from geo.sketch.coverage import coverage_svg
from webapp.services.content.catalogue import Catalogue
from webapp.services.map_places import district_names


def report_map(catalogue: Catalogue, folder: Path) -> str:
    """Return an SVG of all venues by primary scenario; `folder` is that of content."""
    base = SketchBase.load(folder / "geo", district_names(catalogue), ())
    venues = (placed.entry for placed in catalogue.venues)
    return coverage_svg(
        base, ((each.scenarios[0], LatLng(each.position.lat, each.position.lng)) for each in venues)
    )
