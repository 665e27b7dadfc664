"""The app in the pocket: what was visited or saved opens without a network, and says so."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.fixtures.browser import DESK
from tests.fixtures.gateway import Gateway
from webapp.settings import SHANGHAI

MUSEUM = "/zh/venues/shanghai-museum"
EVENING = "/zh/plan?scenario=night&at=2026-11-20T18:30&until=01:00&start=peoples-square"
TOUR = "/zh/itineraries/both-banks-of-the-bund"
KEPT = """async () => {
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async name => (await caches.open(name)).keys()));
    return Object.fromEntries(names.map((name, index) =>
        [name, keys[index].map(({url}) => url.replace(location.origin, ''))]));
}"""
FILL = """async count => {
    const cache = await caches.open('pages');
    for (let n = 0; n < count; n++) await cache.put(`/zh/search?q=${n}`, new Response('kept'));
}"""

Settle = Callable[[Page], dict[str, list[str]]]


@pytest.fixture
def pocket(open_context, gateway: Gateway) -> BrowserContext:
    """A Chinese phone that may have a worker, behind a door of its own."""
    return open_context(base_url=gateway.url, service_workers="allow")


@pytest.fixture
def page(pocket: BrowserContext) -> Page:
    return pocket.new_page()


def settle(page: Page) -> dict[str, list[str]]:
    """Wait until the worker has kept the page at hand and the way back; returns what it keeps."""
    wait_until(
        page,
        """async () => {
            const kept = await caches.match(`${location.pathname}?kept-as=standard-1`);
            const ways = await (await caches.open('places')).keys();
            return Boolean(kept && ways.length >= 2 && navigator.serviceWorker.controller);
        }""",
    )
    return dict(page.evaluate(KEPT))


def wait_until(page: Page, script: str) -> None:
    """Ask every 200 ms until the script's promise is true; fails after 20 s."""
    for _ in range(100):
        if page.evaluate(script):
            return
        page.wait_for_timeout(200)
    pytest.fail(f"never true: {script}")


def save(page: Page) -> None:
    """Press the button and wait until the page's word is that it opens without a network."""
    button = page.locator("button.save")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(page.locator(".save-note")).to_have_text(re.compile("没有网络也能打开"), timeout=30_000)
    expect(button).to_have_attribute("aria-pressed", "true")


def stops_of(page: Page) -> list[str]:
    return page.locator("li[data-stop]").evaluate_all("all => all.map(one => one.dataset.stop)")


def save_plan(page: Page) -> list[str]:
    """Plan an evening and save it; returns its stops once the worker keeps it and their cards."""
    page.goto(EVENING)
    stops = stops_of(page)
    assert stops
    page.locator(".save-plan__do button").first.click()
    page.wait_for_url(re.compile("/edit"))
    plan = re.sub("/edit.*", "", page.url)
    for address in (plan, *(f"/zh/venues/{stop}/card" for stop in stops)):
        wait_until(page, f"caches.match('{address}?kept-as=standard-1').then(Boolean)")
    assert not [each for each in page.evaluate(KEPT)["pages"] if "/edit" in each]
    return stops


def cut(page: Page, gateway: Gateway) -> None:
    """Turn the network off for the page, and shut the door for its worker as well."""
    page.context.set_offline(True)
    gateway.is_shut = True
    page.wait_for_function("!navigator.onLine")


def mend(page: Page, gateway: Gateway) -> None:
    gateway.is_shut = False
    page.context.set_offline(False)


def open_kept(page: Page, path: str) -> None:
    answer = page.goto(path)
    assert answer is not None
    assert answer.from_service_worker
    assert answer.status == 200
    expect(page.locator(".kept-note")).to_contain_text("现在没有网络")


