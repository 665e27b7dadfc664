"""Planning in a real browser, on a phone: a Friday night, a Sunday for easy legs, changes."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.browser import PHONE
from tests.fixtures.page_kinds import LANGUAGES

WORDS = {
    "en": {
        "plan": "Plan your own outing",
        "make": "Make the plan",
        "change": "Change this stop",
        "remove": "Leave out",
        "keep": "Keep this stop",
        "easy": "More slowly",
        "here": "Start where I am",
        "again": "Change what you asked for",
        "way": "Show the way",
        "print": "Print",
        "back": "Back to the plan",
    },
    "zh": {
        "plan": "自己排一个行程",
        "make": "排行程",
        "change": "改这一站",
        "remove": "去掉",
        "keep": "留住这一站",
        "easy": "慢一点",
        "here": "从我的位置出发",
        "again": "改条件",
        "way": "看这段路怎么走",
        "print": "打印",
        "back": "返回行程",
    },
}


@pytest.fixture(params=["scripts", "plain"])
def open_phone(request, open_page):
    """A phone with and without scripts."""
    return lambda lang: open_page(viewport=PHONE, lang=lang, js=request.param == "scripts")


def stops(page: Page) -> list[str]:
    return [str(li.get_attribute("data-stop")) for li in page.locator("li[data-stop]").all()]


def begin(page: Page, lang: str, start: str) -> None:
    page.goto(f"/{lang}/itineraries")
    page.get_by_role("link", name=WORDS[lang]["plan"]).click()
    page.locator("#start").fill(start)


def make(page: Page, lang: str) -> None:
    page.get_by_role("button", name=WORDS[lang]["make"], exact=True).click()
    expect(page.locator("li[data-stop]").first).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_friday_night_and_what_one_changes_of_it(open_phone, lang):
    page = open_phone(lang)
    begin(page, lang, "人民广场")
    page.locator("input[name=scenario][value=night]").check()
    page.locator("#on").fill("2026-11-20")
    page.locator("#at").fill("18:30")
    page.locator("#until").fill("01:00")
    page.locator("#stops").fill("4")
    make(page, lang)
    first = stops(page)
    assert 2 <= len(first) <= 4
    change_stop(page, lang, 1, "keep")
    assert stops(page)[1] == first[1]
    swapped = swap_stop(page, lang, 0)
    assert stops(page)[:2] == [swapped, first[1]]
    change_stop(page, lang, 0, "remove")
    assert swapped not in stops(page)
    assert first[1] in stops(page)
    address = page.url
    left = stops(page)
    page.goto(address)
    assert stops(page) == left
    shows_the_way(page, lang)
    last = page.locator("li[data-stop]").last.get_attribute("data-leave") or ""
    assert last <= "01:00" or last >= "18:30"
    take_on_paper(page, lang)
    assert stops(page) == left


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sunday_for_easy_legs(open_phone, lang):
    page = open_phone(lang)
    begin(page, lang, "People's Square")
    page.locator("#on").fill("2026-11-22")
    page.locator("#at").fill("10:00")
    page.locator("#until").fill("15:00")
    page.get_by_label(re.compile(WORDS[lang]["easy"])).check()
    make(page, lang)
    page.locator("#request > summary").click()
    expect(page.get_by_label(re.compile(WORDS[lang]["easy"]))).to_be_checked()
    shows_the_way(page, lang)
    planned = stops(page)
    change_stop(page, lang, len(planned) - 1, "keep")
    assert stops(page) == planned
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_fault_leads_to_its_field_and_loses_nothing(open_phone, lang):
    page = open_phone(lang)
    begin(page, lang, "人民广场")
    page.locator("#wish").fill("爵士")
    page.locator("#on").fill("2026-11-20")
    page.locator("#at").fill("18:30")
    page.locator("#until").fill("17:00")
    page.get_by_role("button", name=WORDS[lang]["make"], exact=True).click()
    page.locator(".errors a").click()
    expect(page.locator("#until")).to_be_focused()
    expect(page.locator("#until")).to_have_value("17:00")
    expect(page.locator("#wish")).to_have_value("爵士")


def test_the_device_and_suggestions_fill_the_start(open_context, watch):
    context = open_context(viewport=PHONE, lang="en", permissions=["geolocation"])
    page = context.new_page()
    watch.follow(page)
    page.goto("/en/plan")
    page.get_by_role("button", name=WORDS["en"]["here"]).click()
    expect(page.locator("#start")).to_have_value(re.compile(r"^31\.\d+,121\.\d+$"))
    page.locator("#start").fill("")
    page.locator("#start").press_sequentially("xintiandi", delay=20)
    option = page.locator("#start ~ ul [role=option]").first
    expect(option).to_be_visible()
    option.click()
    expect(page.locator("#start")).not_to_have_value("xintiandi")
    expect(page).to_have_url(re.compile(r"/en/plan$"))


def shows_the_way(page: Page, lang: str) -> None:
    """The drawing, or the live map in its place, and links to maps for each leg."""
    live = page.locator("#map[data-ready='true']")
    expect(page.locator(".route-sketch svg").or_(live)).to_be_visible()
    page.locator("summary", has_text=WORDS[lang]["way"]).first.click()
    link = page.locator("a[href^='https://uri.amap.com/navigation']").first
    expect(link).to_be_visible()


def take_on_paper(page: Page, lang: str) -> None:
    page.locator("#take-away").get_by_role("link", name=WORDS[lang]["print"]).click()
    expect(page.locator(".paper svg.base")).to_be_visible()
    expect(page.locator(".paper svg.qr")).to_be_visible()
    page.get_by_role("link", name=WORDS[lang]["back"]).click()
    page.wait_for_load_state()


def swap_stop(page: Page, lang: str, number: int) -> str:
    """Take the first other place that fits in; return its slug."""
    stop = page.locator("li[data-stop]").nth(number)
    stop.locator("summary", has_text=WORDS[lang]["change"]).click()
    before = set(stops(page))
    stop.locator(".swaps a").first.click()
    page.wait_for_load_state()
    (swapped,) = set(stops(page)) - before
    return swapped


def change_stop(page: Page, lang: str, number: int, what: str) -> None:
    stop = page.locator("li[data-stop]").nth(number)
    stop.locator("summary", has_text=WORDS[lang]["change"]).click()
    stop.get_by_role("link", name=WORDS[lang][what]).click()
    page.wait_for_load_state()
