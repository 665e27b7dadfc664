"""Districts to take along: the list, the page, the files; and the card to show."""

from __future__ import annotations

import gzip
from http import HTTPStatus

import orjson
import pytest
from flask.testing import FlaskClient

from tests.fixtures import markup
from webapp.domain.hours_ahead import DAYS, hours_key
from webapp.domain.search_terms.readings import toned_pinyin

LARGEST = 1_000_000
CODES = ["310101", "310104", "310115", "310151"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_district_is_offered_with_its_page_and_its_file(client: FlaskClient, lang):
    page = client.get(f"/{lang}/packs")
    rows = markup.tree(page).findall(".//li[@data-pack]")
    assert len(rows) == 16
    for row in rows:
        code = row.get("data-pack")
        links = {link.get("href") for link in row.iter("a")}
        assert f"/{lang}/districts/{code}" in links
        assert f"/packs/{lang}/{code}.json" in links
        assert f"/{lang}/packs/{code}" in links


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_file_holds_the_district_as_written(client: FlaskClient, written, lang, code):
    answer = client.get(f"/packs/{lang}/{code}.json", headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == HTTPStatus.OK
    assert len(answer.data) < LARGEST
    plain = gzip.decompress(answer.data)
    assert answer.headers["X-Plain-Length"] == str(len(plain))
    pack = orjson.loads(plain)
    here = {slug: v for slug, v in written.venues.items() if v["district"] == code}
    assert {each["slug"] for each in pack["venues"]} == set(here)
    for each in pack["venues"]:
        hours = here[each["slug"]].get("hours")
        assert (each["hours"] is None) == (hours is None)
        if hours:
            assert each["hours"]["key"] == hours_key(hours["text"])
            assert each["hours"]["key"] in pack["hours"]
        assert each["kind"] in pack["labels"]["kind"]
        assert set(each["access"]) <= set(pack["labels"]["access"])
    assert (pack["from"], pack["days"]) == ("2026-11-20", DAYS)


def test_hours_of_a_file_follow_the_day(make_app):
    later = make_app(SITE_TIME="2026-12-20T12:00+08:00").test_client()
    assert later.get("/packs/zh/310101.json").get_json()["from"] == "2026-12-20"


def test_a_file_is_validated_and_an_unknown_one_is_missing(client: FlaskClient):
    tag = client.get("/packs/en/310101.json").headers["ETag"]
    again = client.get("/packs/en/310101.json", headers={"If-None-Match": tag})
    assert again.status_code == HTTPStatus.NOT_MODIFIED
    for missing in ("/packs/en/999999.json", "/packs/fr/310101.json", "/zh/packs/999999"):
        assert client.get(missing).status_code == HTTPStatus.NOT_FOUND


def test_without_scripts_a_districts_page_leads_on(client: FlaskClient):
    page = client.get("/en/packs/310101").text
    told = page[page.index("<noscript>") : page.index("</noscript>")]
    assert 'href="/en/districts/310101"' in told
    assert 'href="/packs/en/310101.json"' in told


@pytest.mark.parametrize("view", ["standard", "easy"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_card_says_the_place_in_chinese_pinyin_and_english(client: FlaskClient, lang, view):
    page = client.get(f"/{lang}/venues/flair-pudong/card?view={view}", follow_redirects=True)
    root = markup.tree(page)
    assert root.find(".//h1").get("lang") == "zh-Hans"
    said = root.find(".//p[@lang='zh-Latn']").text
    assert said == toned_pinyin(root.find(".//h1").text)
    assert "tel:+86" in page.text
    assert "陆家嘴站，步行约 300 米" in page.text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("上海博物馆（人民广场馆）", "shàng hǎi bó wù guǎn (rén mín guǎng chǎng guǎn)"),
        ("长宁、莘庄", "cháng níng, xīn zhuāng"),
        ("百联 ZX 创趣场", "bǎi lián ZX chuàng qù chǎng"),
    ],
)
def test_pinyin_has_tones_and_reads_shanghais_names_right(name, said):
    assert toned_pinyin(name) == said
