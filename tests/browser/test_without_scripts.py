"""Without scripts every task still works: find, filter, choose a time, change view and language."""

from __future__ import annotations

import pytest

from tests.fixtures.browser import DESK, PHONE


@pytest.fixture(params=["phone", "desk"])
def plain(request, open_page):
    """A browser with scripts turned off, English."""
    size = {"phone": PHONE, "desk": DESK}[request.param]
    return open_page(viewport=size, lang="en", js=False)


def venues(page) -> list[str]:
    cards = page.locator("#results li[data-venue]").all()
    return [card.get_attribute("data-venue") or "" for card in cards]


def test_search_by_name(plain):
    plain.goto("/en/")
    plain.get_by_label("Search places, stations and events").fill("Shanghai Museum")
    plain.get_by_role("button", name="Search").click()
    assert "shanghai-museum" in venues(plain)
    plain.locator("li[data-venue=shanghai-museum] a").click()
    assert "Shanghai Museum" in plain.locator("h1").inner_text()


@pytest.mark.parametrize("path", ["venues", "map"])
def test_filters(plain, path):
    plain.goto(f"/en/{path}")
    plain.locator("details.filters > summary").click()
    plain.locator("details.fold.is-culture > summary").click()
    plain.locator("input[name=kind][value=museum]").check()
    plain.locator("input[name=kind][value=gallery]").check()
    plain.get_by_label("District").select_option("310101")
    plain.locator("input[name=access][value=step-free]").check()
    plain.get_by_role("button", name="Show places").click()
    assert "kind=museum&kind=gallery" in plain.url
    assert "district=310101" in plain.url
    assert venues(plain)
    assert plain.locator("input[type=checkbox][value=museum]").is_checked()
    plain.get_by_role("link", name="Remove the filter Huangpu").click()
    assert "kind=museum&kind=gallery" in plain.url
    assert "district=3" not in plain.url
    plain.get_by_role("link", name="Remove all").click()
    assert len(venues(plain)) == 20


def test_choosing_a_time(plain):
    plain.goto("/en/venues?kind=bar")
    plain.locator("#clock > summary").click()
    plain.get_by_label("Day", exact=True).fill("2026-11-21")
    plain.get_by_label("Time", exact=True).fill("00:30")
    plain.get_by_role("button", name="Show this time").click()
    assert "kind=bar" in plain.url
    assert "Saturday 00:30" in plain.locator("#results header").inner_text()
    plain.locator("#clock > summary").click()
    plain.get_by_role("link", name="Now", exact=True).click()
    assert "Friday 21:40" in plain.locator("#results header").inner_text()


def test_pages_of_a_list(plain):
    plain.goto("/en/venues")
    first = venues(plain)
    plain.get_by_role("link", name="Next").click()
    second = venues(plain)
    assert len(second) == 20
    assert not set(first) & set(second)


def test_the_map_page_is_a_list(plain):
    plain.goto("/en/map?open=now")
    assert "The list has the same places." in plain.locator("main").inner_text()
    assert venues(plain)
    assert plain.locator(".map__tools").is_hidden()
    plain.locator("#results a.more").click()
    assert "/en/venues?open=now" in plain.url


def test_the_easy_view_comes_and_goes(plain):
    plain.goto("/en/venues?kind=museum")
    root = plain.locator("html")
    plain.get_by_role("button", name="Easy view").click()
    assert root.get_attribute("data-view") == "easy"
    assert plain.url.endswith("/en/venues?kind=museum")
    plain.locator("header a[hreflang]").click()
    assert root.get_attribute("data-view") == "easy"
    assert root.get_attribute("lang") == "zh-Hans"
    plain.get_by_role("button", name="标准版").click()
    assert root.get_attribute("data-view") == "standard"


def test_another_station_on_the_home_page(plain):
    plain.goto("/en/")
    plain.get_by_text("Choose a station from the list").click()
    plain.get_by_label("Near station").select_option("lujiazui")
    plain.get_by_role("button", name="Show", exact=True).click()
    assert "near Lujiazui" in plain.locator("#open-now header").inner_text()
    assert plain.get_by_role("button", name="Near me").is_hidden()


def test_last_trains_by_line_and_station(plain):
    plain.goto("/en/stations")
    plain.locator("details.branch > summary").first.click()
    plain.get_by_role("link", name="People's Square", exact=True).first.click()
    assert plain.locator("table.trains tbody tr").count() >= 6
