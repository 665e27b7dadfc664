"""Sketches made in a request show what those made from the shapes show."""

import re
from pathlib import Path

import numpy as np
import orjson
import pytest
import shapely
import yaml
from shapely.geometry import LineString, Point, Polygon, box

from geo.basemap.embedded import embedded_base, embedded_bytes
from geo.basemap.layers import Layers
from geo.basemap.places import MapName, StationPlace
from geo.distance import distance_m
from geo.records import LatLng
from geo.ride_paths import RidePaths
from geo.sketch.base import SketchBase
from geo.sketch.frame import Frame
from geo.sketch.plain import PlainGround
from geo.sketch.rail_hops import BranchStops, rail_hops
from geo.sketch.routes import Way, draw_route
from geo.sketch.strokes import simplified

CONTENT = Path(__file__).parents[2] / "content"
SIZE = (390, 250)
FRAMES = [
    Frame(LatLng(31.2397, 121.4990), 6, *SIZE),  # the bend of the river
    Frame(LatLng(31.2304, 121.4737), 15, *SIZE),
    Frame(LatLng(31.0500, 121.2300), 40, *SIZE),
    Frame(LatLng(31.1000, 121.8000), 150, *SIZE),  # the coast
]
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
Grounds = tuple[SketchBase, PlainGround]


def read(name: str) -> list[dict]:
    return yaml.load((CONTENT / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@pytest.fixture(scope="module")
def grounds() -> Grounds:
    """The ground from the shapes, and from the prepared documents."""
    stations = [
        StationPlace(
            each["slug"],
            MapName(**each["name"]),
            LatLng(each["position"]["lat"], each["position"]["lng"]),
            tuple(each["lines"]),
        )
        for each in read("metro/stations.yaml")
    ]
    names = {each["code"]: MapName(**each["name"]) for each in read("districts.yaml")}
    layers = Layers.load(CONTENT / "geo")
    base = orjson.loads(embedded_bytes(embedded_base(layers, names, stations, [])))
    places = {each.slug: each.position for each in stations}
    branches = [
        BranchStops(line["code"], tuple(s for s in b["stops"] if s in places), bool(line["loop"]))
        for line in read("metro/lines.yaml")
        for b in line["branches"]
    ]
    hops = orjson.loads(orjson.dumps(rail_hops(layers.rails, branches, places)))
    return SketchBase(layers, names, stations), PlainGround(base, RidePaths(hops))


def drawn(svg: str, classes: str) -> list[np.ndarray]:
    """The lines of the paths of a class, in pixels."""
    found = []
    for d in re.findall(rf'<path class="{classes}[^"]*"[^>]* d="([^"]*)"', svg):
        for line in filter(None, d.split("M")):
            steps = np.array([float(n) for n in NUMBER.findall(line)]).reshape(-1, 2)
            found.append(np.cumsum(steps, axis=0))
    return found


def covered(svg: str, classes: str) -> shapely.Geometry:
    rings = [Polygon(line).buffer(0) for line in drawn(svg, classes) if len(line) > 2]
    return shapely.union_all(rings).intersection(box(0, 0, *SIZE))


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("classes", ["m-l1", "m-l2", "m-l3", "m-sea"])
def test_land_and_sea_cover_the_same(grounds: Grounds, frame: Frame, classes: str) -> None:
    one, other = (covered(ground.ground(frame), classes) for ground in grounds)
    apart = one.symmetric_difference(other).area
    assert apart <= 0.01 * SIZE[0] * SIZE[1]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("classes", ["m-water", "m-rail r2", "m-rail r4"])
def test_rivers_and_rails_run_the_same_way(grounds: Grounds, frame: Frame, classes: str) -> None:
    one, other = (
        shapely.union_all([LineString(line) for line in drawn(ground.ground(frame), classes)])
        for ground in grounds
    )
    seen = box(0, 0, *SIZE)
    assert one.intersection(seen).is_empty == other.intersection(seen).is_empty
    if not one.is_empty:
        assert one.intersection(seen).difference(other.buffer(3)).length < 3
        assert other.intersection(seen).difference(one.buffer(3)).length < 3


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_route_names_and_shows_the_same(grounds: Grounds, lang: str) -> None:
    rockbund, tower = LatLng(31.2437, 121.4856), LatLng(31.2354, 121.5010)
    told = []
    for ground in grounds:
        stations = {each.slug: each for each in ground.stations}
        first, last = stations["peoples-square"], stations["lujiazui"]
        ways = [Way(first, 0), Way(0, first), Way(first, last, "2"), Way(last, 1)]
        svg = draw_route(ground, [rockbund, tower], ways).svg(lang, "")
        assert "<script" not in svg
        assert "style=" not in svg
        told.append((set(re.findall(r">([^<>]+)</t", svg)), drawn(svg, "m-route r2")))
    (names, (one,)), (also, (other,)) = told
    assert names == also
    assert LineString(one).hausdorff_distance(LineString(other)) < 3


def test_rides_follow_the_rails_both_ways_and_round_the_ring(grounds: Grounds) -> None:
    base, plain = grounds
    stations = {each.slug: each for each in plain.stations}
    out = plain.ride("2", stations["peoples-square"], stations["zhangjiang-high-technology-park"])
    back = plain.ride("2", stations["zhangjiang-high-technology-park"], stations["peoples-square"])
    assert list(out) == list(back)[::-1]
    assert len(out) > 10
    track = next(rail.shape for rail in base.layers.rails if rail.line == "2")
    middle = out[1:-1]
    assert max(track.distance(Point(each.as_geojson())) for each in middle) < 0.004
    ring = [stations[slug] for slug in ("yishan-road", "hailun-road")]
    length = sum(
        distance_m(a, b)
        for a, b in zip(plain.ride("4", *ring), plain.ride("4", *ring)[1:], strict=False)
    )
    assert length < 17_000  # half of the ring of 33 km


def test_where_no_train_goes_the_line_is_straight(grounds: Grounds) -> None:
    stations = {each.slug: each for each in grounds[1].stations}
    ends = (stations["peoples-square"], stations["lujiazui"])
    assert list(grounds[1].ride("99", *ends)) == [each.position for each in ends]
    assert RidePaths({}).between("2", "peoples-square", "lujiazui") == ()


def test_a_simplified_line_strays_no_farther_than_allowed() -> None:
    dice = np.random.default_rng(7)
    line = np.cumsum(dice.normal(size=(300, 2)), axis=0)
    few = simplified(line, 1.5)
    assert 2 <= len(few) < 200
    assert LineString(line).hausdorff_distance(LineString(few)) <= 1.5 + 1e-9
    ring = np.array([(0, 0), (9, 0), (9, 9), (0, 9), (0, 0)], np.float64)
    assert simplified(ring, 1).tolist() == ring.tolist()
