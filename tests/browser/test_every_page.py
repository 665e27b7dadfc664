"""Every kind of page in a real browser: accessible, as wide as the screen, with large targets.

The `watch` fixture adds: no console message, no script error, no request to another host.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.fixtures.browser import DESK, SMALL_PHONE
from tests.fixtures.page_kinds import LANGUAGES, PAGE_KINDS, address

VIEWS = ("standard", "easy")
NARROW = {"width": 320, "height": 640}
SMALLEST_TARGET = 44
SMALLEST_TEXT = {"standard": 16, "easy": 24}

SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL_TARGETS = """least => {
    const words = element => element.textContent.replace(/\\s+/g, '').length;
    const stands_in_text = one => getComputedStyle(one).display === 'inline'
        && words(one.parentElement) > words(one);
    const covers_its_card = one => getComputedStyle(one, '::after').position === 'absolute';
    const all = [...document.querySelectorAll('a[href], button, input, select, summary')];
    return all
        .filter(one => one.type !== 'hidden' && one.checkVisibility({visibilityProperty: true}))
        .filter(one => !one.matches('.skip, .leaflet-control-attribution a'))
        .filter(one => !stands_in_text(one) && !covers_its_card(one))
        .map(one => ({one, box: (one.closest('label') ?? one).getBoundingClientRect()}))
        .filter(({box}) => box.width && Math.min(box.width, box.height) < least - .5)
        .map(({one, box}) =>
            `${Math.round(box.width)} x ${Math.round(box.height)}: ${one.outerHTML.slice(0, 100)}`);
}"""
TEXT_SIZE = "() => parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"


@pytest.fixture(params=PAGE_KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Each kind of page."""
    return str(request.param)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_on_a_phone(open_page, watch, axe, kind, lang, view):
    """One visit for all checks: opening a page takes longer than looking at it."""
    page = open_page(viewport=SMALL_PHONE, lang=lang)
    visit(page, watch, kind, address(kind, lang, view))
    assert page.evaluate(TEXT_SIZE) >= SMALLEST_TEXT[view]
    assert page.evaluate(SMALL_TARGETS, SMALLEST_TARGET) == []
    assert axe(page) == []
    page.emulate_media(color_scheme="dark")
    assert axe(page) == []
    page.set_viewport_size(NARROW)
    assert page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_on_a_desk(open_page, watch, axe, kind, lang, view):
    page = open_page(viewport=DESK, lang=lang)
    visit(page, watch, kind, address(kind, lang, view))
    assert axe(page) == []
    assert page.evaluate(SIDEWAYS) <= 0


def visit(page: Page, watch, kind: str, path: str) -> None:
    """Open a page and wait for its map, if it has one; the browser's own word on a 404 is fine."""
    page.goto(path, wait_until="load")
    if page.locator("#map").count():
        page.locator("#map[data-ready=true]").wait_for()
    if kind == "missing":
        watch.forgive("404")
