"""What is asked of a plan: places one could visit, ways between them, rules.

Times are minutes after 00:00 of the day the plan begins on and pass 1440 after midnight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Table = Sequence[Sequence[int]]
"""Rows from, columns to; whole minutes or metres. Its order of places is that of `Problem`."""


class ProblemInvalid(Exception):
    """The parts of a problem do not go together; the message says which."""


@dataclass(frozen=True, slots=True)
class Window:
    """A span of time, half-open: [opens_min, closes_min)."""

    opens_min: int
    closes_min: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place one could visit.

    `windows` are the opening hours around the plan, in order and apart from each other; none at
    all means closed that day. A stay lies within one of them. `worth` (at least 0) adds up over a
    plan. `eats`: one can have a meal there. `rests`: it has a seat and a toilet.
    """

    slug: str
    windows: tuple[Window, ...]
    stay_min: int
    worth: int
    kind: str = ""
    eats: bool = False
    rests: bool = False


@dataclass(frozen=True, slots=True)
class Ways:
    """Minutes and walking metres from place to place, for legs that begin at `since_min` or later.

    A later table of a problem must not be quicker than an earlier one: it stands for a metro that
    has stopped.
    """

    minutes: Table
    walk_m: Table
    since_min: int = 0


@dataclass(frozen=True, slots=True)
class Rules:
    """What a plan has to keep to; the defaults ask nothing.

    `must` and `row` name candidates that come first of all; those that cannot be visited are left
    out and explained. In `row` they keep their order, with at most as many other stops before and
    between them as there are `None`. A meal is due when the plan spans its window: one stop where
    one can eat overlaps it. `rest_min` is the longest time without a rest.
    """

    most_stops: int | None = None
    most_per_kind: Mapping[str, int] = field(default_factory=dict)
    most_walk_m: int | None = None
    meals: tuple[Window, ...] = ()
    rest_min: int | None = None
    must: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    row: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """A request: from the start at `depart_min` or later, at the end by `until_min`.

    Tables of `ways` hold the start as 0, the candidates as 1 … n in their order, the end as n + 1.
    Raises `ProblemInvalid`.
    """

    depart_min: int
    until_min: int
    candidates: tuple[Candidate, ...]
    ways: tuple[Ways, ...]
    rules: Rules = field(default_factory=Rules)

    def __post_init__(self) -> None:
        """Check that tables, names and times go together."""
        places = len(self.candidates) + 2
        tables = [table for ways in self.ways for table in (ways.minutes, ways.walk_m)]
        if not tables or any(not _is_square(table, places) for table in tables):
            raise ProblemInvalid(f"each table must have {places} rows and columns")
        _check_order([ways.since_min for ways in self.ways], "tables of ways")
        _check_candidates(self.candidates)
        _check_names(self)

    @property
    def end(self) -> int:
        """The number of the end in the tables; the start's is 0."""
        return len(self.candidates) + 1

    @property
    def wanted(self) -> frozenset[str]:
        """The candidates that come first of all."""
        return self.rules.must | {slug for slug in self.rules.row if slug}

    @property
    def meals_due(self) -> tuple[Window, ...]:
        """The meals whose window the plan spans."""
        return tuple(
            meal
            for meal in self.rules.meals
            if self.depart_min <= meal.opens_min and meal.closes_min <= self.until_min
        )

    def ways_at(self, minute: int) -> Ways:
        """The ways of a leg that begins at `minute`."""
        begun = [ways for ways in self.ways[1:] if ways.since_min <= minute]
        return begun[-1] if begun else self.ways[0]


def _is_square(table: Table, places: int) -> bool:
    return len(table) == places and all(len(row) == places for row in table)


def _check_order(minutes: list[int], what: str) -> None:
    if minutes != sorted(set(minutes)):
        raise ProblemInvalid(f"{what} are not in the order of time")


def _check_candidates(candidates: tuple[Candidate, ...]) -> None:
    for each in candidates:
        edges = [edge for window in each.windows for edge in (window.opens_min, window.closes_min)]
        _check_order(edges, f"windows of {each.slug}")
        if each.stay_min < 0 or each.worth < 0:
            raise ProblemInvalid(f"{each.slug} has a negative stay or worth")


def _check_names(problem: Problem) -> None:
    slugs = {each.slug for each in problem.candidates}
    row = [slug for slug in problem.rules.row if slug]
    if len(slugs) < len(problem.candidates) or len(set(row)) < len(row):
        raise ProblemInvalid("a candidate is named twice")
    unknown = (problem.wanted | problem.rules.excluded) - slugs
    if unknown or problem.wanted & problem.rules.excluded:
        raise ProblemInvalid(f"rules name no candidate, or exclude a wanted one: {sorted(unknown)}")
