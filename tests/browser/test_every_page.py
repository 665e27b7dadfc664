"""Every kind of page in a real browser, measured against the table of the accessibility statement.

Each kind in both languages and both views is opened once, then looked at on a phone and on a desk,
in light and dark colours, at 320 pixels, with text twice as large, in forced colours, and walked
through by focus. The `watch` fixture adds: no console message, no script error, no request to
another host. `tests/guards/test_pages.py` sees to it that no page is without a kind.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.fixtures import looks, staff
from tests.fixtures.browser import DESK, SMALL_PHONE
from tests.fixtures.looks import ANYWHERE, COLOURS, FIT, FOCUS, FORCED, SHAPE, Looks
from tests.fixtures.page_kinds import DESK_KINDS, LANGUAGES, PAGE_KINDS, SIGNED_IN, address

VIEWS = ("standard", "easy")


@pytest.fixture(params=[*PAGE_KINDS, *DESK_KINDS])
def kind(request: pytest.FixtureRequest) -> str:
    """Each kind of page."""
    return str(request.param)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_a_kind_of_page(open_page, watch, live_url, kind, lang, view):
    looks.need_axe()
    page = open_page(viewport=SMALL_PHONE, lang=lang, has_touch=False)
    if kind in SIGNED_IN:
        page.context.add_cookies([staff.browser_cookie(SIGNED_IN[kind], live_url)])
    visit(page, watch, kind, address(kind, lang, view))
    seen = Looks(page, view)
    on_a_phone(seen)
    on_a_desk(seen)
    with_large_text(seen)
    on_the_narrowest(seen)
    assert seen.faults == []


def on_a_phone(seen: Looks) -> None:
    seen.measure("phone", *ANYWHERE, *SHAPE, *COLOURS)
    seen.check("phone")
    seen.page.emulate_media(forced_colors="active")
    seen.measure("phone, forced colours", *FORCED)
    seen.page.emulate_media(forced_colors="none", color_scheme="dark")
    seen.measure("phone, dark", *COLOURS, *FOCUS)
    seen.check_colours("phone, dark")


def on_a_desk(seen: Looks) -> None:
    seen.resize(**DESK)
    seen.measure("desk, dark", *COLOURS)
    seen.check_colours("desk, dark")
    seen.page.emulate_media(color_scheme="light")
    seen.measure("desk", "structure", *SHAPE, *COLOURS, *FOCUS)
    seen.check("desk")


def with_large_text(seen: Looks) -> None:
    """WCAG 1.4.4: on a desk by the browser's text size, and by zoom, which halves the width."""
    seen.enlarge_text(200)
    seen.measure("desk, text 200 %", *FIT)
    seen.resize(640, 900)
    seen.measure("640 px, text 200 %", *FIT)
    seen.enlarge_text(100)


def on_the_narrowest(seen: Looks) -> None:
    seen.resize(320, 640)
    seen.measure("320 px", *FIT)


def visit(page: Page, watch, kind: str, path: str) -> None:
    """Open a page and wait for its map, if it has one; the browser's own word on a 404 is fine."""
    page.goto(path, wait_until="load")
    if page.locator("#map").count():
        page.locator("#map[data-ready=true]").wait_for()
    if kind == "missing":
        watch.forgive("404")
