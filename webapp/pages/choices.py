"""What the filter form offers, in the reader's language, with the number each choice would list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from webapp import current
from webapp.domain.scenarios import Scenario, kinds_of
from webapp.domain.venues import TAGS, Access
from webapp.labels import PRICES, label
from webapp.pages import reference
from webapp.store.venue_filter import WALKS_MIN, VenueFilter
from webapp.store.venues import Selection, counts_of
from webapp.words import gettext as _

OFFERED_ACCESS = [fact for fact in Access if fact is not Access.NO_STEP_FREE]
Named = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One option: the value an address carries, its word, how many places it would list.

    `text` says word and count in one, for lists that hold nothing but text.
    """

    value: str
    word: str
    count: int | None
    is_chosen: bool
    text: str

    @property
    def is_empty(self) -> bool:
        """Whether choosing it would list nothing."""
        return self.count == 0 and not self.is_chosen


@dataclass(frozen=True, slots=True)
class Choices:
    """The options of one parameter; `any_count` counts what is listed when none is chosen."""

    name: str
    any_count: int
    options: tuple[Choice, ...]

    @property
    def offered(self) -> tuple[Choice, ...]:
        """The options that would list something, and what is chosen."""
        return tuple(option for option in self.options if not option.is_empty)

    @property
    def is_used(self) -> bool:
        """Whether something is chosen."""
        return any(option.is_chosen for option in self.options)


def filter_choices(asked: VenueFilter, selection: Selection) -> dict[str, Choices]:
    """The options of each parameter by its name; kinds as `kind-<scenario>`."""
    offer = _Offer(selection, counts_of(selection), _("%(word)s (%(count)d)"))
    return {
        "scenario": offer.choices("scenario", _labels("scenario_short", Scenario), asked.scenario),
        **{f"kind-{each}": _kinds(offer, each, asked) for each in Scenario},
        "state": offer.choices(
            "state", _labels("state", ("open", "closed", "unknown")), asked.state
        ),
        "district": offer.choices("district", districts(), asked.district),
        "area": offer.choices("area", areas(), asked.area),
        "line": offer.choices("line", lines(), asked.line),
        "station": offer.choices("station", stations(), asked.station),
        "walk": offer.choices("walk", _walks(), str(asked.walk_min)),
        "access": offer.choices("access", _labels("access", OFFERED_ACCESS), *asked.access),
        "price": offer.choices("price", _labels("price", PRICES), *asked.prices),
        "benefit": offer.choices("benefit", benefits(), asked.benefit),
        "tag": offer.choices("tag", _labels("tag", sorted(TAGS)), *asked.tags),
    }


@dataclass(frozen=True, slots=True)
class _Offer:
    """Makes the options of a parameter from their words and the counts."""

    selection: Selection
    counts: Mapping[str, Mapping[str, int]]
    pattern: str

    def choices(self, name: str, named: Named, *chosen: str | None) -> Choices:
        counts = self.counts.get(name)
        options = (self._choice(counts, value, word, value in chosen) for value, word in named)
        return Choices(name, self.selection.count(name), tuple(options))

    def _choice(
        self, counts: Mapping[str, int] | None, value: str, word: str, is_chosen: bool
    ) -> Choice:
        if counts is None:
            return Choice(value, word, None, is_chosen, word)
        count = counts.get(value, 0)
        text = self.pattern % {"word": word, "count": count}
        return Choice(value, word, count, is_chosen, text)


def _kinds(offer: _Offer, scenario: Scenario, asked: VenueFilter) -> Choices:
    codes = [kind.code for kind in kinds_of(scenario)]
    return offer.choices("kind", _labels("kind", codes), *asked.kinds)


def _labels(table: str, codes: Iterable[object]) -> Named:
    return _labels_in(table, tuple(codes), current.lang())


@lru_cache(maxsize=64)  # a hundred look-ups in the catalogs would be a tenth of a page's time
def _labels_in(table: str, codes: tuple[object, ...], _lang: str) -> Named:
    return [(str(code), label(table, code)) for code in codes]


def districts() -> Named:
    """The districts by code."""
    lang = current.lang()
    return [(each.code, each.name.in_(lang)) for each in reference.districts()]


def areas() -> Named:
    """The areas, best known first."""
    lang = current.lang()
    return [(each.slug, each.name.in_(lang)) for each in reference.areas()]


def lines() -> Named:
    """The metro lines in the order of the network map."""
    lang = current.lang()
    return [(each.code, each.name.in_(lang)) for each in reference.lines()]


def stations() -> Named:
    """The stations by name."""
    lang = current.lang()
    return [(each.slug, each.name.in_(lang)) for each in reference.stations()]


def benefits() -> Named:
    """The benefits in their editorial order."""
    lang = current.lang()
    return [(each.slug, each.name.in_(lang)) for each in reference.benefits()]


def _walks() -> Named:
    return [
        (str(minutes), _("up to %(minutes)d min on foot", minutes=minutes)) for minutes in WALKS_MIN
    ]
