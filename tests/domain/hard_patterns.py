"""Hard opening-hours texts, each beside a plain Python reading of it.

A reading maps a date to the times that begin on it; `?` marks times that are only perhaps open.
Nothing here looks at the product: what the texts mean is said twice, in two languages.
"""

from __future__ import annotations

from datetime import date

from tests.domain.oracle import Times, clock, eve, nth, off, sun, worked_as

MO, TU, WE, TH, FR, SA, SU = range(7)
ALWAYS = "00:00-24:00"


def every_day(times: str) -> Times:
    return lambda _on: times


def weekend(on: date) -> bool:
    return on.weekday() in (SA, SU)


def workday(on: date) -> bool:
    """Mo-Fr as an office counts, holidays not looked at."""
    return worked_as(on) <= FR


def between(on: date, first: str, last: str) -> bool:
    """`0401-0930`, also across the new year."""
    key = f"{on:%m%d}"
    return first <= key <= last if first <= last else key >= first or key <= last


def dated(on: date, *days: str) -> bool:
    return f"{on:%m%d}" in days


NIGHTS: dict[str, Times] = {
    "Mo-Su 20:00-04:00": every_day("20:00-04:00"),
    "20:00-04:00; PH off": lambda on: "" if off(on) else "20:00-04:00",
    "Fr,Sa 22:00-06:00": lambda on: "22:00-06:00" if on.weekday() in (FR, SA) else "",
    "Fr 20:00-04:00; Sa off": lambda on: "20:00-04:00" if on.weekday() == FR else "",
    "Fr 20:00-04:00; Sa 10:00-12:00": lambda on: {FR: "20:00-04:00", SA: "10:00-12:00"}.get(
        on.weekday(), ""
    ),
    "Fr 22:00-34:00": lambda on: "22:00-34:00" if on.weekday() == FR else "",
    "20:00-04:00; 02:00-03:00 off": every_day("20:00-02:00,27:00-28:00"),
    "00:00-03:00,18:00-24:00": every_day("00:00-03:00,18:00-24:00"),
    "Mo-Su 10:00-00:00": every_day("10:00-24:00"),
    "10:00-10:00": every_day("10:00-34:00"),
    "Mo-Th 18:00-02:00; Fr-Sa 18:00-05:00; Su 18:00-02:00; PH 18:00-05:00": lambda on: (
        "18:00-05:00" if off(on) or on.weekday() in (FR, SA) else "18:00-02:00"
    ),
    "Dec 24 18:00-02:00; Dec 31 18:00-06:00": lambda on: (
        "18:00-02:00" if dated(on, "1224") else "18:00-06:00" if dated(on, "1231") else ""
    ),
    "Fr 23:00-05:00; PH off; 2026 May 01 20:00-24:00": lambda on: (
        "20:00-24:00"
        if dated(on, "0501") and on.year == 2026
        else "23:00-05:00"
        if on.weekday() == FR and not off(on)
        else ""
    ),
    "Mo-Su 17:30-01:30; Su[-1] off; Dec 31 17:30-06:00": lambda on: (
        "17:30-06:00"
        if dated(on, "1231")
        else ""
        if on.weekday() == SU and nth(on)[1] == -1
        else "17:30-01:30"
    ),
    "Mo-Su 05:00-13:00": every_day("05:00-13:00"),
    "Sa 18:00-06:00, Su 06:00-18:00": lambda on: {SA: "18:00-06:00", SU: "06:00-18:00"}.get(
        on.weekday(), ""
    ),
    "Th-Sa 21:00-05:00; PH -1 day 21:00-06:00; PH 19:00-03:00": lambda on: (
        "19:00-03:00"
        if off(on)
        else "21:00-06:00"
        if eve(on)
        else "21:00-05:00"
        if on.weekday() in (TH, FR, SA)
        else ""
    ),
}

