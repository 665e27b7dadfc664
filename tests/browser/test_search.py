"""Searching in a real browser: keyboard alone, input methods, touch, and without scripts."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request, expect

from tests.fixtures.browser import DESK, PHONE
from tests.fixtures.page_kinds import LANGUAGES

BUND = {"zh": "外滩", "en": "The Bund"}
FIELDS = {"home": ("/", "#q"), "search": ("/search", "#q"), "header": ("/areas", "#find")}
TARGETS = "() => [...document.querySelectorAll('[role=option]')].map(e => e.offsetHeight)"


@pytest.fixture
def asked(request) -> Callable[[Page], list[str]]:
    """Note the words each request for suggestions is about."""

    def follow(page: Page) -> list[str]:
        words: list[str] = []

        def note(request: Request) -> None:
            if "/search/suggestions" in request.url:
                words.append(request.url.split("q=")[1])

        page.on("request", note)
        return words

    return follow


def field(page: Page, selector: str = "#q"):
    return page.locator(selector)


def options(page: Page):
    return page.locator(".suggestions:not([hidden])").get_by_role("option")


def chosen(page: Page, selector: str = "#q") -> str:
    """The text of the option that the field points at, "" when it points at none."""
    active = field(page, selector).get_attribute("aria-activedescendant")
    return page.locator(f"[id='{active}'] .suggestion__name").inner_text() if active else ""


@pytest.mark.parametrize("place", FIELDS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_by_keyboard_alone(open_page, axe, place, lang):
    path, selector = FIELDS[place]
    page = open_page(viewport=DESK, lang=lang)
    page.goto(f"/{lang}{path}")
    field(page, selector).focus()
    page.keyboard.type("waitan", delay=10)
    expect(options(page).first).to_contain_text(BUND[lang])
    box = field(page, selector)
    expect(box).to_have_attribute("role", "combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    assert axe(page) == []
    page.keyboard.press("ArrowDown")
    assert chosen(page, selector) == BUND[lang]
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{lang}/areas/the-bund-night")
    expect(page.locator("h1")).to_contain_text(BUND[lang])


def test_the_keys_of_the_list(desk):
    desk.goto("/en/")
    field(desk).focus()
    desk.keyboard.type("bund")
    expect(options(desk).first).to_be_visible()
    count = options(desk).count()
    desk.keyboard.press("ArrowUp")
    assert chosen(desk) == options(desk).nth(count - 1).locator(".suggestion__name").inner_text()
    desk.keyboard.press("ArrowDown")
    assert chosen(desk) == ""
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Home")
    assert chosen(desk) == ""
    assert field(desk).evaluate("one => one.selectionStart") == 0
    desk.keyboard.press("End")
    assert field(desk).evaluate("one => one.selectionStart") == 4
    desk.keyboard.press("Escape")
    expect(field(desk)).to_have_attribute("aria-expanded", "false")
    expect(field(desk)).to_have_value("bund")
    desk.keyboard.press("Alt+ArrowDown")
    expect(field(desk)).to_have_attribute("aria-expanded", "true")
    assert chosen(desk) == ""
    desk.keyboard.press("Alt+ArrowUp")
    expect(field(desk)).to_have_attribute("aria-expanded", "false")
    desk.keyboard.press("Escape")
    expect(field(desk)).to_have_value("")


def test_enter_without_a_choice_searches(desk):
    desk.goto("/en/?at=2026-11-21T10:00")
    field(desk).focus()
    desk.keyboard.type("bund")
    expect(options(desk).first).to_be_visible()
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/en/search?at=2026-11-21T10%3A00&q=bund")
    expect(desk.locator("#results li[data-venue]").first).to_be_visible()


def test_the_chosen_moment_goes_along(desk):
    desk.goto("/en/?at=2026-11-21T10:00")
    field(desk).focus()
    desk.keyboard.type("waitan")
    expect(options(desk).first).to_be_visible()
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/areas/the-bund-night?at=2026-11-21T10%3A00")


def test_leaving_closes_the_list(desk):
    desk.goto("/en/")
    field(desk).focus()
    desk.keyboard.type("bund")
    expect(options(desk).first).to_be_visible()
    desk.keyboard.press("Tab")
    expect(field(desk)).to_have_attribute("aria-expanded", "false")
    expect(options(desk)).to_have_count(0)


def test_readers_hear_how_many(desk):
    desk.goto("/en/")
    field(desk).focus()
    desk.keyboard.type("bund")
    expect(desk.locator(".search [role=status]")).to_have_text("8 suggestions")
    desk.keyboard.type("qqqqzz")
    expect(desk.locator(".search [role=status]")).to_have_text("No suggestions")
    expect(field(desk)).to_have_attribute("aria-expanded", "false")


def test_nothing_is_asked_while_an_input_method_composes(phone, asked):
    phone.goto("/zh/")
    words = asked(phone)
    field(phone).focus()
    session = phone.context.new_cdp_session(phone)
    for typed in ("w", "wai", "wai tan"):
        session.send(
            "Input.imeSetComposition",
            {"text": typed, "selectionStart": len(typed), "selectionEnd": len(typed)},
        )
        phone.wait_for_timeout(250)
    assert words == []
    session.send("Input.insertText", {"text": "外滩"})
    expect(options(phone).first).to_contain_text("外滩")
    assert words == ["%E5%A4%96%E6%BB%A9"]


def test_enter_that_ends_a_composition_does_not_choose(phone):
    phone.goto("/zh/")
    field(phone).focus()
    phone.keyboard.type("wait")
    expect(options(phone).first).to_be_visible()
    phone.keyboard.press("ArrowDown")
    field(phone).dispatch_event("keydown", {"key": "Enter", "isComposing": True, "keyCode": 229})
    phone.wait_for_timeout(100)
    assert phone.url.endswith("/zh/")


def test_one_question_for_quick_typing_and_none_twice(desk, asked):
    desk.goto("/en/")
    words = asked(desk)
    field(desk).focus()
    desk.wait_for_load_state("networkidle")
    desk.keyboard.type("bund", delay=10)
    expect(options(desk).first).to_be_visible()
    desk.keyboard.type(" s", delay=10)
    desk.wait_for_timeout(400)
    desk.keyboard.press("Backspace")
    desk.keyboard.press("Backspace")
    desk.wait_for_timeout(400)
    assert words == ["bund", "bund+s"]


def test_a_late_answer_is_not_shown(desk):
    """The answer to what was typed first arrives after the answer to what was typed last."""
    desk.goto("/en/")
    sort = {"type": "Area", "address": "/en/areas"}
    names = {"alt": "外滩", "alt_lang": "zh-Hans", "marks": [], "alt_marks": []}

    def answer(route) -> None:
        typed = route.request.url.split("q=")[1]
        if typed == "bu":
            desk.wait_for_timeout(600)
        body = json.dumps({"q": typed, "items": [{**sort, **names, "name": f"for {typed}"}]})
        route.fulfill(body=body, content_type="application/json")

    desk.route("**/search/suggestions*", answer)
    field(desk).focus()
    desk.keyboard.type("bu")
    desk.wait_for_timeout(250)
    desk.keyboard.type("nd")
    desk.wait_for_timeout(1200)
    expect(options(desk)).to_have_count(1)
    expect(options(desk)).to_contain_text("for bund")


def test_without_an_answer_the_form_still_searches(desk, watch):
    desk.route("**/search/suggestions*", lambda route: route.abort())
    desk.goto("/en/")
    field(desk).focus()
    desk.keyboard.type("bund")
    desk.wait_for_timeout(300)
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/en/search?q=bund")
    watch.forgive("ERR_FAILED")


@pytest.mark.parametrize("view", ["standard", "easy"])
def test_by_touch(open_page, view):
    page = open_page(viewport=PHONE, lang="zh")
    page.goto(f"/zh/?view={view}")
    field(page).tap()
    page.keyboard.type("waitan")
    expect(options(page).first).to_be_visible()
    assert min(page.evaluate(TARGETS)) >= (44 if view == "standard" else 60)
    options(page).first.tap()
    page.wait_for_url("**/zh/areas/the-bund-night")


def test_from_the_header_of_a_phone(phone):
    phone.goto("/zh/areas")
    phone.get_by_role("link", name="搜索").tap()
    phone.wait_for_url("**/zh/search")
    expect(field(phone)).to_be_focused()
    phone.keyboard.type("waitan")
    expect(options(phone).first).to_contain_text("外滩")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_scripts(open_page, lang):
    page = open_page(viewport=PHONE, lang=lang, js=False)
    page.goto(f"/{lang}/areas")
    page.locator(".sign__to-find").click()
    field(page).fill("museum near people's square tonight")
    page.locator("form.search button").click()
    expect(page.locator(".chip--out")).to_have_count(2)
    page.locator(".chip--out").first.click()
    expect(page.locator(".chip--out")).to_have_count(1)
    expect(field(page)).to_have_value("museum tonight")
    page.locator("header [hreflang]").click()
    expect(field(page)).to_have_value("museum tonight")
    expect(page.locator(".chip--out")).to_have_count(1)


def test_a_venue_by_pinyin_with_the_keyboard(phone):
    """The whole way: from home to the venue's hours without touching the screen."""
    phone.goto("/zh/")
    field(phone).focus()
    phone.keyboard.type("shanghaibowuguan")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/zh/search?q=shanghaibowuguan")
    first = phone.locator("#results li[data-venue] a").first
    expect(first).to_contain_text("上海博物馆")
    first.focus()
    phone.keyboard.press("Enter")
    expect(phone.locator("h1")).to_contain_text("上海博物馆")


@pytest.mark.parametrize("path", ["map", "venues"])
def test_a_place_narrows_the_list_at_hand(desk, path):
    desk.goto(f"/en/{path}?scenario=night")
    desk.locator("#filters > summary").click()
    field(desk, "#f-q").focus()
    desk.keyboard.type("jing'an temple")
    options(desk).filter(has_text="Metro station").first.click()
    desk.wait_for_url(f"**/en/{path}?scenario=night&station=jingan-temple*")
    expect(desk.locator("#results li[data-venue]").first).to_be_visible()
