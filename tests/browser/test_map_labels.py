"""Names on the map never lie over each other, over a pin or over an edge, at any zoom."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest

from tests.browser.maps import MapPage
from tests.fixtures.browser import DESK, PHONE

PLACES = [(31.2304, 121.4737), (31.2222, 121.5343), (31.0301, 121.2230)]
ZOOMS = range(9, 19)
HAN = re.compile(r"[一-鿿]")
# Each name as the four corners of its box on the screen, turned names included.
NAMES = """() => {
    const map = document.getElementById('map').getBoundingClientRect();
    const names = [...document.querySelectorAll('.map-labels text')];
    return names.map(text => {
        const box = text.getBBox(), turn = text.getScreenCTM();
        const corner = (x, y) => {
            const point = new DOMPoint(x, y).matrixTransform(turn);
            return [point.x - map.x, point.y - map.y];
        };
        const [right, bottom] = [box.x + box.width, box.y + box.height];
        const size = {width: map.width, height: map.height};
        return {words: text.textContent, ...size, corners: [
            corner(box.x, box.y), corner(right, box.y), corner(right, bottom),
            corner(box.x, bottom)]};
    });
}"""
MARKS = """() => {
    const map = document.getElementById('map').getBoundingClientRect();
    return [...document.querySelectorAll('#map [data-pin]:not([hidden]) path.s')].map(mark => {
        const {left, top, right, bottom} = mark.getBoundingClientRect();
        const corners = [[left, top], [right, top], [right, bottom], [left, bottom]];
        return corners.map(([x, y]) => [x - map.x, y - map.y]);
    });
}"""
# Moves the map and waits until its names have been drawn anew; the list is not waited for.
MOVE = """([lat, lng, zoom]) => {
    const names = document.querySelector('.map-labels');
    const old = names.appendChild(document.createElementNS(names.namespaceURI, 'g'));
    document.getElementById('map').leafletMap.setView([lat, lng], zoom, {animate: false});
    return new Promise(done => {
        const look = () => old.isConnected ? requestAnimationFrame(look) : done();
        look();
    });
}"""
SPARE_PX = 1.0  # letters do not fill their boxes to the edge
Corners = list[list[float]]


@pytest.fixture(scope="module", params=["zh", "en"])
def shown(request, browser, live_url):
    """One map a language, moved about; a phone's width in Chinese, a desk's in English."""
    size = {"zh": PHONE, "en": DESK}[request.param]
    context = browser.new_context(base_url=live_url, viewport=size, reduced_motion="reduce")
    yield MapPage(context.new_page(), request.param).open()
    context.close()


@pytest.mark.parametrize("zoom", ZOOMS)
def test_no_name_lies_over_another_or_over_a_pin(shown, zoom):
    for place in PLACES:
        names = names_at(shown, *place, zoom)
        marks = shown.page.evaluate(MARKS)
        for n, name in enumerate(names):
            others = [other["corners"] for other in names[:n]]
            over = [each for each in (*others, *marks) if overlap(name["corners"], each)]
            assert over == [], name["words"]


@pytest.mark.parametrize("zoom", [10, 13, 16])
def test_names_are_whole_and_in_the_language_of_the_page(shown, zoom):
    names = names_at(shown, *PLACES[0], zoom)
    assert names
    for name in names:
        assert bool(HAN.search(name["words"])) == (shown.lang == "zh"), name["words"]
        for x, y in name["corners"]:
            assert -1 <= x <= name["width"] + 1
            assert -1 <= y <= name["height"] + 1


def test_far_out_districts_are_named_and_close_by_venues_are(shown):
    far = {name["words"] for name in names_at(shown, *PLACES[0], 10)}
    near = {name["words"] for name in names_at(shown, *PLACES[0], 17)}
    assert len(far) >= 3
    pins = {pin.name.split("，")[0].split(", ")[0] for pin in shown.pins() if not pin.isGroup}
    assert near & pins
    assert not far & pins


def names_at(shown: MapPage, lat: float, lng: float, zoom: int) -> list[dict[str, Any]]:
    """Each name with its words, its corners and the size of the map, in pixels of the map."""
    shown.page.evaluate(MOVE, [lat, lng, zoom])
    told: list[dict[str, Any]] = shown.page.evaluate(NAMES)
    return told


def overlap(one: Corners, other: Corners) -> bool:
    """Whether two turned boxes share ground: no line along an edge parts them."""
    return not any(parted(one, other, edge) for box in (one, other) for edge in edges(box))


def edges(box: Corners) -> list[tuple[float, float]]:
    return [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(box[:3])]


def parted(one: Corners, other: Corners, along: tuple[float, float]) -> bool:
    length = (along[0] ** 2 + along[1] ** 2) ** 0.5 or 1
    ranges = []
    for box in (one, other):
        spots = [(x * along[0] + y * along[1]) / length for x, y in box]
        ranges.append((min(spots), max(spots)))
    (low_1, high_1), (low_2, high_2) = ranges
    return high_1 <= low_2 + SPARE_PX or high_2 <= low_1 + SPARE_PX
