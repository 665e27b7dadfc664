"""Looks: dark after dark, larger in the easy view, still on reduced motion, readable in print."""

from __future__ import annotations

import pytest

from tests.fixtures.browser import DESK, PHONE

BRIGHTNESS = """selector => {
    const brush = document.createElement('canvas').getContext('2d');
    brush.fillStyle = getComputedStyle(document.querySelector(selector)).backgroundColor;
    brush.fillRect(0, 0, 1, 1);
    const [red, green, blue] = brush.getImageData(0, 0, 1, 1).data;
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}"""
STYLE = "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]"


def style(page, selector: str, name: str) -> str:
    return str(page.evaluate(STYLE, [selector, name]))


def pixels(page, selector: str, name: str) -> float:
    return float(style(page, selector, name).removesuffix("px"))


@pytest.mark.parametrize("path", ["/zh/venues", "/en/venues/shanghai-museum", "/en/map"])
def test_pages_are_dark_in_the_dark(open_page, path):
    light, dark = (open_page(scheme=scheme) for scheme in ("light", "dark"))
    for page in (light, dark):
        page.goto(path)
    assert light.evaluate(BRIGHTNESS, "body") > 0.85
    assert dark.evaluate(BRIGHTNESS, "body") < 0.15
    assert dark.evaluate(BRIGHTNESS, ".sign") < 0.15


def test_the_sign_is_a_dark_plate_by_day_too(phone):
    phone.goto("/zh/venues")
    assert phone.evaluate(BRIGHTNESS, ".sign") < 0.15


def test_the_easy_view_is_larger(phone):
    phone.goto("/zh/venues?view=standard")
    standard = [pixels(phone, s, "fontSize") for s in ("main", "h1", "h2", ".card__name")]
    phone.goto("/zh/venues?view=easy")
    easy = [pixels(phone, s, "fontSize") for s in ("main", "h1", "h2", ".card__name")]
    assert standard[0] == 16
    assert easy[0] == 24
    assert all(large > usual for large, usual in zip(easy, standard, strict=True))
    assert pixels(phone, "main", "lineHeight") >= 1.6 * 24 - 0.5


def test_the_easy_view_puts_the_list_before_the_map(open_page):
    for size in (PHONE, DESK):
        page = open_page(viewport=size)
        page.goto("/zh/map?view=easy")
        page.locator("#map[data-ready=true]").wait_for()
        top = [page.locator(part).bounding_box()["y"] for part in ("#results", "#map")]
        assert top[0] < top[1]


def test_sections_are_below_on_a_phone_and_above_on_a_desk(open_page):
    phone, desk = open_page(viewport=PHONE), open_page(viewport=DESK)
    for page, below, above in ((phone, True, False), (desk, False, True)):
        page.goto("/en/venues")
        assert page.locator("nav.nav").is_visible() == below
        assert page.locator(".sign__nav").is_visible() == above


def test_the_first_stop_of_the_keyboard_leads_to_the_content(desk):
    desk.goto("/en/venues")
    desk.keyboard.press("Tab")
    skip = desk.locator(".skip")
    assert skip.bounding_box()["y"] >= 0
    desk.keyboard.press("Enter")
    assert desk.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("view", ["standard", "easy"])
def test_focus_can_be_seen(desk, view):
    desk.goto(f"/en/venues?view={view}")
    desk.locator("#results li[data-venue] a").first.focus()
    desk.keyboard.press("Tab")
    width = float(
        desk.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
    )
    assert width >= {"standard": 2, "easy": 3}[view]


def test_nothing_moves_for_those_who_asked_for_rest(desk):
    desk.goto("/en/venues")
    moving = desk.evaluate(
        "[...document.querySelectorAll('*')].filter(one => {"
        " const style = getComputedStyle(one);"
        " return parseFloat(style.transitionDuration) > 0.01 || style.animationName !== 'none';"
        "}).length"
    )
    assert moving == 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_text_can_be_twice_as_large(open_page, lang):
    page = open_page(viewport={"width": 640, "height": 900}, lang=lang)
    for path in ("", "venues", "venues/shanghai-museum", "stations/peoples-square"):
        page.goto(f"/{lang}/{path}")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) <= 0, path


def test_print_leaves_the_frame_away(desk):
    desk.goto("/en/venues/shanghai-museum")
    desk.emulate_media(media="print")
    for part in (".sign", ".foot", "nav.nav"):
        assert desk.locator(part).is_hidden()
    assert desk.locator("h1").is_visible()
