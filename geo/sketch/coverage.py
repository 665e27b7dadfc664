"""Where the venues are: the whole city and its centre side by side, one file that needs no page."""

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

import numpy as np

from geo.records import Bounds, LatLng
from geo.sketch.base import SketchBase
from geo.sketch.frame import Frame
from geo.sketch.marks import number

COLORS = {"night": "#5b4bb5", "silver": "#0b7a63", "goods": "#c2267a", "culture": "#b04a12"}
"""As in the pages' light theme, in sRGB because viewers of SVG files know no other."""
PANEL = (700, 760)
GAP_PX, LEGEND_PX, EDGE_PX, DOT_PX = 12, 40, 12, 4.0
CENTRE = Frame(LatLng(31.228, 121.474), 22.0, *PANEL)
"""Inside the middle ring road, and a little more."""
STYLE = (
    "text{font:16px sans-serif;fill:#222}.m-d{stroke:#cfcabf;stroke-width:.8}"
    ".m-l1,.m-l2,.m-l3{fill:#f7f5f0}.m-sea{fill:#cfe0ea}"
    ".m-water{fill:none;stroke:#b5d0e0;stroke-linecap:round;stroke-linejoin:round}"
    ".m-rail{fill:none;stroke:#c9c4ba;stroke-width:1}"
    ".v{stroke:#fff;stroke-width:.8;fill-opacity:.9}"
    + "".join(f".is-{name}{{fill:{color}}}" for name, color in COLORS.items())
)

Venue = tuple[str, LatLng]


def coverage_svg(base: SketchBase, venues: Iterable[Venue]) -> str:
    """Return the picture of all (scenario, position)s, with a legend that counts them."""
    found = list(venues)
    width, height = PANEL[0] * 2 + GAP_PX, PANEL[1] + LEGEND_PX
    panels = [_panel(base, _city(base), found, 0), _panel(base, CENTRE, found, PANEL[0] + GAP_PX)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" aria-label="Venues by scenario">'
        f"<style>{STYLE}</style>{''.join(panels)}{_legend(found)}</svg>"
    )


def _city(base: SketchBase) -> Frame:
    corners = np.array([each.shape.bounds for each in base.layers.districts]).reshape(-1, 4)
    if not len(corners):
        return CENTRE
    low, high = corners.min(axis=0), corners.max(axis=0)
    bounds = Bounds(float(low[0]), float(low[1]), float(high[2]), float(high[3]))
    return Frame.showing(bounds, PANEL, (EDGE_PX, EDGE_PX), 1.0)


def _panel(base: SketchBase, frame: Frame, venues: Sequence[Venue], left: int) -> str:
    dots = "".join(_dot(scenario, frame.px(at)) for scenario, at in venues if frame.shows(at))
    size = f'width="{frame.width}" height="{frame.height}"'
    ground = f'<rect {size} fill="#e9e7e3"/>{base.ground(frame)}'
    return f'<svg x="{left}" {size} viewBox="0 0 {frame.width} {frame.height}">{ground}{dots}</svg>'


def _dot(scenario: str, at: tuple[float, float]) -> str:
    place = f'cx="{number(at[0])}" cy="{number(at[1])}" r="{number(DOT_PX)}"'
    return f'<circle class="v is-{escape(scenario)}" {place}/>'


def _legend(venues: Sequence[Venue]) -> str:
    counts = Counter(scenario for scenario, _ in venues)
    y = PANEL[1] + LEGEND_PX * 0.65
    parts = []
    for i, scenario in enumerate(COLORS):
        x = EDGE_PX + i * 150
        parts.append(_dot(scenario, (x, y - 5)))
        parts.append(f'<text x="{x + 10}" y="{number(y)}">{scenario} {counts[scenario]}</text>')
    return "".join(parts)
