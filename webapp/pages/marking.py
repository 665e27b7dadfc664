"""Names with what matched in them marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from flask import Blueprint
from markupsafe import Markup, escape

from webapp.domain.text import LocalText

Spans = Sequence[tuple[int, int]]


class Marks(Protocol):
    """What matched in each language's name: [start, end) in code points, in order."""

    @property
    def zh(self) -> Spans:
        """Spans of the Chinese name."""
        ...

    @property
    def en(self) -> Spans:
        """Spans of the English name."""
        ...


def add_to(pages: Blueprint) -> None:
    """Offer `marked` to templates."""
    pages.add_app_template_global(marked, "marked")


def marked(name: LocalText, lang: str, marks: Marks | None = None) -> Markup:
    """The name in `lang` (a tag such as zh-Hans) with what matched in `<mark>`."""
    text = name.in_(lang)
    if marks is None:
        return escape(text)
    return _with_marks(text, marks.zh if lang.startswith("zh") else marks.en)


def _with_marks(text: str, spans: Spans) -> Markup:
    parts, at = [], 0
    for start, end in spans:
        parts += [escape(text[at:start]), Markup("<mark>{}</mark>").format(text[start:end])]
        at = end
    return Markup("").join([*parts, escape(text[at:])])
