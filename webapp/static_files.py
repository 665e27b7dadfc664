"""Static files under `/static/<release>/`, prepared at set-up, immutable for browsers."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from flask import Flask
from whitenoise import WhiteNoise

from webapp.settings import ROOT, Settings

SOURCE = ROOT / "webapp" / "static"


def register(app: Flask) -> None:
    """Serve the prepared release, or the sources themselves before a release is made."""
    settings: Settings = app.extensions["settings"]
    release = current_release(settings.var_dir)
    folder = settings.var_dir / "static" / release if release else SOURCE
    prefix = f"/static/{release or 'source'}/"
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=folder,
        prefix=prefix,
        autorefresh=release is None,
        immutable_file_test=lambda _path, _url: release is not None,
        add_headers_function=_add_headers,
    )
    app.jinja_env.globals["static_url"] = lambda path: prefix + path
    app.jinja_env.globals["static_prefix"] = prefix
    app.extensions["release"] = release or "source"


@lru_cache
def current_release(var_dir: Path) -> str | None:
    """The name of the prepared release, None when set-up has not made one."""
    name_file = var_dir / "static" / "release.txt"
    return name_file.read_text(encoding="ascii").strip() if name_file.exists() else None


def _add_headers(headers: dict[str, str], _path: str, _url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