HOLIDAYS: dict[str, Times] = {
    "PH 10:00-16:00": lambda on: "10:00-16:00" if off(on) else "",
    "PH off": every_day(""),
    "10:00-22:00; PH 10:00-22:30": lambda on: "10:00-22:30" if off(on) else "10:00-22:00",
    "Tu-Su 09:00-17:00; PH 09:00-17:00": lambda on: (
        "09:00-17:00" if off(on) or on.weekday() != MO else ""
    ),
    "Tu-Su,PH 09:00-17:00": lambda on: "09:00-17:00" if off(on) or on.weekday() != MO else "",
    "10:00-18:00; Mo off; PH 10:00-18:00": lambda on: (
        "10:00-18:00" if off(on) or on.weekday() != MO else ""
    ),
    "PH -1 day 18:00-24:00": lambda on: "18:00-24:00" if eve(on) else "",
    "00:00-24:00; PH off": lambda on: "" if off(on) else ALWAYS,
    "Mo-Su,PH 11:30-14:30,17:00-21:30": every_day("11:30-14:30,17:00-21:30"),
    "PH,Sa,Su 07:00-22:00; Mo-Fr 09:00-22:00": lambda on: (
        "09:00-22:00" if workday(on) else "07:00-22:00"
    ),
    "Mo-Fr 09:00-22:00; PH,Sa,Su 07:00-22:00": lambda on: (
        "07:00-22:00" if off(on) or not workday(on) else "09:00-22:00"
    ),
    "10:00-22:00; 2026 Oct 01-2026 Oct 07 09:00-23:00": lambda on: (
        "09:00-23:00" if on.year == 2026 and between(on, "1001", "1007") else "10:00-22:00"
    ),
    "10:00-22:00; Jan 01 off; 2026 Feb 16-2026 Feb 18 11:00-16:00": lambda on: (
        ""
        if dated(on, "0101")
        else "11:00-16:00"
        if on.year == 2026 and between(on, "0216", "0218")
        else "10:00-22:00"
    ),
    "Mo-Su 10:00-22:00; Oct 01-03 12:00-20:00": lambda on: (
        "12:00-20:00" if between(on, "1001", "1003") else "10:00-22:00"
    ),
    "Mo,We,Fr 09:00-11:00; PH off": lambda on: (
        "09:00-11:00" if on.weekday() in (MO, WE, FR) and not off(on) else ""
    ),
}

MAKEUP_WORKDAYS: dict[str, Times] = {
    "Mo-Fr 09:00-17:00": lambda on: "09:00-17:00" if workday(on) else "",
    "Mo-Fr 09:00-17:00; PH off": lambda on: "09:00-17:00" if workday(on) and not off(on) else "",
    "Mo-Fr 09:00-17:00; Sa 09:00-12:00": lambda on: (
        "09:00-17:00" if workday(on) else "09:00-12:00" if on.weekday() == SA else ""
    ),
    "Mo-Fr 09:00-17:00; Sa,Su 10:00-16:00; PH 10:00-14:00": lambda on: (
        "10:00-14:00" if off(on) else "09:00-17:00" if workday(on) else "10:00-16:00"
    ),
    "09:00-17:00; Sa-Su off": lambda on: "09:00-17:00" if workday(on) else "",
    "Mo-Fr 08:30-11:30,13:30-16:30; Sa 08:30-11:30; PH off": lambda on: (
        ""
        if off(on)
        else "08:30-11:30,13:30-16:30"
        if workday(on)
        else "08:30-11:30"
        if on.weekday() == SA
        else ""
    ),
    # Friday's and Sunday's hours are their own, so a make-up day takes its stand-in's.
    "Mo-Th 10:00-22:00; Fr 10:00-02:00; Sa 12:00-02:00; Su 12:00-22:00": lambda on: (
        ["10:00-22:00"] * 4 + ["10:00-02:00", "12:00-02:00", "12:00-22:00"]
    )[worked_as(on)],
    "Mo 13:00-17:00; Tu-Fr 09:00-17:00": lambda on: (
        ["13:00-17:00"] + ["09:00-17:00"] * 4 + ["", ""]
    )[worked_as(on)],
    # These do not keep workdays and follow the calendar.
    "Tu-Su 09:00-17:00": lambda on: "" if on.weekday() == MO else "09:00-17:00",
    "Mo-Sa 09:00-17:00": lambda on: "" if on.weekday() == SU else "09:00-17:00",
    "Su-Th 10:00-22:00; Fr,Sa 10:00-22:30": lambda on: (
        "10:00-22:30" if on.weekday() in (FR, SA) else "10:00-22:00"
    ),
    "We-Fr 16:00-22:00; Sa-Su 10:00-22:00": lambda on: (
        "10:00-22:00" if weekend(on) else "16:00-22:00" if on.weekday() >= WE else ""
    ),
    "Mo-Fr 09:00-17:00; PH off; 2026 Feb 14 10:00-12:00": lambda on: (
        "10:00-12:00"
        if dated(on, "0214") and on.year == 2026
        else "09:00-17:00"
        if workday(on) and not off(on)
        else ""
    ),
    "Mo-Fr 18:00-02:00; PH off": lambda on: "18:00-02:00" if workday(on) and not off(on) else "",
}

