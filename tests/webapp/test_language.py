"""Two languages: the address says which, the browser is asked once, each page names its twin."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.fixtures import markup


@pytest.mark.parametrize(
    ("accepts", "home"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "/zh/"),
        ("zh-TW", "/zh/"),
        ("en-GB,en;q=0.9", "/en/"),
        ("en;q=0.5,zh;q=0.7", "/zh/"),
        ("fr-FR,en;q=0.4", "/en/"),
        ("fr-FR", "/zh/"),
        ("*", "/zh/"),
        ("", "/zh/"),
    ],
)
def test_the_root_sends_to_the_language_of_the_browser(empty: FlaskClient, accepts: str, home: str):
    answer = empty.get("/", headers={"Accept-Language": accepts})
    assert (answer.status_code, answer.location) == (302, home)
    assert "Accept-Language" in answer.vary


def test_a_browser_that_says_nothing_gets_chinese(empty: FlaskClient):
    assert empty.get("/").location == "/zh/"


@pytest.mark.parametrize(("lang", "tag"), [("zh", "zh-Hans"), ("en", "en")])
def test_the_address_decides_whatever_the_browser_asks_for(empty: FlaskClient, lang: str, tag: str):
    other = {"zh": "en", "en": "zh-CN"}[lang]
    answer = empty.get(f"/{lang}/about", headers={"Accept-Language": other})
    assert markup.tree(answer).get("lang") == tag


def test_a_third_language_is_no_page(empty: FlaskClient):
    assert empty.get("/fr/").status_code == 404
    assert empty.get("/zh-CN/").status_code == 404


@pytest.mark.parametrize(
    "address", ["/zh/", "/en/", "/zh/venues?q=%E4%B8%8A%E5%8D%9A&page=1", "/en/map?open=now"]
)
def test_each_page_names_both_languages_and_a_default(empty: FlaskClient, address: str):
    rest = address[3:]
    links = markup.tree(empty.get(address)).findall("head/link[@rel='alternate']")
    assert {link.get("hreflang"): link.get("href") for link in links} == {
        "zh-Hans": f"http://localhost/zh{rest}",
        "en": f"http://localhost/en{rest}",
        "x-default": f"http://localhost/en{rest}",
    }


@pytest.mark.parametrize(
    "rest", ["/", "/about", "/venues?kind=museum&at=2026-02-17T23:30&page=1", "/map?q=%E5%A4%96"]
)
def test_the_switch_keeps_page_and_question(empty: FlaskClient, rest: str):
    for lang, other, word in (("zh", "en", "EN"), ("en", "zh", "中文")):
        root = markup.tree(empty.get(f"/{lang}{rest}"))
        (switch,) = root.findall(".//a[@hreflang]")
        assert (switch.get("href"), markup.words(switch)) == (f"/{other}{rest}", word)
        assert switch.get("lang") == switch.get("hreflang") == {"zh": "zh-Hans", "en": "en"}[other]


def test_no_page_mixes_the_languages_of_the_interface(empty: FlaskClient):
    """The words of the frame come from one catalog."""
    zh, en = (markup.tree(empty.get(f"/{lang}/venues")) for lang in ("zh", "en"))
    assert markup.words(zh.find(".//h1")) == "地点"
    assert markup.words(en.find(".//h1")) == "Places"
    assert markup.words(zh.find(".//nav/a")) == "发现"
    assert markup.words(en.find(".//nav/a")) == "Discover"


@pytest.mark.parametrize(("lang", "word"), [("zh", "没有这个页面"), ("en", "No such page")])
def test_an_unknown_address_answers_in_its_language(empty: FlaskClient, lang: str, word: str):
    answer = empty.get(f"/{lang}/nowhere", headers={"Accept-Language": "fr"})
    assert answer.status_code == 404
    assert markup.words(markup.tree(answer).find(".//h1")) == word


def test_an_unknown_address_without_a_language_asks_the_browser(empty: FlaskClient):
    answer = empty.get("/nowhere", headers={"Accept-Language": "en"})
    assert markup.words(markup.tree(answer).find(".//h1")) == "No such page"
    assert markup.tree(answer).find(".//a[@hreflang]").get("href") == "/zh/"
