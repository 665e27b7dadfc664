"""The last trains of the catalogue: when the last one leaves a station on a date."""

from __future__ import annotations

from datetime import date

from webapp.domain.metro import DayType, LastTrain, day_type, departures_on
from webapp.services.content.catalogue import Catalogue
from webapp.services.content.place_entries import LastTrainsEntry, minutes_of
from webapp.services.travel.facts import facts_of


class LastDepartures:
    """Answers over all stations; times are minutes after 00:00 of the service day."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Read the catalogue's last trains once."""
        self._network = facts_of(catalogue).network
        self._trains = {
            placed.entry.station: _trains(placed.entry) for placed in catalogue.last_trains
        }

    def last_from(self, station: str, on: date, line: str | None = None) -> int | None:
        """Return when the last train of all (of one line) leaves, None where none is known."""
        tonight = departures_on(self._trains.get(station, ()), day_type(on))
        return max(
            (each.departs_min for each in tonight if line in (None, each.line)), default=None
        )

    def last_towards(self, start: str, end: str, on: date) -> int | None:
        """Return the last minute to be at a station for a journey with its changes, if any."""
        return self._network.until(start, end, day_type(on))


def _trains(entry: LastTrainsEntry) -> tuple[LastTrain, ...]:
    return tuple(
        LastTrain(each.line, each.towards.as_text(), each.terminal, DayType(day), minutes_of(text))
        for each in entry.directions
        for day, text in each.times.items()
    )
