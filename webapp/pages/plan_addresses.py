"""The planner's address for a plan that was made elsewhere: saved, or one of our itineraries."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import url_for

from webapp.pages.plan_times import until_text
from webapp.services.plans.request import PlanRequest


def planner_address(asked: PlanRequest, start: str, end: str = "", plan: str = "") -> str:
    """Return the planner with that request; `start` and `end` as its fields hold them.

    `plan` is the token of the saved plan that is to be changed.
    """
    pairs = [*planner_fields(asked, start, end), ("plan", plan)]
    query = urlencode([(name, value) for name, value in pairs if value])
    return f"{url_for('pages.plan', at=None)}?{query}#result"


def planner_fields(asked: PlanRequest, start: str, end: str) -> list[tuple[str, str]]:
    """Return the request as the fields of the planner's form."""
    return [
        *(("scenario", scenario.value) for scenario in asked.scenarios),
        ("wish", asked.wish),
        ("at", f"{asked.begins:%Y-%m-%dT%H:%M}"),
        ("until", until_text(asked.begins, asked.ends)),
        ("start", start),
        ("end", end),
        ("pace", asked.pace.value),
        *(("needs", need.value) for need in sorted(asked.needs)),
        ("stops", str(asked.most_stops)),
        ("row", ",".join(slug or "_" for slug in asked.row)),
        ("stay", ",".join(f"{slug}:{minutes}" for slug, minutes in asked.stays)),
    ]
