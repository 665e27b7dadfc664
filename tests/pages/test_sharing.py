"""What links to pages show where they are shared, and the pictures for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.fixtures import markup
from webapp.image_files import ImageFiles

BASE = "https://scenes.example"
PICTURED = {
    "/": ("site", "home"),
    "/venues/shanghai-museum": ("venue", "shanghai-museum"),
    "/areas/the-bund-night": ("area", "the-bund-night"),
    "/itineraries/both-banks-of-the-bund": ("itinerary", "both-banks-of-the-bund"),
}
PNG = b"\x89PNG\r\n\x1a\n, as far as this test looks"


@pytest.fixture
def shown(make_app, tmp_path: Path) -> Flask:
    """A site with some pictures."""
    files = ImageFiles(tmp_path)
    for kind, slug in PICTURED.values():
        for lang in ("zh", "en"):
            place = files.place(kind, slug, lang)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(PNG + lang.encode())
    return make_app(BASE_URL=BASE)


@pytest.fixture
def visitor(shown: Flask) -> FlaskClient:
    return shown.test_client()


def meta(client: FlaskClient, path: str) -> dict[str, str]:
    root = markup.tree(client.get(path))
    return {
        each.get("property") or each.get("name"): each.get("content")
        for each in root.iter("meta")
        if (each.get("property") or each.get("name") or "").startswith(("og:", "twitter:"))
    }


@pytest.mark.parametrize("path", PICTURED)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_says_how_it_is_shown_elsewhere(visitor: FlaskClient, path: str, lang: str):
    kind, slug = PICTURED[path]
    found = meta(visitor, f"/{lang}{path}?at=2026-11-20T21:40")
    assert found["og:type"] == "website"
    assert found["og:site_name"] == {"zh": "沪上场景", "en": "Shanghai Scenes"}[lang]
    assert found["og:url"] == f"{BASE}/{lang}{path}"
    assert found["og:locale"] == {"zh": "zh_CN", "en": "en_GB"}[lang]
    assert found["og:locale:alternate"] == {"zh": "en_GB", "en": "zh_CN"}[lang]
    assert found["og:image"] == f"{BASE}/images/{kind}/{slug}.{lang}.png"
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert found["og:image:type"] == "image/png"
    assert found["og:title"] in found["og:image:alt"]
    assert found["twitter:card"] == "summary_large_image"
    assert found["og:description"]


def test_title_and_description_are_those_of_the_page(visitor: FlaskClient):
    path = "/en/venues/shanghai-museum"
    root, found = markup.tree(visitor.get(path)), meta(visitor, path)
    (title,) = root.findall(".//title")
    assert title.text.strip().startswith(found["og:title"])
    (description,) = [each for each in root.iter("meta") if each.get("name") == "description"]
    assert found["og:description"] == description.get("content")


def test_without_a_picture_none_is_promised(client: FlaskClient):
    found = meta(client, "/zh/venues/shanghai-museum")
    assert "og:image" not in found
    assert found["twitter:card"] == "summary"
    assert found["og:title"] == "上海博物馆（人民广场馆）"


def test_other_pages_have_no_card(visitor: FlaskClient):
    assert meta(visitor, "/zh/sources") == {}
    assert meta(visitor, "/zh/venues/no-such-place") == {}


def test_a_page_is_another_once_it_has_a_picture(client: FlaskClient, visitor: FlaskClient):
    path = "/zh/venues/shanghai-museum"
    assert client.get(path).headers["ETag"] != visitor.get(path).headers["ETag"]


def test_a_picture_is_served_with_a_validator(visitor: FlaskClient):
    address = "/images/venue/shanghai-museum.en.png"
    answer = visitor.get(address)
    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    assert answer.data == PNG + b"en"
    assert answer.headers["Cache-Control"] == "public, max-age=86400"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    again = visitor.get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    "address",
    [
        "/images/venue/no-such-place.zh.png",
        "/images/venue/shanghai-museum.fr.png",
        "/images/secret/key.zh.png",
        "/images/venue/..%2f..%2fsecret_key.zh.png",
        "/images/venue/...zh.png",
    ],
)
def test_what_is_no_picture_is_not_found(visitor: FlaskClient, address: str):
    assert visitor.get(address).status_code == 404
