"""Problems for tests: small ones that hypothesis draws, and evenings like real ones."""

from __future__ import annotations

import random

from hypothesis import strategies as st

from webapp.domain.planning.problem import Candidate, Problem, Rules, Ways, Window

KINDS = ("bar", "museum", "dining")
DINNER, TEA, SUPPER = Window(1060, 1140), Window(1040, 1080), Window(1160, 1220)


def drawn_windows(chosen: random.Random) -> tuple[Window, ...]:
    """Mostly one long or two shorter ones, now and then none."""
    first = 990 + chosen.randrange(120)
    middle, end = sorted(chosen.sample(range(first + 30, first + 300), 2))
    late = Window(end, end + chosen.randrange(20, 150))
    choices = ((), (Window(first, end),), (Window(first, middle), late))
    return chosen.choices(choices, (1, 6, 6))[0]


def drawn_candidate(chosen: random.Random, number: int) -> Candidate:
    return Candidate(
        slug=f"place-{number}",
        windows=drawn_windows(chosen),
        stay_min=chosen.choice((0, 10, 20, 30, 45)),
        worth=chosen.randrange(10),
        kind=chosen.choice(KINDS),
        eats=chosen.random() < 0.3,
        rests=chosen.random() < 0.5,
    )


def drawn_ways(chosen: random.Random, places: int) -> tuple[Ways, ...]:
    """One or two tables, neither symmetric nor metric; in the second all legs are slower."""
    minutes = [[chosen.randrange(1, 30) for _ in range(places)] for _ in range(places)]
    walk_m = [[chosen.randrange(0, 1500) for _ in range(places)] for _ in range(places)]
    first = Ways(minutes, walk_m)
    if chosen.random() < 0.5:
        return (first,)
    slower = [[minute + chosen.randrange(0, 30) for minute in row] for row in minutes]
    return first, Ways(slower, walk_m, since_min=chosen.randrange(1000, 1320))


@st.composite
def rules(draw, slugs):
    named = st.permutations(slugs)
    row = [slug if draw(st.booleans()) else None for slug in draw(named)[: draw(st.integers(0, 3))]]
    free = [slug for slug in slugs if slug not in row]
    must = frozenset(free[: draw(st.integers(0, 1))])
    excluded = frozenset(free[1:][: draw(st.integers(0, 1))])
    return Rules(
        most_stops=draw(st.none() | st.integers(2, 5)),
        most_per_kind=draw(st.dictionaries(st.sampled_from(KINDS), st.integers(0, 2), max_size=2)),
        most_walk_m=draw(st.none() | st.integers(1500, 6000)),
        meals=draw(st.sampled_from(((), (DINNER,), (TEA, SUPPER)))),
        rest_min=draw(st.none() | st.none() | st.integers(50, 120)),
        must=must,
        excluded=excluded,
        row=tuple(row),
    )


@st.composite
def problems(draw, least=0, most=5):
    number = draw(st.integers(least, most))
    chosen = random.Random(draw(st.integers(0, 2**32)))
    places = tuple(drawn_candidate(chosen, n) for n in range(number))
    return Problem(
        depart_min=draw(st.integers(1000, 1060)),
        until_min=draw(st.integers(1100, 1320)),
        candidates=places,
        ways=drawn_ways(chosen, number + 2),
        rules=draw(rules([each.slug for each in places])),
    )


def short_of_walking(seed: int) -> Problem:
    """Time for nearly everything, walking for hardly anything: quick ways are long walks."""
    chosen = random.Random(seed)
    places = tuple(
        Candidate(f"place-{n}", (Window(1000, 1400),), 20, chosen.randrange(1, 5)) for n in range(5)
    )
    minutes = [[chosen.randrange(1, 40) for _ in range(7)] for _ in range(7)]
    walk_m = [[(40 - minute) * 50 for minute in row] for row in minutes]
    budget = Rules(most_walk_m=chosen.randrange(2000, 6000))
    return Problem(1000, 1250, places, (Ways(minutes, walk_m),), budget)
