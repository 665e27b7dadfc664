"""Writes lines, stations and last trains as the compact YAML of `content/metro`."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import yaml

from geo.metro_build.departures import Departure
from geo.metro_build.lines import LineFacts
from geo.metro_build.places import Station

AS_OF = date(2026, 7, 26)
"""When the operator's pages were read."""
OPERATOR, ORDER = "shmetro-2026", "amap-metro"
LIFT_WORDS = ("无障碍电梯", "直升电梯")
"""What the operator calls a lift; stair lifts (斜挂梯) and platforms (升降平台) are none."""
OUTSIDE = "车站外"
"""Begins the place of a toilet that is not in the station."""


def line_entry(line: LineFacts, color: str, loop: bool, branches: Sequence[Sequence[str]]) -> str:
    """Return one line, each branch on a row of its own."""
    facts = {"code": line.code, "name": {"zh": line.zh, "en": line.en}, "color": color}
    head = _flow(facts | {"kind": line.kind, "loop": loop})
    tail = _flow({"sources": [ORDER, OPERATOR], "as_of": AS_OF})
    stops = ",\n".join(f"    {_flow({'stops': list(branch)})}" for branch in branches)
    return f"- {head[:-1]}, {tail[1:-1]}, branches: [\n{stops}]}}\n"


def station_entry(station: Station, district: str | None) -> str:
    """Return one station on one row; `district` is None for those in Jiangsu."""
    facts: dict[str, Any] = {
        "slug": station.slug,
        "codes": [row.code for row in station.rows],
        "name": {"zh": station.zh, "en": station.en},
        "lines": list(station.lines),
        "district": district,
        "position": _position(station),
        "access": [_access(fact) for fact in access_facts(station)],
        "sources": [OPERATOR, station.main.position_source],
        "as_of": AS_OF,
    }
    return f"- {_flow({key: value for key, value in facts.items() if value})}\n"


def trains_entry(slug: str, departures: Iterable[Departure]) -> str:
    """Return the last trains of one station, a direction a row."""
    rows = "".join(f"  - {_flow(_direction(departure))}\n" for departure in departures)
    return f"- station: {slug}\n  directions:\n{rows}"


def access_facts(station: Station) -> tuple[str, ...]:
    """Return what the operator's list says of the station: `lift`, `toilet`, both or none."""
    lifts = [text for row in station.rows for text in row.lifts]
    toilets = [text for row in station.rows for text in row.toilets]
    has_lift = any(word in text for text in lifts for word in LIFT_WORDS)
    has_toilet = any(text and not text.startswith(OUTSIDE) for text in toilets)
    return ("lift",) * has_lift + ("toilet",) * has_toilet


def clock(minutes: int) -> str:
    """Return minutes of the service day as `HH:MM`, `24:17` for a quarter past midnight."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _position(station: Station) -> dict[str, Any]:
    row = station.main
    precision = "exact" if row.position_source == "osm-2026" else "building"
    at = row.position.rounded(6)
    return {"lat": at.lat, "lng": at.lng, "source": row.position_source, "precision": precision}


def _access(fact: str) -> dict[str, Any]:
    return {"fact": fact, "source": OPERATOR, "as_of": AS_OF}


def _direction(departure: Departure) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "line": departure.line,
        "towards": {"zh": departure.zh, "en": departure.en},
        "terminal": departure.terminal,
        "first": departure.first and clock(departure.first),
        "times": {day: clock(minutes) for day, minutes in departure.times.items()},
    }
    return {key: value for key, value in facts.items() if value}


class _Plain(yaml.SafeDumper):
    """Writes equal values out again instead of naming them once (`&id001`)."""

    def ignore_aliases(self, _data: Any) -> bool:
        """Never use an alias."""
        return True


def _flow(value: Any) -> str:
    text = yaml.dump(
        value,
        Dumper=_Plain,
        default_flow_style=True,
        allow_unicode=True,
        sort_keys=False,
        width=1_000_000,
    )
    return text.removesuffix("...\n").strip()
