"""A plan saved on one phone, looked at on another, changed, deleted, brought back."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.fixtures.browser import DESK, PHONE
from tests.fixtures.page_kinds import LANGUAGES

PLAN = "/plan?scenario=night&at=2026-11-20T18:30&until=23:30&start=peoples-square&stops=3"
WORDS = {
    "en": {
        "save": "Save the plan",
        "change": "Change it in the planner",
        "stop": "Change this stop",
        "remove": "Leave out",
        "over": "Save the changes",
        "undo": "Undo the last change",
        "delete": "Delete the plan",
        "back": "Bring it back",
        "gone": "This plan is gone",
        "key": "Only with the edit address",
        "copy": "Open in the planner",
    },
    "zh": {
        "save": "保存行程",
        "change": "打开修改",
        "stop": "改这一站",
        "remove": "去掉",
        "over": "保存修改",
        "undo": "撤销上一次修改",
        "delete": "删除行程",
        "back": "恢复",
        "gone": "这个行程已经没有了",
        "key": "需要修改用的网址",
        "copy": "打开来改",
    },
}
OWNERS = re.compile(r"/plans/[\w-]+/edit(\?done=\w+)?$")


def stops(page: Page) -> list[str]:
    return [str(li.get_attribute("data-stop")) for li in page.locator("li[data-stop]").all()]


def press(page: Page, word: str) -> None:
    page.get_by_role("button", name=word, exact=True).click()
    page.wait_for_load_state()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("js", [True, False], ids=["scripts", "plain"])
def test_a_plan_from_one_phone_to_another(open_page, watch, lang, js):
    words, mine = WORDS[lang], open_page(viewport=PHONE, lang=lang, js=js)
    mine.goto(f"/{lang}{PLAN}")
    planned = stops(mine)
    mine.locator("#title").fill("周五晚上")
    press(mine, words["save"])
    expect(mine).to_have_url(OWNERS)
    shared, edit = (box.inner_text() for box in mine.locator(".address__text").all())
    assert urlsplit(edit).path.startswith(f"{urlsplit(shared).path}/edit/")
    assert mine.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]

    theirs = open_page(viewport=DESK, lang=lang, js=js)
    theirs.goto(shared)
    assert stops(theirs) == planned
    expect(theirs.get_by_role("heading", level=1)).to_have_text("周五晚上")
    expect(theirs.locator(".stop-tools")).to_have_count(0)
    assert edit.rsplit("/", 1)[1] not in theirs.content()
    theirs.locator(f"a[href$='{urlsplit(shared).path}/edit']").click()
    expect(theirs.get_by_role("heading", level=1)).to_have_text(words["key"])
    theirs.goto(shared)
    press(theirs, words["copy"])
    assert stops(theirs) == planned
    expect(theirs.get_by_role("button", name=words["over"])).to_have_count(0)

    leave_one_out(mine, words)
    theirs.goto(shared)
    assert stops(theirs) == planned[1:]
    press(mine, words["undo"])
    theirs.reload()
    assert stops(theirs) == planned

    press(mine, words["delete"])
    assert theirs.goto(shared).status == 410
    expect(theirs.get_by_role("heading", level=1)).to_have_text(words["gone"])
    press(mine, words["back"])
    assert theirs.goto(shared).status == 200
    watch.forgive("403")
    watch.forgive("410")


def leave_one_out(page: Page, words: dict[str, str]) -> None:
    """Open the plan in the planner, leave the first stop out, save over it."""
    page.get_by_role("link", name=words["change"]).click()
    first = page.locator("li[data-stop]").first
    first.locator("summary", has_text=words["stop"]).click()
    first.get_by_role("link", name=words["remove"]).click()
    expect(page.locator("#title")).to_have_value("周五晚上")
    press(page, words["over"])
    expect(page).to_have_url(OWNERS)


def test_this_device_lists_its_plans_and_knows_their_keys(open_page, watch):
    page = open_page(viewport=PHONE, lang="en")
    page.goto(f"/en{PLAN}")
    press(page, "Save the plan")
    expect(page).to_have_url(OWNERS)
    shared = urlsplit(page.locator(".address__text").first.inner_text()).path
    page.goto("/en/saved")
    expect(page.locator(f"a[href='{shared}']")).to_be_visible()
    page.context.clear_cookies()
    page.goto(f"{shared}/edit")
    expect(page.locator("#key")).not_to_have_value("")
    press(page, "Continue")
    expect(page).to_have_url(OWNERS)
    press(page, "Delete the plan")
    page.goto("/en/saved")
    expect(page.locator(f"a[href='{shared}']")).to_have_count(0)
    watch.forgive("403")
