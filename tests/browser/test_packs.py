"""A district taken along: downloaded with a network, read at a later hour without one, deleted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.app import SITE_TIME
from webapp.domain.hours import status_of

CODE = "310110"
LATER = timedelta(hours=14)
READ = "address => caches.match(address).then(kept => kept.json())"
HELD = """caches.open('packs').then(kept => kept.keys())
    .then(all => all.map(({url}) => url).filter(url => url.endsWith('.json')))"""
LINES = """() => Object.fromEntries([...document.querySelectorAll('[data-group] li')].map(
    ({dataset}) => [dataset.venue, dataset.state]))"""
CARD_SIZES = """() => ['.show__name', '.show__addr'].map(
    part => parseFloat(getComputedStyle(document.querySelector(part)).fontSize))"""
FAKE_LOCK = """(() => {
    window.locks = [];
    const request = async () => {
        const lock = {released: false, release: async () => { lock.released = true; }};
        window.locks.push(lock);
        return lock;
    };
    Object.defineProperty(navigator, 'wakeLock', {value: {request}});
})()"""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_district_is_taken_along_read_offline_and_deleted(open_page, watch, lang):
    page = open_page(lang=lang, service_workers="allow")
    page.goto(f"/{lang}/packs")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    row = page.locator(f"[data-pack='{CODE}']")
    row.locator("[data-act=take]").click()
    expect(row).to_have_attribute("data-held", "")
    pack = page.evaluate(READ, f"/packs/{lang}/{CODE}.json")
    page.goto(f"/{lang}/saved")
    expect(page.locator(f"#packs a[href='/{lang}/packs/{CODE}']")).to_be_visible()

    page.context.set_offline(True)
    page.clock.set_fixed_time(datetime.now(UTC) + LATER)
    page.goto(f"/{lang}/packs/{CODE}")
    expect(page.locator("[data-module=district-pack]")).to_have_attribute("data-ready", "true")
    states_are_right(page, pack)
    search_finds(page, pack)

    page.goto(f"/{lang}/packs")
    row.locator("[data-act=drop]").click()
    expect(row).not_to_have_attribute("data-held", "")
    assert page.evaluate(HELD) == []
    watch.forgive("Failed to load resource")


def test_the_card_is_large_fills_the_screen_and_keeps_it_on(open_page):
    page = open_page(lang="en")
    page.add_init_script(FAKE_LOCK)
    for view in ("standard", "easy"):
        page.goto(f"/en/venues/flair-pudong/card?view={view}")
        assert min(page.evaluate(CARD_SIZES)) >= 40
    awake = page.locator("[data-act=wake]")
    expect(awake).to_have_attribute("aria-pressed", "true")
    awake.click()
    expect(awake).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("locks.map(({released}) => released)") == [True]
    full = page.locator("[data-act=full]")
    full.click()
    expect(full).to_have_text("End full screen")
    full.click()
    expect(full).to_have_text("Full screen")


def test_the_card_hides_what_the_device_cannot_do(open_page):
    page = open_page(lang="zh")
    page.add_init_script("Object.defineProperty(document, 'fullscreenEnabled', {value: false});")
    page.add_init_script("delete Navigator.prototype.wakeLock;")
    page.goto("/zh/venues/flair-pudong/card")
    expect(page.locator("[data-act=print]")).to_be_visible()
    expect(page.locator("[data-act=full]")).to_be_hidden()
    expect(page.locator("[data-act=wake]")).to_be_hidden()


def states_are_right(page: Page, pack: dict) -> None:
    """Each place is shown as the server's rules say for the later hour; all of them after a tap."""
    more = page.locator("[data-group]:visible button:visible")
    while more.count():
        more.first.click()
    at = datetime.fromisoformat(SITE_TIME) + LATER
    told = page.evaluate(LINES)
    assert len(told) == len(pack["venues"])
    for venue in pack["venues"]:
        hours = venue["hours"] or {"text": None, "basis": None}
        assert told[venue["slug"]] == status_of(hours["text"], hours["basis"], at).state, venue


def search_finds(page: Page, pack: dict) -> None:
    """Typing a name leaves that place, which opens with its address and a dot on the map."""
    wanted = pack["venues"][0]
    page.locator("#pack-words").fill(wanted["name"]["en"].upper())
    row = page.locator(f"li[data-venue='{wanted['slug']}']")
    expect(row).to_be_visible()
    row.locator("summary").click()
    expect(row.locator("[data-part=address]")).to_have_text(wanted["address"][pack["lang"]])
    expect(page.locator(".pack-dot.is-chosen")).to_have_attribute("data-slug", wanted["slug"])
