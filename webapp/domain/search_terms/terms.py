"""How terms are spelled: a field, a channel, then the text; stores see them as plain words."""

from __future__ import annotations

from typing import Final

from webapp.domain.search_terms.expressions import Expression, Prefix, Token, some

NAMES: Final = "n"
WORDS: Final = "w"

HAN: Final = "c"
"""One or two Chinese characters."""
PAIR: Final = "p"
"""Two neighbouring syllables, joined."""
SYLLABLE: Final = "s"
INITIALS: Final = "i"
"""First letters of two neighbouring syllables or words."""
ACRONYM: Final = "k"
"""First letters of a whole name."""
ENGLISH: Final = "e"
"""A stemmed word."""
JOINED: Final = "j"
"""Neighbouring words, or all words of a name, joined."""


def in_names(channel: str, text: str) -> Expression:
    """Entries that have the term in a name."""
    return Token(NAMES + channel + text)


def anywhere(channel: str, text: str) -> Expression:
    """Entries that have the term in a name or among their words."""
    return some((Token(NAMES + channel + text), Token(WORDS + channel + text)))


def begun_anywhere(channel: str, text: str) -> Expression:
    """Entries with a term that begins so, in a name or among their words."""
    return some((Prefix(NAMES + channel + text), Prefix(WORDS + channel + text)))
