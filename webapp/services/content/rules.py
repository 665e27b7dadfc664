"""Every rule that content must keep, in one list."""

from __future__ import annotations

from datetime import date

from webapp.services.content import (
    area_rules,
    benefit_rules,
    district_rules,
    duplicate_rules,
    event_rules,
    feasibility_rules,
    itinerary_rules,
    metro_rules,
    prose_rules,
    source_rules,
    venue_rules,
)
from webapp.services.content.catalogue import Catalogue
from webapp.services.content.faults import ContentFault

RULES = (
    source_rules.faults,
    district_rules.faults,
    metro_rules.faults,
    area_rules.faults,
    venue_rules.faults,
    duplicate_rules.faults,
    event_rules.faults,
    benefit_rules.faults,
    itinerary_rules.faults,
    feasibility_rules.faults,
    prose_rules.faults,
)


def judge(catalogue: Catalogue, today: date) -> list[ContentFault]:
    """Return what is wrong with the catalogue as of `today`, errors and warnings."""
    return [fault for rule in RULES for fault in rule(catalogue, today)]
