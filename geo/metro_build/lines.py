"""What we call the lines, in the order they are listed."""

from dataclasses import dataclass

from geo.metro_build.reference import Sequence


@dataclass(frozen=True, slots=True)
class LineFacts:
    """`source` is the name in the order file, `number` the operator's number in its timetable."""

    code: str
    source: str
    number: int
    zh: str
    en: str
    kind: str


LINES = (
    *(LineFacts(f"{n}", f"{n}号线", n, f"{n} 号线", f"Line {n}", "metro") for n in range(1, 19)),
    LineFacts("pujiang", "浦江线", 41, "浦江线", "Pujiang Line", "apm"),
    LineFacts("airport", "市域机场线", 51, "市域机场线", "Airport Link Line", "suburban"),
    LineFacts("maglev", "磁浮线", 0, "磁浮线", "Maglev Line", "maglev"),
)
"""All lines in operation; the maglev has no rows in the operator's timetable."""

BY_SOURCE = {line.source: line for line in LINES}
BY_NUMBER = {line.number: line for line in LINES}


def sequences_of(line: LineFacts, sequences: tuple[Sequence, ...]) -> tuple[Sequence, ...]:
    """Return the branches of `line`; raises `ValueError` when there are none."""
    found = tuple(each for each in sequences if each.line_zh == line.source)
    if not found:
        raise ValueError(f"{line.source} has no order of stations")
    return found
