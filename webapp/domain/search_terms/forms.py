"""The names of an entry, prepared for comparing: stored with it, read for each candidate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from webapp.domain.search_terms.english import STOP_WORDS, counting
from webapp.domain.search_terms.folding import fold
from webapp.domain.search_terms.readings import readings_of
from webapp.domain.search_terms.units import is_han, runs_of

# What follows in brackets, after a comma or a dash is often left out when people type.
_BRACKETS = re.compile(r"[（(［\[][^）)］\]]*[）)］\]]")
_PARTS = re.compile(r"\s*(?:[—–·,，、:：/&]|\s-\s|\band\b|与|和)\s*")
SHORTEST_PART = 2
LONGEST_ACRONYM = 12


class Role(StrEnum):
    """Whether a form is a name, an alias, another way to say one, or a part of one."""

    NAME = "n"
    ALIAS = "a"
    SPOKEN = "s"
    PART = "p"


@dataclass(frozen=True)
class Form:
    """A name in units and, unit for unit, how each is read."""

    role: Role
    units: tuple[str, ...]
    sounds: tuple[str, ...]

    @cached_property
    def counting_units(self) -> tuple[str, ...]:
        """The units without articles."""
        return counting(self.units)

    @cached_property
    def counting_sounds(self) -> tuple[str, ...]:
        """The readings without articles; 安 is read like one, and stays."""
        if not self.has_han:
            return self.counting_units
        pairs = zip(self.units, self.sounds, strict=True)
        return tuple(sound for unit, sound in pairs if unit not in STOP_WORDS)

    @cached_property
    def compact(self) -> str:
        """The units without spaces and articles."""
        return "".join(self.counting_units)

    @cached_property
    def sound(self) -> str:
        """The readings without spaces and articles."""
        return "".join(self.counting_sounds)

    @cached_property
    def initials(self) -> str:
        """The first letters of all readings."""
        return "".join(each[0] for each in self.sounds)

    @property
    def acronyms(self) -> set[str]:
        """First letters of the whole, without articles, and of the Chinese part alone."""
        han = (s[0] for u, s in zip(self.units, self.sounds, strict=True) if is_han(u))
        ways = {self.initials, "".join(s[0] for s in self.counting_sounds), "".join(han)}
        return {way for way in ways if 2 <= len(way) <= LONGEST_ACRONYM}

    @cached_property
    def has_han(self) -> bool:
        """Whether any unit is a Chinese character."""
        return self.units != self.sounds


def form_of(text: str, role: Role) -> Form:
    """Prepare one name."""
    units: list[str] = []
    sounds: list[str] = []
    for run in runs_of(fold(text)):
        units.extend(run.text if run.is_han else (run.text,))
        sounds.extend(readings_of(run.text) if run.is_han else (run.text,))
    return Form(role, tuple(units), tuple(sounds))


def forms_of(names: Iterable[str], aliases: Iterable[str], spoken: Iterable[str]) -> list[Form]:
    """Prepare names, aliases, other ways to say them, and parts of names, each text once."""
    found: dict[tuple[str, ...], Form] = {}
    names, aliases = tuple(names), tuple(aliases)
    parts = (part for text in (*names, *aliases) for part in parts_of(text))
    roles = (
        (names, Role.NAME),
        (aliases, Role.ALIAS),
        (spoken, Role.SPOKEN),
        (parts, Role.PART),
    )
    for texts, role in roles:
        for text in texts:
            form = form_of(text, role)
            if form.units:
                found.setdefault(form.units, form)
    return list(found.values())


def parts_of(name: str) -> Iterator[str]:
    """Yield the name without what stands in brackets, and its parts at commas and dashes."""
    bare = _BRACKETS.sub(" ", name).strip()
    if bare and bare != name:
        yield bare
    parts = _PARTS.split(bare)
    if len(parts) > 1:
        yield from (part for part in parts if len(part) >= SHORTEST_PART)


def packed(forms: Iterable[Form]) -> str:
    """Return the forms as one text, a form a line."""
    return "\n".join(_line(form) for form in forms)


def unpacked(text: str) -> list[Form]:
    """Return the forms `packed` wrote."""
    return [_form(line) for line in text.split("\n")] if text else []


def _line(form: Form) -> str:
    sounds = " ".join(form.sounds) if form.has_han else ""
    return f"{form.role.value}{' '.join(form.units)}\t{sounds}"


def _form(line: str) -> Form:
    units, _, sounds = line[1:].partition("\t")
    words = tuple(units.split(" "))
    return Form(_ROLES[line[0]], words, tuple(sounds.split(" ")) if sounds else words)


_ROLES = {role.value: role for role in Role}
