"""Tables of plain text, for terminals and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextTable:
    """A title, a row of headings and rows of cells; the first column names the row."""

    title: str
    head: Cells
    rows: tuple[Cells, ...]

    def lines(self) -> Iterator[str]:
        """Yield lines: names to the left, figures to the right."""
        widths = [max(map(len, column)) for column in zip(self.head, *self.rows, strict=True)]
        yield self.title
        for cells in (self.head, tuple("-" * width for width in widths), *self.rows):
            yield "  ".join(_padded(cells, widths)).rstrip()


def percent(part: int, whole: int) -> str:
    """Return a share such as `62 %`, a dash when there is nothing to share."""
    return f"{part / whole:.0%}".replace("%", " %") if whole else "–"


def _padded(cells: Cells, widths: list[int]) -> Iterator[str]:
    for i, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        yield cell.ljust(width) if i == 0 else cell.rjust(width)
