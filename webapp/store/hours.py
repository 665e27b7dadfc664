"""The distinct opening-hours texts and their state at a moment.

Few texts serve many venues: evaluating each once a minute answers "open now" for the whole city.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from sqlalchemy import URL, Connection, select

from webapp.domain import hours as opening_hours
from webapp.domain.hours import State
from webapp.domain.openings import DAY_MIN
from webapp.store.content_version import data_version
from webapp.store.tables import hours

Spans = tuple[tuple[int, int], ...] | None

WHOLE_DAY = ((0, DAY_MIN),)
_TO_SIX = timedelta(hours=18)
_ALL = select(hours.c.id, hours.c.text).order_by(hours.c.id)


@dataclass(frozen=True, slots=True)
class HoursText:
    """One distinct text in OSM syntax; venues refer to it by `id`."""

    id: int
    text: str


def hours_in(connection: Connection) -> tuple[HoursText, ...]:
    """Return every distinct hours text, by id."""
    return tuple(HoursText(row.id, row.text) for row in connection.execute(_ALL))


def states_at(connection: Connection, at: datetime) -> Mapping[int, State]:
    """Return the state of every hours id at `at` (aware), worked out once a minute and version."""
    version = data_version(connection)
    minute = at.replace(second=0, microsecond=0)
    known = _remembered(connection.engine.url, version, minute)
    if not known:
        states = {
            each.id: opening_hours.status_of(each.text, "source", minute).state
            for each in hours_in(connection)
        }
        known.update(states)
    return known


@dataclass(frozen=True, slots=True)
class HoursOfDay:
    """One distinct text on one service day: minutes after 06:00 (0 to 1440).

    `open` is None when the whole day is unknown; `is_usual` says the text does not settle the day,
    `closes_at_end` that hours which last until the day's end go no further.
    """

    open: Spans
    perhaps: tuple[tuple[int, int], ...]
    is_usual: bool
    closes_at_end: bool

    def state_at(self, minute: int) -> State:
        """Return the state at a minute after 06:00."""
        if self.open is None or _holds(self.perhaps, minute):
            return State.UNKNOWN
        return State.OPEN if _holds(self.open, minute) else State.CLOSED


def hours_on(connection: Connection, on: date) -> dict[int, HoursOfDay]:
    """Return every hours id with its service day `on`."""
    return {each.id: _on(each.text, on) for each in hours_in(connection)}


def _on(text: str, on: date) -> HoursOfDay:
    noon = datetime.combine(on, time(12), opening_hours.TZ)
    perhaps = opening_hours.unknown_spans(text, on)
    spans = opening_hours.day_spans(text, on) or (None if perhaps == WHOLE_DAY else ())
    return HoursOfDay(
        open=spans,
        perhaps=perhaps,
        is_usual=opening_hours.status_of(text, "source", noon).is_usual,
        closes_at_end=_lasts_until_end(spans) and _closes_at(text, noon + _TO_SIX),
    )


def _lasts_until_end(spans: Spans) -> bool:
    return any(end == DAY_MIN for _, end in spans or ())


def _closes_at(text: str, end: datetime) -> bool:
    status = opening_hours.status_of(text, "source", end - timedelta(minutes=1))
    return status.closes_at == end


def _holds(spans: Iterable[tuple[int, int]], minute: int) -> bool:
    return any(start <= minute < end for start, end in spans)


@lru_cache(maxsize=512)
def _remembered(_database: URL, _version: str, _minute: datetime) -> dict[int, State]:
    # The empty dict is filled by the first caller; two at once write the same values.
    return {}
