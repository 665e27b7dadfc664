"""The largest text of the easy view on every kind of page, on the narrowest phone."""

from __future__ import annotations

import pytest

from tests.fixtures.page_kinds import LANGUAGES, PAGE_KINDS

NARROW = {"width": 320, "height": 640}
READ_PX = {"1": 24, "2": 30, "3": 40}
SMALLEST_PX = 24
FAULTS = """([least, read]) => {
    const faults = [];
    const root = document.documentElement;
    const wide = root.scrollWidth - root.clientWidth;
    if (wide > 0) faults.push(`${wide} px too wide`);
    const body = getComputedStyle(document.querySelector('main'));
    if (parseFloat(body.fontSize) < read) faults.push(`text of ${body.fontSize}`);
    const leading = parseFloat(body.lineHeight) / parseFloat(body.fontSize);
    if (leading < 1.59) faults.push(`lines ${leading} apart`);
    const drawn = 'svg, script, noscript, .vh, .skip, .map__credit, option';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const one = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || one.closest(drawn)) continue;
        if (!one.checkVisibility() || getComputedStyle(one).clipPath === 'inset(50%)') continue;
        const size = parseFloat(getComputedStyle(one).fontSize);
        if (size < least) faults.push(`${size} px: ${one.outerHTML.slice(0, 80)}`);
    }
    for (const one of document.querySelectorAll('.easy a, .actions .button, .reach .button')) {
        const {width, height} = one.getBoundingClientRect();
        if (one.checkVisibility() && Math.min(width, height) < 60) {
            faults.push(`${width} x ${height}: ${one.outerHTML.slice(0, 80)}`);
        }
    }
    return [...new Set(faults)].slice(0, 6);
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_page_holds_the_largest_text(open_context, live_url, lang):
    context = open_context(viewport=NARROW, lang=lang, js=False)
    keep(context, live_url, "3")
    page = context.new_page()
    faults = {}
    for kind, path in PAGE_KINDS.items():
        page.goto(f"/{lang}{path}", wait_until="load")
        found = page.evaluate(FAULTS, [SMALLEST_PX, READ_PX["3"]])
        if found:
            faults[kind] = found
    assert faults == {}


def test_the_steps_are_chosen_without_scripts_and_stay(open_page):
    page = open_page(viewport=NARROW, lang="en", js=False)
    page.goto("/en/help?view=easy")
    for step, word in (("2", "Larger"), ("3", "Largest"), ("1", "Large")):
        page.get_by_role("button", name=word, exact=True).press("Enter")
        page.wait_for_url("**/en/help")
        pressed = page.get_by_role("button", name=word, exact=True)
        assert pressed.get_attribute("aria-pressed") == "true"
        size = page.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)")
        assert size >= READ_PX[step]
        page.goto("/zh/venues/shanghai-museum")
        assert page.locator("html").get_attribute("data-text") == step
        page.goto("/en/help")


def test_large_print_is_18_points_and_more(open_page):
    page = open_page(lang="en", js=False)
    page.goto("/en/itineraries/both-banks-of-the-bund/print?view=easy")
    page.emulate_media(media="print")
    sizes = page.evaluate("""() => [...document.querySelectorAll('main *')]
        .filter(one => one.checkVisibility() && !one.closest('svg') && one.innerText?.trim())
        .map(one => parseFloat(getComputedStyle(one).fontSize))""")
    assert min(sizes) >= 24


def keep(context, url: str, step: str) -> None:
    """Choose the easy view and a text step, as the forms do."""
    context.add_cookies(
        [
            {"name": "view", "value": "easy", "url": url},
            {"name": "text", "value": step, "url": url},
        ]
    )
