"""States told on the device: the script keeps to the vectors, kept pages to the server."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import orjson
import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.app import SITE_TIME
from tests.fixtures.hours_vectors import FILE

KEPT_AT = datetime.fromisoformat("2026-12-01T12:00+08:00")
TOLD = ("state", "nuance", "changesAt", "opensAt", "closesAt", "always", "usual")
RUN = """async ([address, {files, texts, cases}]) => {
    const {readOpenings, stateAt, wordsOf} = await import(address);
    return cases.map(({file, key, basis, at: raw}) => {
        const at = new Date(raw);
        const status = stateAt(readOpenings(files[file], key), basis, at);
        const words = Object.fromEntries(Object.entries(texts).map(([lang, each]) => {
            const {shade, word, more} = wordsOf(status, at, each);
            return [lang, [shade, word, more]];
        }));
        return {...status, ...words};
    });
}"""
LINES = """() => [...document.querySelectorAll('[data-hours]')].map(each => [
    each.dataset.venue, each.dataset.state, each.dataset.nuance ?? null,
    each.querySelector('.state').textContent, each.querySelector('.state svg').innerHTML.length,
    each.querySelector('.state + .state__more')?.textContent ?? '',
    [...each.querySelectorAll('.bar .o, .bar .h, .bar .u, .bar .now')].filter(
        part => part.closest('[data-venue]') === each).map(
        part => ['class', 'x', 'width', 'd'].map(name => part.getAttribute(name) ?? '')
            .join(' ').replaceAll('.0', '')),
    each.querySelector('.today')?.dataset.day ?? null,
])"""


def test_the_script_keeps_to_the_vectors(phone: Page):
    vectors = orjson.loads(FILE.read_bytes())
    phone.goto("/zh/about")
    main = phone.locator("script[type=module]").get_attribute("src") or ""
    told = phone.evaluate(RUN, [main.replace("main.js", "open-state.js"), vectors])
    assert len(told) >= 200
    for case, found in zip(vectors["cases"], told, strict=True):
        assert {name: as_written(found[name]) for name in TOLD} == {n: case[n] for n in TOLD}, case
        assert (found["zh"], found["en"]) == (case["zh"], case["en"]), case


@pytest.mark.parametrize("path", ["/zh/venues?scenario=night", "/en/venues/shanghai-museum"])
def test_a_kept_page_says_what_the_server_says_later(open_page, path):
    page = open_page()
    keep_pages(page)
    for later in (timedelta(hours=3), timedelta(hours=12), timedelta(days=2, minutes=35)):
        page.clock.set_fixed_time(KEPT_AT + later)
        page.goto(path)
        expect(page.locator("html")).to_have_attribute("data-told", re.compile("2026-11-2"))
        told = page.evaluate(LINES)
        page.goto(f"{path}{'&' if '?' in path else '?'}at={moment(later)}")
        served = {line[0]: line for line in page.evaluate(LINES)}
        same = [line for line in told if line[0] in served]
        assert len(same) > len(told) / 2
        for line in same:
            assert line[:7] == served[line[0]][:7]
            assert line[7] in (None, served[line[0]][7])


def test_beyond_the_prepared_weeks_nothing_is_claimed(open_page):
    page = open_page(lang="en")
    keep_pages(page)
    page.clock.set_fixed_time(KEPT_AT + timedelta(days=40))
    page.goto("/en/venues?scenario=night&open=now")
    expect(page.locator("html")).to_have_attribute("data-told", re.compile("2026-12-30"))
    lines = page.locator("li[data-hours]")
    states = lines.evaluate_all("all => all.map(({ dataset }) => dataset.state)")
    words = set(lines.locator(".state__more").all_inner_texts())
    assert set(states) <= {"open", "unknown"}
    assert words <= {"day and night", "saved too long ago to tell, check before you go"}
    assert len(words) == len(set(states))


def test_a_page_just_loaded_is_left_alone(phone: Page):
    with phone.expect_response(re.compile("main.js")):
        phone.goto("/zh/venues")
    phone.wait_for_load_state("networkidle")
    expect(phone.locator("html")).not_to_have_attribute("data-told", re.compile("."))


def test_a_page_one_comes_back_to_tells_the_states_of_then(open_page):
    page = open_page(lang="en")
    page.clock.set_fixed_time(KEPT_AT)
    page.goto("/en/venues?scenario=night")
    page.clock.set_fixed_time(KEPT_AT + timedelta(hours=8))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange', {bubbles: true}))")
    expect(page.locator("html")).to_have_attribute("data-told", re.compile("2026-11-20T21:40"))
    told = page.evaluate(LINES)
    page.goto(f"/en/venues?scenario=night&at={moment(timedelta(hours=8))}")
    served = {line[0]: line[:7] for line in page.evaluate(LINES)}
    same = [line for line in told if line[0] in served]
    assert same
    assert [line[:7] for line in same] == [served[line[0]] for line in same]


def keep_pages(page: Page) -> None:
    """Answer pages as the worker does that kept them at `KEPT_AT` by the device's clock."""

    def answer(route):
        if route.request.resource_type != "document" or "at=" in route.request.url:
            route.continue_()
            return
        kept = route.fetch()
        mark = f'<html data-saved-at="{KEPT_AT.isoformat()}"'
        route.fulfill(response=kept, body=kept.text().replace("<html", mark, 1))

    page.route("**/*", answer)


def moment(later: timedelta) -> str:
    return (datetime.fromisoformat(SITE_TIME) + later).strftime("%Y-%m-%dT%H:%M")


def as_written(value):
    """A moment as Playwright reads it (aware, UTC) as the vectors have it."""
    if not isinstance(value, datetime):
        return value
    local = value.replace(tzinfo=None) + timedelta(hours=8)
    return local.isoformat(timespec="minutes") + "+08:00"
