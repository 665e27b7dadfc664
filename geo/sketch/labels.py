"""Places names so that none touches another, a mark or the edge, in either view.

A name is first placed with the letters of the easy view, which are larger; it then fits in the
standard view too. What finds no room is tried again in standard letters, and is hidden by the style
sheets in the easy view (class `m-t--fine`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from math import ceil, cos, radians, sin
from typing import Literal

import numpy as np

from geo.basemap.places import MapName
from geo.sketch.frame import Pixel
from geo.sketch.lettering import LINE, Style, lines_of, width_em
from geo.sketch.marks import number

GAP_PX = 3
EDGE_PX = 4
TURNED = 0.58
"""Half the side of the boxes along a turned name, in its height; a little more than it covers."""

Side = Literal["right", "left", "below", "above", "on"]
_TOWARDS = {"right": (1, 0), "left": (-1, 0), "below": (0, 1), "above": (0, -1), "on": (0, 0)}
_SLIDES: dict[Side, tuple[tuple[Side, Side], tuple[int, ...]]] = {
    "right": (("below", "above"), (7, 14)),
    "left": (("below", "above"), (7, 14)),
    "below": (("right", "left"), (15, 30, 45)),
    "above": (("right", "left"), (15, 30, 45)),
}
"""Which ways, and how many pixels, a name may slide along its mark."""
SIDES: tuple[Side, ...] = ("right", "left", "below", "above")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Box") -> bool:
        """Say whether two boxes are closer than `GAP_PX`."""
        across = self.left < other.right + GAP_PX and other.left < self.right + GAP_PX
        return across and self.top < other.bottom + GAP_PX and other.top < self.bottom + GAP_PX

    @classmethod
    def around(cls, at: Pixel, radius: float) -> "Box":
        """Return the square around a mark."""
        return cls(at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for a name: beside or on `at`, `away` pixels from it, turned by `angle` degrees."""

    at: Pixel
    side: Side
    away: float = 0.0
    angle: float = 0.0


