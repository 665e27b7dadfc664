"""A plain enumerator of the half-hours of 2026, written for the tests.

It shares nothing with the product: no library, no module of `webapp`. The calendar below was
typed from the State Council's notice of 2025-11-04, the sun is NOAA's formula, and a pattern is
a Python function from a date to the times that begin on it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

YEAR = 2026
HALF_HOURS = 17_520
SHANGHAI = ZoneInfo("Asia/Shanghai")

DAYS_OFF = "0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007"
# Month and day worked at a weekend → weekday it stands in for (Monday is 0).
WORKED = {"0104": 4, "0214": 4, "0228": 0, "0509": 1, "0920": 1, "1010": 2}

Times = Callable[[date], str]


def instants() -> list[datetime]:
    """Return every half-hour of the year, first 00:00 on 1 January."""
    start = datetime(YEAR, 1, 1, tzinfo=SHANGHAI)
    return [start + timedelta(minutes=30 * n) for n in range(HALF_HOURS)]


def enumerate_year(times: Times) -> str:
    """Return one character a half-hour: `o` open, `?` perhaps, `.` closed."""
    line = ["."] * HALF_HOURS
    for offset in range(-1, 365):
        on = date(YEAR, 1, 1) + timedelta(days=offset)
        for mark, start, end in stretches(times(on)):
            for half_hour in range(-(-start // 30), -(-end // 30)):
                place = offset * 48 + half_hour
                if 0 <= place < HALF_HOURS and line[place] != "o":
                    line[place] = mark
    return "".join(line)


def stretches(times: str) -> list[tuple[str, int, int]]:
    """Read `09:00-11:30,?18:00-02:00` as marks and minutes; an end before the start is tomorrow."""
    found = []
    for part in filter(None, times.replace(" ", "").split(",")):
        start, end = (minutes(clock) for clock in part.lstrip("?").split("-"))
        found.append(("?" if part[0] == "?" else "o", start, end if end > start else end + 1440))
    return found


def minutes(clock: str) -> int:
    """Return minutes after midnight of `HH:MM`, hours past 24 included."""
    hours, _, rest = clock.partition(":")
    return int(hours) * 60 + int(rest)


def off(on: date) -> bool:
    """Say whether the notice gives the day off."""
    if on.year != YEAR:
        return on == date(YEAR + 1, 1, 1)  # New Year's Day is off before any notice says so
    key = f"{on:%m%d}"
    return any(span[:4] <= key <= span[5:] for span in DAYS_OFF.split())


def eve(on: date) -> bool:
    """Say whether the next day is off."""
    return off(on + timedelta(days=1))


def worked_as(on: date) -> int:
    """Return the weekday an office takes the day for."""
    return WORKED.get(f"{on:%m%d}", on.weekday()) if on.year == YEAR else on.weekday()


def nth(on: date) -> tuple[int, int]:
    """Return which weekday of its kind in the month a day is, from the start and the end."""
    after = on + timedelta(days=1)
    left = 0
    while after.month == on.month:
        left += after.weekday() == on.weekday()
        after += timedelta(days=1)
    return (on.day + 6) // 7, -1 - left


def sun(on: date) -> tuple[int, int]:
    """Return sunrise and sunset at People's Square in whole minutes (NOAA, zenith 90.833°)."""
    lat, lng = math.radians(31.2304), 121.4737
    century = (on.toordinal() - date(2000, 1, 1).toordinal() + 4 / 24 - 0.5) / 36525
    mean = 280.46646 + century * (36000.76983 + century * 0.0003032)
    anomaly = math.radians(357.52911 + century * (35999.05029 - 0.0001537 * century))
    eccentricity = 0.016708634 - century * 0.000042037
    center = (
        math.sin(anomaly) * (1.914602 - century * 0.004817)
        + math.sin(2 * anomaly) * 0.019993
        + math.sin(3 * anomaly) * 0.000289
    )
    node = math.radians(125.04 - 1934.136 * century)
    apparent = math.radians(mean + center - 0.00569 - 0.00478 * math.sin(node))
    tilt = math.radians(23.439291 - 0.0130042 * century + 0.00256 * math.cos(node))
    declination = math.asin(math.sin(tilt) * math.sin(apparent))
    y = math.tan(tilt / 2) ** 2
    long = math.radians(mean)
    equation = 4 * math.degrees(
        y * math.sin(2 * long)
        - 2 * eccentricity * math.sin(anomaly)
        + 4 * eccentricity * y * math.sin(anomaly) * math.cos(2 * long)
        - 0.5 * y * y * math.sin(4 * long)
        - 1.25 * eccentricity * eccentricity * math.sin(2 * anomaly)
    )
    zenith = math.cos(math.radians(90.833)) / (math.cos(lat) * math.cos(declination))
    half_day = 4 * math.degrees(math.acos(zenith - math.tan(lat) * math.tan(declination)))
    noon = 720 - 4 * lng - equation + 480
    return int(noon - half_day), int(noon + half_day)


def near_the_sun() -> set[int]:
    """Return the half-hours at which the sun rises or sets to the minute: two formulas may differ.

    They differ by at most a minute, which matters on three or four days of the year.
    """
    places: set[int] = set()
    for offset in range(365):
        for minute in sun(date(YEAR, 1, 1) + timedelta(days=offset)):
            if (minute + 1) % 30 <= 2:
                nearest = offset * 48 + (minute + 1) // 30
                places.update(nearest + shift for shift in range(-3, 4))
    return places


def clock(minute: int) -> str:
    """Return `HH:MM` of a minute of the day."""
    return f"{minute // 60:02}:{minute % 60:02}"
