"""The page somebody is about to open is fetched a moment earlier, and no other."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

FRUGAL = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
SLOW = "Object.defineProperty(navigator, 'connection', {value: {effectiveType: '2g'}})"
PATIENCE_MS = 400
CARD = ".cards .card__name a >> nth=0"


@pytest.fixture
def asked(desk: Page) -> list[str]:
    """The paths of what was prefetched."""
    paths: list[str] = []

    def note(request) -> None:
        if request.headers.get("sec-purpose") == "prefetch":
            paths.append(urlsplit(request.url).path)

    desk.on("request", note)
    return paths


def test_a_link_is_fetched_when_one_turns_to_it(desk, asked):
    desk.goto("/en/venues")
    address = desk.locator(CARD).get_attribute("href")
    desk.locator(CARD).hover()
    desk.wait_for_timeout(PATIENCE_MS)
    desk.mouse.move(0, 0)
    desk.locator(CARD).focus()
    desk.wait_for_timeout(PATIENCE_MS)
    assert asked == [address]  # once, not for each way of turning to it
    desk.locator(".cards .card__name a >> nth=1").focus()
    desk.wait_for_timeout(PATIENCE_MS)
    assert len(asked) == 2


def test_passing_over_fetches_nothing(desk, asked):
    desk.goto("/en/venues")
    desk.locator(CARD).hover()
    desk.mouse.move(0, 0)
    desk.wait_for_timeout(PATIENCE_MS)
    assert asked == []


@pytest.mark.parametrize(
    ("page", "link"),
    [("/en/itineraries", "main a[href$='/plan']"), ("/en/events", "a[href*='.ics']")],
)
def test_what_is_worked_out_or_a_file_is_left(desk, asked, page, link):
    desk.goto(page)
    desk.locator(link).first.focus()
    desk.wait_for_timeout(PATIENCE_MS)
    assert asked == []


@pytest.mark.parametrize("reason", [FRUGAL, SLOW])
def test_nothing_where_data_is_dear_or_slow(desk, asked, reason):
    desk.add_init_script(reason)
    desk.goto("/en/venues")
    desk.locator(CARD).hover()
    desk.wait_for_timeout(PATIENCE_MS)
    assert asked == []
