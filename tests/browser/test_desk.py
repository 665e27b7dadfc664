"""The district desk in a browser: without scripts, by keyboard, and before a session ends."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures import staff
from tests.fixtures.browser import DESK, PHONE

SESSION = "**/desk/session"
PASSWORD = "沿着苏州河一直走到外白渡桥"


@pytest.mark.parametrize(("lang", "view"), [("zh", "easy"), ("en", "standard")])
def test_from_invitation_to_sign_out_without_scripts(open_page, live_url, lang, view):
    admin = open_page(viewport=DESK, lang=lang, js=False)
    admin.context.add_cookies([staff.browser_cookie("admin", live_url)])
    admin.goto(f"/{lang}/desk/accounts?view={view}")
    email = f"journey-{lang}@example.org"
    admin.locator("input[name=email]").fill(email)
    admin.locator("input[name=districts]").nth(1).check()
    admin.locator("form:has(input[name=districts]) button").click()
    link = urlsplit(admin.locator(".desk-link code").inner_text())
    guest = open_page(viewport=PHONE, lang=lang, js=False)
    guest.goto(f"{link.path}?{link.query}&view={view}")
    guest.locator("#name").fill("王芳")
    guest.locator("#password").fill(PASSWORD)
    guest.keyboard.press("Enter")
    expect(guest.locator(".notice--good")).to_be_visible()
    _sign_in(guest, email)
    expect(guest.locator("main")).to_contain_text("王芳")
    guest.locator(".tabs a").last.click()
    expect(guest.locator("main")).to_contain_text(email)
    guest.locator(".desk-head button").click()
    expect(guest.locator(".notice--good")).to_be_visible()
    guest.goto(f"/{lang}/desk/")
    expect(guest).to_have_url(re.compile("/desk/sign-in"))


def test_signing_in_by_keyboard_alone(open_page):
    page = open_page(viewport=DESK, lang="en")
    page.goto("/en/desk/audit?action=signed-in")
    _tab_to(page, "email")
    page.keyboard.type("reviewer@example.org")
    page.keyboard.press("Tab")
    page.keyboard.type(staff.PASSWORD)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("#password")).to_have_attribute("type", "text")
    page.locator("#password").press("Enter")
    expect(page).to_have_url(re.compile(r"/en/desk/audit\?action=signed-in"))


@pytest.fixture
def second_step(open_page, live_url) -> Page:
    """A page of somebody signed in, with a form half filled in and the clock in our hands."""
    page = open_page(viewport=PHONE, lang="en")
    page.goto("/en/desk/sign-in")
    _sign_in(page, "reviewer@example.org", staff.PASSWORD)
    page.clock.install()
    page.goto("/en/desk/account/second-step")
    page.locator("#code").fill("123")
    return page


def test_a_warning_comes_in_time_and_loses_nothing(second_step, axe):
    page = second_step
    box = page.locator(".desk-warning")
    expect(box).to_be_hidden()
    page.route(SESSION, lambda route: route.fulfill(json={"ends_in_s": 119}))
    page.clock.fast_forward("58:30")
    expect(box).to_contain_text("You will be signed out in 1:5")
    assert box.bounding_box()["y"] < PHONE["height"]
    assert axe(page) == []
    page.unroute(SESSION)
    box.get_by_role("button").click()
    expect(box).to_contain_text("You stay signed in")
    assert page.locator("#code").input_value() == "123"


def test_another_window_that_goes_on_spares_the_warning(second_step):
    """The server still has nearly an hour for this session, whatever this page counted."""
    second_step.clock.fast_forward("58:30")
    second_step.wait_for_timeout(500)
    expect(second_step.locator(".desk-warning")).to_be_hidden()


def test_the_end_leaves_what_was_typed(second_step, watch):
    page = second_step
    page.route(SESSION, lambda route: route.fulfill(status=401, body=""))
    page.clock.fast_forward("59:59")
    expect(page.locator(".desk-warning")).to_contain_text("What you typed is still here")
    assert page.locator("#code").input_value() == "123"
    watch.forgive("401")


def test_no_service_worker_on_the_desk(open_page):
    page = open_page(service_workers="allow")
    page.goto("/zh/desk/sign-in", wait_until="networkidle")
    found = page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)")
    assert found == 0


def _sign_in(page: Page, email: str, password: str = PASSWORD) -> None:
    page.locator("#email").fill(email)
    page.locator("#password").fill(password)
    page.locator("#password").press("Enter")
    expect(page.locator(".tabs")).to_be_visible()


def _tab_to(page: Page, name: str) -> None:
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == name:
            return
    pytest.fail(f"#{name} is not reached by Tab")