def test_in_an_aeroplane(page: Page, gateway: Gateway):
    """One visit, things saved, no network: the app, a route, a place, its card; online again."""
    page.goto(MUSEUM)
    settle(page)
    save(page)
    page.goto(TOUR)
    save(page)
    planned = save_plan(page)
    cut(page, gateway)

    open_kept(page, "/zh/")
    page.locator("nav.nav a[href='/zh/saved']").click()
    expect(page.locator("#places .kept__name")).to_have_text(["上海博物馆（人民广场馆）"])
    page.locator("#itineraries .kept__name").click()
    stop = page.locator("li[data-stop]").last.get_attribute("data-stop")
    open_kept(page, f"/zh/venues/{stop}")
    open_kept(page, "/zh/saved")
    page.locator("#plans .kept__name").click()
    expect(page.locator("li[data-stop]")).to_have_count(len(planned))
    assert stops_of(page) == planned
    open_kept(page, f"/zh/venues/{planned[0]}")
    open_kept(page, f"/zh/venues/{planned[0]}/card")

    open_kept(page, MUSEUM)
    place = page.locator("article[data-venue=shanghai-museum]")
    expect(place).to_have_attribute("data-state", "closed")
    page.clock.set_system_time(datetime.now(SHANGHAI) + timedelta(hours=12, minutes=30))
    open_kept(page, MUSEUM)
    expect(place).to_have_attribute("data-state", "open")
    page.locator("a[href$='/card']").first.click()
    expect(page.locator("h1")).to_have_text("上海博物馆（人民广场馆）")

    mend(page, gateway)
    page.goto("/zh/saved")
    expect(page.locator(".kept-note")).to_have_count(0)
    expect(page.locator(".kept__name")).to_have_count(3)
    page.locator("#plans .kept__name").click()
    expect(page.locator(".kept-note")).to_have_count(0)
    expect(page.locator("li[data-stop]")).to_have_count(len(planned))
    assert stops_of(page) == planned


def test_what_is_not_there_is_said_and_what_is_there_listed(page: Page, gateway: Gateway):
    page.goto("/en/venues/shanghai-museum")
    settle(page)
    gateway.is_shut = True
    answer = page.goto("/en/stations")
    assert answer is not None
    assert answer.status == 503
    expect(page.locator("h1")).to_have_text("No network")
    expect(page.locator("#visited .kept__name")).to_contain_text(["Shanghai Museum"])
    expect(page.locator("p[data-unsent]")).to_be_hidden()
    page.goto("/en/venues/shanghai-museum")
    page.locator(".sign__form button").click()
    expect(page.locator("h1")).to_have_text("No network")
    expect(page.locator("p[data-unsent]")).to_be_visible()
    gateway.is_shut = False
    page.go_back()
    page.goto("/en/stations")
    expect(page.locator("h1")).to_have_text("Metro stations")


def test_a_slow_network_shows_the_copy_and_says_so(page: Page, gateway: Gateway):
    page.goto(MUSEUM)
    settle(page)
    gateway.delay_s = 8
    page.goto(MUSEUM)
    expect(page.locator(".kept-note")).to_contain_text("网络很慢")
    gateway.delay_s = 0


def test_each_view_has_a_copy_of_its_own(page: Page, gateway: Gateway):
    page.goto(MUSEUM)
    settle(page)
    page.locator(".sign__form button").click()
    expect(page.locator("html")).to_have_attribute("data-view", "easy")
    wait_until(page, "caches.match('/zh/venues/shanghai-museum?kept-as=easy-1').then(Boolean)")
    cut(page, gateway)
    page.goto(MUSEUM)
    expect(page.locator("html")).to_have_attribute("data-view", "easy")
    expect(page.locator(".kept-note")).to_be_visible()
    page.goto(f"{MUSEUM}?view=standard")
    expect(page.locator("html")).to_have_attribute("data-view", "standard")
    page.goto("/zh/districts")
    expect(page.locator("h1")).to_have_text("没有网络")
    assert page.evaluate("document.styleSheets.length") == 2


