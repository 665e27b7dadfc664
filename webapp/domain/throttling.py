"""How many tries to sign in are let through before the next has to wait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many tries within a time."""

    most: int
    within: timedelta = timedelta(minutes=15)


# One address may not try one account often; many addresses together stay under 100 an hour
# (OWASP ASVS 4.0.3, 2.2.1); an office of many people behind one address is not shut out.
SAME_ACCOUNT_AND_ADDRESS = Limit(5)
SAME_ACCOUNT = Limit(20)
SAME_ADDRESS = Limit(60)


def wait_for(limit: Limit, tries: Sequence[datetime], now: datetime) -> timedelta:
    """How long until one more try is let through; zero when it may be made now."""
    recent = sorted(at for at in tries if at > now - limit.within)
    if len(recent) < limit.most:
        return timedelta()
    return recent[-limit.most] + limit.within - now
