"""What is wrong with content, said so that its author finds the place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class ContentFault:
    """One fault: file, line (from 1), the entry and field it is in, and why it is one.

    A `warning` is shown but does not stop a sync.
    """

    file: str
    line: int
    place: str
    reason: str
    warning: bool = False

    def __str__(self) -> str:
        """Return `content/venues/x.yaml:42: venues[3] shanghai-museum · hours.text: reason`."""
        note = "warning: " if self.warning else ""
        return f"{self.file}:{self.line}: {self.place}: {note}{self.reason}"


def errors_of(faults: Iterable[ContentFault]) -> tuple[ContentFault, ...]:
    """Return the faults that stop a sync, in the order of files and lines."""
    return tuple(sorted(fault for fault in faults if not fault.warning))


def warnings_of(faults: Iterable[ContentFault]) -> tuple[ContentFault, ...]:
    """Return the faults that are only worth a look, in the order of files and lines."""
    return tuple(sorted(fault for fault in faults if fault.warning))
