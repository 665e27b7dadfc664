"""Taking an itinerary along from its page: copied text, the saved map, another day's times."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

SLUG = "both-banks-of-the-bund"
LANGUAGES = ["zh", "en"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_text_is_copied(open_page, live_url, lang):
    page = open_page(lang=lang)
    page.goto(f"/{lang}/itineraries/{SLUG}")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=live_url)
    link = page.locator("[data-module='copy-text']")
    expect(link.locator("[role='status']")).to_be_attached()
    link.click()
    expect(link.locator("[data-note]")).to_have_text(link.get_attribute("data-copied") or "")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.request.get(f"{live_url}/{lang}/itineraries/{SLUG}.txt").text()


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


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_saved_map_opens_without_a_network(open_page, browser, tmp_path, lang):
    page = open_page(lang=lang)
    page.goto(f"/{lang}/itineraries/{SLUG}?on=2026-12-04&from=16:00")
    with page.expect_download() as saving:
        page.locator(f"#take-away a[href*='{SLUG}.html']").click()
    file = tmp_path / "map.html"
    saving.value.save_as(file)
    context = browser.new_context(offline=True)
    alone = context.new_page()
    alone.goto(file.as_uri())
    expect(alone.locator("#map[data-ready='true']")).to_be_visible()
    stops = page.locator("li[data-stop]")
    expect(alone.locator("#map .pin a")).to_have_count(stops.count())
    times = "list => list.map(({ dataset: { stop, arrive, leave } }) => [stop, arrive, leave])"
    told = alone.locator("li[data-stop]").evaluate_all(times)
    assert told == stops.evaluate_all(times)
    context.close()
