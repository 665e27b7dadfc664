"""How fast one walks, and how long before looking for a train.

Healthy adults walk 94 to 143 cm a second at their usual pace, by age and sex, over a few metres
(Bohannon and Williams Andrews, Physiotherapy 97(3), 2011): 57 to 86 m a minute. In streets there
are crossings to wait at. Hence 75 as everywhere on the site, 90 for those in a hurry, and 50 for
legs that tire soon.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PaceName(StrEnum):
    """The paces one can ask for."""

    BRISK = "brisk"
    NORMAL = "normal"
    EASY = "easy"


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast and how long one walks before looking for a train."""

    m_per_min: float
    longest_walk_min: int


PACES: dict[PaceName, Pace] = {
    PaceName.BRISK: Pace(90.0, 20),
    PaceName.NORMAL: Pace(75.0, 15),
    PaceName.EASY: Pace(50.0, 12),
}
