"""What makes the site an app in the pocket: its manifest and its service worker."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson
from flask import Flask, Response, current_app, request, url_for
from flask_babel import force_locale

from webapp import current, i18n, static_files
from webapp.access import public
from webapp.current import Language
from webapp.domain.faults import PageMissing
from webapp.words import gettext as _

SIGN = "#161a31"
"""The sign's plate in light colours, as a phone frames the app."""
ICONS = (
    ("img/icon.svg", "any", "any"),
    ("img/icon-192.png", "192x192", "any"),
    ("img/icon-512.png", "512x512", "any"),
    ("img/icon-whole-512.png", "512x512", "maskable"),
)
SHELL = (
    *("css/site.css", "css/site-easy.css", "css/app.css", "img/icon.svg"),
    *("js/main.js", "js/app.js", "js/open-now.js", "js/save-button.js"),
    *("js/saved-list.js", "js/delete-all.js", "js/offline-page.js", "js/card-screen.js"),
    *("css/pack.css", "js/district-pack.js", "js/pack-list.js", "js/held-packs.js"),
)
"""Static files the app cannot do without; pages that are kept bring their own."""


def add_to(app: Flask) -> None:
    """Register the addresses, whose scope is the whole site."""
    app.add_url_rule("/manifest.webmanifest", "manifest", manifest)
    app.add_url_rule("/service-worker.js", "service_worker", service_worker)


@public
def manifest() -> Response:
    """Name, icons and first pages of the app in the language of `?lang=`."""
    asked = request.args.get("lang")
    lang = next((each for each in i18n.LANGUAGES if each == asked), i18n.preferred())
    with force_locale(i18n.LOCALES[lang]):
        body = orjson.dumps(_manifest(lang))
    answer = Response(body, content_type="application/manifest+json")
    answer.headers["Cache-Control"] = "public, max-age=3600"
    answer.vary.add("Accept-Language")
    return answer


@public
def service_worker() -> Response:
    """The worker of this release and this version of the content; missing before a release is made.

    Browsers compare its bytes to learn of a new one, so that nothing else may change in it.
    """
    release = static_files.current_release(current.settings().var_dir)
    if release is None:
        raise PageMissing("service-worker.js")
    script = _script(current.settings().var_dir / "static" / release / "js" / "worker.js")
    body = b"self.SITE = " + orjson.dumps(_site(release)) + b";\n" + script
    answer = Response(body, content_type="text/javascript; charset=utf-8")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@lru_cache
def _script(place: Path) -> bytes:
    return place.read_bytes()


def _site(release: str) -> dict[str, Any]:
    """What the worker must know: versions, and what to keep from the start."""
    prefix = f"/static/{release}/"
    return {
        "release": release,
        "version": f"{release}-{current.version()}",
        "static": prefix,
        "files": [prefix + path for path in SHELL],
        "offline": {lang: url_for("pages.offline", lang=lang) for lang in i18n.LANGUAGES},
    }


def _manifest(lang: Language) -> dict[str, Any]:
    return {
        "id": "/",
        "lang": i18n.TAGS[lang],
        "dir": "ltr",
        "name": _("Shanghai Scenes: places open when you get there"),
        "short_name": _("Shanghai Scenes"),
        "description": _(
            "Places in Shanghai by what you want to do, with the hours for the moment you mean."
        ),
        "start_url": url_for("pages.home", lang=lang),
        "scope": "/",
        "display": "standalone",
        "background_color": SIGN,
        "theme_color": SIGN,
        "categories": ["travel", "lifestyle"],
        "icons": [_icon(*icon) for icon in ICONS],
        "shortcuts": _shortcuts(lang),
    }


def _icon(path: str, sizes: str, purpose: str) -> dict[str, str]:
    address = f"/static/{current_app.extensions['release']}/{path}"
    kind = "image/svg+xml" if path.endswith("svg") else "image/png"
    return {"src": address, "sizes": sizes, "type": kind, "purpose": purpose}


def _shortcuts(lang: str) -> list[dict[str, str]]:
    """The three things one opens the app for."""
    saved = url_for("pages.saved", lang=lang)
    return [
        {"name": _("Open now"), "url": url_for("pages.venues", lang=lang, open="now")},
        {"name": _("Near me"), "url": f"{url_for('pages.home', lang=lang)}#open-now"},
        {"name": _("My plans"), "url": f"{saved}#plans"},
    ]
