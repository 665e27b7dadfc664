"""The benchmark's problem: routes hold, small ones are the best, time and seeds are kept."""

from __future__ import annotations

import random
from itertools import permutations
from time import perf_counter

import pytest

from tests.domain.planning.routes import Infeasible, profit_of
from webapp.domain.planning.effort import Effort
from webapp.domain.planning.optw import Instance, Vertex, read_instance, solve_optw
from webapp.domain.planning.warm import warm

TEXT = """5 1 3 1
0 0
0 40.00 50.00 0.00 0.00 0 0 0 1236.00
1 45.00 68.00 90.00 10.00 1 1 1 912.00 967.00
2 45.00 70.5 90.00 30.00 1 1 1 825.00 870.00

3 42.00 66.00 90.00 10.00 1 1 1 65.00 146.00
"""


def made(seed: int, vertices: int) -> Instance:
    draw = random.Random(seed)
    depot = Vertex(50_000, 50_000, 0, 0, 0, 2400)
    others = []
    for _ in range(vertices):
        opens = draw.randrange(0, 1800)
        x, y = draw.randrange(100_000), draw.randrange(100_000)
        closes = opens + draw.randrange(50, 800)
        others.append(Vertex(x, y, 100, draw.randrange(1, 50), opens, closes))
    return Instance((depot, *others), 10)


def best_of_all(instance: Instance) -> int:
    numbers = range(1, len(instance.vertices))
    best = 0
    for length in range(1, len(instance.vertices)):
        for route in permutations(numbers, length):
            try:
                best = max(best, profit_of(instance, route))
            except Infeasible:
                continue
    return best


def test_an_instance_is_read_in_whole_units():
    instance = read_instance(TEXT, "c101")
    assert instance.units == 10
    assert instance.vertices[0] == Vertex(40_000, 50_000, 0, 0, 0, 12360)
    assert instance.vertices[2] == Vertex(45_000, 70_500, 900, 30, 8250, 8700)
    assert read_instance(TEXT, "pr01").units == 100


def test_what_is_no_instance_is_refused():
    with pytest.raises((ValueError, IndexError)):
        read_instance("1 2 3\n4 5\nno numbers at all here\n", "c101")


@pytest.mark.parametrize("seed", range(20))
def test_routes_hold(seed):
    instance = made(seed, 10 + 8 * seed)
    answer = solve_optw(instance, Effort(rounds=200, seed=seed))
    assert answer.score == profit_of(instance, answer.route) > 0


@pytest.mark.parametrize("seed", range(10))
def test_small_instances_are_solved_to_the_best(seed):
    instance = made(seed, 6)
    assert solve_optw(instance, Effort(rounds=500)).score == best_of_all(instance)


def test_the_same_seed_and_rounds_give_the_same_route():
    instance = made(1, 80)
    first, second = (solve_optw(instance, Effort(rounds=300, seed=5)) for _ in range(2))
    assert first == second


def test_a_long_search_finds_more_than_a_short_one():
    short, long = (solve_optw(made(2, 120), Effort(rounds=n)).score for n in (5, 5000))
    assert long > short


def test_the_search_ends_in_time():
    warm()
    begun = perf_counter()
    answer = solve_optw(made(3, 100), Effort(seconds=0.3))
    assert answer.rounds > 100
    assert perf_counter() - begun < 1.0


@pytest.mark.parametrize("vertices", [0, 1, 2])
def test_hardly_any_vertices_are_no_fault(vertices):
    instance = made(1, vertices)
    answer = solve_optw(instance, Effort(rounds=20))
    assert answer.score == best_of_all(instance)