SEASONS_AND_COUNTS: dict[str, Times] = {
    "Su[-1] 14:00-16:00": lambda on: (
        "14:00-16:00" if on.weekday() == SU and nth(on)[1] == -1 else ""
    ),
    "Su[1,3] 14:00-16:00": lambda on: (
        "14:00-16:00" if on.weekday() == SU and nth(on)[0] in (1, 3) else ""
    ),
    "Sa[2-4] 09:00-11:30": lambda on: (
        "09:00-11:30" if on.weekday() == SA and nth(on)[0] in (2, 3, 4) else ""
    ),
    "Tu-Su 10:00-18:00; Tu[1] off": lambda on: (
        "" if on.weekday() == MO or (on.weekday() == TU and nth(on)[0] == 1) else "10:00-18:00"
    ),
    "Apr-Sep 08:00-18:00; Oct-Mar 08:30-17:00": lambda on: (
        "08:00-18:00" if 4 <= on.month <= 9 else "08:30-17:00"
    ),
    "Mar 16-Nov 15 08:00-18:00; Nov 16-Mar 15 08:30-16:30": lambda on: (
        "08:00-18:00" if between(on, "0316", "1115") else "08:30-16:30"
    ),
    "Nov-Feb Tu-Su 09:00-16:30; Mar-Oct Tu-Su 09:00-17:30; PH 09:00-18:00": lambda on: (
        "09:00-18:00"
        if off(on)
        else ""
        if on.weekday() == MO
        else "09:00-17:30"
        if 3 <= on.month <= 10
        else "09:00-16:30"
    ),
    "Jul-Aug 09:00-21:00; Sep-Jun 09:00-17:00; Mo off; Jul-Aug Mo 09:00-17:00": lambda on: (
        ("09:00-17:00" if on.month in (7, 8) else "")
        if on.weekday() == MO
        else "09:00-21:00"
        if on.month in (7, 8)
        else "09:00-17:00"
    ),
    "Feb 28-Mar 01 10:00-20:00": lambda on: "10:00-20:00" if dated(on, "0228", "0301") else "",
    "week 10-20 Mo-Su 10:00-18:00": lambda on: (
        "10:00-18:00" if 10 <= on.isocalendar().week <= 20 else ""
    ),
    "week 1-53/2 We 19:00-21:00": lambda on: (
        "19:00-21:00" if on.weekday() == WE and on.isocalendar().week % 2 == 1 else ""
    ),
    "week 53 10:00-12:00": lambda on: "10:00-12:00" if on.isocalendar().week == 53 else "",
    "2025 08:00-20:00; 2026+ Sa 10:00-12:00": lambda on: (
        "08:00-20:00" if on.year == 2025 else "10:00-12:00" if on.weekday() == SA else ""
    ),
    "Sa-Mo 10:00-18:00": lambda on: "10:00-18:00" if on.weekday() in (SA, SU, MO) else "",
    "Th-Tu 11:00-23:00": lambda on: "" if on.weekday() == WE else "11:00-23:00",
}

SPLITS: dict[str, Times] = {
    "24/7": every_day(ALWAYS),
    "off": every_day(""),
    "09:00-11:30,13:00-16:30": every_day("09:00-11:30,13:00-16:30"),
    "Tu-Th, Sa, Su 09:00-11:00, 13:00-16:00": lambda on: (
        "" if on.weekday() in (MO, FR) else "09:00-11:00,13:00-16:00"
    ),
    "Mo-Fr 11:00-14:00,17:00-21:00; Sa,Su 11:00-21:30": lambda on: (
        "11:00-14:00,17:00-21:00" if workday(on) else "11:00-21:30"
    ),
    "Mo-Fr 07:00-09:00, Mo-Su 17:00-19:00": lambda on: (
        "07:00-09:00,17:00-19:00" if workday(on) else "17:00-19:00"
    ),
    "10:00-22:00; 12:00-14:00 off": every_day("10:00-12:00,14:00-22:00"),
    "10:00-14:00,12:00-16:00": every_day("10:00-16:00"),
    "10:00-12:00; 14:00-16:00": every_day("14:00-16:00"),
    "10:00-18:00, We 12:00-14:00 unknown": lambda on: (
        "10:00-12:00,?12:00-14:00,14:00-18:00" if on.weekday() == WE else "10:00-18:00"
    ),
}

