"""A sketch: its ground and marks are the same in both languages, its names are not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from geo.basemap.places import MapName, StationPlace, river_name
from geo.sketch.along_water import spots_along
from geo.sketch.frame import Frame
from geo.sketch.ground import Ground
from geo.sketch.labels import Box, Label, Lettering, beside
from geo.sketch.lettering import PLAIN, STRONG, WATER, Style, width_em
from geo.sketch.marks import INTERCHANGE, station_mark
from geo.sketch.scale import station_px

LANGS = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Drawing:
    """`ground` lies under the names and `top` over them; names keep clear of `marks`."""

    frame: Frame
    ground: str
    labels: tuple[Label, ...] = ()
    marks: tuple[Box, ...] = ()
    top: str = ""

    def svg(self, lang: str, spoken: str) -> str:
        """Return the picture with its names in `lang`; `spoken` is what it says to a reader."""
        size = (self.frame.width, self.frame.height)
        names = Lettering(size, lang, self.marks).set(self.labels)
        return (
            f'<svg class="base" viewBox="0 0 {size[0]} {size[1]}" '
            f'preserveAspectRatio="xMidYMid slice" role="img" aria-label="{escape(spoken)}">'
            f"{self.ground}{names}{self.top}</svg>"
        )


@dataclass(frozen=True, slots=True)
class Stations:
    """Stations as a sketch shows them: circles, the boxes they cover, and their names."""

    circles: str
    boxes: tuple[Box, ...]
    labels: tuple[Label, ...]


def draw_stations(
    frame: Frame, stations: Iterable[StationPlace], strong: Sequence[str] = ()
) -> Stations:
    """Draw stations; those whose slugs are in `strong` are named first and in heavy letters."""
    radius = station_px(frame)
    if radius is None:
        return Stations("", (), ())
    ranked = sorted(stations, key=lambda each: _rank(each, strong))
    marks = [station_mark(frame.px(each.position), radius, each.is_interchange) for each in ranked]
    boxes = [Box.around(frame.px(each.position), _shown(each, radius)) for each in ranked]
    labels = [_label(frame, each, radius, strong) for each in ranked]
    return Stations("".join(marks), tuple(boxes), tuple(labels))


def river_labels(base: Ground, frame: Frame) -> Iterator[Label]:
    """Yield the names of the rivers that are wide enough here to carry them."""
    named = set()
    for stretch, width_px, course in base.rivers_in(frame):
        name = river_name(stretch)
        if name and name not in named:
            spots = spots_along(course, width_px, _longest_em(name, WATER))
            if spots:
                named.add(name)
                yield Label(name, WATER, spots)


def _longest_em(name: MapName, style: Style) -> float:
    return max(width_em(name.in_(lang), style) for lang in LANGS)


def _rank(station: StationPlace, strong: Sequence[str]) -> tuple[int, int, str]:
    first = strong.index(station.slug) if station.slug in strong else len(strong)
    return first, -len(station.lines), station.slug


def _shown(station: StationPlace, radius: float) -> float:
    return radius * INTERCHANGE if station.is_interchange else radius


def _label(frame: Frame, station: StationPlace, radius: float, strong: Sequence[str]) -> Label:
    style = STRONG if station.slug in strong else PLAIN
    spots = beside(frame.px(station.position), _shown(station, radius))
    return Label(station.name, style, spots)
