"""The website: `create_app` is the only place where its parts meet."""

from __future__ import annotations

import os

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from webapp import (
    access,
    api,
    cli,
    errors,
    http,
    i18n,
    labels,
    limits,
    logs,
    machine_code,
    pages,
    portal,
    static_files,
    view,
)
from webapp.settings import Settings
from webapp.store.session import Database
from webapp.store.tiles import TileReader
from webapp.tile_shortcut import TileShortcut

PARTS = (
    *(logs, http, limits, i18n, labels, view, access, static_files, machine_code, errors),
    *(pages, portal, api, cli),
)


def create_app(settings: Settings | None = None) -> Flask:
    """Build the application for `settings`; the `flask` command leaves them to the environment."""
    settings = settings or Settings.from_env(os.environ)
    app = Flask("webapp", static_folder=None)
    app.config.update(SECRET_KEY=settings.secret_key, MAX_CONTENT_LENGTH=64 * 1024)
    app.extensions["settings"] = settings
    app.extensions["database"] = Database(settings.database_url)
    for part in PARTS:
        part.register(app)
    app.wsgi_app = TileShortcut(  # type: ignore[method-assign]
        app.wsgi_app, TileReader(app.extensions["database"])
    )
    hops = settings.trusted_proxies
    if hops:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    return app
