"""The browser draws the base map from its document, with names that never touch."""

import pytest
from playwright.sync_api import Page

from geo.basemap.deltas import decode

DECODE = """async ({module, address}) => {
  const {default: decode} = await import(module);
  const data = await (await fetch(address)).json();
  return {data, decoded: decode(data)};
}"""
LOOK = """({lat, lng, zoom}) => new Promise((resolve) => {
  const map = document.getElementById("map").leafletMap;
  map.once("moveend", () => setTimeout(resolve, 600));
  map.setView([lat, lng], zoom, {animate: false});
})"""
NAMES = """() => [...document.querySelectorAll(".map-labels text")].map((text) => {
  const {left, top, right, bottom} = text.getBoundingClientRect();
  return {text: text.textContent, turned: text.hasAttribute("transform"), left, top, right, bottom};
})"""
DRAWN = "classes => classes.map((each) => document.querySelectorAll(`#map path.${each}`).length)"
MOST_BASE_NODES = 150
LEADING_PX = 4
"""Boxes include the leading of a line, which may touch."""


def opened(page: Page, lang: str) -> Page:
    page.goto(f"/{lang}/map")
    page.locator("#map[data-ready=true]").wait_for()
    return page


def test_the_browser_decodes_what_was_packed(phone: Page) -> None:
    opened(phone, "zh")
    main = phone.locator("script[type=module][src]").get_attribute("src")
    assert main is not None
    address = phone.locator("[data-base]").get_attribute("data-base")
    module = main.replace("main.js", "map/base-data.js")
    found = phone.evaluate(DECODE, {"module": module, "address": address})
    data, decoded = found["data"], found["decoded"]
    for packed, river in zip(data["rivers"], decoded["rivers"], strict=True):
        assert river["line"] == [near(lng, lat) for lng, lat in decode(packed["line"])]
    stations = decode(data["stations"]["at"])
    for (lng, lat), station in zip(stations, decoded["stations"], strict=True):
        assert {"lat": station["lat"], "lng": station["lng"]} == near(lng, lat)
    first = data["districts"][0]["rings"][0]
    arcs = [decode(numbers) for numbers in data["arcs"]]
    ring = [p for n in first for p in (arcs[n] if n >= 0 else arcs[~n][::-1])[:-1]]
    assert decoded["districts"][0]["rings"][0] == [near(lng, lat) for lng, lat in ring]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("zoom", [10, 12, 14, 16])
def test_names_on_the_map_never_touch(phone: Page, lang: str, zoom: int) -> None:
    opened(phone, lang)
    phone.evaluate(LOOK, {"lat": 31.236, "lng": 121.48, "zoom": zoom})
    names = phone.evaluate(NAMES)
    assert names
    for i, one in enumerate(names):
        for other in names[i + 1 :]:
            assert one["turned"] or other["turned"] or not touch(one, other), (one, other)


def test_the_city_is_drawn_with_few_elements(phone: Page) -> None:
    opened(phone, "zh")
    counts = phone.evaluate(DRAWN, ["m-l1", "m-d", "m-sea", "m-water", "m-rail", "m-st", "m-area"])
    land, borders, sea, water, rails, stations, areas = counts
    assert (borders, sea, stations) == (1, 1, 2)
    assert min(land, water, rails, areas) > 3
    assert phone.locator(".leaflet-base-pane *").count() <= MOST_BASE_NODES


def near(lng: float, lat: float) -> object:
    return pytest.approx({"lat": lat, "lng": lng}, abs=1e-9)


def touch(one: dict[str, float], other: dict[str, float]) -> bool:
    across = one["left"] < other["right"] and other["left"] < one["right"]
    gap = LEADING_PX / 2
    down = one["top"] + gap < other["bottom"] - gap and other["top"] + gap < one["bottom"] - gap
    return across and down
