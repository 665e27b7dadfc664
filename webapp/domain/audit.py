"""The trail of who did what: each entry holds the hash of the one before it.

Whoever changes or removes an entry later breaks the chain from there on. Cutting off its end
shows only against a hash noted elsewhere: exports and `flask audit verify` print the last one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

FIRST = "0" * 64
"""Stands for the hash before the first entry."""


class Action(StrEnum):
    """What was done."""

    SIGNED_IN = "signed-in"
    SIGNED_OUT = "signed-out"
    SIGN_IN_FAILED = "sign-in-failed"
    INVITED = "invited"
    INVITATION_ACCEPTED = "invitation-accepted"
    RESET_REQUESTED = "reset-requested"
    RESET_LINK_MADE = "reset-link-made"
    PASSWORD_RESET = "password-reset"  # nosec B105 -- a name, no password
    PASSWORD_CHANGED = "password-changed"  # nosec B105 -- likewise
    SECOND_STEP_ON = "second-step-on"
    SECOND_STEP_OFF = "second-step-off"
    RECOVERY_CODE_USED = "recovery-code-used"
    RECOVERY_CODES_MADE = "recovery-codes-made"
    SESSION_ENDED = "session-ended"
    OTHER_SESSIONS_ENDED = "other-sessions-ended"
    ROLE_CHANGED = "role-changed"
    DEACTIVATED = "deactivated"
    REACTIVATED = "reactivated"
    EXPORTED = "exported"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: an account (None for a command or somebody not signed in), from which address."""

    account_id: int | None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done: to which account, about which district, with what in particular."""

    action: Action
    subject_id: int | None = None
    district: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the trail as it is kept; `at` is ISO text in UTC, `details` JSON."""

    number: int
    at: str
    account_id: int | None
    address: str
    action: str
    subject_id: int | None
    district: str
    details: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Break:
    """The first entry that is not as it was written, and why."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Chain:
    """What a check of the trail found: how many entries hold, the last of them, the first fault."""

    length: int
    last_hash: str
    broken: Break | None = None


def write_entry(last: Entry | None, actor: Actor, deed: Deed, now: datetime) -> Entry:
    """The entry that follows `last`."""
    previous = last.hash if last else FIRST
    number = last.number + 1 if last else 1
    at = now.astimezone(UTC).isoformat(timespec="microseconds")
    details = json.dumps(dict(deed.details), ensure_ascii=False, sort_keys=True)
    told = (number, at, actor.account_id, actor.address, deed.action.value)
    about = (deed.subject_id, deed.district, details, previous)
    return Entry(*told, *about, hash=hash_of(*told, *about))


def hash_of(*values: int | str | None) -> str:
    """SHA-256 of the values in their order, each told apart from the next."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def check_chain(entries: Iterable[Entry], anchor: tuple[int, str] | None = None) -> Chain:
    """Follow the chain to its end or its first break; `anchor` is an entry noted earlier."""
    last, length = FIRST, 0
    for length, entry in enumerate(entries, start=1):
        reason = _fault(entry, length, last, anchor)
        if reason:
            broken = length if entry.number != length else entry.number
            return Chain(length - 1, last, Break(broken, reason))
        last = entry.hash
    if anchor and anchor[0] > length:
        return Chain(length, last, Break(length + 1, "is missing: the trail was cut off"))
    return Chain(length, last)


def _fault(entry: Entry, number: int, last: str, anchor: tuple[int, str] | None) -> str:
    if entry.number != number:
        return "is missing"
    if entry.previous != last:
        return "does not follow the one before it"
    if entry.hash != hash_of(*_hashed(entry)):
        return "was changed after it was written"
    if anchor == (entry.number, entry.hash) or not anchor or anchor[0] != entry.number:
        return ""
    return "is not the one noted: the trail was written anew"


def _hashed(entry: Entry) -> tuple[int | str | None, ...]:
    told = (entry.number, entry.at, entry.account_id, entry.address, entry.action)
    return (*told, entry.subject_id, entry.district, entry.details, entry.previous)
