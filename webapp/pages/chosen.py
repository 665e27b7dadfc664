"""The filters a visitor has set: in words, each with the address that goes without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flask import request

from webapp import asked
from webapp.labels import label
from webapp.pages import choices, origin
from webapp.pages.addresses import address_without, this_address
from webapp.store.venues import Selection
from webapp.words import gettext as _


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter in use; `count` says how many places would be listed without it."""

    name: str
    word: str
    address: str
    count: int


MASKS = {
    **{name: name for name in ("scenario", "kind", "district", "area", "line", "benefit")},
    **{name: name for name in ("price", "access", "tag", "state", "bbox")},
    "q": "text",
    "open": "state",
    "step_free": "access",
    **dict.fromkeys(("place", "near", "station", "within", "walk"), "reach"),
}
"""The store's name of what each parameter filters by."""
TOGETHER = {
    "place": ("place", "within", "walk", "sort"),
    "near": ("near", "within", "walk", "sort"),
    "station": ("station", "within", "walk", "sort"),
    "q": ("q", "literal", "sort"),
}
"""Parameters that mean nothing without another one, and go with it."""


def chosen_filters(selection: Selection, without: tuple[str, ...] = ()) -> list[Chosen]:
    """The filters the address names, in its order; those in `without` are not told."""
    return [
        Chosen(name, word, _address(name, value), selection.count(MASKS[name]))
        for name, value in request.args.items(multi=True)
        if value and name in MASKS and name not in without
        for word in _words(name, value)
    ]


def _address(name: str, value: str) -> str:
    if name == "q" and asked.query().understood:
        return this_address(q=_understood_words(), page=None, sort=None)
    if name in TOGETHER:
        return address_without(*TOGETHER[name])
    return address_without("page", only=(name, value))


def _understood_words() -> str:
    """The query without the words that are searched for; what was understood stays."""
    return " ".join(one.words for one in asked.query().understood)


def _named_words(_typed: str) -> str:
    """The words searched for, none when all of them were understood."""
    words = asked.query().rest.strip()
    return _("“%(words)s”", words=words) if words else ""


def _words(name: str, value: str) -> Iterator[str]:
    """The word for a filter, none for a value that filters nothing."""
    word = WORDS[name](value)
    if word:
        yield word


def _near_place() -> str:
    """The place that was meant, none while it is not clear which."""
    named = origin.of_place()
    return _("Near %(place)s", place=named.name) if named else ""


def _labelled(table: str) -> Callable[[str], str]:
    return lambda code: label(table, code)


def _named(list_of: Callable[[], choices.Named]) -> Callable[[str], str]:
    return lambda value: dict(list_of()).get(value, value)


WORDS: dict[str, Callable[[str], str]] = {
    **{name: _labelled(name) for name in ("scenario", "kind", "state", "access", "tag")},
    "price": lambda code: label("price", int(code)),
    "district": _named(choices.districts),
    "area": _named(choices.areas),
    "line": _named(choices.lines),
    "station": _named(choices.stations),
    "benefit": _named(choices.benefits),
    "walk": lambda minutes: _("up to %(minutes)d min on foot", minutes=int(minutes)),
    "within": lambda metres: _("within %(metres)d m", metres=int(metres)),
    "place": lambda _text: _near_place(),
    "near": lambda _point: _("Near the chosen point"),
    "bbox": lambda _box: _("Part of the map"),
    "q": _named_words,
    "open": lambda _now: label("state", "open"),
    "step_free": lambda flag: label("access", "step-free") if flag == "1" else "",
}
