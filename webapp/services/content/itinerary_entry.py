"""An itinerary as it stands in `content/itineraries/`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, field_validator

from webapp.services.content.entries import Described, Entry, Rank, Slug, SourceId, Text
from webapp.services.content.place_entries import minutes_of
from webapp.services.content.venue_entry import ScenarioCode

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class DayEntry(Entry):
    """The weekdays it is written for, and one date on which every stop is open."""

    weekdays: Annotated[list[Weekday], Field(min_length=1)]
    example: date

    @field_validator("weekdays")
    @classmethod
    def _once_each(cls, weekdays: list[Weekday]) -> list[Weekday]:
        if len(set(weekdays)) < len(weekdays):
            raise ValueError("names a weekday twice")
        return weekdays


class StartEntry(Entry):
    """Where and when it begins; after midnight `HH:MM` goes on as 24:17."""

    station: Slug
    at: str

    @field_validator("at")
    @classmethod
    def _time(cls, at: str) -> str:
        minutes_of(at)
        return at


class EndEntry(Entry):
    """Where it ends."""

    station: Slug


class StopEntry(Entry):
    """One stop: how long, and why."""

    venue: Slug
    stay_min: Annotated[int, Field(ge=5, le=360)]
    why: Text


class RestEntry(Entry):
    """A seat or a toilet that comes with a stop counted from 1, 0 for before the first."""

    after_stop: Annotated[int, Field(ge=0)]
    what: Text
    source: SourceId | None = None


class ItineraryEntry(Described):
    """One curated route; its legs, times and distances are worked out."""

    scenarios: Annotated[list[ScenarioCode], Field(min_length=1)]
    legs: Literal["standard", "easy"]
    story: Text
    day: DayEntry
    start: StartEntry
    end: EndEntry
    stops: Annotated[list[StopEntry], Field(min_length=3, max_length=7)]
    rests: list[RestEntry] = Field(default_factory=list)
    rain: Text
    best_start: Text
    sources: list[SourceId] = Field(default_factory=list)
    rank: Rank
