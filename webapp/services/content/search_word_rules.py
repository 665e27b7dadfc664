"""Faults in the words people search with: `content/search/*.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from webapp.domain.scenarios import KINDS, Scenario
from webapp.domain.search_terms.entries import EntryType
from webapp.domain.venues import TAGS, Access
from webapp.services.content.catalogue import Origin
from webapp.services.content.entry_reader import REASONS
from webapp.services.content.faults import ContentFault
from webapp.services.content.marked_yaml import Marked, YamlUnreadable, read_marked
from webapp.services.content.place_entries import AreaEntry
from webapp.services.content.programme_entries import BenefitEntry, EventEntry
from webapp.services.search_words import FILES, Words

_WORDS = TypeAdapter(Words)


def search_word_faults(folder: Path) -> Iterator[ContentFault]:
    """Yield what is wrong with the files below `folder`/search; one that is not there is not."""
    codes = _codes()
    for name in FILES:
        file = folder / "search" / f"{name}.yaml"
        if file.exists():
            yield from _file_faults(file, f"{folder.name}/search/{file.name}", codes[name])


def _codes() -> Mapping[str, frozenset[str]]:
    """The codes that words can stand for, by file."""
    return {
        "types": frozenset(EntryType),
        "kinds": frozenset(KINDS),
        "scenarios": frozenset(Scenario),
        "area_types": _named(AreaEntry, "type"),
        "tags": TAGS,
        "access": frozenset(Access),
        "event_kinds": _named(EventEntry, "kind"),
        "benefit_kinds": _named(BenefitEntry, "kind"),
    }


def _named(entry: Any, field: str) -> frozenset[str]:
    return frozenset(get_args(entry.model_fields[field].annotation))


def _file_faults(file: Path, name: str, codes: frozenset[str]) -> Iterator[ContentFault]:
    try:
        marked = read_marked(file.read_text(encoding="utf-8"))
    except YamlUnreadable as fault:
        yield ContentFault(name, fault.line, "yaml", fault.reason)
    except UnicodeDecodeError:
        yield ContentFault(name, 1, "yaml", "is not UTF-8")
    else:
        yield from _table_faults(marked, name, codes)


def _table_faults(marked: Marked, name: str, codes: frozenset[str]) -> Iterator[ContentFault]:
    if not isinstance(marked.value, dict):
        yield ContentFault(name, 1, "words", "the file must hold codes and their words")
        return
    for code, words in marked.value.items():
        origin = Origin(name, marked, (code,), f"words {code}")
        if str(code) not in codes:
            yield origin.fault("is no code that can be searched for")
        yield from _word_faults(words, origin)


def _word_faults(words: Any, origin: Origin) -> Iterator[ContentFault]:
    try:
        _WORDS.validate_python(words)
    except ValidationError as refused:
        for each in refused.errors():
            yield origin.fault(REASONS.get(each["type"], each["msg"]), *each["loc"])
