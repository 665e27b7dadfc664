"""How lines and stations are drawn at a scale. Standard library only."""

from geo.sketch.frame import Frame

BLEED_PX = 10
"""How far beyond the frame shapes are drawn, so that no cut edge shows."""
THINNEST_WATER_PX = 1.2
NUMBERED = 18
"""Lines 1 to 18 have a colour of their own in the style sheets; the others share one."""


def line_class(code: str) -> str:
    """Return the class that gives a line its colour."""
    is_numbered = code.isdecimal() and int(code) <= NUMBERED
    return f"r{code if is_numbered else 'x'}"


def rail_px(frame: Frame) -> float:
    """Return how wide rails are drawn at the frame's scale."""
    steps = ((7, 3.5), (14, 2.5), (30, 2), (60, 1.5))
    return next((width for limit, width in steps if frame.m_per_px <= limit), 1)


def station_px(frame: Frame) -> float | None:
    """Return the radius of a station without changes, None when there is no room for stations."""
    steps = ((7, 6), (10, 4.5), (14, 3.6), (30, 2.4), (50, 1.7))
    return next((radius for limit, radius in steps if frame.m_per_px <= limit), None)


def water_px(frame: Frame, width_m: float) -> float:
    """Return how wide a river is drawn."""
    return max(THINNEST_WATER_PX, width_m / frame.m_per_px)