def test_a_new_version_waits_until_somebody_reloads(page: Page, gateway: Gateway):
    page.goto("/zh/search")
    before = settle(page)
    gateway.release_note = "new-"
    page.goto("/zh/search")
    expect(page.locator(".update")).to_contain_text("新版本")
    shells = {name for name in page.evaluate(KEPT) if name.startswith("shell-")}
    assert shells > {name for name in before if name.startswith("shell-")}
    page.locator("main input[name=q]").first.fill("外滩 夜市")
    with page.expect_navigation():
        page.locator(".update [data-act=reload]").click()
    page.wait_for_load_state("load")
    expect(page.locator("main input[name=q]").first).to_have_value("外滩 夜市", timeout=20_000)
    shells = [name for name in page.evaluate(KEPT) if name.startswith("shell-")]
    assert len(shells) == 1
    assert shells[0].startswith("shell-new-")
    expect(page.locator(".update")).to_have_count(0)


def test_new_content_needs_nobodys_word(page: Page, gateway: Gateway):
    page.goto("/zh/")
    settle(page)
    gateway.content_note = "later-"
    page.goto("/zh/help")
    wait_until(page, "navigator.serviceWorker.ready.then(({waiting}) => !waiting)")
    for _ in range(3):  # one visit brings the worker, the next what it keeps
        page.goto("/zh/about")
        page.wait_for_timeout(2500)
    assert "later-" in page.evaluate(
        "caches.match('/zh/?kept-as=standard-1').then(home => home.headers.get('X-Kept-Version'))"
    )
    expect(page.locator(".update")).to_have_count(0)


def test_only_so_many_pages_are_kept(page: Page):
    page.goto("/zh/help")
    settle(page)
    page.evaluate(FILL, 70)
    page.goto("/zh/about")
    wait_until(page, "caches.match('/zh/about?kept-as=standard-1').then(Boolean)")
    wait_until(page, "caches.open('pages').then(c => c.keys()).then(all => all.length <= 60)")
    kept = page.evaluate(KEPT)["pages"]
    assert kept[-1] == "/zh/about?kept-as=standard-1"
    assert "/zh/search?q=0" not in kept


def test_staff_pages_files_and_keys_stay_out(page: Page):
    page.goto("/zh/desk/sign-in")
    page.wait_for_timeout(2500)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    page.goto("/zh/help")
    settle(page)
    answer = page.goto("/zh/desk/sign-in")
    assert answer is not None
    assert not answer.from_service_worker
    page.goto("/zh/search?q=bund&key=abc")
    page.evaluate("fetch('/zh/itineraries/both-banks-of-the-bund.gpx')")
    page.goto("/zh/about")
    kept = settle(page)
    for name in ("pages", "places"):
        assert [
            each for each in kept[name] if "desk" in each or "key=" in each or ".gpx" in each
        ] == []


def test_everything_on_the_device_can_be_deleted(page: Page):
    page.goto(MUSEUM)
    settle(page)
    save(page)
    page.goto("/zh/saved")
    page.locator("#delete summary").click()
    page.locator("#delete button").click()
    expect(page.locator("#delete [role=status]")).to_have_text("已全部删除。")
    expect(page.locator("#places li")).to_have_count(0)
    kept = page.evaluate(KEPT)
    assert [name for name in kept if not name.startswith("shell-")] == []
    assert page.evaluate("localStorage.length") == 0


def test_a_removal_can_be_undone(open_page):
    page = open_page(viewport=DESK, lang="en")
    for slug in ("shanghai-museum", "shanghai-history-museum"):
        page.goto(f"/en/venues/{slug}")
        page.locator("button.save").click()
    page.goto("/en/saved")
    names = page.locator("#places .kept__name")
    before = names.all_inner_texts()
    assert len(before) == 2
    page.locator("#places .kept__remove").first.click()
    expect(page.locator(":focus")).to_have_text("Undo")
    expect(names).to_have_text(before[1:])
    page.keyboard.press("Enter")
    expect(names).to_have_text(before)
    page.locator("#places .kept__remove").last.click()
    page.reload()
    expect(names).to_have_text(before[:1])
    expect(page.locator("#plans [data-empty]")).to_be_visible()
