"""An area: its outline, and the stations that serve it."""

from collections.abc import Sequence

from shapely.geometry import Polygon

from geo.basemap.places import AreaPlace
from geo.records import Bounds, LatLng
from geo.sketch.base import SketchBase
from geo.sketch.drawing import Drawing, draw_stations, river_labels
from geo.sketch.frame import Frame, Size
from geo.sketch.paths import in_frame, path_of

SIZE = (390, 230)
MARGINS = (84, 46)
FINEST = 3.5
WIDEST = 2.5
"""How many times smaller an area may be drawn to show a station."""
CLASSES = {"night": "is-night", "goods": "is-goods", "historic": "is-culture"}
"""The colour of each type of area."""


def draw_area(
    base: SketchBase, area: AreaPlace, stations: Sequence[str] = (), size: Size = SIZE
) -> Drawing:
    """Draw an area; `stations` are the slugs of those that serve it, the nearest first."""
    outline = Polygon(area.outline)
    frame = _frame(base, outline, stations, size)
    drawn = draw_stations(frame, base.stations_in(frame), stations)
    shape = path_of(in_frame(outline, frame, 0))
    main, others = drawn.labels[: len(stations)], drawn.labels[len(stations) :]
    return Drawing(
        frame,
        f'{base.ground(frame)}<path class="m-area {CLASSES[area.type]}" d="{shape}"/>'
        f"{drawn.circles}",
        (*main, *river_labels(base, frame), *others),
        drawn.boxes,
    )


def _frame(base: SketchBase, outline: Polygon, stations: Sequence[str], size: Size) -> Frame:
    """The outline, and the first station that serves it unless that makes the area small."""
    alone = Bounds(*outline.bounds)
    close = Frame.showing(alone, size, MARGINS, FINEST)
    first = [each.position for each in base.stations if each.slug in stations[:1]]
    corners = (LatLng(alone.south, alone.west), LatLng(alone.north, alone.east))
    wide = Frame.showing(Bounds.around([*corners, *first]), size, MARGINS, FINEST)
    return wide if wide.m_per_px <= close.m_per_px * WIDEST else close
