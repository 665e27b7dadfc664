"""How often one visitor may send a form: counted in memory, by process, and soon forgotten."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections import deque
from dataclasses import dataclass, field

from flask import Flask, current_app, request

from webapp.domain.faults import TooManyRequests

MOST_COUNTED = 10_000
"""Visitors; beyond that the oldest are forgotten."""


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many times within so many seconds; `name` tells limits apart."""

    name: str
    most: int
    within_s: float


@dataclass(slots=True)
class Counts:
    """When each visitor came, by a hash that no other process could make again."""

    salt: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    times: dict[bytes, deque[float]] = field(default_factory=dict)


def register(app: Flask) -> None:
    """Give the application its counts."""
    app.extensions["counts"] = Counts()


def spend(limit: Limit) -> None:
    """Count this request; raises `TooManyRequests` for one too many, which does not count."""
    counts: Counts = current_app.extensions["counts"]
    now = time.monotonic()
    times = _times(counts, _visitor(counts, limit))
    while times and times[0] <= now - limit.within_s:
        times.popleft()
    if len(times) >= limit.most:
        raise TooManyRequests(int(times[0] + limit.within_s - now) + 1)
    times.append(now)


def _times(counts: Counts, visitor: bytes) -> deque[float]:
    times = counts.times.pop(visitor, None) or deque()
    while len(counts.times) >= MOST_COUNTED:
        counts.times.pop(next(iter(counts.times)))
    counts.times[visitor] = times
    return times


def _visitor(counts: Counts, limit: Limit) -> bytes:
    name = f"{limit.name} {request.remote_addr}".encode()
    return hashlib.blake2b(name, key=counts.salt, digest_size=16).digest()
