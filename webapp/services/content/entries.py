"""The shape of what stands in `content/`: strict, nothing unknown, both languages everywhere."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
)

from webapp.domain.text import LocalText


def _tidy(text: str) -> str:
    if not text or text != " ".join(text.split()):
        raise ValueError("is empty or has stray blanks")
    return text


NonBlank = Annotated[str, AfterValidator(_tidy)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
SourceId = Slug
DistrictCode = Annotated[str, StringConstraints(pattern=r"^3101\d\d$")]
Rank = Annotated[int, Field(ge=1, le=5)]


class Entry(BaseModel):
    """Base of every entry: exact types, and a field nobody knows is a fault."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Text(Entry):
    """A text in both languages."""

    zh: NonBlank
    en: NonBlank

    def as_text(self) -> LocalText:
        """Return the domain's value."""
        return LocalText(self.zh, self.en)


class Position(Entry):
    """WGS-84 degrees with the source and how exact they are."""

    lat: Annotated[float, Field(ge=-90, le=90)]
    lng: Annotated[float, Field(ge=-180, le=180)]
    source: SourceId
    precision: Literal["exact", "building", "street"]


class Sourced(Entry):
    """What every fact that ages carries."""

    source: SourceId
    as_of: date
    verified_by: NonBlank | None = None


class AccessEntry(Sourced):
    """A statement on physical access."""

    fact: Literal[
        "step-free",
        "step-free-partial",
        "no-step-free",
        "lift",
        "step-free-toilet",
        "seats",
        "toilet",
    ]


class Described(Entry):
    """What every entry with a page of its own carries."""

    slug: Slug
    name: Text
    sources: Annotated[list[SourceId], Field(min_length=1)]
    as_of: date

    @field_validator("sources")
    @classmethod
    def _once_each(cls, sources: list[str]) -> list[str]:
        if len(set(sources)) < len(sources):
            raise ValueError("names a source twice")
        return sources
