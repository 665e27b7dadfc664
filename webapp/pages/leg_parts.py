"""The way from stop to stop, line by line: walks, rides, and the waits before them."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.domain.itineraries import Mode
from webapp.store.itinerary_records import ItineraryLeg, ItineraryRide
from webapp.store.place_records import StationCard


@dataclass(frozen=True, slots=True)
class WalkPart:
    """A stretch on foot; `to` is the station it leads to, None for a stop."""

    minutes: int
    metres: int | None
    to: StationCard | None


@dataclass(frozen=True, slots=True)
class LegPart:
    """One line of the way: a walk or a ride, with the minutes of all waits before the first."""

    walk: WalkPart | None = None
    ride: ItineraryRide | None = None
    wait_min: int = 0


def parts_of(leg: ItineraryLeg, goal: StationCard | None) -> tuple[LegPart, ...]:
    """Return the lines of a leg; `goal` is the station a walk leads to, None for a stop."""
    if leg.mode is Mode.WALK:
        return (LegPart(walk=WalkPart(leg.minutes, leg.walk_m, goal)),)
    access = WalkPart(leg.access_min, None, leg.rides[0].start)
    egress = WalkPart(leg.egress_min, None, None)
    walks_out = (LegPart(walk=access),) if leg.access_min else ()
    walks_in = (LegPart(walk=egress),) if leg.egress_min else ()
    return (*walks_out, *_rides(leg), *walks_in)


def _rides(leg: ItineraryLeg) -> tuple[LegPart, ...]:
    """The rides; what is neither walked nor ridden is waited, and said with the first."""
    moving_min = leg.access_min + leg.egress_min + sum(ride.minutes for ride in leg.rides)
    waits_min = (leg.minutes - moving_min, *(0 for _ in leg.rides[1:]))
    return tuple(
        LegPart(ride=ride, wait_min=wait_min)
        for ride, wait_min in zip(leg.rides, waits_min, strict=True)
    )
