"""Reads the two files the metro is built from.

STATIONS holds the operator's rows (`stationInfo` and `fltimeA` of its map page) with WGS-84
positions; ORDER holds the stops of each line as Amap's metro map lists them, by station code.
"""

import gzip
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.records import LatLng

_DESCRIPTION = re.compile(r"'description'\s*:\s*'([^']*)'")


@dataclass(frozen=True, slots=True)
class TrainRow:
    """One row of the timetable: operator's line number, last time as printed, `+N` minutes by day.

    `first` is as printed too, empty where the row has none.
    """

    line: int
    station_id: str
    last: str
    extension: str
    direction: int
    description: str
    first: str = ""


@dataclass(frozen=True, slots=True)
class StationRow:
    """One station as the operator lists it; the same place may have two rows."""

    code: str
    name_zh: str
    name_en: str
    position: LatLng
    position_source: str
    lifts: tuple[str, ...]
    toilets: tuple[str, ...]
    trains: tuple[TrainRow, ...]


@dataclass(frozen=True, slots=True)
class Sequence:
    """The station codes of a line, or of one of its branches, in running order."""

    line_zh: str
    color: str
    loop: bool
    codes: tuple[str, ...]


def read_stations(path: Path) -> tuple[StationRow, ...]:
    """Return the rows of a STATIONS file, gzipped or not."""
    return tuple(_station(row) for row in _read(path)["stations"])


def read_sequences(path: Path) -> tuple[Sequence, ...]:
    """Return the sequences of an ORDER file, gzipped or not."""
    return tuple(_sequence(line) for line in _read(path)["lines"])


def _read(path: Path) -> Mapping[str, Any]:
    raw = path.read_bytes()
    content: Mapping[str, Any] = json.loads(gzip.decompress(raw) if path.suffix == ".gz" else raw)
    return content


def _station(row: Mapping[str, Any]) -> StationRow:
    return StationRow(
        code=row["station_code"],
        name_zh=row["name_zh"],
        name_en=row["name_en"],
        position=LatLng(row["lat"], row["lon"]),
        position_source="osm-2026" if row["coord_source"].startswith("osm") else "amap-metro",
        lifts=tuple(_DESCRIPTION.findall(row["elevator_zh"] or "")),
        toilets=tuple(_DESCRIPTION.findall(row["toilet_zh"] or "")),
        trains=tuple(_train(train) for train in row["first_last"]),
    )


def _train(row: Mapping[str, Any]) -> TrainRow:
    return TrainRow(
        line=row["line"],
        station_id=row["stat_id"],
        last=row["last_time"],
        extension=row["last_time_desc"],
        direction=row["direction"],
        description=row["description"],
        first=row["first_time"] if ":" in row["first_time"] else "",
    )


def _sequence(line: Mapping[str, Any]) -> Sequence:
    codes = tuple(stop["station_code"] for stop in line["stations"])
    return Sequence(line["name_zh"], line["color"], line["loop"], codes)
