"""How fast the reader walks: the easy view counts on slower steps."""

from __future__ import annotations

from flask import g

from webapp.domain.itineraries import PACES, Legs
from webapp.view import View


def pace_m_per_min() -> float:
    """The walking pace of the reader's view."""
    is_easy = g.get("view", View.STANDARD) is View.EASY
    return PACES[Legs.EASY if is_easy else Legs.STANDARD].m_per_min
