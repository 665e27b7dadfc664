"""Saved plans: how long they are kept, what they may be called, and how their keys are known."""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from datetime import date, timedelta

KEPT = timedelta(days=180)
"""After the day of the plan or of the last change, whichever is later."""
PLANNED_AHEAD = timedelta(days=366)
"""A plan for a day beyond that is kept as if it were for this one."""
UNDONE_WITHIN = timedelta(hours=24)
"""So long a deleted plan can be brought back; then it is erased."""
REMEMBERED = timedelta(days=366)
"""So long the address of an erased plan says that it is gone; it holds nothing any more."""
LONGEST_TITLE = 60
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22,64}")


def expiry_of(saved_on: date, planned_on: date) -> date:
    """Return the last day on which a plan is shown."""
    return max(saved_on, min(planned_on, saved_on + PLANNED_AHEAD)) + KEPT


def is_token(text: str) -> bool:
    """Whether a text can be a token or a key at all."""
    return _TOKEN.fullmatch(text) is not None


def key_hash(token: str, key: str) -> str:
    """Return what is stored of a key: SHA-256 over the plan's token and the key, in hex.

    A key has 192 random bits, so that a slow hash would protect nothing more.
    """
    return hashlib.sha256(f"{token}:{key}".encode()).hexdigest()


def is_key(token: str, key: str, stored: str) -> bool:
    """Whether `key` is the one whose hash is stored, in a time that tells nothing of it."""
    return hmac.compare_digest(key_hash(token, key), stored)


def tidy_title(raw: str) -> str:
    """Return a title on one line, without characters that cannot be seen."""
    kept = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in raw)
    return " ".join(kept.split())
