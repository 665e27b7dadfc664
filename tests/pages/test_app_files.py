"""The site as an app: its manifest, its icons, its worker, and the pages that need no network."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image, ImageChops

from bootstrap import icons
from tests.fixtures import markup
from tests.fixtures.app import build, environment
from webapp.pages import app_files
from webapp.static_files import SOURCE

SITE = re.compile(rb"\Aself\.SITE = (\{.*?\});\n")
MIDDLE = 0.8


@pytest.fixture(scope="module")
def released(
    static_release: Path, catalogue_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> FlaskClient:
    """A visitor of a site with a prepared release."""
    return build(environment(static_release, catalogue_file)).test_client()


@pytest.mark.parametrize(
    ("lang", "name", "tag"), [("zh", "沪上场景", "zh-Hans"), ("en", "Shanghai Scenes", "en")]
)
def test_the_manifest_speaks_the_readers_language(client: FlaskClient, lang, name, tag):
    head = markup.tree(client.get(f"/{lang}/help")).findall("head/link")
    (address,) = [link.get("href") for link in head if link.get("rel") == "manifest"]
    answer = client.get(address)
    told = json.loads(answer.data)
    assert answer.mimetype == "application/manifest+json"
    assert (told["short_name"], told["lang"], told["start_url"]) == (name, tag, f"/{lang}/")
    assert (told["id"], told["scope"], told["display"]) == ("/", "/", "standalone")
    assert len(told["shortcuts"]) == 3
    for each in told["shortcuts"]:
        assert each["url"].startswith(f"/{lang}/")
        assert client.get(each["url"]).status_code == 200


def test_without_a_wish_the_manifest_follows_the_browser(client: FlaskClient):
    answer = client.get("/manifest.webmanifest", headers={"Accept-Language": "en-GB"})
    assert json.loads(answer.data)["lang"] == "en"
    assert "Accept-Language" in answer.vary


def test_icons_are_as_large_as_they_say(client: FlaskClient):
    told = json.loads(client.get("/manifest.webmanifest?lang=zh").data)
    for icon in told["icons"]:
        answer = client.get(icon["src"])
        assert answer.mimetype == icon["type"]
        if icon["type"] == "image/png":
            picture = Image.open(io.BytesIO(answer.data))
            assert f"{picture.width}x{picture.height}" == icon["sizes"]
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}


@pytest.mark.parametrize("name", icons.PICTURES)
def test_icons_are_painted_from_their_drawings(name):
    """Run `python -m bootstrap.icons` when this fails."""
    source, width = icons.PICTURES[name]
    painted = Image.open(io.BytesIO(icons.painted(icons.FOLDER / source, width))).convert("RGBA")
    kept = Image.open(icons.FOLDER / name).convert("RGBA")
    assert ImageChops.difference(painted, kept).getbbox() is None


def test_a_phone_may_cut_the_whole_icon():
    """It fills its square, and the lamp lies within the middle circle phones leave."""
    picture = Image.open(icons.FOLDER / "icon-whole-512.png").convert("RGBA")
    assert picture.getextrema()[3] == (255, 255)
    lamp = [
        (index % 512 - 256, index // 512 - 256)
        for index, (red, _green, blue, _alpha) in enumerate(picture.get_flattened_data())
        if red > 200 and blue < 100
    ]
    assert lamp
    assert max((x * x + y * y) ** 0.5 for x, y in lamp) <= MIDDLE * 256


def test_the_worker_knows_its_release_and_content(released: FlaskClient):
    answer = released.get("/service-worker.js")
    site = json.loads(SITE.match(answer.data)[1])
    release = released.application.extensions["release"]
    assert answer.mimetype == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert site["release"] == release
    assert site["version"].startswith(f"{release}-")
    for address in (*site["files"], *site["offline"].values()):
        assert released.get(address).status_code == 200
    assert b"\nimport " not in answer.data


def test_the_workers_bytes_change_only_with_release_and_content(released: FlaskClient):
    first = released.get("/service-worker.js")
    assert released.get("/service-worker.js", headers={"Cookie": "view=easy"}).data == first.data
    assert "worker-src 'self'" in first.headers["Content-Security-Policy"]
    assert "manifest-src 'self'" in first.headers["Content-Security-Policy"]


def test_before_a_release_there_is_no_worker(client: FlaskClient):
    assert client.get("/service-worker.js").status_code == 404


def test_the_shell_is_small_and_exists():
    files = [SOURCE / path for path in app_files.SHELL]
    assert [path.name for path in files if not path.is_file()] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_offline_page_carries_the_words_of_the_app(client: FlaskClient, lang):
    root = markup.tree(client.get(f"/{lang}/offline"))
    words = {each.get("id"): "".join(each.itertext()) for each in root.iter("template")}
    assert "{when}" in words["kept-offline"]
    assert "{when}" in words["kept-slow"]
    assert words["update"].strip()


@pytest.mark.parametrize("kind", ["venues/shanghai-museum", "itineraries/both-banks-of-the-bund"])
def test_what_can_be_saved_has_a_button(client: FlaskClient, kind):
    root = markup.tree(client.get(f"/en/{kind}"))
    (button,) = [each for each in root.iter("button") if each.get("data-module") == "save-button"]
    assert button.get("data-name") == kind.split("/")[1]
    assert "if-scripts" in (button.get("class") or "").split()
    assert button.get("aria-pressed") == "false"
    assert markup.words(button) == "Save"


@pytest.mark.parametrize(("view", "count"), [("standard", 5), ("easy", 4)])
def test_saved_things_are_one_tap_away(client: FlaskClient, view, count):
    root = markup.tree(client.get(f"/en/help?view={view}"))
    (bar,) = markup.with_class(root, "nav")
    links = [link.get("href") for link in bar.iter("a")]
    assert len(links) == count
    assert links[-1] == "/en/saved"


def test_only_names_of_the_languages_choose_a_manifest(app: Flask):
    told = json.loads(app.test_client().get("/manifest.webmanifest?lang=fr").data)
    assert told["lang"] == "zh-Hans"
