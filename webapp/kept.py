"""What only changes with content: worked out once for each version of it, then kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar, TypeVarTuple

from webapp import current
from webapp.store.session import Database

Args = TypeVarTuple("Args")
R = TypeVar("R")


def kept(most: int) -> Callable[[Callable[[*Args], R]], Callable[[*Args], R]]:
    """Keep the last `most` answers of a function of the request's database.

    An answer is kept for the database and the version of content it came from, so a new sync,
    or another site in the same process, never sees an old one. Arguments must be hashable.
    """

    def decorate(read: Callable[[*Args], R]) -> Callable[[*Args], R]:
        @lru_cache(maxsize=most)
        def answer(_database: Database, _version: str, args: tuple[*Args]) -> R:
            return read(*args)

        @wraps(read)
        def ask(*args: *Args) -> R:
            return answer(current.database(), current.version(), args)

        return ask

    return decorate
