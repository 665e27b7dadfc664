"""Opening hours: OSM text in, openings and states out."""

from __future__ import annotations

from webapp.domain.openings import (
    TZ,
    DayHours,
    Nuance,
    Opening,
    OpenStatus,
    State,
    service_day,
)

__all__ = ["TZ", "DayHours", "Nuance", "OpenStatus", "Opening", "State", "service_day"]
