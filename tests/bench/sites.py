"""What is measured: a bare Flask, and the site with two more views to compare its tiles with.

`granian tests.bench.sites:bare` · `granian --factory tests.bench.sites:site`
"""

from __future__ import annotations

import os

import orjson
from flask import Flask, Response, request
from sqlalchemy import select

from geo.records import Bounds
from webapp import create_app, current
from webapp.access import public
from webapp.settings import Settings
from webapp.store.bounds import venues_inside
from webapp.store.tables import venues

MOST_FEATURES = 300  # as many as a tile holds before it clusters
PROPERTIES = ("name_zh", "name_en", "scenario", "kind", "district_code", "hours_id", "rank")

bare = Flask("bare")


@bare.get("/hello")
@public
def hello() -> str:
    """The least a view can do."""
    return "hello"


def site() -> Flask:
    """The site with `/hello` and `/box?west=…` beside its own addresses."""
    app = create_app(Settings.from_env(os.environ))
    app.add_url_rule("/hello", "hello", hello)
    app.add_url_rule("/box", "box", box)
    return app


@public
def box() -> Response:
    """The venues in a box as GeoJSON, best known first: a spatial query and objects a request."""
    west, south, east, north = (float(request.args[name]) for name in "wsen")
    connection = current.connection()
    query = (
        select(*(venues.c[name] for name in PROPERTIES), venues.c.lng, venues.c.lat, venues.c.slug)
        .where(venues_inside(connection, Bounds(west, south, east, north)))
        .order_by(venues.c.rank.desc())
        .limit(MOST_FEATURES)
    )
    features = [_feature(*row) for row in connection.execute(query)]
    body = orjson.dumps({"type": "FeatureCollection", "features": features})
    return Response(body, content_type="application/geo+json")


def _feature(*row: object) -> dict[str, object]:
    *values, lng, lat, slug = row
    point = {"type": "Point", "coordinates": [lng, lat]}
    properties = dict(zip(PROPERTIES, values, strict=True))
    return {"type": "Feature", "id": slug, "geometry": point, "properties": properties}
