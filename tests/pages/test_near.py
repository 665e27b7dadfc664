"""Near a place: what a text is taken for, what is said in doubt, the way in words and its order."""

from __future__ import annotations

import re
from math import atan2, ceil, cos, degrees, radians, sqrt
from urllib.parse import urlencode

import pytest

from geo.records import LatLng
from tests.fixtures import markup
from tests.pages.written import is_across, position

METRES_PER_DEGREE = 111_195
EIGHTHS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
IN_CHINESE = ("以北", "东北", "以东", "东南", "以南", "西南", "以西", "西北")
PACES = {"standard": 75, "easy": 50}
WAY_EN = re.compile(r"(?:(\d+) h )?(\d+) min walk, ([\d.]+) (k?m) ([a-z-]+) of (.+)")
WAY_ZH = re.compile(r"(.+?)(..) ([\d.]+) (公里|米)，步行约 (?:(\d+) 小时 )?(\d+) 分钟")
ELSEWHERE = ["0,0", "39.9,116.4", "121.47,31.23", "here"]


def near(client, text, lang="en", page="venues", **more):
    answer = client.get(f"/{lang}/{page}?{urlencode({'place': text, **more})}")
    assert answer.status_code == 200
    return markup.tree(answer)


def heading(root):
    return markup.words(markup.by_id(root, "results").find("header/span"))


def ways(root):
    """What each card says of the way to it, by slug."""
    cards = root.findall(".//li[@data-venue]")
    return {c.get("data-venue"): markup.words(markup.with_class(c, "card__way")[0]) for c in cards}


def plane(start: LatLng, end: LatLng) -> tuple[float, float]:
    """Metres and degrees clockwise from north on a flat map, worked out apart from the site."""
    north = (end.lat - start.lat) * METRES_PER_DEGREE
    east = (end.lng - start.lng) * METRES_PER_DEGREE * cos(radians(start.lat))
    return sqrt(north**2 + east**2), degrees(atan2(east, north)) % 360


def eighth(angle: float) -> int | None:
    """The eighth of the compass, None close to the edge of two."""
    part, rest = divmod(angle + 22.5, 45)
    return int(part) % 8 if 1 < rest < 44 else None


def metres_of(number: str, unit: str) -> float:
    return float(number) * (1000 if unit in ("km", "公里") else 1)


@pytest.mark.parametrize("text", ["徐家汇", "徐家汇站", "Xujiahui", "xujiahui station", "xjh"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_station_in_any_script(client, text, lang):
    expected = {
        "zh": "离徐家汇站由近到远 · 周五 21:40",
        "en": "nearest first from Xujiahui station",
    }
    assert heading(near(client, text, lang)).startswith(expected[lang])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("愚园路", "Yuyuan Road"),
        ("the bund", "The Bund"),
        ("豫园", "Yuyuan Garden station"),
        ("武康路 113 号", "Former Residence of Ba Jin"),
        ("113 Wukang Road", "Former Residence of Ba Jin"),
        ("area:yuyuan-road", "Yuyuan Road"),
    ],
)
def test_streets_areas_sights_and_addresses(client, text, name):
    assert f"from {name} ·" in heading(near(client, text))


@pytest.mark.parametrize("place", ["徐家汇", "lujiazui", "外滩", "north jiading"])
@pytest.mark.parametrize("view", PACES)
def test_the_way_in_english(client, written, place, view):
    root = near(client, place, view=view)
    start = origin(root, client, place)
    seen = 0
    for slug, said in ways(root).items():
        metres, angle = plane(start, position(written.venues[slug]))
        if metres < 30:
            assert "right at" in said
            continue
        if is_across(start, position(written.venues[slug])):
            assert said.startswith("across the river, ")
            continue
        hours, minutes, number, unit, direction, _name = WAY_EN.fullmatch(said).groups()
        walk = int(hours or 0) * 60 + int(minutes)
        assert walk == pytest.approx(ceil(metres * 1.3 / PACES[view]), abs=1)
        assert metres_of(number, unit) == pytest.approx(metres, abs=6 if unit == "m" else 60)
        if eighth(angle) is not None:
            assert direction == EIGHTHS[eighth(angle)]
        seen += 1
    assert seen > 10


