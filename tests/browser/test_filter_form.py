"""The filter form counts its choices while one makes them, and shows what it said it would."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.browser import PHONE

SHOW = re.compile(r"Show ([\d]+) places?|查看 ([\d]+) 处")


def opened(page: Page, path: str) -> Page:
    page.goto(path)
    page.locator("#filters > summary").click()
    return page


def promised(page: Page) -> int:
    said = SHOW.search(page.locator(".filters__end button").inner_text())
    assert said, page.locator(".filters__end button").inner_text()
    return int(said[1] or said[2])


def told(page: Page) -> int:
    return int(re.sub(r"\D", "", page.locator("#results h2").first.inner_text()))


def settled(page: Page) -> int:
    """How many the list tells once the map, if there is one, has told it where it looks."""
    if page.locator("#map").count():
        page.wait_for_url("**bbox=**")
        page.locator("#results[aria-busy=false]").wait_for()
    return told(page)


def count_beside(page: Page, name: str, value: str) -> int:
    label = page.locator(f"label:has(input[name={name}][value='{value}'])")
    return int(label.locator(".pick__n").inner_text())


@pytest.mark.parametrize("path", ["/en/venues", "/zh/map"])
@pytest.mark.parametrize("screen", ["phone", "desk"])
def test_the_button_says_what_the_list_then_shows(request, screen, path):
    page = opened(request.getfixturevalue(screen), path)
    expect(page.locator("[data-total]")).to_have_text(re.compile(rf"\b{settled(page)}\b"))
    night = count_beside(page, "scenario", "night")
    page.locator("label:has(input[name=scenario][value=night])").click()
    expect(page.locator("[data-total]")).to_have_text(re.compile(rf"\b{night}\b"))
    is_open = count_beside(page, "state", "open")
    assert is_open < night
    page.locator("label:has(input[name=state][value=open])").click()
    expect(page.locator("[data-total]")).to_have_text(re.compile(rf"\b{is_open}\b"))
    assert promised(page) == is_open
    page.locator(".filters__end button").click()
    page.wait_for_url("**state=open**")
    assert "district" not in page.url  # what is empty is left out
    if "map" not in path:
        assert told(page) == is_open


def test_other_choices_follow_and_hands_stay_where_they_are(desk):
    page = opened(desk, "/en/venues")
    page.locator("details.fold.is-culture > summary").click()
    museum = page.locator("input[name=kind][value=museum]")
    before = page.get_by_label("District").inner_text()
    museum.focus()
    page.keyboard.press("Space")
    expect(page.get_by_label("District")).not_to_have_text(before)
    assert page.evaluate("document.activeElement.value") == "museum"
    assert museum.is_checked()
    assert "Huangpu" in page.get_by_label("District").inner_text()


def test_chips_and_form_keep_the_question_in_the_other_language(desk):
    desk.goto("/en/venues?kind=museum&kind=gallery&access=step-free&walk=20&station=peoples-square")
    chips = desk.locator(".chosen .chip--chosen")
    expect(chips).to_have_count(5)
    total = told(desk)
    desk.locator("header a[hreflang]").click()
    desk.wait_for_url("**/zh/venues**")
    assert told(desk) == total
    expect(desk.locator(".chosen .chip--chosen")).to_have_count(5)


def test_the_sheet_fits_a_phone_in_the_easy_view(open_page):
    page = opened(open_page(viewport=PHONE), "/zh/venues?view=easy")
    rest = page.locator("details.filters__rest")
    assert rest.get_attribute("open") is None
    assert page.locator(".filters__form .pick:visible").count() < 20
    form = page.locator(".filters__form").bounding_box()
    assert form
    assert form["x"] + form["width"] <= PHONE["width"]
