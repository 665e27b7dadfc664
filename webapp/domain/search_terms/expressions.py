"""Boolean expressions over terms, which each store renders in its own language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Token:
    """Entries that hold this term."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """Entries that hold a term beginning so."""

    text: str


@dataclass(frozen=True, slots=True)
class All:
    """Entries that every part matches."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Entries that some part matches; without parts it matches nothing."""

    parts: tuple[Expression, ...]


Expression: TypeAlias = Token | Prefix | All | Any
NOTHING = Any(())


def every(parts: Iterable[Expression]) -> Expression:
    """Return what all parts match; nothing when there are none."""
    return _joined(All, parts)


def some(parts: Iterable[Expression]) -> Expression:
    """Return what at least one part matches."""
    kept = (part for part in parts if part != NOTHING)
    return _joined(Any, kept)


def _joined(kind: type[All | Any], parts: Iterable[Expression]) -> Expression:
    found: dict[Expression, None] = {}
    for part in parts:
        inner = part.parts if isinstance(part, kind) and part.parts else (part,)
        found.update(dict.fromkeys(inner))
    if kind is All and NOTHING in found:
        return NOTHING
    return next(iter(found)) if len(found) == 1 else (kind(tuple(found)) if found else NOTHING)
