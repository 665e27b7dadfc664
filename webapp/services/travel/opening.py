"""Travel over the content a database holds."""

from __future__ import annotations

from sqlalchemy import Connection

from webapp.services.travel.routers import router_of
from webapp.services.travel.travel import Travel
from webapp.settings import Settings
from webapp.store.remembered import remembered
from webapp.store.travel_file import travel_facts_of


def open_travel(connection: Connection, settings: Settings) -> Travel:
    """Return travel times of the content in the database; kept until content changes."""
    travel = _travel(connection)
    return travel.routed_by(router_of(settings.walk_router, settings.walk_router_url))


@remembered
def _travel(connection: Connection) -> Travel:
    return Travel(travel_facts_of(connection))
