"""The river nobody walks over, as the database holds it."""

from __future__ import annotations

import numpy as np
from sqlalchemy import Connection

from geo.crossings import Barrier
from geo.records import LatLng
from webapp.store.remembered import remembered
from webapp.store.travel_file import travel_facts_of
from webapp.store.venue_columns import Metres


@remembered
def river_of(connection: Connection) -> Barrier:
    """Return the Huangpu; bars nothing before content is there."""
    return Barrier(travel_facts_of(connection).river)


def on_foot(river: Barrier, start: LatLng, points: Metres, metres: Metres) -> Metres:
    """Return `metres` from `start`, infinite where the river lies between.

    `points` are rows of latitude and longitude, one for each of `metres`.
    """
    starts = np.tile([start.lat, start.lng], (len(points), 1))
    return np.where(river.between(starts, points), np.inf, metres)
