"""Metro tracks: ways through pieces with gaps, and the built file."""

import json
from pathlib import Path

import numpy as np
import pytest
import shapely
import yaml
from shapely.geometry import LineString, Point, shape
from shapely.geometry.base import BaseGeometry

from geo.boundaries.plane import to_plane
from geo.boundaries.rails import Line, rail_features, read_stops
from geo.boundaries.tracks import STEP_M, Tracks

CONTENT = Path(__file__).parents[2] / "content"
LARGEST_BYTES = 150_000
FARTHEST_STATION_M = 330
GUESSED = {"11", "airport", "maglev"}
"""Line 11 beyond Anting, the airport link and the maglev are not in the source."""


def track(*corners: tuple[float, float]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.array(corners)


@pytest.fixture(scope="module")
def rails() -> dict[str, BaseGeometry]:
    features = json.loads((CONTENT / "geo" / "rails.geojson").read_text(encoding="utf-8"))
    return {
        each["properties"]["line"]: to_plane(shape(each["geometry"]))
        for each in features["features"]
    }


def test_a_way_bridges_a_gap_between_pieces() -> None:
    tracks = Tracks([track((0, 0), (1000, 0)), track((1040, 5), (2000, 0))])
    way = tracks.nodes[tracks.way(tracks.near(track((0, 0))[0]), track((2000, 0))[0])]
    assert tuple(way[0]) == (0, 0)
    assert tuple(way[-1]) == (2000, 0)
    assert np.hypot(*np.diff(way, axis=0).T).max() < 2 * STEP_M


def test_a_way_keeps_to_one_track() -> None:
    pair = [track((0, 0), (3000, 0)), track((0, 12), (3000, 12))]
    tracks = Tracks(pair)
    way = tracks.nodes[tracks.way(tracks.near(track((0, 1))[0]), track((3000, 11))[0])]
    assert np.abs(np.diff(way[:, 1])).astype(bool).sum() <= 1


def test_no_tracks_near_a_station_is_no_way() -> None:
    tracks = Tracks([track((0, 0), (1000, 0))])
    assert tracks.way(tracks.near(track((0, 0))[0]), track((5000, 0))[0]) == []


def test_a_line_without_tracks_is_straight_and_says_so() -> None:
    places = {"a": track((0, 0))[0], "b": track((4000, 3000))[0]}
    (feature,) = rail_features([Line("airport", (("a", "b"),))], places, {})
    assert feature.properties == {"line": "airport", "approximate": True}
    assert to_plane(feature.shape).length == pytest.approx(5000, abs=3)


def test_a_common_stretch_is_drawn_once() -> None:
    places = {"a": track((0, 0))[0], "b": track((1000, 0))[0]}
    places |= {"c": track((2000, 0))[0], "d": track((1000, 1000))[0]}
    pieces = {"5": [track((0, 0), (2000, 0)), track((1000, 0), (1000, 1000))]}
    line = Line("5", (("a", "b", "c"), ("a", "b", "d")))
    (feature,) = rail_features([line], places, pieces)
    assert to_plane(feature.shape).length == pytest.approx(3000, abs=10)


def test_every_line_is_drawn_and_small(rails: dict[str, BaseGeometry]) -> None:
    text = (CONTENT / "metro" / "lines.yaml").read_text(encoding="utf-8")
    assert list(rails) == [line["code"] for line in yaml.load(text, yaml.CSafeLoader)]
    assert (CONTENT / "geo" / "rails.geojson").stat().st_size <= LARGEST_BYTES


def test_only_what_the_source_lacks_is_guessed() -> None:
    content = json.loads((CONTENT / "geo" / "rails.geojson").read_text(encoding="utf-8"))
    guessed = {
        each["properties"]["line"]
        for each in content["features"]
        if each["properties"].get("approximate")
    }
    assert guessed == GUESSED


def test_lines_pass_their_stations(rails: dict[str, BaseGeometry]) -> None:
    lines, places = read_stops(CONTENT / "metro")
    for line in lines:
        for slug in {slug for branch in line.branches for slug in branch}:
            assert Point(places[slug]).distance(rails[line.code]) < FARTHEST_STATION_M, slug


def test_lines_do_not_turn_on_the_spot(rails: dict[str, BaseGeometry]) -> None:
    """A way that changes track back and forth, or runs into a siding, would have sharp corners."""
    for code, rail in rails.items():
        for part in shapely.get_parts(rail):
            assert isinstance(part, LineString)
            assert _sharpest_deg(part) < 75, code


def _sharpest_deg(line: LineString) -> float:
    steps = np.diff(shapely.get_coordinates(line), axis=0)
    steps = steps[np.hypot(*steps.T) > 0]
    headings = np.degrees(np.arctan2(steps[:, 1], steps[:, 0]))
    turns = np.abs((np.diff(headings) + 180) % 360 - 180)
    return float(turns.max(initial=0))
