"""Words people use for kinds, scenarios, tags and facts: `content/search/*.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

FILES: Final = (
    "types",
    "kinds",
    "scenarios",
    "area_types",
    "tags",
    "access",
    "event_kinds",
    "benefit_kinds",
)


class Words(BaseModel):
    """Words for one code in both languages, the usual one first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    zh: tuple[str, ...]
    en: tuple[str, ...]


_TABLE = TypeAdapter(dict[str, Words])


@dataclass(frozen=True, slots=True)
class SearchWords:
    """The words of each file by code."""

    tables: Mapping[str, Mapping[str, Words]] = field(default_factory=dict)

    def of(self, table: str, code: str) -> tuple[str, ...]:
        """Return the words for a code in both languages; those of the code itself if unlisted."""
        words = self.tables.get(table, {}).get(code)
        return (*words.zh, *words.en) if words else (code.replace("-", " "),)


def read_words(folder: Path) -> SearchWords:
    """Read the files of `content/search`; raises `ValueError` for one that is not in order."""
    return SearchWords({name: _read(folder / "search" / f"{name}.yaml") for name in FILES})


def _read(file: Path) -> dict[str, Words]:
    if not file.exists():
        return {}
    return _TABLE.validate_python(yaml.safe_load(file.read_text(encoding="utf-8")))
