"""What people come for, from end to end: without scripts, and by keyboard alone with them.

Both languages and both views. The visitor with keys fails as soon as the focus cannot be seen.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.fixtures.browser import PHONE
from tests.fixtures.page_kinds import LANGUAGES
from tests.fixtures.visitors import Keys, Pointing, Visitor

MUSEUM = {"zh": "上海博物馆", "en": "Shanghai Museum"}
STATION = {"zh": "徐家汇", "en": "Xujiahui station"}
ADDRESS = {"zh": "武康路 113 号", "en": "113 Wukang Road"}
METRES = re.compile(r"(\d+(?:\.\d+)?)\s?(km|m|公里|米)")
KILOMETRES = ("km", "公里")


@pytest.fixture(params=["no scripts", "keys"])
def way(request) -> str:
    return str(request.param)


@pytest.fixture(params=["standard", "easy"])
def view(request) -> str:
    return str(request.param)


@pytest.fixture(params=LANGUAGES)
def lang(request) -> str:
    return str(request.param)


@pytest.fixture
def visitor(open_page, way, view, lang) -> Visitor:
    """Somebody with a phone, on the home page in their view."""
    page = open_page(viewport=PHONE, lang=lang, js=way == "keys", has_touch=way != "keys")
    page.goto(f"/{lang}/?view={view}")
    return Keys(page, view) if way == "keys" else Pointing(page, view)


def test_find_a_place_read_its_page_and_print_a_way_there(visitor, lang):
    find_by_name(visitor, MUSEUM[lang], "shanghai-museum")
    read_hours_access_and_the_way(visitor)
    print_an_itinerary(visitor, lang)


def test_what_is_open_at_a_time_and_within_a_kilometre(visitor, lang):
    list_what_is_open_at_a_time(visitor, lang)
    services_within_a_kilometre(visitor, lang, STATION[lang])
    services_within_a_kilometre(visitor, lang, ADDRESS[lang])


def test_get_a_plan(visitor, lang):
    page = visitor.page
    page.goto(f"/{lang}/plan?on=2026-11-27")
    visitor.write(page.locator("#start"), STATION[lang])
    visitor.press(page.locator("form.plan-form > button:not([type])"))
    page.wait_for_url("**/plan?**start=**")
    expect(page.locator("li[data-stop]").first).to_be_visible()
    assert page.locator("li[data-stop]").count() >= 2


def find_by_name(visitor: Visitor, name: str, slug: str) -> None:
    page = visitor.page
    visitor.write(page.locator("main input[name=q], .dusk input[name=q]"), name)
    visitor.press(page.locator(":is(main, .dusk) form[role=search] button"))
    page.wait_for_url("**/search?**")
    visitor.press(page.locator(f"li[data-venue={slug}] a").first)
    page.wait_for_url(f"**/venues/{slug}**")
    assert name in page.locator("h1").inner_text()


def read_hours_access_and_the_way(visitor: Visitor) -> None:
    """Every fact is text, and the way on leads by link to the station."""
    page = visitor.page
    assert page.locator("table.hours tbody tr").count() == 7
    facts = page.locator("#directions dl.facts")
    assert facts.locator("dt").count() >= 4
    visitor.press(page.locator(".actions a[href='#directions']"))
    expect(page.locator("#directions h2")).to_be_in_viewport()
    visitor.press(facts.locator("a[href*='/stations/']").first)
    page.wait_for_url("**/stations/**")
    assert page.locator("table.trains tbody tr").count()


def print_an_itinerary(visitor: Visitor, lang: str) -> None:
    page = visitor.page
    page.goto(f"/{lang}/itineraries/both-banks-of-the-bund")
    visitor.press(page.locator("#take-away a[href*='/print']"))
    page.wait_for_url("**/print**")
    page.emulate_media(media="print")
    assert page.locator("li[data-stop]").first.is_visible()
    assert [part for part in (".sign", ".foot", ".nav") if page.locator(part).is_visible()] == []
    page.emulate_media(media="screen")


def list_what_is_open_at_a_time(visitor: Visitor, lang: str) -> None:
    page = visitor.page
    page.goto(f"/{lang}/venues")
    visitor.press(page.locator("#clock > summary"))
    visitor.set_time(page.locator("#on"), "2026-11-27", "11272026")
    visitor.set_time(page.locator("#hour"), "23:30", "1130PM")
    visitor.press(page.locator("#clock form button"))
    page.wait_for_url("**hour=**")
    visitor.press(page.locator("#filters > summary"))
    visitor.choose(page.locator("input[name=state]"), page.locator("input[name=state][value=open]"))
    visitor.press(page.locator(".filters__end button"))
    page.wait_for_url("**state=open**")
    cards = page.locator("#results li[data-venue]").all()
    assert cards
    assert {card.get_attribute("data-state") for card in cards} == {"open"}


def services_within_a_kilometre(visitor: Visitor, lang: str, place: str) -> None:
    """Services for older people near a station or an address, the nearest first.

    Ten minutes on foot are 580 m in a straight line, fifteen are 870 m.
    """
    page = visitor.page
    page.goto(f"/{lang}/venues?scenario=silver")
    visitor.press(page.locator("#near > summary"))
    visitor.write(page.locator("#near-place"), place)
    visitor.press(page.locator("#near form button:not([type])"))
    page.wait_for_url("**place=**")
    visitor.press(page.locator("#filters > summary"))
    visitor.pick(page.locator("#f-walk"), "15")
    visitor.press(page.locator(".filters__end button"))
    page.wait_for_url("**walk=15**")
    found = [metres_in(way.inner_text()) for way in page.locator("#results .card__way").all()]
    assert found
    assert found == sorted(found)
    assert max(found) <= 1000


def metres_in(words: str) -> float:
    number, unit = METRES.findall(words)[-1]
    return float(number) * (1000 if unit in KILOMETRES else 1)
