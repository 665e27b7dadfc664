"""The catalogue as its authors wrote it, read without the store: what pages are compared with."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from shapely import LineString, union_all
from shapely.geometry import shape

from geo.distance import distance_m
from geo.records import LatLng
from webapp.domain.hours import status_of
from webapp.settings import ROOT

Entry = dict[str, Any]
Question = Callable[["Written", Entry], bool]
NEAR_M = 1000
READER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Written:
    """Every entry of `content/` by its slug or code."""

    venues: dict[str, Entry]
    areas: dict[str, Entry]
    districts: dict[str, Entry]
    stations: dict[str, Entry]
    lines: dict[str, Entry]
    last_trains: dict[str, list[Entry]]

    def slugs(self, wanted: Callable[[Entry], bool], on: date) -> set[str]:
        """The venues that fulfil `wanted` and have not ended before `on`."""
        return {
            slug
            for slug, venue in self.venues.items()
            if wanted(venue) and (venue.get("ends_on") or date.max) >= on
        }

    def within(self, venue: Entry, centre: LatLng, metres: float) -> bool:
        """Whether a venue is at most `metres` from a point, as the crow flies."""
        return distance_m(position(venue), centre) <= metres

    def near_line(self, venue: Entry, code: str) -> bool:
        """Whether a venue is within 1 km of a station of a line."""
        slugs = {stop for branch in self.lines[code]["branches"] for stop in branch["stops"]}
        return any(self.within(venue, position(self.stations[slug]), NEAR_M) for slug in slugs)

    def in_area(self, venue: Entry, slug: str) -> bool:
        """Whether a venue stands inside the outline of an area."""
        return encloses(self.areas[slug]["outline"], position(venue))


def read(folder: Path) -> Written:
    """Read all of `content/`."""
    files = sorted((folder / "venues").glob("*.yaml"))
    venues = [venue for file in files for venue in load(file)]
    areas = [load(file) for file in sorted((folder / "areas").glob("*.yaml"))]
    trains = load(folder / "metro/last_trains.yaml")
    return Written(
        venues={venue["slug"]: venue for venue in venues},
        areas={area["slug"]: area for area in areas},
        districts=by(load(folder / "districts.yaml"), "code"),
        stations=by(load(folder / "metro/stations.yaml"), "slug"),
        lines=by(load(folder / "metro/lines.yaml"), "code"),
        last_trains={entry["station"]: entry["directions"] for entry in trains},
    )


def load(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), READER)


def by(entries: Iterable[Entry], name: str) -> dict[str, Entry]:
    return {str(entry[name]): entry for entry in entries}


def position(entry: Entry) -> LatLng:
    """Where a venue or a station is, WGS-84."""
    return LatLng(entry["position"]["lat"], entry["position"]["lng"])


@cache
def _river(file: Path) -> Any:
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    names = [each for each in features if each["properties"]["name"].startswith("huangpu")]
    return union_all([shape(each["geometry"]) for each in names])


def is_across(start: LatLng, end: LatLng, content: Path = ROOT / "content") -> bool:
    """Whether the Huangpu lies between two points."""
    way = LineString([start.as_geojson(), end.as_geojson()])
    return bool(_river(content / "geo" / "river.geojson").intersects(way))


def state(venue: Entry, at: datetime) -> str:
    """open, closed or unknown at `at`."""
    hours = venue.get("hours")
    return str(status_of(hours["text"], hours["basis"], at).state) if hours else "unknown"


def encloses(ring: list[list[float]], point: LatLng) -> bool:
    """Whether a point lies inside a ring of [lng, lat]: rays to the east cross it an odd number."""
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        crosses = (y1 > point.lat) != (y2 > point.lat)
        if crosses and point.lng < (x2 - x1) * (point.lat - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def names(venue: Entry) -> list[str]:
    """Everything a venue is called."""
    return [venue["name"]["zh"], venue["name"]["en"], *venue.get("aliases", [])]


def is_called(venue: Entry, text: str) -> bool:
    """Whether a part of any of a venue's names is `text`, capitals or not."""
    return any(text.casefold() in name.casefold() for name in names(venue))
