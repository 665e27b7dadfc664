"""A short route with a ride, an evening past midnight and names that try to break files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from geo.records import LatLng
from webapp.domain.itineraries import Mode
from webapp.domain.text import LocalText
from webapp.services.take_away.route import (
    Place,
    RideLine,
    RouteLeg,
    RouteStop,
    TakeAwayRoute,
    WayPart,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
HOSTILE = "</script><script>alert(1)</script> \"<b>&amp;'\u0007 ]]> %%route%% \u2028;,|:\\n"
LINE_2 = RideLine("2", LocalText("2 号线", "Line 2"), "#86B81C")


def place(zh: str, en: str, lat: float, lng: float) -> Place:
    return Place(LocalText(zh, en), LatLng(lat, lng))


START = place("人民广场站", "People's Square station", 31.2331, 121.4703)
CHANGE = place("南京东路", "East Nanjing Road", 31.2381, 121.4790)
BANK = place("陆家嘴", "Lujiazui", 31.2393, 121.4980)
RAILS = (CHANGE.position, LatLng(31.2401, 121.4871), BANK.position)
BAR = place("夜酒吧", "Night Bar", 31.2400, 121.4990)


def stop(key: str, where: Place, arrive: datetime, leave: datetime) -> RouteStop:
    return RouteStop(
        key=key,
        place=where,
        address=LocalText("浦东新区某路 1 号", "1 Some Road, Pudong"),
        arrive=arrive,
        leave=leave,
        why="For the view.",
        hours="open",
        url=f"https://example.org/zh/venues/{key}",
        scenario="night",
        phone="+86 21 1234 5678",
    )


def sample(name: str = "外滩", name_en: str = "The Bund") -> TakeAwayRoute:
    bund = place(name, name_en, 31.2400, 121.4900)
    walk = RouteLeg(Mode.WALK, 12, 900, (WayPart(START, bund, 12),))
    ride = RouteLeg(
        Mode.METRO,
        20,
        600,
        (
            WayPart(bund, CHANGE, 6),
            WayPart(CHANGE, BANK, 3, LINE_2, 1, RAILS),
            WayPart(BANK, BAR, 7),
        ),
    )
    home = RouteLeg(Mode.WALK, 9, 500, (WayPart(BAR, BANK, 9),))
    return TakeAwayRoute(
        key="itinerary-sample",
        file_name="sample-2026-11-27",
        title=LocalText(name, name_en),
        story="A route.",
        url="https://example.org/zh/itineraries/sample?on=2026-11-27&from=22:00",
        on=date(2026, 11, 27),
        begins=at(27, 22, 0),
        ends=at(28, 1, 29),
        start=START,
        end=BANK,
        stops=(
            stop("the-bund", bund, at(27, 22, 12), at(27, 23, 30)),
            stop("night-bar", BAR, at(27, 23, 50), at(28, 1, 20)),
        ),
        legs=(walk, ride, home),
        notes=("The metro has stopped by then.",),
        credits=("© OpenStreetMap contributors (ODbL)", '"A" & <B>'),
        changed_on=date(2026, 11, 20),
    )


def without_end() -> TakeAwayRoute:
    """The same, ending at its last stop."""
    route = sample()
    return replace(route, end=None, legs=route.legs[:-1], ends=route.stops[-1].leave)


def at(day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI)