def origin(root, client, place) -> LatLng:
    """Where the map page marks what the list is near."""
    marked = markup.tree(client.get(f"/en/map?{urlencode({'place': place})}"))
    (box,) = markup.with_class(marked, "map--live")
    lat, lng = map(float, box.get("data-near").split(","))
    return LatLng(lat, lng)


def test_the_way_in_chinese(client, written):
    start = position(written.stations["xujiahui"])
    for slug, said in ways(near(client, "徐家汇", "zh")).items():
        name, direction, number, unit, hours, minutes = WAY_ZH.fullmatch(said).groups()
        metres, angle = plane(start, position(written.venues[slug]))
        assert name == "徐家汇站"
        assert metres_of(number, unit) == pytest.approx(metres, abs=6 if unit == "米" else 60)
        assert int(minutes) == pytest.approx(ceil(metres * 1.3 / 75), abs=1)
        assert hours is None
        if eighth(angle) is not None:
            assert direction == IN_CHINESE[eighth(angle)]


def test_the_example_reads_as_people_say_it(client):
    zh, en = (ways(near(client, "徐家汇", lang))["st-ignatius-cathedral"] for lang in ("zh", "en"))
    assert zh == "徐家汇站以南 490 米，步行约 9 分钟"
    assert en == "9 min walk, 490 m south of Xujiahui station"


@pytest.mark.parametrize("query", [{"place": "徐家汇"}, {"near": "31.21,121.44"}])
@pytest.mark.parametrize("page", ["venues", "map"])
def test_the_nearest_come_first(client, query, page):
    root = markup.tree(client.get(f"/en/{page}?{urlencode(query)}"))
    minutes = [int(said.split(" min")[0]) for said in ways(root).values()]
    assert len(minutes) == 20
    assert minutes == sorted(minutes)


def test_other_filters_hold_near_a_place(client, list_all):
    near_it = list_all({"place": "徐家汇", "kind": "museum"})
    assert set(near_it) == set(list_all({"kind": "museum"}))
    assert near_it != list_all({"kind": "museum"})
    point = list_all({"place": "徐家汇", "walk": "30"})
    assert point == list_all({"station": "xujiahui", "walk": "30"})


def test_a_place_goes_before_a_station_and_a_point(client, list_all):
    asked = {"place": "lujiazui", "station": "xujiahui", "near": "31.1,121.2", "walk": "15"}
    assert list_all(asked) == list_all({"station": "lujiazui", "walk": "15"})


@pytest.mark.parametrize("page", ["venues", "map"])
def test_a_chip_takes_the_place_away(client, page):
    root = near(client, "Xujiahui", page=page, kind="museum", walk="30")
    (chip,) = [c for c in markup.with_class(root, "chip--chosen") if "Xujiahui" in markup.words(c)]
    assert markup.query(chip.get("href")) == {"kind": "museum"}


@pytest.mark.parametrize("page", ["venues", "map", ""])
@pytest.mark.parametrize("text", ["中山", "虹桥", "zhongshan", "museum"])
def test_an_ambiguous_text_asks_which(client, page, text):
    root = near(client, text, page=page, open="now")
    (doubt,) = markup.with_class(root, "near-doubt")
    assert f"Which “{text}” do you mean?" in markup.words(doubt)
    choices = markup.addresses(doubt)
    assert 2 <= len(choices) <= 6
    for address in choices:
        assert markup.query(address)["open"] == "now"
        assert not markup.with_class(markup.tree(client.get(address)), "near-doubt")
    assert markup.by_id(root, "near-place").get("value") == text


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", ["venues", "map"])
def test_an_unknown_text_is_said_and_nothing_is_lost(client, list_all, lang, page):
    root = near(client, "qwxzvb", lang, page, kind="museum", at="2026-11-21T14:00")
    (doubt,) = markup.with_class(root, "near-doubt")
    assert "qwxzvb" in markup.words(doubt)
    form = markup.by_id(root, "near").find("form")
    sent = {field.get("name"): field.get("value") for field in form.iter("input")}
    assert sent == {"kind": "museum", "at": "2026-11-21T14:00", "place": "qwxzvb"}
    assert markup.by_id(root, "near").get("open") is not None
    assert markup.venue_ids(root) == list_all({"kind": "museum"}, lang)[:20]


def test_a_number_nobody_knows_leads_to_its_street(client):
    root = near(client, "武康路 9999 号")
    assert "no place at number 9999 号" in markup.words(markup.with_class(root, "near-doubt")[0])
    assert "Wukang" in heading(root)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("point", ELSEWHERE)