@dataclass(frozen=True, slots=True)
class Label:
    """A name, and where it may stand; the first spot that is free is taken."""

    name: MapName
    style: Style
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A name where it stands; a fine one fits in standard letters only."""

    label: Label
    spot: Spot
    is_fine: bool


@dataclass(slots=True)
class Lettering:
    """The names placed so far; `marks` are what they keep clear of."""

    size: tuple[int, int]
    lang: str
    marks: Sequence[Box]
    easy: list[Box] = field(default_factory=list)
    standard: list[Box] = field(default_factory=list)

    def set(self, labels: Sequence[Label]) -> str:
        """Return the markup of all the names that find room, the first in `labels` first."""
        return "".join(self._markup(each) for each in self.place(labels))

    def place(self, labels: Sequence[Label]) -> list[Placed]:
        """Return where names stand; those that fit in standard letters only come last."""
        large = [(label, self._in_easy(label)) for label in labels]
        left_over = (label for label, spot in large if not spot)
        small = [(label, self._in_standard(label)) for label in left_over]
        return [
            Placed(label, spot, is_fine)
            for found, is_fine in ((large, False), (small, True))
            for label, spot in found
            if spot
        ]

    def _in_easy(self, label: Label) -> Spot | None:
        for spot in label.spots:
            boxes = boxes_of(label, spot, self.lang, label.style.easy_px)
            if self._are_free(boxes, self.easy):
                self.easy += boxes
                self.standard += boxes_of(label, spot, self.lang, label.style.standard_px)
                return spot
        return None

    def _in_standard(self, label: Label) -> Spot | None:
        for spot in label.spots:
            boxes = boxes_of(label, spot, self.lang, label.style.standard_px)
            if self._are_free(boxes, self.standard):
                self.standard += boxes
                return spot
        return None

    def _are_free(self, boxes: Sequence[Box], taken: Sequence[Box]) -> bool:
        inside = all(self._is_inside(box) for box in boxes)
        return inside and not any(box.touches(o) for box in boxes for o in (*self.marks, *taken))

    def _is_inside(self, box: Box) -> bool:
        width, height = self.size
        across = box.left >= EDGE_PX and box.right <= width - EDGE_PX
        return across and box.top >= EDGE_PX and box.bottom <= height - EDGE_PX

    def _markup(self, placed: Placed) -> str:
        label, spot = placed.label, placed.spot
        lines = [escape(line) for line in lines_of(label.name.in_(self.lang), label.style)]
        x, y = (number(place) for place in anchor_of(spot))
        anchor = {"right": "", "left": ' text-anchor="end"'}.get(spot.side, ' text-anchor="middle"')
        turn = f' transform="rotate({number(spot.angle)} {x} {y})"' if spot.angle else ""
        rise = rise_of(spot.side, len(lines))
        text = lines[0] if len(lines) == 1 else _spans(lines, x, rise)
        dy = f' dy="{rise:.3g}em"' if len(lines) == 1 else ""
        classes = f"{label.style.classes}{' m-t--fine' if placed.is_fine else ''}"
        return f'<text class="{classes}" x="{x}" y="{y}"{dy}{anchor}{turn}>{text}</text>'


def boxes_of(label: Label, spot: Spot, lang: str, px: int) -> list[Box]:
    """Return what a name covers at a spot, its letters `px` high: several boxes when turned."""
    lines = lines_of(label.name.in_(lang), label.style)
    width = max(width_em(line, label.style) for line in lines) * px
    height = len(lines) * LINE * px
    if spot.angle:
        return list(_turned(spot, width, height))
    x, y = _middle(spot, width, height)
    return [Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)]


def clear_of(label: Label, lightly: Sequence[Box]) -> Label:
    """Return the name with its spots in another order: those over the fewest of `lightly` first."""
    edges = [(box.left, box.top, -box.right, -box.bottom) for box in lightly]
    limits = np.array(edges).reshape(-1, 4) - GAP_PX  # as `Box.touches`, all at once

    def covered(spot: Spot) -> int:
        px = label.style.standard_px
        boxes = (box for lang in ("zh", "en") for box in boxes_of(label, spot, lang, px))
        ends = ((box.right, box.bottom, -box.left, -box.top) for box in boxes)
        return sum(int((limits < end).all(axis=1).sum()) for end in ends)

    return replace(label, spots=tuple(sorted(label.spots, key=covered)))


def beside(at: Pixel, radius: float) -> tuple[Spot, ...]:
    """Return the spots around a mark: on its four sides, then a little further along each."""
    away = radius + GAP_PX
    four = [Spot(at, side, away) for side in SIDES]
    slid = [
        Spot(_moved(at, along, (far, far)), side, away)
        for side, (along_sides, steps) in _SLIDES.items()
        for far in steps
        for along in along_sides
    ]
    return (*four, *slid)


def _spans(lines: Sequence[str], x: str, rise: float) -> str:
    drops = [rise, *(LINE for _ in lines[1:])]
    lettered = zip(lines, drops, strict=True)
    return "".join(f'<tspan x="{x}" dy="{dy:.3g}em">{line}</tspan>' for line, dy in lettered)


def anchor_of(spot: Spot) -> Pixel:
    """Return where a name begins, ends or has its middle, as its side says."""
    return _moved(spot.at, spot.side, (spot.away, spot.away))


def rise_of(side: Side, lines: int) -> float:
    """Return how far below the anchor the first baseline is, in em."""
    block = lines * LINE
    top = {"below": 0.0, "above": -block}.get(side, -block / 2)
    return top + 0.97  # letters stand 0.9 em above their baseline in a line


def _middle(spot: Spot, width: float, height: float) -> Pixel:
    return _moved(anchor_of(spot), spot.side, (width / 2, height / 2))


def _moved(at: Pixel, side: Side, by: tuple[float, float]) -> Pixel:
    dx, dy = _TOWARDS[side]
    return at[0] + dx * by[0], at[1] + dy * by[1]


def _turned(spot: Spot, width: float, height: float) -> Iterator[Box]:
    """Small boxes along a turned name."""
    count = ceil(width / height)
    for i in range(count):
        along = ((i + 0.5) / count - 0.5) * width
        angle = radians(spot.angle)
        at = (spot.at[0] + cos(angle) * along, spot.at[1] + sin(angle) * along)
        yield Box.around(at, height * TURNED)
