"""The only place that calls the opening-hours library.

The library reads the grammar, seasons, week numbers and the sun. It is never asked about public
holidays (its Chinese calendar knows six single days), nor about two rules at once: there it lets
a day's rule cut the night before. Rules are therefore put together in `hours_rules`.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from opening_hours import OpeningHours, ParserError  # type: ignore[attr-defined]

from webapp.domain.faults import HoursUnreadable
from webapp.domain.openings import TZ, midnight

# People's Square, WGS-84: within the city sunset differs by less than three minutes.
SHANGHAI = (31.2304, 121.4737)
_SUN = re.compile(r"sunrise|sunset|dawn|dusk")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ANY_DAY = date(2026, 1, 5)


def check(text: str) -> None:
    """Raise `HoursUnreadable` unless `text` follows the OSM grammar as the library knows it."""
    try:
        OpeningHours(text, timezone=TZ, auto_country=False)
    except ParserError as error:
        raise HoursUnreadable(text, _reason(str(error))) from None


def dates_match(dates: str, on: date) -> bool:
    """Say whether a wide selector (years, months, days of months, weeks) holds on a date."""
    return _wide(dates).is_open(datetime.combine(on, time(12)))


def minutes_on(timespan: str, on: date) -> tuple[int, int]:
    """Return one timespan, such as `20:00-02:00`, as minutes from 00:00 of `on` (0 to 2880)."""
    return _minutes(timespan, on if _SUN.search(timespan) else _ANY_DAY)


@lru_cache(maxsize=512)
def _wide(dates: str) -> OpeningHours:
    return OpeningHours(f"{dates} 00:00-24:00")


@lru_cache(maxsize=8192)
def _minutes(timespan: str, on: date) -> tuple[int, int]:
    # A country would be looked up from the coordinates at twenty times the price.
    rule = OpeningHours(
        f"{_osm_date(on)} {timespan}", timezone=TZ, coords=SHANGHAI, auto_country=False
    )
    start = midnight(on)
    for first, last, state, _ in rule.intervals(start, start + timedelta(days=2)):
        if str(state) == "open":
            return _minute(first - start), _minute(last - start)
    return 0, 0


def _osm_date(on: date) -> str:
    return f"{on.year} {MONTHS[on.month - 1]} {on.day:02}"


def _minute(passed: timedelta) -> int:
    return int(passed.total_seconds()) // 60


def _reason(message: str) -> str:
    place = re.search(r"--> \d+:(\d+)", message)
    return f"cannot be read from character {place[1]} on" if place else "cannot be read"
