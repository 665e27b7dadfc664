"""Commands of `flask --app webapp`: each parses, calls one service and prints."""

from __future__ import annotations

from flask import Flask

from webapp.cli.lazy import LazyGroup

GROUPS = {
    "content": "Curated content: venues, areas, districts, metro.",
    "db": "The database: schema, backup, restore.",
    "accounts": "Accounts of the district desk: invite, help back in, list.",
    "audit": "The trail of who did what at the desk.",
    "tiles": "Prepared map tiles of venues.",
    "plan": "The planner: its benchmark, its machine code.",
    "bench": "Data for measuring, never shown to visitors.",
}


def register(app: Flask) -> None:
    """Add every command to `app`."""
    for name, text in GROUPS.items():
        app.cli.add_command(LazyGroup(name, f"webapp.cli.{name}", text))
