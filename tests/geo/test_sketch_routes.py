"""Routes: numbered stops apart from each other, trains along their rails, walks dotted."""

from itertools import combinations, pairwise
from math import dist
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from shapely.geometry import LineString, MultiLineString

from geo.basemap.places import MapName, StationPlace
from geo.distance import distance_m
from geo.records import LatLng
from geo.sketch.along_rails import rails_between
from geo.sketch.apart import moved_apart
from geo.sketch.base import SketchBase
from geo.sketch.labels import Box, Label, beside, clear_of
from geo.sketch.lettering import PLAIN
from geo.sketch.routes import SIZE, STOP_PX, Way, draw_route
from geo.sketch.scale import line_class

CONTENT = Path(__file__).parents[2] / "content"
ROCKBUND = LatLng(31.2437, 121.4856)
TOWER = LatLng(31.2354, 121.5010)
TRACK = MultiLineString([[(121.40, 31.20), (121.45, 31.22), (121.50, 31.20)]])
RING = MultiLineString(
    [[(121.40, 31.20), (121.50, 31.20), (121.50, 31.30), (121.40, 31.30), (121.40, 31.20)]]
)


def read(name: str) -> list[dict[str, object]]:
    return yaml.load((CONTENT / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@pytest.fixture(scope="module")
def stations() -> dict[str, StationPlace]:
    return {
        each["slug"]: StationPlace(
            each["slug"],
            MapName(**each["name"]),
            LatLng(each["position"]["lat"], each["position"]["lng"]),
            tuple(each["lines"]),
        )
        for each in read("metro/stations.yaml")
    }


@pytest.fixture(scope="module")
def base(stations: dict[str, StationPlace]) -> SketchBase:
    names = {each["code"]: MapName(**each["name"]) for each in read("districts.yaml")}
    return SketchBase.load(CONTENT / "geo", names, list(stations.values()))


@pytest.fixture(scope="module")
def both_banks(base: SketchBase, stations: dict[str, StationPlace]) -> ET.Element:
    """Two stops on the two banks of the Huangpu, with line 2 between them."""
    first, last = stations["east-nanjing-road"], stations["lujiazui"]
    ways = [Way(first, 0), Way(0, first), Way(first, last, "2"), Way(last, 1), Way(1, last)]
    return ET.fromstring(draw_route(base, [ROCKBUND, TOWER], ways).svg("zh", "路线图：甲、乙"))


def of_class(root: ET.Element, name: str) -> list[ET.Element]:
    return [each for each in root.iter() if name in each.get("class", "").split()]


def test_a_route_has_numbers_walks_rails_stations_and_the_river(both_banks: ET.Element) -> None:
    assert both_banks.get("viewBox") == f"0 0 {SIZE[0]} {SIZE[1]}"
    assert both_banks.get("role") == "img"
    assert both_banks.get("aria-label") == "路线图：甲、乙"
    numbers = [each.find("text").text for each in of_class(both_banks, "m-stop")]
    assert numbers == ["1", "2"]
    assert len(of_class(both_banks, "m-route--walk")) == 1
    assert [
        each.get("class") for each in of_class(both_banks, "r2") if "m-route" in each.get("class")
    ]
    named = {each.text for each in of_class(both_banks, "m-t--p")}
    assert named == {"南京东路", "陆家嘴"}
    assert "黄浦江" in {each.text for each in of_class(both_banks, "m-t--w")}


def test_ways_lie_over_their_case_and_under_the_stops(both_banks: ET.Element) -> None:
    order = [each.get("class", "") for each in both_banks]
    places = [
        order.index(name) for name in ("m-case", "m-route m-route--walk", "m-route r2", "m-stop")
    ]
    assert places == sorted(places)


def test_stops_at_one_address_stand_apart(
    base: SketchBase, stations: dict[str, StationPlace]
) -> None:
    end = stations["east-nanjing-road"]
    stops = [ROCKBUND, ROCKBUND, ROCKBUND]
    ways = [Way(end, 0), Way(0, 1), Way(1, 2), Way(2, end)]
    root = ET.fromstring(draw_route(base, stops, ways).svg("en", ""))
    discs = [each.find("circle") for each in of_class(root, "m-stop")]
    places = [(float(each.get("cx")), float(each.get("cy"))) for each in discs]
    assert all(dist(one, other) >= 2 * STOP_PX for one, other in combinations(places, 2))


def test_a_start_that_is_no_station_is_a_disc_without_a_number(
    base: SketchBase, stations: dict[str, StationPlace]
) -> None:
    start = LatLng(31.2440, 121.4700)
    ways = [Way(start, 0), Way(0, stations["lujiazui"])]
    root = ET.fromstring(draw_route(base, [ROCKBUND], ways).svg("en", ""))
    discs = of_class(root, "m-stop")
    assert [each.find("text") is not None for each in discs] == [False, True]
    named = {each.text for each in of_class(root, "m-t--p")}
    assert named == {"Lujiazui"}


def test_a_line_without_rails_on_record_is_straight(
    base: SketchBase, stations: dict[str, StationPlace]
) -> None:
    first, last = stations["peoples-square"], stations["lujiazui"]
    root = ET.fromstring(
        draw_route(base, [TOWER], [Way(first, last, "99"), Way(last, 0)]).svg("en", "")
    )
    (ride,) = [each for each in of_class(root, "m-route") if "rx" in each.get("class")]
    assert ride.get("d").count("l") == 1
    assert line_class("99") == "rx"


def test_marks_already_apart_stay_where_they_are() -> None:
    marks = [(50.0, 50.0), (150.0, 60.0)]
    moved = moved_apart(marks, [(100.0, 100.0)], (25, 18), (380, 240))
    assert moved == [pytest.approx(mark, abs=0.05) for mark in marks]


def test_marks_are_pushed_away_from_each_other_and_from_fixed_ones() -> None:
    fixed = (100.0, 100.0)
    moved = moved_apart([(100.0, 100.0), (101.0, 100.0)], [fixed], (25, 18), (380, 240))
    assert dist(*moved) >= 24.9
    assert all(dist(place, fixed) >= 17.9 for place in moved)
    assert moved_apart([(-5.0, 500.0)], [], (24, 18), (380, 240)) == [(12, 240)]


def test_a_train_follows_the_track_between_its_stations() -> None:
    way = rails_between(TRACK, LatLng(31.21, 121.425), LatLng(31.21, 121.475))
    assert (121.45, 31.22) in way.coords
    assert way.coords[0] == (121.425, 31.21)
    assert rails_between(TRACK, LatLng(31.3, 121.4), LatLng(31.21, 121.475)) is None


def test_a_ring_is_followed_the_shorter_way() -> None:
    way = rails_between(RING, LatLng(31.22, 121.40), LatLng(31.20, 121.43))
    assert list(way.coords)[1:-1] == [(121.40, 31.20), (121.40, 31.20)]
    back = rails_between(RING, LatLng(31.20, 121.43), LatLng(31.22, 121.40))
    assert back.length == pytest.approx(way.length)


def test_a_train_changes_branch_where_they_part() -> None:
    branches = MultiLineString([*TRACK.geoms, LineString([(121.45, 31.2201), (121.45, 31.30)])])
    way = rails_between(branches, LatLng(31.20, 121.40), LatLng(31.30, 121.45))
    assert (121.45, 31.22) in way.coords
    assert way.coords[-1] == (121.45, 31.30)


def test_every_hop_of_the_metro_follows_its_rails(
    base: SketchBase, stations: dict[str, StationPlace]
) -> None:
    """Neighbouring stations: the way along the rails is no detour, and few have none."""
    tracks = {rail.line: rail.shape for rail in base.layers.rails}
    missing = []
    for line in read("metro/lines.yaml"):
        for branch in line["branches"]:
            ends = [stations[slug].position for slug in branch["stops"] if slug in stations]
            for start, end in pairwise(ends):
                way = (
                    rails_between(tracks[line["code"]], start, end)
                    if line["code"] in tracks
                    else None
                )
                if way is None:
                    missing.append((line["code"], start, end))
                    continue
                points = [LatLng(lat, lng) for lng, lat in way.coords]
                length = sum(distance_m(a, b) for a, b in pairwise(points))
                assert length <= 1.6 * distance_m(start, end) + 200, (line["code"], start, end)
    assert len(missing) <= 5, missing


def test_names_prefer_spots_that_cover_no_walk() -> None:
    at = (100.0, 100.0)
    label = Label(MapName("甲", "A"), PLAIN, beside(at, 5))
    walk = [Box.around((x, 100.0), 1) for x in range(100, 160, 8)]
    assert clear_of(label, walk).spots[0].side == "left"
    assert clear_of(label, []).spots == label.spots
