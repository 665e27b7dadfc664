"""Texts of the interface from the catalogs, with types (the library has none)."""

from __future__ import annotations

import flask_babel


def gettext(text: str, **values: object) -> str:
    """The text in the reader's language, with `%(name)s` filled in."""
    return str(flask_babel.gettext(text, **values))


def ngettext(one: str, many: str, num: int, **values: object) -> str:
    """The text for a count, which is `%(num)d` in it."""
    return str(flask_babel.ngettext(one, many, num, **values))


def language() -> str:
    """`zh` or `en`, as the catalogs see it."""
    locale = flask_babel.get_locale()
    return "en" if locale is None else str(locale.language)
