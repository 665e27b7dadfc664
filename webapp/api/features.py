"""Venues as GeoJSON features (RFC 7946), positions in WGS-84."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from webapp.domain.hours import status_of
from webapp.store.venue_records import VenueCard


def feature_of(card: VenueCard, at: datetime) -> dict[str, Any]:
    """Return the feature of a venue with its state at the aware moment `at`; its id is the slug."""
    status = status_of(card.hours_text, card.hours_basis, at)
    return {
        "type": "Feature",
        "id": card.slug,
        "geometry": {"type": "Point", "coordinates": card.position.as_geojson()},
        "properties": {
            "name_zh": card.name.zh,
            "name_en": card.name.en,
            "scenarios": list(card.scenarios),
            "kind": card.kind,
            "district": card.district.slug,
            "address_zh": card.address.zh,
            "address_en": card.address.en,
            "hours": card.hours_text,
            "state": status.state.value,
            "nuance": status.nuance.value if status.nuance else None,
            "rank": card.rank,
            "as_of": card.as_of.isoformat(),
        },
    }
