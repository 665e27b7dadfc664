"""What evaluating opening hours costs: 400 distinct texts, as ratios to the bare library."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime
from itertools import product
from statistics import median
from time import perf_counter

from opening_hours import OpeningHours
from rich.console import Console
from rich.table import Table

from webapp.domain import hours_evaluation
from webapp.domain.hours import TZ, day_spans, read_hours, status_of, week_of

TEXTS = 400
FORMS = (
    "{a}",
    "Mo-Fr {a}; Sa-Su {b}",
    "Tu-Su {a}",
    "Tu-Su {a}; PH {b}",
    "Mo-Su {a}; PH off",
    "Apr-Sep {a}; Oct-Mar {b}",
    "Mo-Fr {a}; Sa {b}; Su off",
    "Su-Th {a}; Fr,Sa {b}",
    "We-Su {a}; Su[-1] off",
    "sunset-{c}",
)
MOMENTS = {
    "a Saturday night": datetime(2026, 6, 6, 23, 40, tzinfo=TZ),
    "a make-up workday": datetime(2026, 9, 20, 12, 0, tzinfo=TZ),
    "a holiday": datetime(2026, 10, 2, 1, 40, tzinfo=TZ),
}


def texts() -> list[str]:
    """Return distinct texts of ten forms; the same ones every time."""
    draw = random.Random(1)
    made: dict[str, None] = {}
    while len(made) < TEXTS:
        start, length = draw.randrange(28, 88) * 15, draw.randrange(8, 48) * 15
        closes = f"{draw.randrange(20, 30)}:{draw.randrange(60):02}"
        form = FORMS[len(made) % len(FORMS)]
        made[form.format(a=_span(start, length), b=_span(start + 60, length), c=closes)] = None
    return list(made)


def report(console: Console) -> None:
    """Print milliseconds for all texts and the ratio to the library's own answer."""
    table = Table(title=f"Opening hours: {TEXTS} distinct texts, at once")
    for column in ("moment", "what", "ms", "library = 1"):
        table.add_column(column, justify="left" if column in ("moment", "what") else "right")
    written = texts()
    library = [OpeningHours(text, timezone=TZ, auto_country=False) for text in written]
    for (name, at), (what, act) in product(MOMENTS.items(), _acts(written).items()):
        baseline = _ms(lambda at=at: [each.state(at) for each in library])
        taken = _ms(lambda act=act, at=at: act(at))
        table.add_row(name, what, f"{taken:.1f}", f"{taken / baseline:.1f}")
    console.print(table)


def _acts(written: list[str]) -> dict[str, Callable[[datetime], object]]:
    hours = [read_hours(text) for text in written]

    def states_afresh(at: datetime) -> object:
        hours_evaluation._spans_on.cache_clear()
        return [each.state_at(at) for each in hours]

    return {
        "states, nothing remembered": states_afresh,
        "states": lambda at: [each.state_at(at) for each in hours],
        "status and next change": lambda at: [status_of(text, "source", at) for text in written],
        "bars of a day": lambda at: [day_spans(text, at.date()) for text in written],
        "weeks": lambda at: [week_of(text, at) for text in written],
    }


def _span(start: int, length: int) -> str:
    end = start + length
    return f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"


def _ms(act: Callable[[], object]) -> float:
    taken = []
    for _ in range(5):
        begun = perf_counter()
        act()
        taken.append((perf_counter() - begun) * 1000)
    return median(taken)
