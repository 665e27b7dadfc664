"""A venue as it stands in `content/venues/`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator

from webapp.domain.scenarios import KINDS
from webapp.domain.venues import TAGS
from webapp.services.content.entries import (
    AccessEntry,
    Described,
    DistrictCode,
    Entry,
    NonBlank,
    Position,
    Rank,
    Slug,
    Sourced,
    SourceId,
    Text,
)

ScenarioCode = Literal["night", "silver", "goods", "culture"]
Phone = Annotated[str, StringConstraints(pattern=r"^\+86 [0-9][0-9 -]{4,18}[0-9]$")]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+\.[^\s/]+(/\S*)?$")]


class HoursEntry(Entry):
    """Opening hours in OSM syntax; `usual` hours have no source and may leave out their date."""

    text: NonBlank
    basis: Literal["source", "usual"]
    source: SourceId | None = None
    as_of: date | None = None
    verified_by: NonBlank | None = None
    note: Text | None = None


class PhoneEntry(Sourced):
    """A telephone number as dialled from abroad."""

    value: Phone


class WebsiteEntry(Sourced):
    """The venue's own site."""

    value: WebAddress


class PriceEntry(Sourced):
    """0 free, 1 up to 50 yuan a head, 2 up to 150, 3 up to 400, 4 above."""

    value: Annotated[int, Field(ge=0, le=4)]


class VenueEntry(Described):
    """One venue; the first scenario is the primary one."""

    aliases: list[NonBlank] = Field(default_factory=list)
    scenarios: Annotated[list[ScenarioCode], Field(min_length=1)]
    kind: str
    tags: list[str] = Field(default_factory=list)
    district: DistrictCode
    position: Position
    address: Text
    summary: Text
    description: Text
    directions: Text | None = None
    hours: HoursEntry | None = None
    phone: PhoneEntry | None = None
    website: WebsiteEntry | None = None
    price: PriceEntry | None = None
    access: list[AccessEntry] = Field(default_factory=list)
    benefits: list[Slug] = Field(default_factory=list)
    rank: Rank
    ends_on: date | None = None

    @field_validator("kind")
    @classmethod
    def _known_kind(cls, kind: str) -> str:
        if kind not in KINDS:
            raise ValueError(f"{kind!r} is no kind of venue")
        return kind

    @field_validator("tags")
    @classmethod
    def _known_tags(cls, tags: list[str]) -> list[str]:
        unknown = sorted(set(tags) - TAGS)
        if unknown:
            raise ValueError(f"{', '.join(unknown)} is not on the list of tags")
        return tags

    @field_validator("scenarios", "tags", "aliases", "benefits")
    @classmethod
    def _no_repeats(cls, values: list[str]) -> list[str]:
        if len(set(values)) < len(values):
            raise ValueError("says something twice")
        return values

    @field_validator("access")
    @classmethod
    def _one_fact_each(cls, access: list[AccessEntry]) -> list[AccessEntry]:
        if len({each.fact for each in access}) < len(access):
            raise ValueError("states a fact twice")
        return access
