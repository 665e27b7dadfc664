"""The time slider shows what the server says for `?at=`, and asks for nothing while it moves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.maps import MapPage
from tests.fixtures.browser import DESK, PHONE
from webapp.domain.hours import State, status_of
from webapp.settings import SHANGHAI
from webapp.store.hours import hours_in
from webapp.store.venue_filter import VenueFilter
from webapp.store.venues import slugs_in

FRIDAY, NATIONAL_DAY = date(2026, 11, 20), date(2026, 10, 1)
VAST = {"width": 4200, "height": 3200}  # at zoom 16 most places of the centre stand alone
CENTRE = (31.2304, 121.4737, 16)
CITY = (31.2304, 121.4737, 9)
HALF_HOURS = range(0, 24 * 60, 30)
SOME = HALF_HOURS[1::3]
RANGE = "#hour-of-day"
SPREAD = """() => {
    const element = document.getElementById('map');
    const size = {inlineSize: '100%', blockSize: '100%'};
    Object.assign(element.style, {position: 'fixed', inset: 0, ...size});
    element.leafletMap.invalidateSize({animate: false});
}"""
SLIDE = """minutes => minutes.map(minute => {
    const range = document.querySelector('#hour-of-day');
    range.value = minute;
    range.dispatchEvent(new Event('input', {bubbles: true}));
    const marks = [...document.querySelectorAll('#map [data-pin]')];
    return {
        said: range.getAttribute('aria-valuetext'),
        count: document.querySelector('#open-count').textContent,
        pins: marks.filter(mark => mark.dataset.state)
            .map(mark => [mark.dataset.pin, mark.dataset.state]),
        groups: marks.filter(mark => mark.dataset.count)
            .map(mark => [Number(mark.dataset.count), Number(mark.dataset.open)]),
    };
})"""
READ = """async ([release, address, minutes]) => {
    const { default: DayHours } = await import(`${release}/js/map/hours.js`);
    const hours = await DayHours.load(address, 0);
    const shade = (id, usual, minute) => {
        hours.minute = minute;
        const { state, nuance } = hours.stateOf({ h: Number(id), u: usual });
        return `${state} ${nuance}`;
    };
    return Object.fromEntries(Object.keys(hours.spans).map(id =>
        [id, minutes.map(minute => [shade(id, 0, minute), shade(id, 1, minute)])]));
}"""
AT = """hour => location.search.includes(encodeURIComponent(hour))"""
REST = """minute => {
    const range = document.querySelector('#hour-of-day');
    range.value = minute;
    for (const name of ['input', 'change']) range.dispatchEvent(new Event(name, {bubbles: true}));
}"""


def moment(on: date, minute: int) -> datetime:
    return datetime.combine(on, time(6), SHANGHAI) + timedelta(minutes=minute)


def asked_at(page: Page) -> str | None:
    return parse_qs(urlsplit(page.url).query).get("at", [None])[0]


@pytest.fixture(scope="module")
def vast(browser, live_url) -> Iterator[Page]:
    """One very large map for whole days."""
    context = browser.new_context(base_url=live_url, viewport=VAST, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def asked_by(page: Page) -> list[str]:
    """What the page's scripts ask for from here on."""
    asked: list[str] = []
    kinds = ("fetch", "xhr", "document")
    page.on("request", lambda each: asked.append(each.url) if each.resource_type in kinds else None)
    return asked


def states_by_server(app, at: datetime) -> dict[str, str]:
    """The state of every listed venue, as lists filter it."""
    with app.extensions["database"].read() as connection:
        asked = {state: slugs_in(connection, VenueFilter(state=state, at=at)) for state in State}
    return {slug: state.value for state, slugs in asked.items() for slug in slugs}


@pytest.mark.parametrize("on", [FRIDAY, NATIONAL_DAY], ids=str)
def test_every_half_hour_is_what_the_server_says(vast, app, on):
    shown = MapPage(vast).open(at=f"{on}T06:00")
    vast.evaluate(SPREAD)
    shown.look(*CENTRE)
    asked = asked_by(vast)
    steps = vast.evaluate(SLIDE, list(HALF_HOURS))
    assert asked == []
    total = shown.total()
    seen: set[str] = set()
    for minute, step in zip(HALF_HOURS, steps, strict=True):
        at = moment(on, minute)
        states = states_by_server(app, at)
        assert f"{at:%H:%M}" in step["said"]
        assert [pin for pin in step["pins"] if states[pin[0]] != pin[1]] == [], at
        assert len(step["pins"]) + sum(count for count, _ in step["groups"]) == total
        seen.update(slug for slug, _ in step["pins"])
    assert len(seen) >= 100


@pytest.mark.parametrize("on", [FRIDAY, NATIONAL_DAY], ids=str)
def test_every_text_is_read_as_the_server_reads_it(desk, app, on):
    desk.goto("/en/")
    release = desk.locator("link[rel=icon]").get_attribute("href").removesuffix("/img/icon.svg")
    told = desk.evaluate(READ, [release, f"/tiles/hours/{on}.json", list(HALF_HOURS)])
    with app.extensions["database"].read() as connection:
        texts = hours_in(connection)
    assert len(told) == len(texts) > 50
    for each in texts:
        for minute, shades in zip(HALF_HOURS, told[str(each.id)], strict=True):
            at = moment(on, minute)
            assert shades == [shade(each.text, basis, at) for basis in ("source", "usual")], (
                each.text,
                at,
            )


