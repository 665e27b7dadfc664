"""The one-file map: opened from a file with the network off, hostile names and all."""

from __future__ import annotations

import re
from pathlib import Path

import orjson
import pytest
from playwright.sync_api import Browser, expect

from geo.basemap.embedded import embedded_base
from geo.basemap.layers import Layers
from geo.maps.offline import Leaflet, offline_frame
from tests.fixtures.browser import PHONE
from tests.services.take_away.routes import HOSTILE, LINE_2, RAILS, sample, without_end
from webapp.services.documents import LEAFLET
from webapp.services.take_away.offline import offline_file

LANGUAGES = ["zh", "en"]
MOST_BYTES = 400_000
ADDRESS = re.compile(r"(?:https?:)?//[\w.-]+\.[a-z]{2,}[^\s\"'<]*")


@pytest.fixture(scope="module")
def frame() -> str:
    if not LEAFLET.exists():
        pytest.skip("Leaflet is not set up: run `make run` once")
    files = ((LEAFLET / name).read_text() for name in ("leaflet.js", "leaflet.css"))
    layers = Layers.load(Path("content/geo"))
    names = {each.code: _Name() for each in layers.districts}
    base = embedded_base(layers, names, [], [])  # type: ignore[arg-type]
    return offline_frame(Leaflet(*files), orjson.dumps(base).decode())


@pytest.fixture
def open_map(browser: Browser, write, frame, tmp_path):
    """Open a route's file with the network off; tell what went wrong or was asked for."""
    context = browser.new_context(offline=True, viewport=PHONE)
    file = tmp_path / "route.html"

    def opened(route, lang):
        body = write(lambda r, code: offline_file(r, code, frame), route, lang)
        assert len(body) <= MOST_BYTES
        file.write_bytes(body)
        page, faults = context.new_page(), []
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.on("request", lambda request: faults.append(request.url))
        page.goto(file.as_uri())
        faults.remove(file.as_uri())
        return page, faults

    yield opened
    context.close()


class _Name:
    zh, en = "区", "District"

    def without_district(self):
        return self


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["外滩", HOSTILE])
def test_it_opens_without_a_network_and_shows_everything(open_map, lang, name):
    page, faults = open_map(sample(name, name), lang)
    expect(page.locator("#map[data-ready='true']")).to_be_visible()
    expect(page.locator("#map .pin a")).to_have_count(2)
    expect(page.locator("#map path.walk")).to_have_count(4)
    expect(page.locator("#map path.ride")).to_have_count(1)
    assert page.locator("#map path.ride").get_attribute("stroke") == LINE_2.color
    expect(page.locator("li[data-stop]")).to_have_count(2)
    title = page.locator("li[data-stop] h2").first.inner_text()
    assert "".join(title.split()) == "".join(f"1{name}".split())
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert faults == []


def test_a_route_without_an_end_of_its_own_is_shown(open_map):
    page, faults = open_map(without_end(), "zh")
    expect(page.locator("#map[data-ready='true']")).to_be_visible()
    expect(page.locator("#map path.walk")).to_have_count(3)
    corners = page.locator("#map path.ride").get_attribute("d") or ""
    assert corners.count("L") == len(RAILS) - 1
    expect(page.locator("ol.route > li").last).to_contain_text("01:20")
    assert faults == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_scripts_the_list_is_there(browser: Browser, write, frame, tmp_path, lang):
    file = tmp_path / "route.html"
    file.write_bytes(write(lambda r, code: offline_file(r, code, frame), sample(), lang))
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    expect(page.locator("#map")).to_be_hidden()
    expect(page.locator("li[data-stop]")).to_have_count(2)
    expect(page.locator("body")).to_contain_text("22:12–23:30")
    expect(page.locator("body")).to_contain_text("The Bund")
    expect(page.locator("body")).to_contain_text("外滩")
    context.close()


def test_it_holds_no_address_of_others(write, frame):
    page = write(lambda r, code: offline_file(r, code, frame), sample(), "en").decode()
    own = ("http://www.w3.org/", "https://example.org/")
    foreign = {each for each in ADDRESS.findall(page) if not each.startswith(own)}
    assert foreign <= {"https://leafletjs.com"}  # in the comment with Leaflet's licence
    assert page.count("leafletjs.com") == 1
    assert "url(" not in re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
