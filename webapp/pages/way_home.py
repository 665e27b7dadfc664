"""Whether an evening's itinerary ends in time for the last trains, in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from webapp import current
from webapp.pages.itinerary_sketch import clock_of
from webapp.pages.phrases import station_words
from webapp.pages.trains import HURRY_MIN, StationTrains, TrainRow
from webapp.words import gettext as _

WORTH_SAYING_MIN = 20 * 60
DAY_BEGINS_MIN = 6 * 60


@dataclass(frozen=True, slots=True)
class WayHome:
    """What to know about the last trains: `lead` first, then `more`; `is_tight` when it hurries."""

    lead: str
    more: str
    is_tight: bool


def way_home(trains: StationTrains, end_min: int) -> WayHome | None:
    """Judge the last trains from the last station, reached `end_min` minutes after midnight.

    None for itineraries that end before the evening, and where no timetable is on record.
    """
    if end_min < WORTH_SAYING_MIN or not trains.rows:
        return None
    first = min(trains.rows, key=_leaves_min)
    arrival = {"hour": clock_of(end_min), "station": station_words(trains.station.name)}
    if first.has_left:
        return WayHome(
            lead=_("Some last trains have left."),
            more=_("You reach %(station)s at %(hour)s; see the times at the end.", **arrival),
            is_tight=True,
        )
    place = first.towards.in_(current.lang())
    return WayHome(
        lead=_("Last trains from %(hour)s on.", hour=first.hour),
        more=_(
            "You reach %(station)s at %(hour)s; the first of them goes to %(place)s.",
            place=place,
            **arrival,
        ),
        is_tight=_leaves_min(first) - end_min <= HURRY_MIN,
    )


def _leaves_min(row: TrainRow) -> int:
    """Minutes after the midnight before; trains after 00:00 belong to the night at hand."""
    hours, minutes = row.hour.split(":")
    after = int(hours) * 60 + int(minutes)
    return after if after >= DAY_BEGINS_MIN else after + 24 * 60
