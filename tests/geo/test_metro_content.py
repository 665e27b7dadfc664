"""`content/metro` is complete: every line, stop and station, each where it says it is."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from geo.distance import distance_m
from geo.metro_build.districts import DistrictFinder
from geo.records import LatLng

CONTENT = Path(__file__).parents[2] / "content"
LINES, BRANCHES, STATIONS, IN_JIANGSU = 21, 24, 418, 3
"""As counted in the operator's list (420 rows, two of them the airport link's own)."""
INTERCHANGES = 90
WITHOUT_TIMES = {
    "gulang-road",
    "national-exhibition-and-convention-center-line-2",
    "south-pudong-road-line-2",
    "xiangcheng-road",
}
"""The operator's page, as read, has no row for these (three of them were renamed)."""
Entry = dict[str, Any]


def read(name: str) -> list[Entry]:
    text = (CONTENT / "metro" / f"{name}.yaml").read_text(encoding="utf-8")
    entries: list[Entry] = yaml.load(text, yaml.CSafeLoader)
    return entries


@pytest.fixture(scope="module")
def lines() -> list[Entry]:
    return read("lines")


@pytest.fixture(scope="module")
def stations() -> dict[str, Entry]:
    return {station["slug"]: station for station in read("stations")}


@pytest.fixture(scope="module")
def trains() -> dict[str, list[Entry]]:
    return {entry["station"]: entry["directions"] for entry in read("last_trains")}


def position(station: Entry) -> LatLng:
    return LatLng(station["position"]["lat"], station["position"]["lng"])


def minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


def test_counts(lines: list[Entry], stations: dict[str, Entry]) -> None:
    assert len(lines) == LINES
    assert sum(len(line["branches"]) for line in lines) == BRANCHES
    assert len(stations) == len(read("stations")) == STATIONS
    assert sum("district" not in station for station in stations.values()) == IN_JIANGSU
    assert sum(len(station["lines"]) > 1 for station in stations.values()) == INTERCHANGES


def test_every_stop_is_a_station_and_every_station_a_stop(
    lines: list[Entry], stations: dict[str, Entry]
) -> None:
    served: dict[str, set[str]] = {}
    for line in lines:
        for branch in line["branches"]:
            for slug in branch["stops"]:
                served.setdefault(slug, set()).add(line["code"])
    assert {slug: set(each["lines"]) for slug, each in stations.items()} == served


def test_stops_follow_each_other_at_metro_distances(
    lines: list[Entry], stations: dict[str, Entry]
) -> None:
    farthest = {"metro": 11_000, "apm": 2_000, "suburban": 20_000, "maglev": 32_000}
    for line in lines:
        for branch in line["branches"]:
            for here, there in zip(branch["stops"], branch["stops"][1:], strict=False):
                step = distance_m(position(stations[here]), position(stations[there]))
                assert 300 < step < farthest[line["kind"]], (line["code"], here, there)


def test_every_station_lies_in_its_district(stations: dict[str, Entry]) -> None:
    finder = DistrictFinder(CONTENT / "geo" / "districts.geojson")
    for slug, station in stations.items():
        assert finder.find(position(station)) == station.get("district"), slug


def test_slugs_and_names(stations: dict[str, Entry]) -> None:
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in stations)
    names = Counter(station["name"]["zh"] for station in stations.values())
    assert {name for name, count in names.items() if count > 1} == {"国家会展中心", "浦东南路"}
    assert {"peoples-square", "lujiazui", "east-nanjing-road"} <= set(stations)


def test_two_stations_are_never_at_one_place(stations: dict[str, Entry]) -> None:
    placed = [(slug, position(station)) for slug, station in stations.items()]
    for i, (one, here) in enumerate(placed):
        for other, there in placed[i + 1 :]:
            assert distance_m(here, there) > 150, (one, other)


def test_which_stations_have_no_times(
    stations: dict[str, Entry], trains: dict[str, list[Entry]]
) -> None:
    assert set(stations) - set(trains) == WITHOUT_TIMES
    assert set(trains) <= set(stations)


def test_no_train_ends_where_it_starts(trains: dict[str, list[Entry]]) -> None:
    for slug, directions in trains.items():
        for each in directions:
            assert each.get("terminal") != slug or "圈" in each["towards"]["zh"], slug


def test_times_are_of_the_evening_and_sort(trains: dict[str, list[Entry]]) -> None:
    for directions in trains.values():
        for each in directions:
            times = [minutes(clock) for clock in each["times"].values()]
            assert all(20 * 60 < time < 26 * 60 for time in times), each


def test_the_last_train_comes_later_down_the_line(
    lines: list[Entry], trains: dict[str, list[Entry]]
) -> None:
    """A row under the wrong station would break the order; this is how two were found."""
    for line in (each for each in lines if not each["loop"]):
        for stops in line["branches"]:
            for towards, way in _ways(stops["stops"]):
                hours = _weekday_times(trains, line["code"], towards, way)
                assert hours == sorted(hours), (line["code"], towards)


def _ways(stops: list[str]) -> list[tuple[str, list[str]]]:
    return [(stops[-1], stops[:-1]), (stops[0], stops[:0:-1])]


def _weekday_times(
    trains: dict[str, list[Entry]], line: str, towards: str, way: list[str]
) -> list[int]:
    return [
        minutes(each["times"]["weekday"])
        for slug in way
        for each in trains.get(slug, [])
        if (each["line"], each.get("terminal")) == (line, towards) and "weekday" in each["times"]
    ]


def test_the_night_at_hailun_road(trains: dict[str, list[Entry]]) -> None:
    """After 22:07 the outer loop ends at Yishan Road; line 10 runs longer on Fridays."""
    rows = {each["towards"]["en"]: each["times"] for each in trains["hailun-road"]}
    assert rows["the outer loop"] == {"weekday": "22:07"}
    assert rows["Yishan Road (outer loop)"] == {"weekday": "23:12"}
    assert rows["Xinjiangwancheng"]["friday_saturday"] == "24:40"
    assert "weekday" not in rows["Xinjiangwancheng"]
