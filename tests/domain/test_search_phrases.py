"""What the words of a query are read as, in both languages, and that no letter gets lost."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.domain.search_phrases import Meaning, Phrase, Reading, read_phrases, rest_of

NOW = datetime(2026, 11, 20, 21, 40, tzinfo=ZoneInfo("Asia/Shanghai"))  # a Friday
PIECES = (
    "外滩 附近 的 酒吧 今晚 现在 开着的 免费 無障礙 周六 下午 24小时 离 近 在 凌晨 2点半 营业到 "
    "near the bund open now tonight at 9pm free step-free wheelchair on saturday after midnight "
    "within 10 minutes' walk of , （ ） İ ß ﬁ 👩‍👧 ２４小時 : - 23:30 24 / 7"
)
WORDS = st.sampled_from(PIECES.split())
QUERIES = st.lists(st.one_of(WORDS, st.text(max_size=6)), max_size=9).map("".join) | st.lists(
    WORDS, max_size=9
).map(" ".join)


def said(query: str) -> dict[str, str]:
    """Each meaning and its words."""
    return {str(one.meaning): one.words(query) for one in read_phrases(query).phrases}


def moment(query: str) -> str:
    """The moment a query names, as `Fri 23:30`, counted from Friday 21:40."""
    times = [one.time for one in read_phrases(query).phrases if one.time]
    assert len(times) == 1
    return times[0].moment(NOW).strftime("%a %d %H:%M")


@given(QUERIES)
def test_every_letter_is_in_a_phrase_or_in_the_rest(query):
    reading = read_phrases(query)
    for phrases in every_choice(reading):
        rest = rest_of(query, phrases)
        whole = rest + "".join(query[one.start : one.end] for one in phrases)
        assert sorted("".join(whole.split())) == sorted("".join(query.split()))


@given(QUERIES)
def test_phrases_stand_in_order_apart_and_inside_the_query(query):
    reading = read_phrases(query)
    for phrases in every_choice(reading):
        at = 0
        for phrase in sorted(phrases, key=lambda one: one.start):
            assert at <= phrase.start < phrase.end <= len(query)
            at = phrase.end


@given(QUERIES)
def test_every_moment_lies_ahead(query):
    for phrase in read_phrases(query).phrases:
        if phrase.time:
            assert phrase.time.moment(NOW) >= NOW


@given(st.text(alphabet="外滩豫园博物馆abcdefg 路街号", max_size=20))
def test_names_stay_as_they_are(query):
    assert read_phrases(query) == Reading(query, (), ())
    assert rest_of(query, ()) == query


@pytest.mark.parametrize(
    "query",
    [
        "外滩",
        "the bund",
        "1933老场坊",
        "sugar-free cafe",
        "下午茶",
        "夜上海",
        "迪士尼周边店",
        "24 Hotel",
    ],
)
def test_what_only_looks_like_a_phrase_is_none(query):
    assert read_phrases(query) == Reading(query, (), ())


@pytest.mark.parametrize(
    ("query", "meaning", "rest"),
    [
        ("现在开着的酒吧", Meaning.OPEN_NOW, "酒吧"),
        ("現在營業 酒吧", Meaning.OPEN_NOW, "酒吧"),
        ("bars open now", Meaning.OPEN_NOW, "bars"),
        ("museums that are free", Meaning.FREE, "museums"),
        ("免费的博物馆", Meaning.FREE, "博物馆"),
        ("24小时书店", Meaning.ALL_NIGHT, "书店"),
        ("２４小時書店", Meaning.ALL_NIGHT, "書店"),
        ("24h cafe", Meaning.ALL_NIGHT, "cafe"),
        ("通宵 网吧", Meaning.ALL_NIGHT, "网吧"),
        ("Step-Free museums", Meaning.STEP_FREE, "museums"),
        ("wheelchair accessible park", Meaning.STEP_FREE, "park"),
        ("无障碍公园", Meaning.STEP_FREE, "公园"),
        ("nearby bars", Meaning.NEAR_ME, "bars"),
        ("我附近的食堂", Meaning.NEAR_ME, "食堂"),
        ("今晚的演出", Meaning.TIME, "演出"),
    ],
)
def test_phrases_with_one_meaning(query, meaning, rest):
    reading = read_phrases(query)
    assert [one.meaning for one in reading.phrases] == [meaning]
    assert rest_of(query, reading.phrases) == rest


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("tonight", "Fri 20 21:40"),
        ("今晚", "Fri 20 21:40"),
        ("bars open tonight at 10pm", "Fri 20 22:00"),
        ("tonight at 1:00", "Sat 21 01:00"),
        ("after midnight noodles", "Sat 21 00:30"),
        ("late night", "Sat 21 00:30"),
        ("凌晨", "Sat 21 00:30"),
        ("零点后", "Sat 21 00:30"),
        ("凌晨两点", "Sat 21 02:00"),
        ("晚上10点后", "Fri 20 22:00"),
        ("Saturday afternoon", "Sat 21 15:00"),
        ("周六下午", "Sat 21 15:00"),
        ("周末", "Sat 21 15:00"),
        ("下周三上午", "Wed 25 10:00"),
        ("tomorrow", "Sat 21 12:00"),
        ("明天晚上", "Sat 21 20:00"),
        ("明天晚上9点半还开的酒吧", "Sat 21 21:30"),
        ("bars at 23:30 on a Friday", "Fri 20 23:30"),
        ("Friday morning", "Fri 27 10:00"),
        ("7:30pm", "Sat 21 19:30"),
        ("12am", "Sat 21 00:00"),
    ],
)
def test_moments(query, meant):
    assert moment(query) == meant


def test_after_midnight_tonight_is_the_night_that_began():
    after_one = NOW.replace(day=21, hour=1, minute=0)
    (late,) = read_phrases("late night").phrases
    (tonight,) = read_phrases("tonight").phrases
    assert tonight.time.moment(after_one) == after_one
    assert late.time.moment(after_one) == after_one


@pytest.mark.parametrize(
    ("query", "place", "words"),
    [
        ("canteen near zhongshan park", "zhongshan park", "near zhongshan park"),
        ("museums near the bund that are free", "the bund", "near the bund"),
        ("外滩附近酒吧", "外滩", "外滩附近"),
        ("在外滩附近的酒吧", "外滩", "在外滩附近的"),
        ("酒吧 外滩附近", "外滩", "外滩附近"),
        ("离外滩近的酒吧", "外滩", "离外滩近的"),
        ("zhongshan park附近 食堂", "zhongshan park", "zhongshan park附近"),
    ],
)
def test_places_are_among_the_readings(query, place, words):
    readings = [one for near in read_phrases(query).places for one in near]
    assert (place, words) in [(one.place.place, one.words(query)) for one in readings]


def test_how_far_from_a_place():
    assert reach("within 10 minutes' walk of the bund") == (10, None)
    assert reach("静安寺步行12分钟内的食堂") == (15, None)
    assert reach("人民广场500米内") == (None, 500)
    assert reach("within 2 km of the bund") == (None, 2000)


def test_phrases_of_both_languages_together():
    assert said("free 博物馆 周六下午 wheelchair") == {
        "free": "free",
        "time": "周六下午",
        "step-free": "wheelchair",
    }


def reach(query: str) -> tuple[int | None, int | None]:
    place = read_phrases(query).places[0][0].place
    return (place.walk_min, place.within_m)


def every_choice(reading: Reading) -> list[tuple[Phrase, ...]]:
    """The phrases alone, and with each reading of each place."""
    alone = [reading.phrases]
    return alone + [(*reading.phrases, one) for near in reading.places for one in near]


def test_a_chinese_place_is_first_read_without_the_words_before_a_space():
    readings = [one.place.place for one in read_phrases("博物馆 人民广场附近").places[0]]
    assert readings[0] == "人民广场"
    assert "博物馆 人民广场" in readings
