"""The openings of the coming weeks, for a device that evaluates no rules itself.

What `hours.status_of` says at any instant of these days can be told from them: all openings up to
`LOOK_AHEAD_DAYS` after the last day, and beyond these the next ones, where something lasts longer.
"""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise

from webapp.domain.hours import HORIZON_DAYS, Hours, Opening
from webapp.domain.hours_evaluation import find_hours
from webapp.domain.openings import midnight

DAYS = 35
LOOK_AHEAD_DAYS = 9
"""As far as `hours.status_of` looks before it looks for a change in `HORIZON_DAYS`."""
KEY_BYTES = 6
NEXT_ONES = 2

_ONE_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class HoursAhead:
    """One text in `DAYS` days: half-open minutes from 00:00 of the first day, sorted, merged.

    `perhaps` are hours that may be open. `usual` numbers the service days, -1 the one before the
    first, that the text does not settle.
    """

    open: tuple[tuple[int, int], ...]
    perhaps: tuple[tuple[int, int], ...]
    usual: tuple[int, ...]
    always_open: bool


@lru_cache(maxsize=8192)
def hours_key(text: str) -> str:
    """Return the short name of a text that is the same in every database and at any time."""
    digest = hashlib.blake2b(text.encode(), digest_size=KEY_BYTES).digest()
    return urlsafe_b64encode(digest).decode()


def hours_ahead(text: str, first: date) -> HoursAhead | None:
    """Return the openings of `DAYS` days from `first`, None for a text that cannot be read."""
    hours = find_hours(text)
    if hours is None:
        return None
    if hours.always_open:
        return HoursAhead((), (), (), True)
    start = midnight(first)
    found = _openings(hours, start)
    unsure = range(-1, DAYS)
    return HoursAhead(
        open=_spans((each for each in found if not each.unknown), start),
        perhaps=_spans((each for each in found if each.unknown), start),
        usual=tuple(n for n in unsure if not hours.is_assured_on(first + _ONE_DAY * n)),
        always_open=False,
    )


def _openings(hours: Hours, start: datetime) -> list[Opening]:
    end = start + _ONE_DAY * DAYS
    near = hours.openings_in(start, end + _ONE_DAY * LOOK_AHEAD_DAYS)
    if not _lasts_long(near, start, end + _ONE_DAY * LOOK_AHEAD_DAYS):
        return list(near)
    every = hours.openings_in(start, end + _ONE_DAY * HORIZON_DAYS)
    seen = [each for each in every if each.start < end + _ONE_DAY * LOOK_AHEAD_DAYS]
    later = every[len(seen) :]
    shown = later[:NEXT_ONES]
    known = [each for each in later if not each.unknown]
    return [*seen, *shown, *(each for each in known[:1] if each not in shown)]


def _lasts_long(openings: Iterable[Opening], start: datetime, end: datetime) -> bool:
    """Say whether anything, open or closed, lasts as long as the short look ahead."""
    edges = [start, *(edge for each in openings for edge in (each.start, each.end)), end]
    return any(later - sooner >= _ONE_DAY * LOOK_AHEAD_DAYS for sooner, later in pairwise(edges))


def _spans(openings: Iterable[Opening], start: datetime) -> tuple[tuple[int, int], ...]:
    return tuple(((o.start - start) // _MINUTE, (o.end - start) // _MINUTE) for o in openings)
