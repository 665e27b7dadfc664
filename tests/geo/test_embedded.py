"""The base map's document: small, and decoded it is the layers it was made from."""

import gzip
from functools import reduce
from pathlib import Path
from typing import Any

import brotli
import pytest
import shapely
import yaml
from shapely.geometry import LineString, Polygon

from geo.basemap.arcs import Arcs
from geo.basemap.deltas import STEPS, decode, encode, to_steps
from geo.basemap.embedded import embedded_base, embedded_bytes
from geo.basemap.layers import Layers
from geo.basemap.places import AreaPlace, MapName, StationPlace, river_name, slug_of
from geo.basemap.tints import TINTS, tints_of
from geo.records import LatLng

CONTENT = Path(__file__).parents[2] / "content"
MOST_BYTES = 45_000
MOST_DRIFT_DEG = 1e-5
RAIL_DRIFT_DEG = 5e-5


def read(name: str) -> Any:
    return yaml.load((CONTENT / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@pytest.fixture(scope="module")
def layers() -> Layers:
    return Layers.load(CONTENT / "geo")


@pytest.fixture(scope="module")
def stations() -> list[StationPlace]:
    return [
        StationPlace(
            each["slug"],
            MapName(**each["name"]),
            LatLng(each["position"]["lat"], each["position"]["lng"]),
            tuple(each["lines"]),
        )
        for each in read("metro/stations.yaml")
    ]


@pytest.fixture(scope="module")
def document(layers: Layers, stations: list[StationPlace]) -> dict[str, Any]:
    names = {each["code"]: MapName(**each["name"]) for each in read("districts.yaml")}
    found = [read(f"areas/{path.name}") for path in sorted((CONTENT / "areas").glob("*.yaml"))]
    areas = [
        AreaPlace(
            each["slug"],
            MapName(**each["name"]),
            each["type"],
            each["rank"],
            tuple((lng, lat) for lng, lat in each["outline"]),
        )
        for each in found
    ]
    return embedded_base(layers, names, stations, areas)


def test_it_fits_into_the_first_view(document: dict[str, Any]) -> None:
    text = embedded_bytes(document)
    assert len(gzip.compress(text, 9)) <= MOST_BYTES
    assert len(brotli.compress(text)) <= MOST_BYTES


def test_districts_come_back(document: dict[str, Any], layers: Layers) -> None:
    arcs = [decode(numbers) for numbers in document["arcs"]]
    for packed, district in zip(document["districts"], layers.districts, strict=True):
        assert packed["code"] == district.code
        rings = [joined(ring, arcs) for ring in packed["rings"]]
        parts = shapely.get_parts(district.shape)
        originals = [ring.coords for each in parts for ring in (each.exterior, *each.interiors)]
        assert len(rings) == len(originals)
        for ring, original in zip(rings, originals, strict=True):
            shifted = shapely.symmetric_difference(Polygon(ring), Polygon(original))
            assert shapely.area(shifted) < 1e-12


def test_shared_borders_are_there_once(document: dict[str, Any], layers: Layers) -> None:
    drawn = sum(LineString(decode(numbers)).length for numbers in document["arcs"])
    whole = sum(each.shape.length for each in layers.districts)
    shared = shapely.union_all([each.shape.boundary for each in layers.districts]).length
    assert drawn == pytest.approx(shared, rel=1e-6)
    assert drawn < whole * 0.75


def test_rivers_sea_and_rails_come_back(document: dict[str, Any], layers: Layers) -> None:
    for packed, river in zip(document["rivers"], layers.rivers, strict=True):
        assert LineString(decode(packed["line"])).hausdorff_distance(river.shape) <= MOST_DRIFT_DEG
        assert packed["width"] == river.width_m
    rings = [Polygon(decode(ring)) for ring in document["sea"]]
    sea = reduce(shapely.symmetric_difference, rings)
    assert shapely.area(shapely.symmetric_difference(sea, layers.sea)) < 1e-12
    for packed, rail in zip(document["rails"], layers.rails, strict=True):
        lines = shapely.MultiLineString([decode(path) for path in packed["paths"]])
        assert lines.hausdorff_distance(rail.shape) <= RAIL_DRIFT_DEG


def test_stations_come_back(document: dict[str, Any], stations: list[StationPlace]) -> None:
    packed = document["stations"]
    for i, (lng, lat) in enumerate(decode(packed["at"])):
        station = stations[i]
        assert (packed["zh"][i], packed["en"][i]) == (station.name.zh, station.name.en)
        assert (packed["slugs"][i] or slug_of(packed["en"][i])) == station.slug
        assert packed["lines"][i].split() == list(station.lines)
        assert lng == pytest.approx(station.position.lng, abs=MOST_DRIFT_DEG)
        assert lat == pytest.approx(station.position.lat, abs=MOST_DRIFT_DEG)


def test_names_are_those_of_maps(document: dict[str, Any]) -> None:
    named = {each["code"]: (each["zh"], each["en"]) for each in document["districts"]}
    assert named["310115"] == ("浦东", "Pudong")
    assert named["310106"] == ("静安", "Jing'an")
    assert river_name("huangpu-upper") == MapName("黄浦江", "Huangpu")
    assert river_name("dianpu") is None
    assert document["centre"]["zh"] == "中心城"


def test_neighbours_differ_as_far_as_three_tints_allow(layers: Layers) -> None:
    tints = tints_of(layers.districts)
    assert set(tints.values()) == set(TINTS)
    alike = whole = 0.0
    for i, one in enumerate(layers.districts):
        for other in layers.districts[i + 1 :]:
            border = shapely.length(shapely.intersection(one.shape, other.shape))
            whole += border
            alike += border if tints[one.code] == tints[other.code] else 0
    assert alike / whole < 0.02


@pytest.mark.parametrize(
    "line",
    [
        [(121.47, 31.23)],
        [(121.47001, 31.22999), (120.3, 30.1), (122.9, 32.4)],
        [(121.123456, 31.654321), (121.123457, 31.654322)],
    ],
)
def test_lines_survive_rounding(line: list[tuple[float, float]]) -> None:
    steps = to_steps(line)
    assert to_steps(decode(encode(steps))) == steps
    for lng, lat in decode(encode(steps)):
        nearest = min(line, key=lambda point: abs(point[0] - lng) + abs(point[1] - lat))
        assert (lng, lat) == pytest.approx(nearest, abs=MOST_DRIFT_DEG)


def test_an_island_in_a_hole_is_one_arc() -> None:
    hole = [(2, 2), (2, 4), (4, 4), (4, 2), (2, 2)]
    island = [(4, 4), (4, 2), (2, 2), (2, 4), (4, 4)]
    outer = [(0, 0), (9, 0), (9, 9), (0, 9), (0, 0)]
    arcs = Arcs([outer, hole, island])
    assert len(arcs.ring(outer)) == 1
    assert arcs.ring(hole)[0] in {arcs.ring(island)[0], ~arcs.ring(island)[0]}
    assert len(arcs.lines) == 2


def test_a_border_is_parted_where_three_meet() -> None:
    west = [(0, 0), (1, 0), (1, 1), (1, 2), (0, 2), (0, 0)]
    south = [(1, 0), (2, 0), (2, 1), (1, 1), (1, 0)]
    north = [(1, 1), (2, 1), (2, 2), (1, 2), (1, 1)]
    arcs = Arcs([west, south, north])
    numbers = [arcs.ring(ring) for ring in (west, south, north)]
    shared = [abs_number(each) for ring in numbers for each in ring]
    assert len(arcs.lines) == len(set(shared)) == 6
    assert [joined(ring, arcs.lines)[0] for ring in numbers] == [(1, 0), (1, 0), (1, 1)]


def test_missing_files_are_empty_layers(tmp_path: Path) -> None:
    layers = Layers.load(tmp_path)
    document = embedded_base(layers, {}, [], [])
    assert (document["districts"], document["rails"], document["sea"]) == ([], [], [])
    assert document["centre"] is None
    assert document["steps"] == STEPS


def joined(ring: list[int], arcs: Any) -> list[Any]:
    points: list[Any] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[:-1]
    return [*points, points[0]]


def abs_number(number: int) -> int:
    return number if number >= 0 else ~number
