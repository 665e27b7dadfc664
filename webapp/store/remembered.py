"""Answers that stay the same until content changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from sqlalchemy import URL, Connection

from webapp.store.content_version import EMPTY, data_version

Answer = TypeVar("Answer")
Question = Callable[[Connection], Answer]


def remembered(question: Question[Answer]) -> Question[Answer]:
    """Ask the database once for each version of content; callers must not change the answer.

    An answer belongs to one database: two may hold the same version with different rows.
    """
    answers: dict[tuple[URL, str], Answer] = {}

    @wraps(question)
    def ask(connection: Connection) -> Answer:
        version = data_version(connection)
        if version == EMPTY:
            return question(connection)
        place = (connection.engine.url, version)
        known = answers.get(place)
        if known is None:
            known = question(connection)
            answers.clear()  # an older version is never asked for again
            answers[place] = known
        return known

    return ask
