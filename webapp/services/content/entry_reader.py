"""One YAML file into entries, and every breach of their shape into a fault."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from webapp.services.content.catalogue import Origin, Placed
from webapp.services.content.entries import Entry
from webapp.services.content.faults import ContentFault
from webapp.services.content.marked_yaml import Marked, YamlUnreadable, read_marked

EntryType = TypeVar("EntryType", bound=Entry)

REASONS = {
    "missing": "is missing",
    "extra_forbidden": "is not a field of this entry",
    "string_type": "must be text (put it in quotes)",
    "date_type": "must be a date such as 2026-07-28",
}


class EntryReader:
    """Reads files below one content folder and gathers their faults.

    `unread` are the slugs of faulty entries: what refers to one of them is not at fault for it.
    """

    def __init__(self, folder: Path) -> None:
        """Read below `folder`; faults name files as `<folder's name>/…`."""
        self.folder = folder
        self.faults: list[ContentFault] = []
        self.unread: set[str] = set()

    def read_list(self, file: Path, kind: type[EntryType], noun: str) -> list[Placed[EntryType]]:
        """Return the entries of a file that holds a list; none when the file is not there."""
        marked = self._marked(file)
        if marked is None or marked.value is None:
            return []
        if not isinstance(marked.value, list):
            self._add(file, 1, noun, "the file must be a list")
            return []
        read = (self._entry(file, marked, (i,), kind, noun) for i in range(len(marked.value)))
        return [each for each in read if each is not None]

    def read_one(self, file: Path, kind: type[EntryType], noun: str) -> list[Placed[EntryType]]:
        """Return the one entry of a file, in a list; an empty list when it is faulty."""
        marked = self._marked(file)
        entry = self._entry(file, marked, (), kind, noun) if marked else None
        return [entry] if entry else []

    def _marked(self, file: Path) -> Marked | None:
        try:
            return read_marked(file.read_text(encoding="utf-8")) if file.exists() else None
        except YamlUnreadable as fault:
            self._add(file, fault.line, "yaml", fault.reason)
        except UnicodeDecodeError:
            self._add(file, 1, "yaml", "is not UTF-8")
        return None

    def _entry(
        self, file: Path, marked: Marked, path: tuple[int, ...], kind: type[EntryType], noun: str
    ) -> Placed[EntryType] | None:
        value = marked.value[path[0]] if path else marked.value
        origin = Origin(self.name_of(file), marked, path, _label(noun, path, value))
        try:
            return Placed(kind.model_validate(value), origin)
        except ValidationError as refused:
            self.faults += (origin.fault(_reason(e), *e["loc"]) for e in refused.errors())
            self.unread.add(_name(value) or "")
            return None

    def _add(self, file: Path, line: int, place: str, reason: str) -> None:
        self.faults.append(ContentFault(self.name_of(file), line, place, reason))

    def name_of(self, file: Path) -> str:
        """Return the file as its author knows it: `content/venues/x.yaml`."""
        return f"{self.folder.name}/{file.relative_to(self.folder).as_posix()}"


def _label(noun: str, path: tuple[int, ...], value: Any) -> str:
    name = _name(value)
    return f"{noun}[{path[0]}]{f' {name}' if name else ''}" if path else f"{noun} {name or ''}"


def _name(value: Any) -> str | None:
    if not isinstance(value, dict):
        return None
    name = value.get("slug") or value.get("code") or value.get("station")
    return str(name) if name else None


def _reason(error: ErrorDetails) -> str:
    if error["type"] == "extra_forbidden" and error["input"] is None:
        return "is not a field of this entry (a text with a comma needs quotes)"
    known = REASONS.get(error["type"])
    if known:
        return known
    if error["type"] == "string_pattern_mismatch":
        return f"{error['input']!r} has not the form {error['ctx']['pattern']}"
    return error["msg"].removeprefix("Value error, ")
