"""A second opinion on plans, sharing no code with the planner: it judges, and tries all orders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from webapp.domain.planning.plan import Plan, Visit
from webapp.domain.planning.problem import Candidate, Problem, Rules

Choice = tuple[int, int | None]
Quality = tuple[int, int, int, int]


def faults(problem: Problem, plan: Plan) -> list[str]:
    """Every rule that `plan` breaks, from its visits and times alone."""
    if plan.trouble is not None:
        return ["visits in spite of trouble"] if plan.visits else []
    found = [*_time_faults(problem, plan), *_count_faults(problem, plan)]
    if plan.worth != sum(candidate(problem, v.slug).worth for v in plan.visits):
        found.append("worth is not the sum")
    if problem.rules.rest_min is not None and _longest(problem, plan) > problem.rules.rest_min:
        found.append("too long without a rest")
    if not _row_is_kept(problem, [visit.slug for visit in plan.visits]):
        found.append("the row is not kept")
    return found


def candidate(problem: Problem, slug: str) -> Candidate:
    return next(each for each in problem.candidates if each.slug == slug)


def leg(problem: Problem, at: int, a: int, b: int) -> tuple[int, int]:
    """Minutes and metres of a leg that begins at `at`."""
    table = problem.ways[0]
    for ways in problem.ways[1:]:
        if at >= ways.since_min:
            table = ways
    return table.minutes[a][b], table.walk_m[a][b]


def quality(problem: Problem, plan: Plan) -> Quality:
    """What is to be highest, in this order."""
    slugs = {visit.slug for visit in plan.visits}
    wanted = problem.rules.must | {slug for slug in problem.rules.row if slug}
    meals = len(due(problem)) - len(plan.missed_meals)
    return len(slugs & wanted), meals, plan.worth, -plan.travel_min


def due(problem: Problem) -> list[tuple[int, int]]:
    return [
        (meal.opens_min, meal.closes_min)
        for meal in problem.rules.meals
        if problem.depart_min <= meal.opens_min and meal.closes_min <= problem.until_min
    ]


def _time_faults(problem: Problem, plan: Plan) -> Iterator[str]:
    at, place, walked, travelled = plan.leave_min, 0, 0, 0
    if at < problem.depart_min:
        yield "leaves before it may"
    for visit in plan.visits:
        minutes, metres = leg(problem, at, place, visit.place)
        walked, travelled = walked + metres, travelled + minutes
        yield from _visit_faults(problem, visit, at + minutes)
        at, place = visit.leave_min, visit.place
    minutes, metres = leg(problem, at, place, len(problem.candidates) + 1)
    if at + minutes > problem.until_min or at + minutes != plan.end_min:
        yield "late, or a wrong end"
    if (walked + metres, travelled + minutes) != (plan.walk_m, plan.travel_min):
        yield "wrong totals"
    if problem.rules.most_walk_m is not None and walked + metres > problem.rules.most_walk_m:
        yield "too much walking"


def _visit_faults(problem: Problem, visit: Visit, arrive: int) -> Iterator[str]:
    chosen = problem.candidates[visit.place - 1]
    if visit.slug != chosen.slug or visit.arrive_min != arrive or visit.begin_min < arrive:
        yield f"{visit.slug}: wrong place or arrival"
    if visit.leave_min - visit.begin_min != chosen.stay_min:
        yield f"{visit.slug}: wrong stay"
    if not _is_open(chosen, visit.begin_min):
        yield f"{visit.slug}: closed during the stay"
    if visit.meal is not None:
        opens, closes = due(problem)[visit.meal]
        if not chosen.eats or visit.begin_min >= closes or visit.leave_min <= opens:
            yield f"{visit.slug}: no meal at that time"


def _is_open(chosen: Candidate, begin: int) -> bool:
    return any(
        window.opens_min <= begin and begin + chosen.stay_min <= window.closes_min
        for window in chosen.windows
    )


def _count_faults(problem: Problem, plan: Plan) -> Iterator[str]:
    rules, slugs = problem.rules, [visit.slug for visit in plan.visits]
    out = [each.slug for each in plan.left_out]
    if sorted([*slugs, *out]) != sorted(each.slug for each in problem.candidates):
        yield "a candidate is neither visited nor left out, or twice"
    if rules.excluded & set(slugs):
        yield "an excluded candidate is visited"
    if rules.most_stops is not None and len(slugs) > rules.most_stops:
        yield "too many stops"
    kinds = Counter(candidate(problem, slug).kind for slug in slugs)
    if any(kinds[kind] > most for kind, most in rules.most_per_kind.items()):
        yield "too many of a kind"
    meals = [visit.meal for visit in plan.visits if visit.meal is not None]
    if sorted([*meals, *plan.missed_meals]) != list(range(len(due(problem)))):
        yield "a meal is neither had nor missed, or twice"


def _longest(problem: Problem, plan: Plan) -> int:
    since, longest = plan.leave_min, 0
    for visit in plan.visits:
        if candidate(problem, visit.slug).rests:
            longest, since = max(longest, visit.begin_min - since), visit.leave_min
    return max(longest, plan.end_min - since)


def _row_is_kept(problem: Problem, slugs: list[str]) -> bool:
    """Two stops of the row, or the start and one, have at most the free places between them."""
    row = problem.rules.row
    kept = [slug for slug in slugs if slug in row]
    if kept != [slug for slug in row if slug in kept]:
        return False
    for before, after in zip([None, *kept], kept, strict=False):
        first = 0 if before is None else row.index(before) + 1
        free = row[first : row.index(after)].count(None)
        gap = slugs.index(after) - (0 if before is None else slugs.index(before) + 1)
        if gap > free:
            return False
    return True


class BruteForce:
    """Tries every order of every choice of candidates and meals."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.best: Quality | None = None
        places = [
            place
            for place, each in enumerate(problem.candidates, start=1)
            if each.slug not in problem.rules.excluded
        ]
        self._go([], places)

    def _go(self, chosen: list[Choice], places: list[int]) -> None:
        reached = self._simulate(chosen)
        if reached is None:
            return
        ends, found = reached
        if ends and (self.best is None or found > self.best):
            self.best = found
        for place in places:
            rest = [other for other in places if other != place]
            had = {meal for _, meal in chosen}
            meals = range(len(due(self.problem))) if self.problem.candidates[place - 1].eats else ()
            for meal in (None, *(number for number in meals if number not in had)):
                self._go([*chosen, (place, meal)], rest)

    def _simulate(self, chosen: list[Choice]) -> tuple[bool, Quality] | None:
        """None when a visit is impossible; else whether the end is reached, and the quality."""
        problem, rules = self.problem, self.problem.rules
        slugs = [problem.candidates[place - 1].slug for place, _ in chosen]
        if self._are_too_many(slugs):
            return None
        at = since = problem.depart_min
        here = walked = travelled = worth = 0
        for place, meal in chosen:
            each = problem.candidates[place - 1]
            minutes, metres = leg(problem, at, here, place)
            begin = self._begin(each, at + minutes, meal)
            if begin is None:
                return None
            since = since if here else self._leaving(minutes, begin)
            if _tired(rules, (begin if each.rests else begin + each.stay_min) - since):
                return None
            here, at = place, begin + each.stay_min
            since = at if each.rests else since
            walked, travelled, worth = walked + metres, travelled + minutes, worth + each.worth
        minutes, metres = leg(problem, at, here, len(problem.candidates) + 1)
        at += minutes
        ends = at <= problem.until_min and _row_is_kept(problem, slugs)
        ends = ends and (rules.most_walk_m is None or walked + metres <= rules.most_walk_m)
        ends = ends and not _tired(rules, at - since)
        wanted = rules.must | {slug for slug in rules.row if slug}
        meals = sum(meal is not None for _, meal in chosen)
        return ends, (len(wanted & set(slugs)), meals, worth, -travelled - minutes)

    def _are_too_many(self, slugs: list[str]) -> bool:
        rules = self.problem.rules
        kinds = Counter(candidate(self.problem, slug).kind for slug in slugs)
        if rules.most_stops is not None and len(slugs) > rules.most_stops:
            return True
        return any(kinds[kind] > most for kind, most in rules.most_per_kind.items())

    def _leaving(self, minutes: int, begin: int) -> int:
        """The latest minute to leave the start by the ways that hold at first."""
        depart, switches = self.problem.depart_min, [ways.since_min for ways in self.problem.ways]
        return max(
            minute
            for minute in range(depart, begin - minutes + 1)
            if not any(depart < switch <= minute for switch in switches)
        )

    def _begin(self, each: Candidate, arrive: int, meal: int | None) -> int | None:
        """The earliest beginning of a stay; it can only be at an edge of something."""
        opens, closes = due(self.problem)[meal] if meal is not None else (-1, 10**9)
        edges = [arrive, opens - each.stay_min + 1, *(w.opens_min for w in each.windows)]
        fitting = (
            edge
            for edge in edges
            if edge >= arrive
            and _is_open(each, edge)
            and edge < closes
            and edge + each.stay_min > opens
        )
        return min(fitting, default=None)


def _tired(rules: Rules, minutes: int) -> bool:
    return rules.rest_min is not None and minutes > rules.rest_min
