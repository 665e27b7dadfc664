"""Names are read as Shanghai reads them."""

from __future__ import annotations

import pytest
import yaml

from webapp.domain.search_terms.forms import Role, form_of
from webapp.domain.search_terms.readings import readings_of
from webapp.services.sort_keys import chinese_key
from webapp.settings import ROOT

NAMES = {
    "长宁路": "changninglu",
    "长寿路": "changshoulu",
    "长乐路": "changlelu",
    "长清路": "changqinglu",
    "长泰广场": "changtaiguangchang",
    "长白新村": "changbaixincun",
    "长兴岛": "changxingdao",
    "乐山路": "leshanlu",
    "重庆南路": "chongqingnanlu",
    "重固": "chonggu",
    "六合路": "liuhelu",
    "闵行": "minhang",
    "高行": "gaohang",
    "殷行": "yinhang",
    "四行仓库": "sihangcangku",
    "莘庄": "xinzhuang",
    "朱家角": "zhujiajiao",
    "五角场": "wujiaochang",
    "大世界": "dashijie",
    "陆家浜路": "lujiabanglu",
    "西藏南路": "xizangnanlu",
    "漕河泾": "caohejing",
    "虬江路": "qiujianglu",
    "龙漕路": "longcaolu",
    "音乐厅": "yinyueting",
    "绿地": "ludi",
}


@pytest.mark.parametrize(("name", "sound"), NAMES.items())
def test_names_are_read_as_the_city_reads_them(name: str, sound: str):
    assert "".join(readings_of(name)) == sound


def test_lists_sort_by_the_same_readings():
    assert chinese_key("长宁路") == "chang ning lu"


def test_stations_are_read_as_their_english_names_spell_them():
    """One-word English names of stations are pinyin: a check on hundreds of readings."""
    stations = yaml.safe_load((ROOT / "content/metro/stations.yaml").read_text(encoding="utf-8"))
    differing = {
        each["name"]["zh"]: (form_of(each["name"]["zh"], Role.NAME).sound, each["name"]["en"])
        for each in stations
        if len(each["name"]["en"].split()) == 1
        and form_of(each["name"]["zh"], Role.NAME).sound
        != form_of(each["name"]["en"], Role.NAME).compact
    }
    assert differing == {}
