"""What people come for, by keyboard alone on a phone: both languages, with and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page

from tests.fixtures.browser import PHONE
from tests.fixtures.page_kinds import LANGUAGES

MINUTES = re.compile(r"(\d+)\s?(?:min walk|分钟)")
MOST_TABS = 150
MOST_ARROWS = 8
NAMES = {"zh": "上海博物馆", "en": "Shanghai Museum"}


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def visit(request, open_page) -> Callable[[str], Page]:
    """Open a phone in a language, with scripts or without."""

    def open_one(lang: str) -> Page:
        return open_page(viewport=PHONE, lang=lang, js=request.param)

    return open_one


def reach(page: Page, control: Locator) -> Locator:
    """Press Tab until `control` has the focus; fails when it never does."""
    for _ in range(MOST_TABS):
        if control.and_(page.locator(":focus")).count():
            return control
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never reaches {control}")


def press(page: Page, control: Locator, key: str = "Enter") -> None:
    reach(page, control)
    page.keyboard.press(key)


def choose_one(page: Page, name: str, value: str) -> None:
    """Reach a group of radio buttons and go down with the arrow key until `value` is chosen."""
    reach(page, page.locator(f"input[type=radio][name={name}]:checked"))
    wanted = page.locator(f"input[name={name}][value={value}]")
    for _ in range(MOST_ARROWS):
        if wanted.is_checked():
            return
        page.keyboard.press("ArrowDown")
    pytest.fail(f"the arrows never reach {name}={value}")


def choose_time(page: Page, day: str, hour: str) -> None:
    """Open the clock and ask for another moment."""
    press(page, page.locator("#clock > summary"))
    reach(page, page.locator("#on")).fill(day)
    reach(page, page.locator("#hour")).fill(hour)
    press(page, page.locator("#clock form button"))
    page.wait_for_url("**hour=**")


def show(page: Page) -> None:
    """Ask for what the filter form says, and wait for the list."""
    press(page, page.locator(".filters__end button"))
    page.wait_for_url("**state=open**")


def cards(page: Page) -> list[Locator]:
    return page.locator("#results li[data-venue]").all()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_find_a_venue_by_pinyin(visit, lang):
    page = visit(lang)
    page.goto(f"/{lang}/")
    reach(page, page.locator("#q"))
    page.keyboard.type("shanghai bowuguan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    press(page, page.locator("li[data-venue=shanghai-museum] a").first)
    page.wait_for_url("**/venues/shanghai-museum**")
    assert NAMES[lang] in page.locator("h1").inner_text()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_open_late_within_ten_minutes_of_a_station(visit, lang):
    page = visit(lang)
    page.goto(f"/{lang}/venues")
    choose_time(page, "2026-11-27", "23:30")
    press(page, page.locator("#filters > summary"))
    choose_one(page, "state", "open")
    reach(page, page.locator("#f-station")).select_option("peoples-square")
    reach(page, page.locator("#f-walk")).select_option("10")
    show(page)
    found = cards(page)
    assert found
    assert {card.get_attribute("data-state") for card in found} == {"open"}
    assert len(walked(page)) == len(found)
    assert walked(page) == sorted(walked(page))
    assert max(walked(page)) <= 10


def walked(page: Page) -> list[int]:
    """Minutes on foot, as each card says them."""
    found = [MINUTES.search(card.inner_text()) for card in cards(page)]
    return [int(each[1]) for each in found if each]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_step_free_museums_on_a_holiday_monday(visit, lang):
    page = visit(lang)
    page.goto(f"/{lang}/venues")
    choose_time(page, "2026-10-05", "14:00")
    press(page, page.locator("#filters > summary"))
    press(page, page.locator("details.fold.is-culture > summary"))
    press(page, page.locator("input[name=kind][value=museum]"), "Space")
    choose_one(page, "state", "open")
    press(page, page.locator("input[name=access][value=step-free]"), "Space")
    show(page)
    states = {c.get_attribute("data-venue"): c.get_attribute("data-state") for c in cards(page)}
    assert "shanghai-museum" in states
    assert set(states.values()) == {"open"}
