"""The districts' names for the desk's forms and tables."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from webapp import current
from webapp.store.districts import districts_in


def names(connection: Connection) -> dict[str, str]:
    """Each district's name in the reader's language, by code."""
    lang = current.lang()
    return {each.code: getattr(each.name, lang) for each in districts_in(connection)}


def names_of(connection: Connection, codes: Iterable[str]) -> list[str]:
    """The names of some districts; a code that is no district any more stands for itself."""
    known = names(connection)
    return [known.get(code, code) for code in codes]
