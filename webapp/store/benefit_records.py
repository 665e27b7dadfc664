"""What the store hands out about benefits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from webapp.domain.scenarios import Scenario
from webapp.domain.text import LocalText
from webapp.domain.venues import SourcedFact
from webapp.store.source_records import Source


@dataclass(frozen=True, slots=True)
class BenefitCard:
    """A benefit in a list: what it gives, to whom, and how many listed venues accept it.

    `valid_from` and `valid_until` are the first and the last day, None where no source says so.
    """

    slug: str
    name: LocalText
    kind: str
    scenarios: tuple[Scenario, ...]
    who: LocalText
    what: LocalText
    authority: LocalText
    valid_from: date | None
    valid_until: date | None
    venues: int


@dataclass(frozen=True, slots=True)
class Benefit:
    """Everything about one benefit."""

    card: BenefitCard
    when: LocalText
    where: LocalText
    how: LocalText
    website: SourcedFact | None
    phone: SourcedFact | None
    sources: tuple[Source, ...]
    as_of: date
