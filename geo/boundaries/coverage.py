"""Simplifies neighbouring polygons together, so that every shared border stays shared."""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry import LineString, MultiPolygon, Polygon
from shapely.ops import polygonize

from geo.boundaries.fewest import fewest_links
from geo.boundaries.plane import Points, to_degrees, to_plane

DIGITS = 5
"""Decimals kept: 5 decimals are 1 m, well below the tolerance."""


def simplify_together(outlines: Sequence[MultiPolygon], tolerance_m: float) -> list[MultiPolygon]:
    """Return `outlines` (a valid coverage, degrees) with borders moved at most `tolerance_m`.

    The borders are cut where three polygons meet, each piece is simplified once, and the
    polygons are built again from the pieces, so neighbours cannot drift apart.
    """
    pieces = [_simpler(piece, tolerance_m) for piece in _border_pieces(outlines)]
    owners = STRtree(outlines)
    rebuilt: list[list[Polygon]] = [[] for _ in outlines]
    for face in polygonize(pieces):
        for owner in owners.query(face.representative_point(), predicate="intersects"):
            rebuilt[owner].append(face)
    return [MultiPolygon(faces) for faces in rebuilt]


def _border_pieces(outlines: Sequence[MultiPolygon]) -> list[LineString]:
    net = shapely.union_all([outline.boundary for outline in outlines])
    pieces = shapely.get_parts(shapely.line_merge(net))
    return [piece for piece in pieces if isinstance(piece, LineString)]


def _simpler(piece: LineString, tolerance_m: float) -> LineString:
    """Simplify one border piece; one that closes on itself (an islet) in two halves."""
    points = shapely.get_coordinates(to_plane(piece))
    halves = _halves(points) if piece.is_closed else [points]
    chains = [fewest_links(half, tolerance_m) for half in halves]
    return to_degrees(LineString(np.concatenate(chains)), DIGITS)


def _halves(ring: Points) -> list[Points]:
    """Cut a ring at its first point and at the point farthest from it."""
    far = int(((ring - ring[0]) ** 2).sum(1).argmax())
    return [ring[: far + 1], ring[far:]]
