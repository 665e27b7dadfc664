"""Events and benefits as they stand in `content/`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator

from webapp.services.content.entries import (
    Described,
    DistrictCode,
    Entry,
    NonBlank,
    Rank,
    Slug,
    Sourced,
    SourceId,
    Text,
)
from webapp.services.content.venue_entry import PriceEntry, ScenarioCode, WebsiteEntry

PublicPhone = Annotated[str, StringConstraints(pattern=r"^(\+86 )?[0-9][0-9 -]{3,18}[0-9]$")]
Month = Annotated[int, Field(ge=1, le=12)]


class ExactDates(Entry):
    """One edition, both days included, as its source states it."""

    start: date
    end: date
    source: SourceId


class WhenEntry(Entry):
    """When an event is: in words, by months, and by the dates of editions where stated."""

    text: Text
    months: list[Month] = Field(default_factory=list)
    repeats: Literal[
        "yearly",
        "every-two-years",
        "twice-a-year",
        "monthly",
        "weekly",
        "daily-in-season",
        "once",
    ]
    exact: list[ExactDates] = Field(default_factory=list)
    hours: NonBlank | None = None

    @field_validator("months")
    @classmethod
    def _once_each(cls, months: list[int]) -> list[int]:
        if len(set(months)) < len(months):
            raise ValueError("names a month twice")
        return months


class EventEntry(Described):
    """One event; the first scenario is the primary one. No district: all over the city."""

    kind: Literal[
        "festival",
        "convention",
        "exhibition",
        "performance",
        "market",
        "senior-activity",
        "sport",
        "parade",
    ]
    scenarios: Annotated[list[ScenarioCode], Field(min_length=1, max_length=2)]
    when: WhenEntry
    venues: list[Slug] = Field(default_factory=list)
    areas: list[Slug] = Field(default_factory=list)
    district: DistrictCode | None = None
    place: Text
    summary: Text
    description: Text
    website: WebsiteEntry | None = None
    price: PriceEntry | None = None
    rank: Rank


class Validity(Entry):
    """First and last day; null is an open end, or not known."""

    from_: Annotated[date | None, Field(alias="from")] = None
    until: date | None = None


class PublicPhoneEntry(Sourced):
    """A public number such as 12345, or one as dialled from abroad."""

    value: PublicPhone


class BenefitEntry(Described):
    """One programme of vouchers or of advantages."""

    kind: Literal["voucher", "discount", "subsidy", "free-entry", "service"]
    scenarios: Annotated[list[ScenarioCode], Field(min_length=1)]
    who: Text
    what: Text
    when: Text
    valid: Validity
    where: Text
    how: Text
    authority: Text
    website: WebsiteEntry | None = None
    phone: PublicPhoneEntry | None = None
