"""What travel times are worked out from, as one stored file, loaded once a process and version."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from sqlalchemy import Connection

from geo.records import LatLng
from webapp.domain.metro_closure import network_of
from webapp.domain.metro_network import MetroNetwork, Ride, Ways
from webapp.store.document_writes import Prepared, keep_document
from webapp.store.documents import find_document
from webapp.store.remembered import remembered

KEY = "travel-1.npz"
"""Names the layout: another release's file is left alone, and all ways are walks."""
TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class TravelFacts:
    """The metro, where its stations are (WGS-84, in its order), and what nobody walks over."""

    network: MetroNetwork
    positions: tuple[LatLng, ...]
    river: tuple[tuple[LatLng, ...], ...]


def prepare_travel(connection: Connection, facts: TravelFacts) -> None:
    """Store the facts beside all other files."""
    keep_document(connection, Prepared(KEY, TYPE, pack(facts)))


@remembered
def travel_facts_of(connection: Connection) -> TravelFacts:
    """Return the stored facts; no metro at all where none are stored."""
    stored = find_document(connection, KEY)
    if stored is None:
        return TravelFacts(network_of(()), (), ())
    return unpack(gzip.decompress(stored.body))


def pack(facts: TravelFacts) -> bytes:
    """Return the facts as an .npz file."""
    file = BytesIO()
    np.savez(file, **_network_arrays(facts.network), **_place_arrays(facts))
    return file.getvalue()


def unpack(file: bytes) -> TravelFacts:
    """Return the facts of a file that `pack` made."""
    with np.load(BytesIO(file), allow_pickle=False) as arrays:
        points = _points(arrays["river"])
        ends = np.cumsum(arrays["river_sizes"]).tolist()
        river = tuple(points[start:end] for start, end in zip([0, *ends], ends, strict=False))
        return TravelFacts(_network(arrays), _points(arrays["positions"]), river)


def _network_arrays(network: MetroNetwork) -> dict[str, Any]:
    index = network.index
    return {
        "slugs": np.array(network.slugs, np.str_),
        "lines": np.array([ride.line for ride in network.rides], np.str_),
        "ends": np.array([(index[r.start], index[r.end]) for r in network.rides], np.int16),
        "stops": np.array([ride.stops for ride in network.rides], np.int16),
        "riding": np.array([ride.minutes for ride in network.rides], np.float64),
        "last_rides": network.last_rides,
        "earliest": network.earliest,
        **_ways_arrays("quick", network.quick),
        **{k: v for day, ways in enumerate(network.late) for k, v in _late(day, ways).items()},
    }


def _late(day: int, ways: Ways) -> dict[str, Any]:
    return _ways_arrays(f"late{day}", ways)


def _ways_arrays(name: str, ways: Ways) -> dict[str, Any]:
    return {f"{name}.tenths": ways.tenths, f"{name}.via": ways.via, f"{name}.until": ways.until}


def _place_arrays(facts: TravelFacts) -> dict[str, Any]:
    return {
        "positions": _degrees(facts.positions),
        "river": _degrees(point for line in facts.river for point in line),
        "river_sizes": np.array([len(line) for line in facts.river], np.int32),
    }


def _network(arrays: Mapping[str, Any]) -> MetroNetwork:
    slugs = tuple(arrays["slugs"].tolist())
    columns = (arrays[name].tolist() for name in ("lines", "ends", "stops", "riding"))
    rides = tuple(
        Ride(line, slugs[start], slugs[end], stops, minutes)
        for line, (start, end), stops, minutes in zip(*columns, strict=True)
    )
    days = len(arrays["last_rides"])
    return MetroNetwork(
        slugs=slugs,
        rides=rides,
        last_rides=arrays["last_rides"],
        quick=_ways(arrays, "quick"),
        late=tuple(_ways(arrays, f"late{day}") for day in range(days)),
        earliest=arrays["earliest"],
    )


def _ways(arrays: Mapping[str, Any], name: str) -> Ways:
    return Ways(*(arrays[f"{name}.{part}"] for part in ("tenths", "via", "until")))


def _degrees(points: Iterable[LatLng]) -> Any:
    return np.array([(point.lat, point.lng) for point in points], np.float64).reshape(-1, 2)


def _points(degrees: Any) -> tuple[LatLng, ...]:
    return tuple(LatLng(lat, lng) for lat, lng in degrees.tolist())