def test_a_point_outside_shanghai_is_refused_with_a_way_on(client, lang, point):
    answer = client.get(f"/{lang}/venues?near={point}")
    assert answer.status_code == 422
    said = markup.words(markup.by_id(markup.tree(answer), "main"))
    assert {"zh": "请输入地铁站、道路或地点", "en": "Type a metro station"}[lang] in said


def test_a_bare_point_is_told_by_the_station_beside_it(client, written):
    at = position(written.stations["xujiahui"])
    root = markup.tree(client.get(f"/en/venues?near={at.lat + 0.0018},{at.lng}&walk=30"))
    assert heading(root).startswith("near the chosen point, 200 m north of Xujiahui station")
    assert all(re.search(r" k?m to the [a-z-]+$|right here", said) for said in ways(root).values())


def test_the_station_one_starts_from_is_not_said_twice(client):
    for card in near(client, "徐家汇").findall(".//li[@data-venue]"):
        meta = markup.words(markup.with_class(card, "card__meta")[0])
        assert "Xujiahui station" not in meta


@pytest.mark.parametrize("path", ["/en/stations/xujiahui", "/en/venues/shanghai-museum", "/en/"])
def test_other_lists_near_something_tell_the_way(client, path):
    told = [said for said in ways_of(client, path) if "min walk" in said]
    assert len(told) >= 4


def ways_of(client, path):
    root = markup.tree(client.get(path))
    return [markup.words(each) for each in markup.with_class(root, "card__way")]


def test_the_easy_view_walks_slower_everywhere(client, list_all):
    quick = set(list_all({"place": "徐家汇", "walk": "15", "view": "standard"}))
    slow = set(list_all({"place": "徐家汇", "walk": "15", "view": "easy"}))
    assert slow < quick
    for said in ways(near(client, "徐家汇", view="easy", walk="15")).values():
        assert int(said.split(" min")[0]) <= 15
    client.delete_cookie("view")


def test_the_form_keeps_all_but_the_place_before(client):
    root = near(
        client, "徐家汇", kind="museum", open="now", bbox="121.4,31.1,121.5,31.3", page="map"
    )
    form = markup.by_id(root, "near").find("form")
    sent = {field.get("name"): field.get("value") for field in form.iter("input")}
    assert sent == {"kind": "museum", "open": "now", "place": "Xujiahui station"}


def test_on_the_home_page_the_list_is_near_the_place(client, list_all):
    root = near(client, "xujiahui", page="")
    header = markup.words(markup.by_id(root, "open-now").find("header"))
    assert "near Xujiahui station" in header
    nearest = list_all({"place": "xujiahui", "open": "now"})
    assert markup.venue_ids(markup.by_id(root, "open-now")) == nearest[:8]


def test_suggestions_are_places_to_be_near(client):
    told = client.get("/en/places/suggestions?q=wukang").get_json(force=True)
    places = [item["place"] for item in told["items"]]
    assert "area:wukang-road" in places
    assert all(place.split(":")[0] in NEARABLE for place in places)
    for place in places:
        assert "from " in heading(near(client, place))


NEARABLE = {"station", "area", "district", "street", "venue"}


def test_nothing_typed_suggests_nothing(client):
    assert client.get("/zh/places/suggestions?q=").get_json(force=True)["items"] == []


def test_open_data_takes_a_known_place_and_refuses_others(client):
    answer = client.get("/api/collections/venues/items?place=xujiahui&limit=1")
    assert answer.get_json(force=True)["numberReturned"] == 1
    assert client.get("/api/collections/venues/items?place=qwxzvb").status_code == 400


BUND, PEARL_TOWER = "31.238500,121.486000", "oriental-pearl-tower"


def test_nobody_walks_over_the_river(client):
    """Lujiazui is 900 m from the Bund, and not reached on foot."""
    near = {"near": BUND, "sort": "distance"}
    on_foot = markup.tree(client.get("/en/venues", query_string={**near, "walk": "30"}))
    assert PEARL_TOWER not in markup.venue_ids(on_foot)
    circle = {**near, "within": "2000", "q": "Oriental Pearl"}
    said = ways(markup.tree(client.get("/en/venues", query_string=circle)))[PEARL_TOWER]
    assert said.startswith("across the river, ")
