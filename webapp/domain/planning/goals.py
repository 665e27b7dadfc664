"""What is better: wanted places first, then meals, then worth, then less travel.

Also the rules that count stops: how many, how many of a kind, in which order.
"""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from webapp.domain.planning.problem import Problem
from webapp.domain.planning.schedule import Step


class Goals:
    """The gain of each step as one number, in which a wanted place outdoes all meals and worth."""

    def __init__(self, problem: Problem) -> None:
        """Weigh wanted places, meals and worth against each other."""
        self.meal = sum(each.worth for each in problem.candidates) + 1
        self.wanted = self.meal * (len(problem.meals_due) + 1)
        self._places = [0, *(self._of(problem, number) for number in range(1, problem.end)), 0]

    def of(self, step: Step) -> int:
        """What a step adds."""
        return self._places[step.place] + (0 if step.meal is None else self.meal)

    def of_place(self, place: int) -> int:
        """What a place adds without a meal."""
        return self._places[place]

    def _of(self, problem: Problem, place: int) -> int:
        candidate = problem.candidates[place - 1]
        return candidate.worth + (self.wanted if candidate.slug in problem.wanted else 0)


class Held(NamedTuple):
    """How far a row of stops is in the locked row, and the other stops since."""

    rank: int = 0
    others: int = 0


class Row:
    """The locked row: an order, and the room between its places."""

    def __init__(self, problem: Problem) -> None:
        """Number the places of the row from 1."""
        numbers = {each.slug: number for number, each in enumerate(problem.candidates, start=1)}
        row = problem.rules.row
        places = [numbers[slug] for slug in row if slug]
        self.ranks = {place: rank for rank, place in enumerate(places, start=1)}
        free = list(accumulate(slug is None for slug in row))
        self.room = [0, *(sofar for slug, sofar in zip(row, free, strict=True) if slug)]
        """Free places before each rank, from the beginning."""

    def after(self, held: Held, place: int) -> Held | None:
        """How far the row is after visiting `place`; None when order or room forbid it."""
        rank = self.ranks.get(place)
        if rank is None:
            return Held(held.rank, held.others + 1)
        if rank < held.rank or held.others > self.room[rank] - self.room[held.rank]:
            return None
        return Held(rank)
