"""Sketches: small, well formed, and drawn where things are."""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from geo.basemap.places import AreaPlace, MapName, StationPlace
from geo.distance import distance_m
from geo.records import Bounds, LatLng
from geo.sketch import hero
from geo.sketch.along_water import spots_along
from geo.sketch.areas import draw_area
from geo.sketch.base import SketchBase
from geo.sketch.districts import draw_district
from geo.sketch.drawing import Drawing
from geo.sketch.frame import Frame, first_frame
from geo.sketch.hero import hero_svg, with_marks
from geo.sketch.labels import Box, Label, Lettering, beside
from geo.sketch.lettering import DISTRICT, PLAIN, STRONG, lines_of, width_em
from geo.sketch.locator import PinnedVenue, draw_card, draw_venue
from geo.sketch.marks import PINS, number
from geo.sketch.stations import draw_station

CONTENT = Path(__file__).parents[2] / "content"
BUND = LatLng(31.2400, 121.4862)
SUBURB = LatLng(31.62, 121.39)
MOST_BYTES = {"district": 12_000, "station": 12_000}

FindStation = Callable[[str], StationPlace]


def read(name: str) -> list[dict[str, object]]:
    return yaml.load((CONTENT / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@pytest.fixture(scope="module")
def base() -> SketchBase:
    names = {each["code"]: MapName(**each["name"]) for each in read("districts.yaml")}
    stations = [
        StationPlace(
            each["slug"],
            MapName(**each["name"]),
            LatLng(each["position"]["lat"], each["position"]["lng"]),
            tuple(each["lines"]),
        )
        for each in read("metro/stations.yaml")
    ]
    return SketchBase.load(CONTENT / "geo", names, stations)


@pytest.fixture(scope="module")
def station(base: SketchBase) -> FindStation:
    return {each.slug: each for each in base.stations}.__getitem__


def drawn(drawing: Drawing, lang: str = "zh") -> ET.Element:
    return ET.fromstring(drawing.svg(lang, "图 & <map>"))


def classes(root: ET.Element) -> set[str]:
    return {name for each in root.iter() for name in each.get("class", "").split()}


def test_a_frame_puts_north_up_and_keeps_metres() -> None:
    frame = Frame(BUND, 5, 390, 210)
    assert frame.px(BUND) == (195, 105)
    x, y = frame.px(LatLng(BUND.lat + 0.001, BUND.lng + 0.001))
    assert x > 195
    assert y < 105
    metres = distance_m(BUND, LatLng(BUND.lat, BUND.lng + 0.001))
    assert (x - 195) * 5 == pytest.approx(metres, rel=1e-3)
    bounds = frame.bounds()
    assert frame.px(LatLng(bounds.north, bounds.west)) == pytest.approx((0, 0), abs=1e-6)


def test_a_frame_shows_all_it_is_asked_to() -> None:
    bounds = Bounds(121.4, 31.1, 121.6, 31.2)
    frame = Frame.showing(bounds, (390, 260), (26, 20), 1)
    for lng, lat in ((121.4, 31.1), (121.6, 31.2)):
        assert frame.shows(LatLng(lat, lng), (25, 19))
    assert Frame.showing(bounds, (390, 260), (26, 20), 500).m_per_px == 500


def test_the_closest_frame_with_the_point_is_chosen() -> None:
    frames = [Frame(BUND, scale, 390, 210) for scale in (5, 10, 20)]
    assert first_frame(frames, LatLng(BUND.lat, BUND.lng + 0.012), (20, 20)).m_per_px == 10
    assert first_frame(frames, SUBURB, (0, 0)).m_per_px == 20
    with pytest.raises(ValueError, match="no frame"):
        first_frame([], BUND, (0, 0))


@pytest.mark.parametrize(
    ("value", "text"), [(12.04, "12"), (-0.04, "0"), (1234.56, "1234.6"), (-3.25, "-3.2")]
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


def test_a_venue_has_its_pin_its_station_and_the_river(
    base: SketchBase, station: FindStation
) -> None:
    venue = PinnedVenue("culture", BUND, station("east-nanjing-road"))
    svg = draw_venue(base, venue).svg("zh", "位置图")
    root = ET.fromstring(svg)
    assert root.get("viewBox") == "0 0 390 210"
    assert root.get("role") == "img"
    assert root.get("aria-label") == "位置图"
    pins = [each for each in root.iter() if each.get("class", "").startswith("m-pin")]
    assert [each.get("transform") for each in pins] == ["translate(175 85) scale(1.67)"]
    assert 'stroke-width="88"' in svg  # the Huangpu, 440 m at 5 m a pixel
    assert "南京东路" in svg
    assert {"m-water", "m-rail", "r2", "r10", "m-x", "m-t--p", "is-culture"} <= classes(root)


def test_names_are_in_the_language_asked_for(base: SketchBase, station: FindStation) -> None:
    drawing = draw_station(base, station("peoples-square"))
    assert "人民广场" in drawing.svg("zh", "")
    assert "People's Square".replace("'", "&#x27;") in drawing.svg("en", "")
    assert "人民广场" not in drawing.svg("en", "")


def test_a_venue_far_from_everything_shows_its_district(base: SketchBase) -> None:
    root = drawn(draw_venue(base, PinnedVenue("culture", SUBURB, None)))
    assert {"m-sea", "m-t--d"} <= classes(root)
    assert "崇明" in {each.text for each in root.iter("text")}


def test_a_station_under_the_pin_is_named_beside_it(base: SketchBase, station: FindStation) -> None:
    lujiazui = station("lujiazui")
    root = drawn(draw_venue(base, PinnedVenue("goods", lujiazui.position, lujiazui)))
    assert "陆家嘴" in {each.text for each in root.iter("text")}


def test_the_card_is_the_same_place_but_tall(base: SketchBase, station: FindStation) -> None:
    venue = PinnedVenue("night", BUND, station("east-nanjing-road"))
    page, card = draw_venue(base, venue).frame, draw_card(base, venue).frame
    assert (card.width, card.height) == (390, 520)
    assert (card.centre, card.m_per_px) == (page.centre, page.m_per_px)


def test_an_area_shows_its_outline_and_first_station(
    base: SketchBase, station: FindStation
) -> None:
    at = station("peoples-square").position
    corners = [(-0.004, -0.003), (0.004, -0.003), (0.004, 0.003), (-0.004, 0.003)]
    outline = tuple((at.lng + lng, at.lat + lat) for lng, lat in corners)
    area = AreaPlace("square", MapName("广场", "Square"), "historic", 3, outline)
    root = drawn(draw_area(base, area, ["peoples-square"]))
    assert {"m-area", "is-culture"} <= classes(root)
    strong = [each.text for each in root.iter("text") if "m-t--p" in each.get("class", "")]
    assert strong == ["人民广场"]


def test_every_district_stands_out_and_is_named(base: SketchBase) -> None:
    for district in base.layers.districts:
        drawing = draw_district(base, district)
        for lang in ("zh", "en"):
            root = drawn(drawing, lang)
            assert sum(each.get("class") == "m-here" for each in root.iter()) == 1
            assert any("m-t--d" in each.get("class", "") for each in root.iter("text"))
            assert len(drawing.svg(lang, "").encode()) <= MOST_BYTES["district"], district.code


def test_every_station_shows_a_neighbour(base: SketchBase) -> None:
    for each in base.stations[::7]:
        drawing = draw_station(base, each)
        assert len(drawing.svg("en", "").encode()) <= MOST_BYTES["station"]
        assert len(base.stations_in(drawing.frame)) > 1, each.slug


def test_sketches_carry_no_styles_and_no_ids(base: SketchBase, station: FindStation) -> None:
    venue = PinnedVenue("silver", BUND, station("east-nanjing-road"))
    for drawing in (draw_venue(base, venue), draw_station(base, station("lujiazui"))):
        for each in drawn(drawing).iter():
            assert not {"style", "id", "data-state"} & set(each.attrib)


def test_spoken_text_is_escaped(base: SketchBase, station: FindStation) -> None:
    drawing = draw_station(base, station("lujiazui"))
    assert drawn(drawing).get("aria-label") == "图 & <map>"


def test_the_hero_is_decoration_and_light(base: SketchBase) -> None:
    svg = hero_svg(base)
    assert 'class="dusk__map"' in svg
    assert 'aria-hidden="true"' in svg
    assert "<text" not in svg
    assert len(svg.encode()) <= 40_000
    assert 'stroke-width="29"' in svg


def test_the_hero_is_lit_where_no_words_stand(base: SketchBase) -> None:
    places = [("night", LatLng(31.2470, 121.4920)), ("goods", LatLng(31.2471, 121.4921))]
    lit = with_marks(hero_svg(base), [*places, ("culture", SUBURB)], LatLng(31.233, 121.475))
    root = ET.fromstring(lit)
    shown = [each.get("class") for each in root if each.tag == "g"]
    assert shown == ["m-pin is-night", "m-you"]
    assert with_marks(hero_svg(base), [], SUBURB) == hero_svg(base)
    assert hero.FRAME.shows(LatLng(31.2397, 121.4998))


def test_every_scenario_has_a_pin() -> None:
    assert set(PINS) == {"night", "silver", "goods", "culture"}


def test_long_names_are_set_in_lines() -> None:
    name = "Site of the First CPC National Congress · Xintiandi"
    lines = lines_of(name, PLAIN)
    assert lines == ("Site of the First CPC", "National Congress", "Xintiandi")
    assert max(width_em(line, PLAIN) for line in lines) <= 13
    assert lines_of("Songjiang New Area of Shanghai", DISTRICT) == (
        "Songjiang New Area of Shanghai",
    )


def test_a_name_without_room_is_left_out_or_set_small() -> None:
    at = (60.0, 30.0)
    label = Label(MapName("金沙江路", "Jinshajiang Road"), STRONG, beside(at, 5))
    assert "m-t--fine" not in Lettering((400, 200), "zh", []).set([label])
    assert "m-t--fine" in Lettering((125, 60), "zh", []).set([label])
    assert Lettering((70, 60), "zh", []).set([label]) == ""
    everything = Box(0, 0, 400, 200)
    assert Lettering((400, 200), "zh", [everything]).set([label]) == ""


def test_the_second_name_keeps_clear_of_the_first() -> None:
    spots = beside((200.0, 100.0), 5)
    labels = [Label(MapName(name, name), PLAIN, spots) for name in ("一", "二", "三", "四")]
    text = Lettering((400, 200), "zh", []).set(labels)
    assert text.count("<text") == 4
    assert 'text-anchor="end"' in text


def test_river_names_follow_straight_reaches() -> None:
    bent = [(0.0, 0.0), (100.0, 0.0), (100.0, 300.0)]
    best = spots_along(bent, 30, 5)[0]
    assert best.angle in {-90, 0}
    assert spots_along(bent, 6, 5) == ()
    assert spots_along(bent[:1], 30, 5) == ()
