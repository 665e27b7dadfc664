"""What stands on a sketch as a mark: pins, the lamp, stations. Standard library only."""

from geo.sketch.frame import Pixel

PINS = {
    "night": (
        "M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 1 0 0-21z",
        "M17.3 13.4A5.8 5.8 0 1 1 10.6 6.7A4.6 4.6 0 0 0 17.3 13.4z",
    ),
    "silver": (
        "M5 2h14a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3z",
        "M5 11.4h14a7 7 0 0 1-4.3 6.2v1.9H9.3v-1.9A7 7 0 0 1 5 11.4z"  # noqa: ISC004 -- one path
        "M8 9.9L15.3 3.6l1.1 1.3L10.6 9.9zM12.6 9.9L18 6.3l.9 1.4-3.3 2.2z",
    ),
    "goods": (
        "M12 .8L23.2 12L12 23.2L.8 12z",
        "M12 6.4l1.5 3.9 4.2.3-3.2 2.6 1 4.1L12 15l-3.5 2.3 1-4.1-3.2-2.6 4.2-.3z",
    ),
    "culture": (
        "M3 22.5V10.6a9 9 0 0 1 18 0V22.5z",
        "M7.4 19.6V11.3a4 4 0 0 1 3.7-4.2V19.6zM12.9 7.1a4 4 0 0 1 3.7 4.2V19.6H12.9z",
    ),
}
"""The silhouette and the glyph of each scenario on a grid of 24 px."""
GRID_PX = 24
INTERCHANGE = 1.45
"""How much larger the mark of an interchange is."""


def pin(scenario: str, at: Pixel, size_px: float) -> str:
    """Return the solid silhouette of a scenario with its middle at `at`."""
    outline, glyph = PINS[scenario]
    x, y = (place - size_px / 2 for place in at)
    place = f"translate({number(x)} {number(y)}) scale({size_px / GRID_PX:.3g})"
    return (
        f'<g class="m-pin is-{scenario}" transform="{place}">'
        f'<path class="s" d="{outline}"/><path class="gf" d="{glyph}"/></g>'
    )


def lamp(at: Pixel) -> str:
    """Return the mark for "you are here"."""
    x, y = number(at[0]), number(at[1])
    rings = (f'<circle cx="{x}" cy="{y}" r="{radius}"/>' for radius in ("15", "6.5"))
    return f'<g class="m-you">{"".join(rings)}</g>'


def station_mark(at: Pixel, radius: float, is_interchange: bool) -> str:
    """Return the circle of a station; `radius` is that of one without changes."""
    shown = radius * INTERCHANGE if is_interchange else radius
    classes = "m-st m-x" if is_interchange else "m-st"
    circle = f'cx="{number(at[0])}" cy="{number(at[1])}" r="{number(shown)}"'
    return f'<circle class="{classes}" {circle}/>'


def stop_mark(at: Pixel, radius: float, place: int) -> str:
    """Return the disc of a stop with its number, `place` counted from 1."""
    x, y = number(at[0]), number(at[1])
    # 5 px below the middle, figures 14 px high stand in the middle
    text = f'<text x="{x}" y="{number(at[1] + 5)}">{place}</text>'
    return f'<g class="m-stop"><circle cx="{x}" cy="{y}" r="{number(radius)}"/>{text}</g>'


def point_mark(at: Pixel, radius: float) -> str:
    """Return the disc of a place that is no stop: where a way starts or ends."""
    circle = f'cx="{number(at[0])}" cy="{number(at[1])}" r="{number(radius)}"'
    return f'<g class="m-stop"><circle {circle}/></g>'


def number(value: float) -> str:
    """Return a coordinate with one decimal at most."""
    return f"{round(value, 1) + 0.0:g}"
