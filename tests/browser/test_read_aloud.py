"""Reading aloud with a voice that only pretends: sentences, languages, pausing, leaving."""

from __future__ import annotations

import pytest

VOICE = """
window.spoken = [];
window.cancelled = 0;
const stub = {
  current: null,
  getVoices: () => [{lang: 'zh-CN', localService: true}, {lang: 'en_GB', localService: true}],
  speak(said) {
    window.spoken.push({text: said.text, lang: said.lang, rate: said.rate});
    this.current = said;
  },
  cancel() { window.cancelled += 1; this.current = null; },
};
Object.defineProperty(window, 'speechSynthesis', {value: stub});
window.SpeechSynthesisUtterance = class extends EventTarget {
  constructor(text) { super(); this.text = text; }
};
window.finish = () => stub.current?.dispatchEvent(new Event('end'));
window.fail = () => stub.current?.dispatchEvent(new Event('error'));
"""
NO_VOICE = "delete window.speechSynthesis; delete Window.prototype.speechSynthesis;"
LIT = "() => [...(CSS.highlights.get('reading') ?? [])].map(range => range.toString())"
SPOKEN = "() => window.spoken"


@pytest.fixture
def reader(open_page):
    """A page with a voice, opened in the easy view: `reader('/zh/…')`."""

    def open_one(address: str, lang: str = "zh"):
        page = open_page(lang=lang)
        page.add_init_script(VOICE)
        page.goto(f"{address}?view=easy")
        return page

    return open_one


def test_a_venue_is_read_sentence_by_sentence(reader):
    page = reader("/zh/venues/shanghai-museum")
    assert page.evaluate("() => performance.getEntriesByName(location.href).length") == 1
    loaded = "() => performance.getEntriesByType('resource').some(e => /read-aloud/.test(e.name))"
    assert page.evaluate(loaded) is False
    button = page.get_by_role("button", name="读给我听")
    button.press("Enter")
    page.wait_for_function("() => window.spoken.length === 1")
    assert page.evaluate(loaded) is True
    assert page.evaluate(LIT) == [page.locator("h1").inner_text()]
    page.evaluate("() => window.finish()")
    first, second = page.evaluate(SPOKEN)
    assert first["text"] != second["text"]
    assert {first["lang"], second["lang"]} == {"zh-CN"}

    slower = page.get_by_role("button", name="慢一点")
    slower.click()
    assert slower.get_attribute("aria-pressed") == "true"
    again = page.evaluate(SPOKEN)[-1]
    assert again["text"] == second["text"]
    assert again["rate"] < second["rate"]

    page.get_by_role("button", name="暂停").click()
    said = len(page.evaluate(SPOKEN))
    page.evaluate("() => window.finish()")
    assert len(page.evaluate(SPOKEN)) == said
    page.get_by_role("button", name="接着读").click()
    assert page.evaluate(SPOKEN)[-1]["text"] == second["text"]
    page.keyboard.press("Escape")
    assert page.get_by_role("button", name="接着读").is_visible()
    page.get_by_role("button", name="停止").click()
    assert page.evaluate(LIT) == []
    assert page.get_by_role("button", name="慢一点").is_hidden()


def test_each_part_is_read_in_its_own_language_to_the_end(reader):
    page = reader("/en/venues/shanghai-museum", "en")
    page.get_by_role("button", name="Read aloud").click()
    page.wait_for_function("() => window.spoken.length === 1")
    page.evaluate("() => { for (let i = 0; i < 200; i += 1) window.finish(); }")
    spoken = page.evaluate(SPOKEN)
    assert {each["lang"] for each in spoken} == {"en", "zh-CN"}
    han = [each for each in spoken if each["lang"] == "zh-CN"]
    assert [each["text"] for each in han] == ["上海博物馆（人民广场馆）"]
    whole = " ".join(each["text"] for each in spoken)
    assert "201 Renmin Avenue" in whole
    assert "Where this comes from" not in whole
    assert all(len(each["text"]) < 250 for each in spoken)
    assert page.get_by_role("button", name="Read aloud").is_visible()


def test_reading_stops_when_the_page_is_left_or_no_voice_answers(reader):
    page = reader("/zh/help")
    page.get_by_role("button", name="读给我听").click()
    page.wait_for_function("() => window.spoken.length === 1")
    page.evaluate("() => { for (let i = 0; i < 3; i += 1) window.fail(); }")
    assert page.get_by_role("status").filter(has_text="读不出声").is_visible()
    page.get_by_role("button", name="读给我听").click()
    before = page.evaluate("() => window.cancelled")
    page.evaluate("() => dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("() => window.cancelled") > before
    assert page.evaluate(LIT) == []


def test_the_button_is_there_only_where_a_browser_can_speak(open_page):
    page = open_page(lang="en")
    page.add_init_script(NO_VOICE)
    page.goto("/en/help?view=easy")
    page.wait_for_load_state("networkidle")
    assert page.locator(".read").is_hidden()
    mute = open_page(lang="en", js=False)
    mute.goto("/en/help?view=easy")
    assert mute.locator(".read").is_hidden()


PAGES = (
    *("help", "about", "venues/shanghai-museum", "areas/the-bund-night"),
    *("events/shanghai-marathon", "itineraries/both-banks-of-the-bund"),
)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_article_place_and_route_is_offered(reader, lang):
    page = reader(f"/{lang}/about", lang)
    for address in PAGES:
        page.goto(f"/{lang}/{address}")
        page.locator(".read").wait_for(state="visible")
