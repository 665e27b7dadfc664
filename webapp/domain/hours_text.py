"""Opening hours as people write them, normalised to OSM `opening_hours` syntax."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from webapp.domain import hours_chinese
from webapp.domain.faults import HoursUnreadable
from webapp.domain.hours_days import WEEKDAYS
from webapp.domain.hours_library import MONTHS

LONGEST = 500  # characters; a longer text is prose

_DASHES = re.compile(r"\s*[‐‑‒–—―−~～〜]+\s*")
_LAST_ENTRY = re.compile(
    r"[,;]?\s*((?:最后|最晚|末次)?\s*\d{1,2}:\d{2}\s*后?(?:停止|止|截止)[^\s,;\"()]*)"
)
_JOINED_TIMES = re.compile(
    rf"(?<=[\d点半分])\s*；\s*(?=(?:{hours_chinese.PART_OF_DAY})?\s*\d{{1,2}}[:：点时])"
)
_SUN = re.compile(r"sunrise|sunset|dawn|dusk")
_REST_DAY = re.compile(rf"[逢每]?(?:周|星期|礼拜)[^\d]*?(?:{hours_chinese.REST})")
_SEASON = re.compile(r"[\d月日号至到-]+月[\d日号]*")
_EXCEPTION = re.compile(r"除外|例外|\bexcept\b", re.IGNORECASE)
_FULL_NAMES = dict(
    zip(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        WEEKDAYS,
        strict=True,
    )
) | dict(
    zip(
        (
            *("january", "february", "march", "april", "may", "june", "july"),
            *("august", "september", "october", "november", "december"),
        ),
        MONTHS,
        strict=True,
    )
)
_SHORT_NAMES = {name.lower(): name for name in (*WEEKDAYS, *MONTHS, "PH", "SH")} | {
    "mon": "Mo", "tue": "Tu", "tues": "Tu", "wed": "We", "thu": "Th", "thur": "Th",
    "thurs": "Th", "fri": "Fr", "sat": "Sa", "sun": "Su", "sept": "Sep",
}  # fmt: skip
_NAMES = _FULL_NAMES | _SHORT_NAMES
_PHRASES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), word)
    for pattern, word in (
        (r"\b(?:24 ?hours|24 ?hrs|24h|24/24|around the clock)\b", "00:00-24:00"),
        (r"\b(?:daily|every ?day|all week)\b", "Mo-Su"),
        (r"\bweekdays\b", "Mo-Fr"),
        (r"\bweekends?\b", "Sa-Su"),
        (r"\b(?:public|bank|national|legal) holidays?\b|\bholidays\b", "PH"),
        (r"(?<=[a-z\d])\s+(?:to|until|till)\s+(?=[a-z\d])", "-"),
        (r"\bnoon\b", "12:00"),
        (r"\bmidnight\b", "24:00"),
    )
)
_AM_PM = re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\b\.?", re.IGNORECASE)
_BARE_RANGE = re.compile(r"(?<![\d:.\[/+-])(\d{1,2})-(\d{1,2})(?![\d:.\]/-])")
_NEW_RULE = re.compile(
    r"(?:^\s*|(?<=\d:\d\d)|(?<=\d:\d\d\+)|(?<=off)|(?<=closed)|(?<=open)|(?<=unknown)),\s*(?=[A-Za-z])"
)
_BEFORE_TIME = re.compile(rf"(?:^|;|\|\||\d:\d\d,|(?:\b(?:{'|'.join(WEEKDAYS)}|PH)|\]):?)\s*$")


def normalise(text: str) -> str:
    """Return `text` in OSM syntax as far as it is understood; comments stay as they are.

    Raises `HoursUnreadable` for an empty or endless text and for one that names an exception
    in words. Normalising a second time changes nothing.
    """
    if not text.strip() or len(text) > LONGEST:
        raise HoursUnreadable(text[:60], "empty" if not text.strip() else "too long")
    plain = _unquoted(re.sub("[“”„]", '"', text.strip()), _half_width)
    if _EXCEPTION.search(re.sub(r'"[^"]*"', "", plain)):
        raise HoursUnreadable(text, "an exception in words")
    plain = _unquoted(plain, _parentheses)
    plain = _unquoted(plain, lambda part: _LAST_ENTRY.sub(r' "\1"', part))
    plain = _unquoted(plain, lambda part: _clock_times(_words(hours_chinese.translate(part))))
    plain = _tidy(plain)
    return "24/7" if plain in ("00:00-24:00", "Mo-Su 00:00-24:00") else plain


def _unquoted(text: str, change: Callable[[str], str]) -> str:
    parts = re.split(r'("[^"]*")', text)
    return "".join(part if part.startswith('"') else change(part) for part in parts)


def _half_width(text: str) -> str:
    # In Chinese a full-width semicolon between two times of day joins them; OSM's replaces.
    text = _JOINED_TIMES.sub(",", text)
    return _DASHES.sub("-", unicodedata.normalize("NFKC", text)).replace("。", "")


def _parentheses(text: str) -> str:
    return re.sub(r"\s*\(([^()]*)\)", _parenthesis, text)


def _parenthesis(found: re.Match[str]) -> str:
    inside = found[1].strip()
    if _SUN.search(inside):
        return found[0]
    if _REST_DAY.fullmatch(inside):
        return f"; {inside}"
    return f" {inside} " if _SEASON.fullmatch(inside) else f' "{inside}" '


def _words(text: str) -> str:
    for pattern, word in _PHRASES:
        text = pattern.sub(word, text)
    return re.sub(r"[A-Za-z]+", _word, text)


def _word(found: re.Match[str]) -> str:
    word = found[0].lower()
    if word in _NAMES:
        return _NAMES[word]
    known = ("open", "closed", "off", "unknown", "week", "easter", "day", "days")
    return word if word in known or _SUN.fullmatch(word) else found[0]


def _clock_times(text: str) -> str:
    text = _AM_PM.sub(_half_day_time, text)
    text = re.sub(r"\b(\d{1,2})\.(\d{2})(?=\s*-|\s*$|[,;\s])", r"\1:\2", text)
    text = re.sub(r"(?<=\d)\s*-\s*(?=\d)", "-", text)
    while (found := _first_bare_range(text)) is not None:
        hours = f"{int(found[1]):02}:00-{int(found[2]):02}:00"
        text = text[: found.start()] + hours + text[found.end() :]
    return re.sub(r"(?<![\d:])(\d):(\d{2})", r"0\1:\2", text)


def _half_day_time(found: re.Match[str]) -> str:
    hour, after_noon = int(found[1]), found[3].lower() == "p"
    if not 1 <= hour <= 12:
        return found[0]
    return f"{hour % 12 + 12 * after_noon:02}:{found[2] or '00'}"


def _first_bare_range(text: str) -> re.Match[str] | None:
    """Find hours without minutes (`9-17`), which days of a month or week numbers are not."""
    for found in _BARE_RANGE.finditer(text):
        if _BEFORE_TIME.search(text[: found.start()]) and max(map(int, found.groups())) <= 24:
            return found
    return None


def _tidy(text: str) -> str:
    text = _unquoted(text, _tidy_part)
    text = re.sub(r"\s*(;|\|\|)\s*", lambda m: "; " if m[1] == ";" else " || ", text)
    return text.strip(" ;,")


def _tidy_part(text: str) -> str:
    text = re.sub(r"(?<=[A-Za-z\]])\s*:\s*(?=[\d(A-Za-z])", " ", text)
    text = re.sub(r"\s*-\s*(?=\d{1,2}:|[A-Z][a-z])", "-", text)
    text = re.sub(r"[\s;,]*;[\s;,]*", "; ", text)
    text = _NEW_RULE.sub(", ", text)
    return re.sub(r"\s+", " ", text)
