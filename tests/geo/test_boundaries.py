"""The built files of `content/geo` keep what they promise about districts, sea and rivers."""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, shape
from shapely.geometry.base import BaseGeometry

from geo.boundaries.counties import DISTRICTS, districts
from geo.boundaries.coverage import simplify_together
from geo.boundaries.fewest import fewest_links
from geo.boundaries.plane import to_degrees, to_plane
from geo.boundaries.smooth import rounded_off

GEO = Path(__file__).parents[2] / "content" / "geo"
LARGEST_DISTRICTS_BYTES = 120_000
LARGEST_DEVIATION_M = 20


def read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((GEO / name).read_text(encoding="utf-8"))
    return content


@pytest.fixture(scope="module")
def outlines() -> dict[str, BaseGeometry]:
    features = read("districts.geojson")["features"]
    return {each["properties"]["code"]: shape(each["geometry"]) for each in features}


def test_all_sixteen_districts_are_there(outlines: dict[str, BaseGeometry]) -> None:
    assert tuple(outlines) == DISTRICTS


def test_shared_borders_are_shared(outlines: dict[str, BaseGeometry]) -> None:
    assert all(outline.is_valid for outline in outlines.values())
    assert shapely.coverage_is_valid(list(outlines.values()))


def test_no_border_moved_more_than_20_m(outlines: dict[str, BaseGeometry]) -> None:
    for code, original in districts().items():
        moved = to_plane(original.boundary).hausdorff_distance(to_plane(outlines[code].boundary))
        assert moved <= LARGEST_DEVIATION_M, code


def test_the_file_is_small_and_rounded() -> None:
    text = (GEO / "districts.geojson").read_text(encoding="utf-8")
    assert len(text.encode()) <= LARGEST_DISTRICTS_BYTES
    assert not re.search(r"\.\d{7}", text)


def test_every_name_has_a_place_inside_its_district(outlines: dict[str, BaseGeometry]) -> None:
    for feature in read("districts.geojson")["features"]:
        place = Point(feature["properties"]["label"])
        assert outlines[feature["properties"]["code"]].contains(place)


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ((121.4737, 31.2304), "310101"),
        ((121.4998, 31.2397), "310115"),
        ((121.3946, 31.6309), "310151"),
        ((121.3417, 30.7420), "310116"),
    ],
)
def test_places_lie_in_their_district(
    outlines: dict[str, BaseGeometry], place: tuple[float, float], code: str
) -> None:
    assert [key for key, outline in outlines.items() if outline.contains(Point(place))] == [code]


@pytest.mark.parametrize("name", ["districts.geojson", "river.geojson", "sea.geojson"])
def test_files_say_where_they_come_from(name: str) -> None:
    assert {"source", "licence", "datum", "made_by"} <= set(read(name)["provenance"])


def test_the_huangpu_runs_between_the_bund_and_lujiazui() -> None:
    features = read("river.geojson")["features"]
    river = {each["properties"]["name"]: shape(each["geometry"]) for each in features}
    bund, lujiazui = Point(121.4860, 31.2400), Point(121.4998, 31.2397)
    assert LineString([bund, lujiazui]).crosses(river["huangpu"])
    assert river["suzhou-creek"].distance(river["huangpu"]) == pytest.approx(0, abs=2e-4)


def test_river_stretches_join() -> None:
    lines = [shape(each["geometry"]) for each in read("river.geojson")["features"]]
    huangpu, upper, creek, middle, creek_upper = lines
    for before, after in ((huangpu, upper), (creek, middle), (middle, creek_upper)):
        assert Point(before.coords[-1]).distance(Point(after.coords[0])) < 0.005


def test_towns_are_on_land_and_ships_on_water() -> None:
    sea = shape(read("sea.geojson")["features"][0]["geometry"])
    on_water = [(121.66, 31.37), (121.25, 31.66), (121.6626, 31.7055), (121.8, 30.6)]
    on_land = [(121.3946, 31.6309), (121.48, 31.38), (121.93, 30.90), (121.60, 31.60)]
    assert all(sea.contains(Point(place)) for place in on_water)
    assert not any(sea.contains(Point(place)) for place in on_land)


def test_fewest_links_keeps_every_vertex_near() -> None:
    x = np.linspace(0, 1000, 201)
    ragged = np.column_stack([x, 12 * np.sign(np.sin(x))])
    chain = LineString(fewest_links(ragged, 15.0))
    assert max(chain.distance(Point(vertex)) for vertex in ragged) <= 15.0 + 1e-6
    assert len(chain.coords) < 12
    assert chain.coords[0] == tuple(ragged[0])
    assert chain.coords[-1] == tuple(ragged[-1])


def test_neighbours_stay_neighbours() -> None:
    edge = [(0.0, y + (3e-5 if round(y * 1e3) % 2 else 0)) for y in np.linspace(0, 0.02, 21)]
    west = Polygon([(-0.01, 0), *edge, (-0.01, 0.02)])
    east = Polygon([(0.01, 0), *edge, (0.01, 0.02)])
    simplified = simplify_together([MultiPolygon([west]), MultiPolygon([east])], 20)
    assert shapely.coverage_is_valid(simplified)
    assert simplified[0].intersection(simplified[1]).length > 0.019


def test_the_plane_goes_back_to_the_same_degrees() -> None:
    bund = Point(121.49053, 31.23971)
    assert to_degrees(to_plane(bund), 5).equals(bund)


def test_rounding_off_keeps_the_ends() -> None:
    bend = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 10.0]])
    smooth = rounded_off(bend)
    assert (smooth[0] == bend[0]).all()
    assert (smooth[-1] == bend[-1]).all()
    assert len(smooth) > 8
