"""What the filter form offers, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass

from webapp import current
from webapp.domain.scenarios import KINDS, Scenario, kinds_of
from webapp.labels import label
from webapp.pages import reference
from webapp.store.venue_filter import VenueFilter
from webapp.words import gettext as _


@dataclass(frozen=True, slots=True)
class Choice:
    """One option: the value an address carries, its word, whether it is chosen."""

    value: str
    word: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Select:
    """One drop-down list of the form; the first option means "any"."""

    name: str
    label: str
    choices: tuple[Choice, ...]


def filter_choices(asked: VenueFilter) -> tuple[Select, ...]:
    """The drop-down lists, with what was asked for chosen."""
    return (
        _select("kind", _("Kind"), asked.kinds[0] if asked.kinds else None, _kinds(asked)),
        _select("district", _("District"), asked.district, _districts()),
        _select("area", _("Area"), asked.area, _areas()),
        _select("line", _("Metro line"), asked.line, _lines()),
        _select("state", _("At that time"), asked.state, _states()),
    )


def _select(name: str, word: str, chosen: str | None, options: list[tuple[str, str]]) -> Select:
    everything = Choice("", _("Any"), chosen is None)
    rest = tuple(Choice(value, text, value == chosen) for value, text in options)
    return Select(name, word, (everything, *rest))


def _kinds(asked: VenueFilter) -> list[tuple[str, str]]:
    kinds = kinds_of(Scenario(asked.scenario)) if asked.scenario else KINDS.values()
    return [(kind.code, label("kind", kind.code)) for kind in kinds]


def _districts() -> list[tuple[str, str]]:
    lang = current.lang()
    return [(each.code, each.name.in_(lang)) for each in reference.districts()]


def _areas() -> list[tuple[str, str]]:
    lang = current.lang()
    return [(each.slug, each.name.in_(lang)) for each in reference.areas()]


def _lines() -> list[tuple[str, str]]:
    lang = current.lang()
    return [(each.code, each.name.in_(lang)) for each in reference.lines()]


def _states() -> list[tuple[str, str]]:
    return [(code, label("state", code)) for code in ("open", "closed", "unknown")]
