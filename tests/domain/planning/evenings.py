"""Evenings like real ones: places around a centre, walks and metro rides, hours that end early."""

from __future__ import annotations

import math
import random

from webapp.domain.planning.problem import Candidate, Problem, Rules, Ways, Window

KINDS = ("bar", "museum", "dining", "shop", "view", "live-music")
EASY = Rules(most_stops=6, rest_min=60, most_walk_m=3000)
USUAL = Rules(most_stops=8, most_per_kind={"bar": 2, "dining": 2}, meals=(Window(1080, 1200),))


def evening(seed: int, places: int = 200, rules: Rules = USUAL) -> Problem:
    """A Friday from 17:30 to 01:00; after 23:20 there is no metro and every way takes longer."""
    chosen = random.Random(seed)
    spots = [(chosen.gauss(0, 3000), chosen.gauss(0, 3000)) for _ in range(places + 2)]
    legs = [[_leg(chosen, a, b) for b in spots] for a in spots]
    minutes = [[minutes for minutes, _ in row] for row in legs]
    walk_m = [[metres for _, metres in row] for row in legs]
    late = [[min(3 * each, each + 60) for each in row] for row in minutes]
    return Problem(
        depart_min=1050,
        until_min=1500,
        candidates=tuple(_place(chosen, number) for number in range(places)),
        ways=(Ways(minutes, walk_m), Ways(late, walk_m, since_min=1400)),
        rules=rules,
    )


def _leg(chosen: random.Random, a: tuple[float, float], b: tuple[float, float]) -> tuple[int, int]:
    """Minutes and metres; beyond 1.2 km by metro."""
    metres = math.dist(a, b) * 1.3
    if metres < 1200:
        return int(metres / 75) + 1, int(metres)
    return int(12 + metres / 500 + chosen.random() * 4), int(400 + chosen.random() * 600)


def _place(chosen: random.Random, number: int) -> Candidate:
    kind = chosen.choice(KINDS)
    opens = chosen.choice((600, 660, 1020, 1080, 1140))
    whole = (Window(opens, opens + chosen.choice((180, 360, 600))),)
    split = (Window(opens, opens + 120), Window(opens + 200, opens + 500))
    return Candidate(
        slug=f"place-{number}",
        windows=chosen.choices((whole, split, ()), (14, 5, 1))[0],
        stay_min=chosen.choice((30, 45, 60, 90)),
        worth=chosen.randrange(1, 100),
        kind=kind,
        eats=kind == "dining",
        rests=chosen.random() < 0.4,
    )
