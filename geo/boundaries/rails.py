"""One clean line for each metro line, from the pieces OpenStreetMap has of its tracks."""

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import shapely
import yaml
from shapely.geometry import LineString, MultiLineString, Point
from shapely.geometry.base import BaseGeometry

from geo.boundaries.files import Feature
from geo.boundaries.plane import Points, to_degrees, to_plane
from geo.boundaries.tracks import Tracks

TOLERANCE_M = 4
"""The source is itself simplified by 5 m; together the line stays within 10 m of it."""
STUB_M = 15
"""Shorter steps are changes from one track to the other."""
ALSO = {"3": ("3-4",), "4": ("3-4",), "2": ("network",), "pujiang": ("network",)}
"""Under what other names the source has tracks of a line; `network` also holds the depots."""
MAGLEV = (
    *((121.5557, 31.2035), (121.5690, 31.2010), (121.5745, 31.1945), (121.5795, 31.1765)),
    *((121.5880, 31.1600), (121.6050, 31.1565), (121.6434, 31.1584), (121.6732, 31.1633)),
    *((121.7052, 31.1746), (121.7498, 31.1892), (121.7685, 31.1903), (121.7832, 31.1831)),
    *((121.8000, 31.1590), (121.8013, 31.1523)),
)
"""The source lacks the maglev; it runs beside Luoshan Road and Yingbin Expressway, given here."""
DETOUR, DETOUR_M = 1.6, 400.0
"""A way longer than this times the straight line, and this more, is none: there is a gap."""
PROVENANCE = {
    "source": "osm-2026",
    "licence": "ODbL 1.0",
    "datum": "WGS-84",
    "method": "way along the tracks from stop to stop, one track; straight where none is drawn",
    "tolerance_m": 10,
    "made_by": "python -m geo.boundaries rails GEOMETRY.json.gz",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A metro line: the stops of its branches as plane points by slug."""

    code: str
    branches: tuple[tuple[str, ...], ...]


def read_pieces(path: Path) -> dict[str, list[Points]]:
    """Return pieces of track in metres by line, from a gzipped GEOMETRY file (`metroLines`)."""
    lines = json.loads(gzip.decompress(path.read_bytes()))["metroLines"]
    return {
        line["route"]: [_piece(each) for each in line["paths"] if len(each) > 1] for line in lines
    }


def read_stops(metro: Path) -> tuple[list[Line], dict[str, Points]]:
    """Return the lines of `content/metro` and the position of each station in metres."""
    stations = _yaml(metro / "stations.yaml")
    places = {each["slug"]: _place(each["position"]) for each in stations}
    return [_line(each) for each in _yaml(metro / "lines.yaml")], places


def rail_features(
    lines: Iterable[Line], places: Mapping[str, Points], pieces: Mapping[str, Sequence[Points]]
) -> list[Feature]:
    """Return one feature a line: `line`, and `approximate` where a stretch is a straight guess."""
    return [_feature(line, places, _tracks(line, pieces)) for line in lines]


def _tracks(line: Line, pieces: Mapping[str, Sequence[Points]]) -> Tracks | None:
    own = [_piece(MAGLEV)] if line.code == "maglev" else list(pieces.get(line.code, ()))
    for more in ALSO.get(line.code, ()):
        own += pieces[more]
    return Tracks(own) if own else None


def _feature(line: Line, places: Mapping[str, Points], tracks: Tracks | None) -> Feature:
    drawn: set[frozenset[str]] = set()
    runs: list[Points] = []
    guessed = line.code == "maglev"
    for branch in line.branches:
        for stops in _undrawn(branch, drawn):
            run, straight = _run([places[slug] for slug in stops], tracks)
            guessed = guessed or straight
            runs.append(run)
    shape = MultiLineString([_plain(run) for run in runs])
    properties = {"line": line.code} | ({"approximate": True} if guessed else {})
    return Feature(_single(to_degrees(shape, 5)), properties)


def _plain(run: Points) -> LineString:
    """Simplify a line and drop the short steps it makes where it changes track."""
    points = shapely.get_coordinates(LineString(run).simplify(TOLERANCE_M))
    kept = [points[0]]
    for point in points[1:-1]:
        if np.hypot(*(point - kept[-1])) >= STUB_M:
            kept.append(point)
    return LineString([*kept, points[-1]])


def _undrawn(branch: tuple[str, ...], drawn: set[frozenset[str]]) -> list[list[str]]:
    """Return the stretches of a branch that no earlier branch has drawn."""
    stretches: list[list[str]] = []
    for here, there in pairwise(branch):
        pair = frozenset((here, there))
        if pair in drawn:
            continue
        drawn.add(pair)
        if stretches and stretches[-1][-1] == here:
            stretches[-1].append(there)
        else:
            stretches.append([here, there])
    return stretches


def _run(stops: Sequence[Points], tracks: Tracks | None) -> tuple[Points, bool]:
    """Return the line through `stops`, and whether part of it is straight for want of tracks."""
    if tracks is None:
        return np.vstack(stops), True
    line = [np.empty((0, 2))]
    at = tracks.near(stops[0])
    guessed = False
    for here, there in pairwise(stops):
        way = tracks.nodes[nodes] if (nodes := tracks.way(at, there)) else np.vstack([here, there])
        if not nodes or not _is_direct(way, here, there):
            way, nodes, guessed = np.vstack([here, there]), [], True
        line.append(way)
        at = {nodes[-1]: 0.0} if nodes else tracks.near(there)
    closing = line[1][:1] if (stops[0] == stops[-1]).all() else line[0]
    return np.vstack([*line, closing]), guessed


def _is_direct(way: Points, here: Points, there: Points) -> bool:
    length = LineString(way).length if len(way) > 1 else 0.0
    straight = float(np.hypot(*(there - here)))
    return length <= DETOUR * straight + DETOUR_M


def _single(shape: BaseGeometry) -> BaseGeometry:
    parts = shapely.get_parts(shape)
    return parts[0] if len(parts) == 1 else shape


def _piece(path: Sequence[Sequence[float]]) -> Points:
    return shapely.get_coordinates(to_plane(LineString(path)))


def _place(position: Mapping[str, float]) -> Points:
    place: Points = shapely.get_coordinates(to_plane(Point(position["lng"], position["lat"])))[0]
    return place


def _line(entry: Mapping[str, Any]) -> Line:
    branches = [tuple(branch["stops"]) for branch in entry["branches"]]
    closing = [(*stops, stops[0]) if entry["loop"] else stops for stops in branches]
    return Line(entry["code"], tuple(closing))


def _yaml(path: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return entries
