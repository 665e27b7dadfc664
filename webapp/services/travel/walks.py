"""Walks between points: our own estimate, or what an outside router says of real streets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from geo.records import LatLng
from webapp.services.travel.ground import Ground, Metres, degrees_of, walks_m


class WalkRouter(Protocol):
    """Knows the streets. It answers None when it cannot, and our own estimate stands in."""

    def metres(self, points: Sequence[LatLng]) -> Metres | None:
        """Return the metres walked from each point (rows) to each (columns), -1 where no way is."""


@dataclass(frozen=True, slots=True)
class Walks:
    """Metres from each point (rows) to each (columns), and where one cannot walk at all."""

    metres: Metres
    barred: NDArray[np.bool_]


def walks_between(points: Sequence[LatLng], ground: Ground, router: WalkRouter | None) -> Walks:
    """Return all walks between the points."""
    routed = router.metres(points) if router else None
    if routed is not None:
        return Walks(np.maximum(routed, 0), routed < 0)
    places = degrees_of(points)
    return Walks(walks_m(places, places), ground.river.between_all(places))
