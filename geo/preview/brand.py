"""The site's mark, and the silhouettes of the scenarios, on a dark ground."""

from geo.preview.colours import COLOURS
from geo.sketch.marks import GRID_PX, PINS

GRID = 28
RIVER = (
    "M15.6 26L16.1 25.2L16.5 23.8L16.5 22.1L15.4 19.8L10.8 14.8L10.4 13.6L10.7 12L12.2 10.8"
    "L14 10L23 9.3L26 8.2"
)
"""The bend of the Huangpu at Lujiazui."""


def mark(x: float, y: float, px: float) -> str:
    """Return the site's mark as SVG, `px` wide, its upper left corner at `x`, `y`."""
    return (
        f'<g transform="translate({x} {y}) scale({px / GRID:.4g})" fill="none" '
        f'stroke="{COLOURS["on-sign"]}"><rect x="1" y="1" width="26" height="26" rx="3" '
        f'stroke-width="2"/><path d="{RIVER}" stroke-width="4"/>'
        f'<circle cx="10" cy="10.5" r="3" fill="{COLOURS["lamp"]}" stroke="none"/></g>'
    )


def silhouette(scenario: str, x: float, y: float, px: float) -> str:
    """Return a scenario's silhouette as SVG, lit, its upper left corner at `x`, `y`."""
    outline, glyph = PINS[scenario]
    return (
        f'<g transform="translate({x} {y}) scale({px / GRID_PX:.4g})">'
        f'<path d="{outline}" fill="{COLOURS[f"dusk-{scenario}"]}"/>'
        f'<path d="{glyph}" fill="{COLOURS["sign"]}"/></g>'
    )
