"""Distances on a plane that fits one city: the arithmetic of every list sorted by distance."""

from __future__ import annotations

from math import cos, radians

import numpy as np

from geo.distance import DETOUR, EARTH_RADIUS_M, WALKING_M_PER_MIN
from geo.records import LatLng
from webapp.store.venue_columns import Metres


def metres_from(origin: LatLng, lat: Metres, lng: Metres) -> Metres:
    """Return metres from `origin`; within 0.05 % of the great circle at 20 km."""
    per_degree = radians(1) * EARTH_RADIUS_M
    north = (lat - origin.lat) * per_degree
    east = (lng - origin.lng) * (per_degree * cos(radians(origin.lat)))
    metres: Metres = np.sqrt(north * north + east * east)
    return metres


def walk_m(minutes: int, pace_m_per_min: float = WALKING_M_PER_MIN) -> float:
    """Return how far, as the crow flies, one gets on foot in `minutes`."""
    return minutes * pace_m_per_min / DETOUR
