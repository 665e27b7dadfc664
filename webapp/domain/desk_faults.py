"""What the district desk refuses to do."""

from __future__ import annotations

from webapp.domain.faults import Fault, Missing
from webapp.domain.passwords import Weakness


class SignedOut(Fault):
    """The page needs somebody signed in, and nobody is (any more)."""


class SecondStepNeeded(Fault):
    """The account must first set up its second step."""


class NotAllowed(Fault):
    """The role of whoever is signed in does not cover this; says nothing about what exists."""


class FormStale(Fault):
    """A form came back without the token of the page it belongs to."""


class DeskMissing(Missing):
    """No such thing, or none that this person may know of: the answer is the same."""


class LinkSpent(Fault):
    """A one-time link is unknown, used or out of date: the answer is the same."""


class SignInRefused(Fault):
    """E-mail, password or code are not right, or the account is not in use: no more is said."""


class TriedTooOften(Fault):
    """Too many tries; `wait_s` seconds until the next is let through."""

    def __init__(self, wait_s: int) -> None:
        super().__init__(f"wait {wait_s} s")
        self.wait_s = wait_s


class PasswordRefused(Fault):
    """A new password is too easy to guess."""

    def __init__(self, weakness: Weakness) -> None:
        super().__init__(weakness.value)
        self.weakness = weakness


class AccountRefused(Fault):
    """An account cannot be made or changed this way; `reason` is a short code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
