"""The map and its list show the same venues, wherever the map looks, whatever is asked."""

from __future__ import annotations

import pytest

from tests.browser.maps import MapPage, differences
from tests.fixtures.browser import DESK

BUND = (31.2397, 121.4905)
VIEWS = {
    "the city": (*BUND, 9),
    "districts": (*BUND, 10),
    "the centre": (*BUND, 12),
    "Pudong": (31.2222, 121.5343, 13),
    "streets": (31.2304, 121.4737, 15),
    "doors": (31.2302, 121.471, 18),
    "Chongming": (31.62, 121.6, 11),
}
QUESTIONS = {
    "night": {"scenario": "night"},
    "museums": {"kind": "museum"},
    "open": {"open": "now"},
    "open after midnight": {"open": "now", "at": "2026-11-21T00:30"},
    "unknown": {"state": "unknown"},
    "a name": {"q": "馆"},
    "an area": {"area": "the-bund-night"},
    "a district": {"district": "310115"},
    "a line": {"line": "10"},
    "a station": {"station": "lujiazui", "within": "1500"},
    "step-free": {"step_free": "1"},
    "a tag": {"tag": "indoor"},
    "all at once": {"scenario": "culture", "state": "closed", "district": "310101", "q": "馆"},
}


@pytest.fixture(scope="module")
def anywhere(browser, live_url):
    """One map for all views: only its place changes."""
    context = browser.new_context(base_url=live_url, viewport=DESK, reduced_motion="reduce")
    yield MapPage(context.new_page()).open()
    context.close()


@pytest.mark.parametrize("view", VIEWS)
def test_map_and_list_show_the_same(anywhere, view):
    shown = anywhere.look(*VIEWS[view])
    assert differences(shown) == []
    assert shown.pins()


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_filter_applies_to_both(phone, question):
    shown = MapPage(phone).open(**QUESTIONS[question])
    assert differences(shown) == []
    shown.look(*BUND, 9)
    assert differences(shown) == []
    assert shown.total() > 0


def test_a_box_in_the_address_is_what_both_show(phone):
    shown = MapPage(phone).open(bbox="121.45,31.21,121.51,31.25")
    assert differences(shown) == []
    assert shown.box == [121.45, 31.21, 121.51, 31.25]
    west, south, east, north = phone.evaluate(
        "document.getElementById('map').leafletMap.getBounds().toBBoxString()"
    ).split(",")
    assert float(west) < 121.4501
    assert float(east) > 121.5099
    assert (float(south), float(north)) != (0, 0)


def test_the_buttons_zoom_and_the_list_follows(desk):
    shown = MapPage(desk, "en").open()
    start = shown.zoom
    for name, zoom in (("Zoom in", start + 1), ("Zoom out", start), ("Zoom out", start - 1)):
        desk.get_by_role("button", name=name, exact=True).click()
        assert differences(shown.arrive(zoom)) == []


def test_the_buttons_know_the_ends(desk):
    shown = MapPage(desk, "en").open()
    closer, farther = (desk.locator(f"[data-tool=zoom-{way}]") for way in ("in", "out"))
    shown.look(*BUND, 18)
    assert closer.get_attribute("aria-disabled") == "true"
    assert farther.get_attribute("aria-disabled") == "false"
    shown.look(*BUND, 9)
    assert closer.get_attribute("aria-disabled") == "false"
    assert farther.get_attribute("aria-disabled") == "true"


def test_the_keyboard_moves_and_zooms_and_the_list_follows(desk):
    shown = MapPage(desk, "en").open()
    desk.locator("#map").focus()
    west, zoom = shown.box[0], shown.zoom
    desk.keyboard.press("ArrowRight")
    desk.wait_for_function("west => !location.search.includes(west)", arg=f"bbox={west}")
    assert shown.settle().box[0] > west
    assert differences(shown) == []
    desk.keyboard.press("Equal")
    assert differences(shown.arrive(zoom + 1)) == []


def test_dragging_moves_and_the_list_follows(desk):
    shown = MapPage(desk, "en").open()
    before = shown.box
    area = desk.locator("#map").bounding_box()
    desk.mouse.move(area["x"] + area["width"] - 150, area["y"] + 80)
    desk.mouse.down()
    desk.mouse.move(area["x"] + 60, area["y"] + 200, steps=5)
    desk.mouse.up()
    assert shown.settle().box[0] > before[0]
    assert differences(shown) == []


def test_leaving_and_coming_back_shows_the_same_place(desk):
    shown = MapPage(desk, "en").open().look(31.2222, 121.5343, 14)
    box, listed = shown.box, shown.listed()
    desk.locator("#results li[data-venue] a").first.click()
    desk.wait_for_url("**/venues/*")
    desk.go_back()
    desk.locator("#map[data-ready=true]").wait_for()
    assert shown.box == box
    assert shown.listed() == listed
    assert differences(shown) == []


def test_links_of_the_page_carry_the_place(desk):
    shown = MapPage(desk, "en").open().look(31.2222, 121.5343, 14)
    west = f"{shown.box[0]}"
    for link in ("#scenario-chips a >> nth=1", "#results header a.more", "header a[hreflang]"):
        assert west in (desk.locator(link).get_attribute("href") or ""), link
    desk.get_by_text("Filters").first.click()
    desk.locator("details.fold.is-culture > summary").click()
    desk.locator("input[name=kind][value=museum]").check()
    desk.locator(".filters__end button").click()
    desk.wait_for_url("**kind=museum**")
    desk.locator("#map[data-ready=true]").wait_for()
    assert shown.box[0] == pytest.approx(float(west))
    assert differences(shown) == []


def test_the_names_of_pins_say_venue_and_state(desk):
    shown = MapPage(desk, "en").open().look(31.2205, 121.4754, 16)
    pins = {pin.slug: pin for pin in shown.pins() if not pin.isGroup}
    cards = desk.locator("#results li[data-venue]").all()
    seen = 0
    for card in cards:
        pin = pins.get(card.get_attribute("data-venue") or "")
        if pin:
            name = card.locator(".card__name").inner_text()
            assert pin.name == f"{name}, {card.locator('.state').inner_text()}"
            assert pin.state == card.get_attribute("data-state")
            seen += 1
    assert seen > 2


def test_a_group_opens_into_what_it_stands_for(desk):
    shown = MapPage(desk, "en").open().look(*BUND, 12)
    before = shown.zoom
    group = max((pin for pin in shown.pins() if pin.isGroup), key=lambda pin: pin.count)
    assert f"{group.count} places here, zoom in" in group.name
    desk.locator(f"[data-pin='{group.slug}']").click()
    desk.wait_for_function(f"document.getElementById('map').leafletMap.getZoom() > {before}")
    assert differences(shown.settle()) == []
