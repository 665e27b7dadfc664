"""Using the map: by keyboard and by finger, the plate that opens, one's own position."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.maps import MapPage
from tests.fixtures.browser import DESK, PHONE

MUSEUM = (31.2302, 121.471, 17)
BEIJING = {"latitude": 39.9042, "longitude": 116.4074}
NO_POSITION = (
    "Your position is not available. Move the map, or type a station, street or place under “Near”."
)
OUTSIDE = "This is outside Shanghai. Type a station, street or place under “Near”."
FOCUSED = "document.activeElement.dataset.pin ?? document.activeElement.id"
PLATE = ".map__card"


def a_pin(shown: MapPage) -> str:
    """The slug of a venue that stands alone on the map."""
    return next(pin.slug for pin in shown.pins() if not pin.isGroup and pin.isSeen)


def pin_at(page: Page, slug: str):
    return page.locator(f"#map [data-pin='{slug}']")


def test_a_pin_is_reached_opened_and_left_by_keyboard(desk):
    shown = MapPage(desk, "en").open().look(*MUSEUM)
    desk.locator("#map").focus()
    desk.keyboard.press("Tab")
    slug = desk.evaluate(FOCUSED)
    while slug.startswith("group-"):
        desk.keyboard.press("Tab")
        slug = desk.evaluate(FOCUSED)
    assert slug in {pin.slug for pin in shown.pins()}
    desk.keyboard.press("Enter")
    expect(desk.locator(PLATE)).to_be_visible()
    link = desk.locator(f"{PLATE} a")
    expect(link).to_be_focused()
    assert (link.get_attribute("href") or "").endswith(f"/en/venues/{slug}")
    desk.keyboard.press("Escape")
    expect(desk.locator(PLATE)).to_be_hidden()
    assert desk.evaluate(FOCUSED) == slug


def test_the_plate_leads_to_the_venue(desk):
    shown = MapPage(desk, "en").open().look(*MUSEUM)
    slug = a_pin(shown)
    pin_at(desk, slug).click()
    link = desk.locator(f"{PLATE} a")
    name, other = link.inner_text(), desk.locator(f"{PLATE} small")
    assert other.get_attribute("lang") == "zh-Hans"
    link.click()
    desk.wait_for_url(f"**/en/venues/{slug}")
    assert desk.locator("h1").inner_text() == name


def test_the_plate_names_the_state(desk):
    shown = MapPage(desk, "en").open().look(*MUSEUM)
    pin = next(pin for pin in shown.pins() if not pin.isGroup and pin.isSeen)
    pin_at(desk, pin.slug).click()
    name = desk.locator(f"{PLATE} a").inner_text()
    word = desk.locator(f"{PLATE} .muted").inner_text()
    assert pin.name == f"{name}, {word}"


def test_the_plate_closes_by_its_button(phone):
    shown = MapPage(phone).open().look(*MUSEUM)
    slug = a_pin(shown)
    pin_at(phone, slug).tap()
    expect(phone.locator(PLATE)).to_be_visible()
    phone.locator(f"{PLATE} button").tap()
    expect(phone.locator(PLATE)).to_be_hidden()
    assert phone.evaluate(FOCUSED) == slug


def test_a_chosen_moment_goes_along_to_the_venue(desk):
    shown = MapPage(desk, "en").open(at="2026-11-21T00:30").look(*MUSEUM)
    href = pin_at(desk, a_pin(shown)).get_attribute("href") or ""
    assert href.endswith("?at=2026-11-21T00:30")


def test_a_pin_opens_in_a_new_tab_as_any_link(open_context, watch):
    context = open_context(viewport=DESK, lang="en")
    desk = context.new_page()
    shown = MapPage(desk, "en").open().look(*MUSEUM)
    slug = a_pin(shown)
    with context.expect_page() as opened:
        pin_at(desk, slug).click(modifiers=["Control"])
    assert opened.value.url.endswith(f"/en/venues/{slug}")
    expect(desk.locator(PLATE)).to_be_hidden()


def test_focus_survives_that_the_map_is_drawn_anew(desk):
    shown = MapPage(desk, "en").open().look(*MUSEUM)
    slug = a_pin(shown)
    pin_at(desk, slug).focus()
    shown.look(MUSEUM[0] + 0.0002, MUSEUM[1], MUSEUM[2])
    assert desk.evaluate(FOCUSED) == slug


def test_the_map_is_a_named_region_and_says_what_happens(desk):
    MapPage(desk, "en").open()
    region = desk.get_by_role("region", name="Map; the list has the same places")
    expect(region).to_be_visible()
    expect(region.locator("[role=status]")).to_have_count(1)


@pytest.mark.parametrize("view", ["standard", "easy"])
def test_the_buttons_are_large(open_page, view):
    page = open_page(viewport=PHONE)
    MapPage(page).open(view=view)
    for button in page.locator(".map__tools button").all():
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= {"standard": 44, "easy": 52}[view] - 0.5


def test_every_pin_is_a_fingertip_wide(phone):
    shown = MapPage(phone).open()
    for mark in phone.locator("#map [data-pin]:not([hidden])").all()[:30]:
        box = mark.bounding_box()
        assert min(box["width"], box["height"]) >= 43.5
    assert shown.pins()


def test_locating_shows_where_one_is(open_page):
    page = open_page(viewport=PHONE, lang="en", permissions=["geolocation"])
    shown = MapPage(page, "en").open()
    page.get_by_role("button", name="My position").click()
    expect(page.locator(".map__status")).to_have_text("The map shows your position.")
    expect(page.locator(".m-you-dot")).to_have_count(1)
    assert shown.settle().zoom >= 15
    west, south, east, north = shown.box
    assert west < 121.4737 < east
    assert south < 31.2304 < north


def test_locating_far_away_stays_and_says_so(open_page):
    page = open_page(lang="en", permissions=["geolocation"], geolocation=BEIJING)
    shown = MapPage(page, "en").open()
    before = shown.box
    page.get_by_role("button", name="My position").click()
    expect(page.locator(".map__status")).to_have_text(OUTSIDE)
    assert shown.box == before


def test_locating_without_permission_says_so(open_page):
    page = open_page(lang="en", permissions=[])
    MapPage(page, "en").open()
    page.get_by_role("button", name="My position").click()
    expect(page.locator(".map__status")).to_have_text(NO_POSITION)
    expect(page.locator(".map__status")).to_be_in_viewport()
