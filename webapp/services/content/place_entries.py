"""Districts, areas and the metro as they stand in `content/`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator

from webapp.services.content.entries import (
    AccessEntry,
    Described,
    DistrictCode,
    Entry,
    NonBlank,
    Position,
    Rank,
    Slug,
    SourceId,
    Text,
)

LineCode = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z-]+$")]
Corner = Annotated[list[float], Field(min_length=2, max_length=2)]
DAY_TYPES = ("weekday", "friday_saturday", "holiday_eve")


class DistrictEntry(Entry):
    """One of the 16 districts; its outline stands in `content/geo/districts.geojson`."""

    code: DistrictCode
    name: Text
    office: Text | None = None


class AreaEntry(Described):
    """An area of interest: `outline` is a ring of [lng, lat], closed without being said."""

    type: Literal["night", "goods", "historic"]
    districts: Annotated[list[DistrictCode], Field(min_length=1)]
    outline: Annotated[list[Corner], Field(min_length=4, max_length=40)]
    story: Text
    best_hours: Text | None = None
    stations: list[Slug] = Field(default_factory=list)
    rank: Rank


class BranchEntry(Entry):
    """One branch of a line: its stations in running order."""

    stops: Annotated[list[Slug], Field(min_length=2)]


class LineEntry(Entry):
    """A metro line."""

    code: LineCode
    name: Text
    color: Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
    kind: Literal["metro", "maglev", "suburban", "apm"]
    loop: bool = False
    branches: Annotated[list[BranchEntry], Field(min_length=1)]
    sources: Annotated[list[SourceId], Field(min_length=1)]
    as_of: date


class StationEntry(Entry):
    """A metro station; no district for the stations of line 11 in Jiangsu."""

    slug: Slug
    codes: list[NonBlank] = Field(default_factory=list)
    name: Text
    lines: Annotated[list[LineCode], Field(min_length=1)]
    district: DistrictCode | None = None
    position: Position
    access: list[AccessEntry] = Field(default_factory=list)
    sources: Annotated[list[SourceId], Field(min_length=1)]
    as_of: date


class DirectionEntry(Entry):
    """Departures of one line in one direction, `HH:MM`; 24:17 is 00:17 of the next morning.

    `times` are the last ones by type of day, `first` the first one of any day.
    """

    line: LineCode
    towards: Text
    terminal: Slug | None = None
    first: str | None = None
    times: dict[str, str]

    @field_validator("first")
    @classmethod
    def _time(cls, first: str | None) -> str | None:
        if first is not None:
            minutes_of(first)
        return first

    @field_validator("times")
    @classmethod
    def _known_days(cls, times: dict[str, str]) -> dict[str, str]:
        unknown = sorted(set(times) - set(DAY_TYPES))
        if unknown:
            raise ValueError(f"{', '.join(unknown)} is no type of day")
        for text in times.values():
            minutes_of(text)
        return times


class LastTrainsEntry(Entry):
    """The last departures of one station."""

    station: Slug
    directions: Annotated[list[DirectionEntry], Field(min_length=1)]


def minutes_of(text: str) -> int:
    """Return minutes after 00:00 of the service day; raises `ValueError` outside 05:00 to 27:59."""
    hours, _, minutes = text.partition(":")
    if not (hours.isdigit() and minutes.isdigit() and len(minutes) == 2 and int(minutes) < 60):
        raise ValueError(f"{text!r} is no time of day")
    if not 5 <= int(hours) < 28:
        raise ValueError(f"{text!r} is no time of a service day; after midnight write 24:17")
    return int(hours) * 60 + int(minutes)
