"""Loads the compiled search while somebody fills in the form, so that their plan comes at once."""

from __future__ import annotations

from functools import cache
from threading import Thread


def warm_planner() -> None:
    """Begin once in each process, beside the request."""
    _begin()


@cache
def _begin() -> Thread:
    # Imported late: it brings numba, which no other page needs.
    from webapp.domain.planning.warm import warm  # noqa: PLC0415

    thread = Thread(target=warm, name="warm-planner", daemon=True)
    thread.start()
    return thread