def shade(text: str, basis: str, at: datetime) -> str:
    status = status_of(text, basis, at)
    return f"{status.state} {status.nuance or 'null'}"


def test_the_counts_are_those_of_the_whole_catalogue(vast, app):
    MapPage(vast, "en").open(at=f"{NATIONAL_DAY}T06:00").look(*CITY)
    steps = vast.evaluate(SLIDE, list(HALF_HOURS))
    for minute, step in zip(HALF_HOURS, steps, strict=True):
        states = list(states_by_server(app, moment(NATIONAL_DAY, minute)).values())
        told = [int(number) for number in re.findall(r"\d+", step["count"])]
        assert told == [states.count("open"), len(states), states.count("unknown")]
        single = sum(state == "open" for _, state in step["pins"])
        assert single + sum(lit for _, lit in step["groups"]) == states.count("open")


def test_the_state_filter_follows(vast, app):
    MapPage(vast).open(open="now", at=f"{FRIDAY}T06:00").look(*CITY)
    for minute, step in zip(SOME, vast.evaluate(SLIDE, list(SOME)), strict=True):
        states = states_by_server(app, moment(FRIDAY, minute))
        assert {state for _, state in step["pins"]} <= {"open"}
        shown = len(step["pins"]) + sum(count for count, _ in step["groups"])
        assert shown == list(states.values()).count("open")
        assert all(states[slug] == "open" for slug, _ in step["pins"])


def test_a_filter_the_server_answers_follows_too(vast, app):
    MapPage(vast).open(step_free="1", state="closed", at=f"{FRIDAY}T06:00").look(*CITY)
    for minute, step in zip(SOME, vast.evaluate(SLIDE, list(SOME)), strict=True):
        with app.extensions["database"].read() as connection:
            asked = VenueFilter(
                access=("step-free",), state=State.CLOSED, at=moment(FRIDAY, minute)
            )
            expected = len(slugs_in(connection, asked))
        assert len(step["pins"]) + sum(count for count, _ in step["groups"]) == expected


@pytest.mark.parametrize("minute", [1110, 1350])
def test_a_rested_slider_is_the_page_for_that_moment(phone, minute):
    shown = MapPage(phone).open(at=f"{FRIDAY}T12:00", kind="bar")
    phone.evaluate(REST, minute)
    hour = f"{moment(FRIDAY, minute):%Y-%m-%dT%H:%M}"
    phone.wait_for_url(f"**at={hour.replace(':', '%3A')}*")
    shown.settle()
    seen = {pin.slug: pin.state for pin in shown.pins() if not pin.isGroup}
    fresh = MapPage(phone).open(at=hour, kind="bar", bbox=",".join(map(str, shown.box)))
    assert seen == {pin.slug: pin.state for pin in fresh.pins() if not pin.isGroup}
    assert phone.locator(".slider__time").inner_text() == hour[-5:]


def test_resting_asks_once_and_all_that_leads_on_keeps_the_moment(desk):
    shown = MapPage(desk, "en").open()
    asked = asked_by(desk)
    for minute in (990, 1050, 1110):
        desk.evaluate(REST, minute)
    desk.wait_for_function(AT, arg="2026-11-21T00:30")
    shown.settle()
    assert len(asked) == 1
    expect(desk.locator("#results header")).to_contain_text("Saturday 00:30")
    expect(desk.locator("#clock-moment")).to_contain_text("00:30")
    assert "at=2026-11-21T00%3A30" in (
        desk.locator("header a[hreflang]").get_attribute("href") or ""
    )
    assert desk.locator("#results li a").first.get_attribute("href").endswith("at=2026-11-21T00:30")
    back = desk.locator(".sign__form input[name=back]").get_attribute("value") or ""
    assert "at=2026-11-21T00%3A30" in back
    desk.locator("header a[hreflang]").click()
    desk.locator("#map[data-ready=true]").wait_for()
    assert desk.locator(".slider__part").inner_text() == "周六凌晨"


def test_back_leads_to_the_moment_before(desk):
    shown = MapPage(desk, "en").open()
    desk.evaluate("window.isSamePage = true")
    for minute in (1020, 1110):
        desk.evaluate(REST, minute)
        desk.wait_for_function(AT, arg=f"{moment(FRIDAY, minute):T%H:%M}")
        shown.settle()
    desk.go_back()
    expect(desk.locator(".slider__time")).to_have_text("21:40")
    expect(desk.locator("#results header")).to_contain_text("Friday 21:40")
    assert asked_at(desk) is None
    desk.go_forward()
    expect(desk.locator(".slider__time")).to_have_text("00:30")
    expect(desk.locator("#results header")).to_contain_text("Saturday 00:30")
    assert desk.evaluate("window.isSamePage")