UNKNOWNS: dict[str, Times] = {
    "18:00+": every_day("?18:00-30:00"),
    "10:00-16:00+": every_day("10:00-16:00,?16:00-30:00"),
    'Mo-Fr 10:00-18:00 || "by appointment"': lambda on: (
        "10:00-18:00,?00:00-24:00" if workday(on) else "?00:00-24:00"
    ),
    "Mo-Fr 10:00-18:00; PH off || unknown": lambda on: (
        "10:00-18:00,?00:00-24:00" if workday(on) and not off(on) else "?00:00-24:00"
    ),
    "Sa 10:00-18:00 || Su 12:00-16:00": lambda on: {SA: "10:00-18:00", SU: "12:00-16:00"}.get(
        on.weekday(), ""
    ),
    '"by appointment"': every_day("?00:00-24:00"),
    'Sa,Su 13:00-17:00 "by appointment"': lambda on: "?13:00-17:00" if weekend(on) else "",
    'Tu-Su 09:00-17:00 "last entry 16:30"': lambda on: "" if on.weekday() == MO else "09:00-17:00",
    "Mo unknown; Tu-Su 10:00-20:00": lambda on: (
        "?00:00-24:00" if on.weekday() == MO else "10:00-20:00"
    ),
    "Tu-Su": lambda on: "" if on.weekday() == MO else "?00:00-24:00",
    "Mo-Fr 10:00-18:00 unknown; Sa 10:00-18:00": lambda on: (
        "?10:00-18:00" if workday(on) else "10:00-18:00" if on.weekday() == SA else ""
    ),
}

SUN: dict[str, Times] = {
    "sunrise-sunset": lambda on: f"{clock(sun(on)[0])}-{clock(sun(on)[1])}",
    "sunset-24:00": lambda on: f"{clock(sun(on)[1])}-24:00",
    "sunset-02:00; PH off": lambda on: "" if off(on) else f"{clock(sun(on)[1])}-02:00",
    "(sunset-01:00)-22:00": lambda on: f"{clock(sun(on)[1] - 60)}-22:00",
    "Sa,Su (sunrise+00:30)-(sunset+01:30)": lambda on: (
        f"{clock(sun(on)[0] + 30)}-{clock(sun(on)[1] + 90)}" if weekend(on) else ""
    ),
}

AS_PEOPLE_WRITE: dict[str, Times] = {
    "daily 10-22": every_day("10:00-22:00"),
    "Mo-Fr 9-17; PH closed": lambda on: "09:00-17:00" if workday(on) and not off(on) else "",
    "Monday to Friday: 9am – 5:30pm": lambda on: "09:00-17:30" if workday(on) else "",
    "周一至周五 9:00-17:00，周六、周日 10：00—18：00": lambda on: (
        "09:00-17:00" if workday(on) else "10:00-18:00"
    ),
    "9:00-17:00（周一闭馆）": lambda on: "" if on.weekday() == MO else "09:00-17:00",
    "周二至周日9:00-17:00（16:00停止入馆），周一闭馆": lambda on: (
        "" if on.weekday() == MO else "09:00-17:00"
    ),
    "每天下午1:30-4点": every_day("13:30-16:00"),
    "晚上8:00-次日2:00，法定节假日休息": lambda on: "" if off(on) else "20:00-02:00",
    "旺季（4月-10月）8:00-18:00，淡季（11月-3月）8:30-17:00": lambda on: (
        "08:00-18:00" if 4 <= on.month <= 10 else "08:30-17:00"
    ),
    "24小时营业": every_day(ALWAYS),
}

HARD_PATTERNS: dict[str, Times] = (
    NIGHTS
    | HOLIDAYS
    | MAKEUP_WORKDAYS
    | SEASONS_AND_COUNTS
    | SPLITS
    | UNKNOWNS
    | SUN
    | AS_PEOPLE_WRITE
)
