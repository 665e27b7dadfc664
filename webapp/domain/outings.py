"""What a visit to each kind of place means for a plan: how long, whether one eats or rests there.

Minutes are the medians of the stays in our own itineraries, in steps of five, for the kinds these
visit; for the others our own estimate from the nearest kind among them. They are starting points:
a visitor stretches or shortens each stay.
"""

from __future__ import annotations

from dataclasses import dataclass

from webapp.domain.planning.problem import Window

MEALS = (Window(11 * 60 + 30, 13 * 60 + 30), Window(17 * 60 + 30, 20 * 60))
"""Lunch and dinner, as kitchens of the city serve them: 11:30 to 13:30 and 17:30 to 20:00."""
LEAST_MEAL_MIN = 60
"""A meal is planned when this much of its time lies within the plan."""
STAY_STEP_MIN = 15
LEAST_STAY_MIN = 15
MOST_STAY_MIN = 360


@dataclass(frozen=True, slots=True)
class Visiting:
    """A kind as a stop: minutes, whether one has a meal there, a seat and a toilet, a roof.

    `rests` and `indoor` say what such places usually offer, not what was checked for one of them.
    """

    stay_min: int
    eats: bool = False
    rests: bool = False
    indoor: bool = False
    at_night: bool = False


_IN = {"rests": True, "indoor": True}

VISITS: dict[str, Visiting] = {
    "night-market": Visiting(60, eats=True, at_night=True),
    "bar": Visiting(50, **_IN, at_night=True),
    "bar-street": Visiting(30, at_night=True),
    "live-music": Visiting(105, **_IN, at_night=True),
    "late-dining": Visiting(45, eats=True, **_IN, at_night=True),
    "night-museum": Visiting(60, **_IN),
    "late-theatre": Visiting(120, **_IN, at_night=True),
    "night-view": Visiting(30, indoor=True, at_night=True),
    "river-walk": Visiting(35),
    "cruise": Visiting(60, rests=True, at_night=True),
    "late-bookshop": Visiting(40, **_IN),
    "canteen": Visiting(45, eats=True, **_IN),
    "activity-centre": Visiting(60, **_IN),
    "old-brand": Visiting(60, indoor=True),
    "merchandise": Visiting(40, indoor=True),
    "themed-mall": Visiting(60, eats=True, **_IN),
    "figures": Visiting(40, indoor=True),
    "comics-bookshop": Visiting(40, indoor=True),
    "arcade": Visiting(45, indoor=True),
    "themed-cafe": Visiting(65, eats=True, **_IN),
    "second-hand": Visiting(30, indoor=True),
    "exhibition-hall": Visiting(90, **_IN),
    "fan-theatre": Visiting(120, **_IN),
    "themed-attraction": Visiting(60, **_IN),
    "museum": Visiting(55, **_IN),
    "gallery": Visiting(55, **_IN),
    "theatre": Visiting(120, **_IN),
    "heritage": Visiting(45),
    "historic-quarter": Visiting(60),
    "waterfront": Visiting(40),
    "temple": Visiting(40),
    "garden": Visiting(60, rests=True),
    "park": Visiting(45, rests=True),
    "water-town": Visiting(110, rests=True),
    "theme-park": Visiting(240, rests=True),
    "library": Visiting(45, **_IN),
    "landmark": Visiting(45),
    "mall": Visiting(60, eats=True, **_IN),
}
"""Kinds that are no outing (care homes, day care, health services …) are not in it."""

GROWN_UP = frozenset({"bar", "bar-street", "live-music", "late-theatre"})
"""Not for a plan with children."""
MOST_OF_A_KIND = 2
"""So that an evening is not five museums; the kinds that were asked for by name may be more."""
DINING = frozenset({"late-dining", "canteen", "themed-cafe"})
MOST_MEALS_OF_A_KIND = 1

MOST_WALK_M = {"brisk": 10_000, "normal": 6_000, "easy": 2_000}
"""Walking in a whole plan. Easy legs: about forty minutes at 50 m a minute, rests between."""
REST_MIN = 60
"""Easy legs: a seat and a toilet at least every hour."""


def meals_within(from_min: int, until_min: int) -> tuple[Window, ...]:
    """Return the meals to have in a plan, each cut to it; minutes after 00:00 of its day."""
    cut = (Window(max(meal.opens_min, from_min), min(meal.closes_min, until_min)) for meal in MEALS)
    return tuple(meal for meal in cut if meal.closes_min - meal.opens_min >= LEAST_MEAL_MIN)
