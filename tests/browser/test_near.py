"""Near a place in a real browser: the device's position, the field, a point of the map."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.maps import MapPage, differences
from tests.fixtures.browser import DESK, PHONE

BEIJING = {"latitude": 39.9042, "longitude": 116.4074}
FIELD = "Near: station, street, address or place"
FIELD_ZH = "附近：车站、道路、地址或地点"
WALK = re.compile(r"(?:(\d+) h )?(\d+) min walk")
PAGES = {"home": "/en/", "list": "/en/venues?kind=museum", "map": "/en/map?kind=museum"}
NO_ANSWER = "navigator.geolocation.getCurrentPosition = (_, refused) => refused({code: 3})"


def walks(page: Page) -> list[int]:
    """Minutes on foot as the cards tell them."""
    told = (WALK.search(each) for each in page.locator(".card__way").all_inner_texts())
    return [int(each[1] or 0) * 60 + int(each[2]) for each in told if each]


def open_near(page: Page, path: str) -> None:
    page.goto(path)
    if path != PAGES["home"]:
        page.locator("#near > summary").click()


@pytest.mark.parametrize("where", PAGES)
def test_the_device_is_asked_on_tap_only(open_page, where):
    page = open_page(lang="en", permissions=["geolocation"])
    page.add_init_script(
        "const ask = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);"
        "navigator.geolocation.getCurrentPosition ="
        " (...rest) => { window.wasAsked = true; ask(...rest); }"
    )
    open_near(page, PAGES[where])
    assert page.evaluate("window.wasAsked") is None
    page.get_by_role("button", name="Near me", exact=True).click()
    page.wait_for_url("**near=31.23040*")
    if where == "home":
        assert "near you" in page.locator("#open-now header").inner_text()
        assert page.url.endswith("#open-now")
    else:
        assert "kind=museum" in page.url
        assert "the chosen point" in page.locator("#results header").inner_text()


@pytest.mark.parametrize("where", PAGES)
@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"permissions": []}, "Allow it in the browser’s settings"),
        ({"permissions": ["geolocation"], "geolocation": BEIJING}, "You are outside Shanghai."),
    ],
)
def test_without_a_position_it_says_what_to_do(open_page, where, options, said):
    page = open_page(lang="en", **options)
    open_near(page, PAGES[where])
    before = page.url
    page.get_by_role("button", name="Near me", exact=True).click()
    expect(page.locator(".near__notice")).to_contain_text(said)
    expect(page.get_by_label(FIELD)).to_be_focused()
    assert page.url.split("?")[0] == before.split("?")[0]
    assert "near=" not in page.url


def test_a_device_that_takes_too_long(open_page):
    page = open_page(lang="en", permissions=["geolocation"])
    page.add_init_script(NO_ANSWER)
    page.goto("/en/")
    page.get_by_role("button", name="Near me", exact=True).click()
    expect(page.locator(".near__notice")).to_contain_text("did not find its position in time")


@pytest.mark.parametrize("where", PAGES)
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_field_without_scripts(open_page, where, size):
    page = open_page(viewport=size, lang="en", js=False)
    open_near(page, PAGES[where])
    expect(page.get_by_role("button", name="Near me", exact=True)).to_be_hidden()
    page.get_by_label(FIELD).fill("xujiahui")
    page.get_by_role("button", name="Show nearest").click()
    assert "place=xujiahui" in page.url
    told = walks(page)
    assert told == sorted(told)
    assert len(told) >= 8


def test_an_ambiguous_text_is_settled_without_scripts(open_page):
    page = open_page(js=False)
    page.goto("/zh/venues?kind=museum")
    page.locator("#near > summary").click()
    page.get_by_label(FIELD_ZH).fill("中山")
    page.get_by_role("button", name="看附近").click()
    page.locator(".near-doubt").get_by_role("link", name=re.compile("中山公园站")).click()
    assert "kind=museum" in page.url
    expect(page.locator("#results header")).to_contain_text("离中山公园站由近到远")
    page.locator(".chip--chosen", has_text="中山公园站").click()
    assert page.url.endswith("/zh/venues?kind=museum")


def test_the_field_by_keyboard_with_suggestions(open_page):
    page = open_page(viewport=DESK, lang="en")
    page.goto("/en/venues?kind=museum")
    page.locator("#near > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label(FIELD)).to_be_focused()
    page.keyboard.type("wukang")
    option = page.get_by_role("option", name=re.compile("Wukang and Anfu Roads"))
    expect(option).to_be_visible()
    while option.get_attribute("aria-selected") != "true":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**place=area**")
    assert "kind=museum" in page.url
    expect(page.locator("#results header")).to_contain_text("from Wukang and Anfu Roads")


def test_the_middle_of_the_map_by_keyboard(open_page):
    page = open_page(viewport=DESK, lang="en")
    shown = MapPage(page, "en").open().look(31.2222, 121.5343, 14)
    box = shown.box
    page.locator("[data-tool=near]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**near=31.22*")
    page.locator("#map[data-ready=true]").wait_for()
    expect(page.locator(".m-near-ring")).to_have_count(1)
    assert shown.box == pytest.approx(box, abs=1e-4)
    told = walks(page)
    assert told == sorted(told)
    assert told
    assert page.url.endswith("#results")
    assert differences(shown) == []


def test_pressing_long_on_a_point_of_the_map(open_page):
    page = open_page(viewport=DESK, lang="en")
    shown = MapPage(page, "en").open(kind="museum").look(31.2304, 121.4737, 15)
    area = page.locator("#map").bounding_box()
    page.mouse.click(area["x"] + 200, area["y"] + 120, button="right")
    page.wait_for_url("**near=*")
    page.locator("#map[data-ready=true]").wait_for()
    assert "kind=museum" in page.url
    ring = page.locator(".m-near-ring").bounding_box()
    assert ring["x"] + ring["width"] / 2 == pytest.approx(area["x"] + 200, abs=4)
    assert differences(shown) == []
    page.locator(".chip--chosen", has_text="Near the chosen point").click()
    page.locator("#map[data-ready=true]").wait_for()
    expect(page.locator(".m-near-ring")).to_have_count(0)