def test_the_keyboard_moves_it(desk):
    shown = MapPage(desk, "en").open()
    slider = desk.locator(RANGE)
    expect(slider).to_have_attribute("aria-valuetext", "21:40, Friday evening")
    slider.focus()
    for key, said in (
        ("ArrowRight", "22:00, Friday night"),
        ("ArrowLeft", "21:30, Friday evening"),
        ("Home", "06:00, Friday morning"),
        ("End", "05:30, Saturday, after midnight"),
    ):
        desk.keyboard.press(key)
        expect(slider).to_have_attribute("aria-valuetext", said)
    desk.wait_for_function(AT, arg="T05:30")
    shown.settle()
    assert desk.evaluate("document.activeElement.id") == "hour-of-day"
    assert desk.get_by_role("slider", name="Time, 06:00 to 05:30 the next morning").count() == 1


def test_steps_of_half_an_hour(desk):
    MapPage(desk, "en").open()
    time_shown = desk.locator(".slider__time")
    desk.get_by_role("link", name="Half an hour earlier").click()
    expect(time_shown).to_have_text("21:30")
    for _ in range(2):
        desk.get_by_role("link", name="Half an hour later").click()
    expect(time_shown).to_have_text("22:30")
    desk.evaluate(REST, 1410)
    desk.wait_for_function(AT, arg="T05:30")
    desk.get_by_role("link", name="Half an hour later").click()
    desk.wait_for_url("**at=2026-11-21T06%3A00**")
    expect(desk.locator(".slider__part")).to_have_text("Saturday morning")


def test_playing_is_stepping_where_motion_is_unwelcome(desk):
    MapPage(desk, "en").open()
    desk.get_by_role("button", name="Play the day, step by step").click()
    expect(desk.locator(".slider__time")).to_have_text("22:00")
    desk.wait_for_timeout(1000)
    expect(desk.locator(".slider__time")).to_have_text("22:00")
    assert desk.locator("[data-play]").get_attribute("data-playing") == "false"


def test_the_easy_view_does_not_move_by_itself(open_page):
    page = open_page(lang="en", reduced_motion="no-preference")
    MapPage(page, "en").open(view="easy")
    expect(page.get_by_role("button", name="Play the day, step by step")).to_be_visible()


def test_playing_runs_without_requests_and_ends_with_the_day(open_page):
    page = open_page(viewport=DESK, lang="en", reduced_motion="no-preference")
    shown = MapPage(page, "en").open(at="2026-11-21T03:30")
    asked = asked_by(page)
    page.get_by_role("button", name="Play the day").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    expect(page.locator(".slider__time")).to_have_text("05:00")
    assert asked == []
    expect(page.get_by_role("button", name="Play the day")).to_be_visible()
    expect(page.locator(".slider__time")).to_have_text("05:30")
    page.wait_for_function(AT, arg="T05:30")
    shown.settle()
    assert len(asked) == 1


def test_playing_can_be_paused(open_page):
    page = open_page(viewport=PHONE, reduced_motion="no-preference")
    MapPage(page).open(at="2026-11-20T18:00")
    page.get_by_role("button", name="播放一天").click()
    expect(page.locator(".slider__time")).not_to_have_text(re.compile("18:[03]0"))
    page.get_by_role("button", name="暂停").click()
    paused = page.locator(".slider__time").inner_text()
    page.wait_for_function(AT, arg=paused)
    page.wait_for_timeout(900)
    assert page.locator(".slider__time").inner_text() == paused


def test_marks_that_stay_are_kept(desk):
    shown = MapPage(desk, "en").open(at=f"{FRIDAY}T12:00").look(31.2302, 121.471, 17)
    slug = next(pin.slug for pin in shown.pins() if not pin.isGroup)
    desk.evaluate("slug => document.querySelector(`[data-pin='${slug}']`).isKept = true", slug)
    desk.locator(f"#map [data-pin='{slug}']").focus()
    desk.evaluate(SLIDE, list(HALF_HOURS))
    assert desk.evaluate("slug => document.querySelector(`[data-pin='${slug}']`).isKept", slug)
    assert desk.evaluate("document.activeElement.dataset.pin") == slug


@pytest.mark.parametrize("view", ["standard", "easy"])
def test_it_is_large_enough_for_fingers(open_page, view):
    page = open_page(viewport=PHONE)
    MapPage(page).open(view=view)
    least = {"standard": 44, "easy": 52}[view]
    for part in page.locator(f"{RANGE}, .slider__step").all():
        box = part.bounding_box()
        assert min(box["width"], box["height"]) >= least - 0.5


def test_without_scripts_there_are_steps(open_page):
    page = open_page(lang="en", js=False)
    page.goto("/en/map?kind=bar&open=now")
    assert page.locator(RANGE).is_hidden()
    assert page.locator("[data-play]").is_hidden()
    page.get_by_role("link", name="Half an hour later").click()
    assert page.url.endswith("/en/map?kind=bar&open=now&at=2026-11-20T22%3A00")
    assert page.locator(".slider__time").inner_text() == "22:00"
    assert page.locator(".slider__part").inner_text() == "Friday night"
