"""Counting tries to sign in, in the database: the same for all workers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil

from webapp.domain.desk_faults import TriedTooOften
from webapp.domain.throttling import (
    SAME_ACCOUNT,
    SAME_ACCOUNT_AND_ADDRESS,
    SAME_ADDRESS,
    Limit,
    wait_for,
)
from webapp.services.accounts.work import Work, keyed
from webapp.store import account_secrets
from webapp.store.locks import lock


@dataclass(frozen=True, slots=True)
class Try:
    """The keys under which one try counts, each with its limit; they tell nothing by themselves."""

    both: str
    account: str
    address: str
    at: datetime

    def limits(self) -> tuple[tuple[str, Limit], ...]:
        """Each key with how often it may be used."""
        return (
            (self.both, SAME_ACCOUNT_AND_ADDRESS),
            (self.account, SAME_ACCOUNT),
            (self.address, SAME_ADDRESS),
        )


def begin_try(work: Work, email: str) -> Try:
    """Count a try before it is made; raises `TriedTooOften` and counts nothing."""
    lock(work.connection, "tries")
    this = _keys(work, email)
    wait = max(_wait(work, key, limit) for key, limit in this.limits())
    if wait:
        raise TriedTooOften(ceil(wait.total_seconds()))
    account_secrets.add_tries(work.connection, [key for key, _ in this.limits()], work.now)
    return this


def succeed(work: Work, this: Try) -> None:
    """Forget the account's tries; of the address only this one, as it may be trying others."""
    account_secrets.forget_tries(work.connection, (this.both, this.account))
    account_secrets.forget_try(work.connection, this.address, this.at)


def _wait(work: Work, key: str, limit: Limit) -> timedelta:
    tries = account_secrets.tries_since(work.connection, key, work.now - limit.within)
    return wait_for(limit, tries, work.now)


def _keys(work: Work, email: str) -> Try:
    address = _network(work.actor.address)

    def key(kind: str, *texts: str) -> str:
        return keyed(work.secret_key, f"try-{kind}", *texts).hex()[:32]

    both = key("both", email, address)
    return Try(both, key("account", email), key("address", address), work.now)


def _network(address: str) -> str:
    """The address; of IPv6 the network of 64 bits, all of which one person usually has."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        return str(ip_network(f"{parsed}/64", strict=False))
    return address
