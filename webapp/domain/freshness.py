"""Whether a fact is still confirmed, or has outlived the limit of its kind of venue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from webapp.domain.scenarios import KINDS

DEFAULT_CONFIRM_DAYS = 180


@dataclass(frozen=True, slots=True)
class Freshness:
    """`confirmed`: somebody checked it and the limit has not passed.

    `since` is the day of the confirmation, or the day from which it counts as unconfirmed: the
    day the limit passed, or the date of the source when nobody has ever confirmed it.
    """

    confirmed: bool
    since: date

    @property
    def unconfirmed(self) -> bool:
        """Return the opposite of `confirmed`."""
        return not self.confirmed


def freshness_of(as_of: date, verified_on: date | None, kind: str, today: date) -> Freshness:
    """Judge a fact of a venue of `kind` on `today`.

    `as_of` is the date of the source, `verified_on` the day somebody confirmed the fact. An
    unknown kind gets the limit of 180 days.
    """
    if verified_on is None:
        return Freshness(False, as_of)
    expires_on = verified_on + timedelta(days=confirm_days_of(kind))
    if today >= expires_on:
        return Freshness(False, expires_on)
    return Freshness(True, verified_on)


def confirm_days_of(kind: str) -> int:
    """Return after how many days facts of this kind of venue want a new confirmation."""
    known = KINDS.get(kind)
    return DEFAULT_CONFIRM_DAYS if known is None else known.confirm_days
