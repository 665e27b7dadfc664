"""Opening hours written in Chinese, rewritten word by word in OSM syntax.

Only wordings with one meaning are rewritten. What is left in Han characters makes the text
unreadable, which is shown as unknown: better than a guess.
"""

from __future__ import annotations

import re

from webapp.domain.hours_days import WEEKDAYS
from webapp.domain.hours_library import MONTHS

REST = "闭馆|休馆|闭园|休园|休息|停业|歇业|公休|店休|不开放|不营业|关闭"

_HAN = r"[一-鿿]"
_WEEKDAY = dict(zip("一二三四五六日天", (*WEEKDAYS, "Su"), strict=True))
_AFTERNOON = ("下午", "傍晚", "晚上", "晚间", "夜间")
PART_OF_DAY = "凌晨|早上|早晨|上午|中午|" + "|".join(_AFTERNOON)

# In this order: a longer wording stands before a shorter one inside it.
_WORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), word)
    for pattern, word in (
        (r"(?:营业|开放|开馆|服务)时间\s*:?", ""),
        (r"法定节假日|法定假日|国定假日|公共假日|节假日", "PH"),
        (r"全年无休|天天|每天|每日", "Mo-Su"),
        (r"工作日", "Mo-Fr"),
        (r"双休日|周末", "Sa-Su"),
        (r"(?:全天|昼夜)?24小时(?:营业|开放)?|全天(?:营业|开放)?", "00:00-24:00"),
        (rf"{REST}", " off"),
        (r"次日|翌日|第二天", ""),
        (r"(?<=[\d点半时])\s*(?:开放|营业|开馆)", ""),
        (r"、|及|和|与", ","),
        (r"[至到]", "-"),
        (r"[旺淡夏冬]季|[夏冬]令时?", ""),
        (r"[逢每](?=周|星期|礼拜)", ""),
    )
)
_CLOCK = re.compile(
    rf"(?:(?P<part>{PART_OF_DAY})\s*)?(?P<hour>\d{{1,2}})"
    r"(?:[点时](?:(?P<half>半)|(?P<minutes>\d{1,2})分?)?|:(?P<minute>\d{2}))"
)


def translate(text: str) -> str:
    """Return `text` (half-width punctuation, no comments) with its Chinese words in OSM syntax."""
    for pattern, word in _WORDS:
        text = pattern.sub(word, text)
    return _clock_times(_seasons(_weekdays(text)))


def _weekdays(text: str) -> str:
    text = re.sub(r"(?:周|星期|礼拜)([一二三四五六日天]+)", _listed, text)
    text = re.sub(rf"(?<=[-,])([一二三四五六日天])(?!{_HAN})", lambda m: _WEEKDAY[m[1]], text)
    return re.sub(rf"({'|'.join(WEEKDAYS)}|PH)(?=\d|{_HAN})", r"\1 ", text)


def _listed(found: re.Match[str]) -> str:
    return ",".join(_WEEKDAY[character] for character in found[1])


def _seasons(text: str) -> str:
    text = re.sub(r"(\d{1,2})-(\d{1,2})月", r"\1月-\2月", text)
    return re.sub(r"(\d{1,2})月(?:(\d{1,2})[日号])?(?=(.?))", _month, text)


def _month(found: re.Match[str]) -> str:
    if not 1 <= int(found[1]) <= 12:
        return found[0]
    day = f" {int(found[2]):02}" if found[2] else ""
    gap = "" if found[3] in ("", "-", " ", ",", ":") else " "
    return MONTHS[int(found[1]) - 1] + day + gap


def _clock_times(text: str) -> str:
    """Rewrite `下午1:30-4点` as `13:30-16:00`: an end without a word shares that of its start."""
    written, at, start = "", 0, None
    for found in _CLOCK.finditer(text):
        between = text[at : found.start()]
        opens = start if between.strip() == "-" else None
        written += between + _clock(found, opens)
        at, start = found.end(), found
    return written + text[at:]


def _clock(found: re.Match[str], opens: re.Match[str] | None) -> str:
    hour = int(found["hour"])
    minute = 30 if found["half"] else int(found["minutes"] or found["minute"] or 0)
    if _is_afternoon(found, opens) and hour <= 12 and (hour < 12 or found["part"] != "下午"):
        hour += 12
    return f"{hour:02}:{minute:02}"


def _is_afternoon(found: re.Match[str], opens: re.Match[str] | None) -> bool:
    if found["part"] or opens is None:
        return found["part"] in _AFTERNOON
    return opens["part"] in _AFTERNOON and int(found["hour"]) > int(opens["hour"])
