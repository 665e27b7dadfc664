"""Where the planner's compiled search is kept: below VAR_DIR, as everything the site writes."""

from __future__ import annotations

import os

from flask import Flask

from webapp.settings import Settings


def register(app: Flask) -> None:
    """Name the folder to numba, which reads this variable when it is first imported."""
    settings: Settings = app.extensions["settings"]
    os.environ.setdefault("NUMBA_CACHE_DIR", str(settings.var_dir.resolve() / "numba"))
