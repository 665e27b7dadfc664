"""The same instances for PyVRP, a published solver: one vehicle, prizes instead of costs."""

from __future__ import annotations

import math

from webapp.domain.planning.optw import Instance, Vertex


def solve_with_pyvrp(instance: Instance, seconds: float, seed: int) -> tuple[int, ...]:
    """The vertices of the route it finds; ways cost next to nothing against prizes."""
    from pyvrp import Model  # noqa: PLC0415
    from pyvrp.stop import MaxRuntime  # noqa: PLC0415

    model = Model()
    places = [model.add_location(each.x, each.y) for each in instance.vertices]
    depot, *others = instance.vertices
    home = model.add_depot(places[0], depot.opens, depot.closes)
    model.add_vehicle_type(
        1, start_depot=home, end_depot=home, tw_early=depot.opens, tw_late=depot.closes
    )
    for place, each in zip(places[1:], others, strict=True):
        model.add_client(
            place,
            service_duration=each.stay,
            tw_early=each.opens,
            tw_late=each.closes,
            prize=each.profit * 100_000,
            required=False,
        )
    for a, here in zip(instance.vertices, places, strict=True):
        for b, there in zip(instance.vertices, places, strict=True):
            way = _distance(a, b, instance.units)
            model.add_edge(here, there, way, way)
    best = model.solve(MaxRuntime(seconds), seed=seed, collect_stats=False, display=False).best
    if not best.is_feasible():
        return ()
    return tuple(client for route in best.routes() for client in _vertices(route))


def _vertices(route: object) -> list[int]:
    steps = route.schedule()  # type: ignore[attr-defined]
    return [step.idx + 1 for step in steps if step.is_client()]


def _distance(a: Vertex, b: Vertex, units: int) -> int:
    squares = (a.x - b.x) ** 2 + (a.y - b.y) ** 2
    return math.isqrt(squares * units * units) // 1000
