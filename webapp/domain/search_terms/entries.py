"""What can be found."""

from __future__ import annotations

from enum import StrEnum


class EntryType(StrEnum):
    """The sorts of things in the index; a street is only a place to be near."""

    VENUE = "venue"
    AREA = "area"
    DISTRICT = "district"
    STATION = "station"
    ITINERARY = "itinerary"
    EVENT = "event"
    BENEFIT = "benefit"
    HELP = "help"
    STREET = "street"


TYPES = tuple(EntryType)
RESULT_TYPES = frozenset(TYPES) - {EntryType.STREET}
