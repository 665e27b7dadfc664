"""Taking a route along from its page: copied text, the saved map, another day's times, paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.saved_plans import TOKEN

SLUG = "both-banks-of-the-bund"
LANGUAGES = ["zh", "en"]
FRIDAY = "scenario=night&stops=4&needs=last-train&at=2026-11-20T18%3A30&until=01%3A00"
ITINERARY = f"/itineraries/{SLUG}?on=2026-12-04&from=16:00"
PLAN = f"/plan?{FRIDAY}&start=peoples-square"
SAVED = f"/plans/{TOKEN}"
ROUTES = {"itinerary": ITINERARY, "plan": PLAN, "saved": SAVED}
SHEETS = {"itinerary": 3, "plan": 2, "saved": 2}
"""How many sheets of A4 a route may take; the itinerary has seven stops."""
TIMES = "list => list.map(({ dataset: { stop, arrive, leave } }) => [stop, arrive, leave])"
PAGE_OBJECT = re.compile(rb"/Type\s*/Page\b(?!s)")
A4_INSIDE = {"width": 718, "height": 1047}
"""Pixels of a sheet between margins of a centimetre."""


def stop_times(page: Page) -> list[list[str]]:
    times: list[list[str]] = page.locator("li[data-stop]").evaluate_all(TIMES)
    return times


@pytest.mark.parametrize("kind", ["itinerary", "plan"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_text_is_copied(open_page, live_url, lang, kind):
    page = open_page(lang=lang)
    page.goto(f"/{lang}{ROUTES[kind]}")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=live_url)
    link = page.locator("[data-module='copy-text']")
    expect(link.locator("[role='status']")).to_be_attached()
    link.click()
    expect(link.locator("[data-note]")).to_have_text(link.get_attribute("data-copied") or "")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.request.get(f"{live_url}{link.get_attribute('href')}").text()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_closed_stop_leads_to_a_day_that_works(open_page, lang):
    page = open_page(lang=lang, java_script_enabled=False)
    page.goto(f"/{lang}/itineraries/{SLUG}")
    page.locator("#day summary").click()
    page.fill("#on", "2026-11-30")
    page.fill("#from", "16:00")
    page.locator("#day button").click()
    notice = page.locator("[data-closed='1']")
    expect(notice).to_be_visible()
    notice.locator("a[href*='on=']").click()
    expect(page.locator("[data-closed]")).to_have_count(0)
    expect(page.locator("li[data-stop]").first).to_have_attribute("data-arrive", "16:10")


@pytest.mark.parametrize(
    ("kind", "lang"), [("itinerary", "zh"), ("plan", "zh"), ("plan", "en"), ("saved", "en")]
)
def test_the_saved_map_opens_without_a_network(open_page, browser, tmp_path, kind, lang):
    page = open_page(lang=lang)
    page.goto(f"/{lang}{ROUTES[kind]}")
    with page.expect_download() as saving:
        page.locator("#take-away a[href*='.html']").click()
    file = tmp_path / "map.html"
    saving.value.save_as(file)
    context = browser.new_context(offline=True)
    alone = context.new_page()
    alone.goto(file.as_uri())
    expect(alone.locator("#map[data-ready='true']")).to_be_visible()
    stops = page.locator("li[data-stop]")
    expect(alone.locator("#map .pin a")).to_have_count(stops.count())
    assert alone.locator("#map path.walk, #map path.ride").count() >= stops.count()
    assert stop_times(alone) == stop_times(page)
    context.close()


@pytest.mark.parametrize(
    ("kind", "lang"), [("itinerary", "en"), ("plan", "zh"), ("plan", "en"), ("saved", "zh")]
)
def test_paper_is_a_few_sheets_of_a4_with_all_that_counts(open_page, kind, lang):
    page = open_page(lang=lang, java_script_enabled=False)
    page.goto(f"/{lang}{ROUTES[kind]}")
    times = stop_times(page)
    page.locator("#take-away a[href*='/print']").click()
    assert stop_times(page) == times
    page.emulate_media(media="print")
    page.set_viewport_size(A4_INSIDE)
    for part in (".paper > .map svg.base", ".paper__from svg.qr", "ol.drive", ".trip"):
        expect(page.locator(part)).to_be_visible()
    for part in (".sign", ".nav", ".no-print", ".stop-tools"):
        assert not any(each.is_visible() for each in page.locator(part).all()), part
    width = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert width <= 0
    sheets = page.pdf(format="A4", prefer_css_page_size=True)
    assert 1 <= len(PAGE_OBJECT.findall(sheets)) <= SHEETS[kind]
