"""The stand-alone map a visitor takes along: one HTML file that needs no network.

folium writes the page, with Leaflet, our own base map and the drawing code inside it. It is made
once and names no route: each route's file is that page with its `PLACES` filled in.

The page's own policy lets it load nothing at all and run only the two scripts that it was made
with, so no text of a route can do more than be read.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from branca.element import Figure
from folium.template import Template

from geo.maps.shell import CITY, ShellMap

PLACES = ("lang", "title", "size", "before", "after", "route")
"""What differs from route to route; written `%%lang%%` in the frame."""

_PARTS = Path(__file__).with_name("offline_parts")
_LOADS = re.compile(r"[^{}]*\{[^{}]*url\([^{}]*\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SITE = 'href="https://leafletjs.com"'


@dataclass(frozen=True, slots=True)
class Leaflet:
    """Leaflet's own files as text."""

    script: str
    style: str


class OfflinePage(Figure):
    """A folium figure with a language, a policy and all its files inside."""

    _template = Template(
        """<!doctype html>
<html lang="%%lang%%" data-size="%%size%%">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{ this.policy }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>%%title%%</title>
<style>{{ this.style }}</style>
</head>
<body>
%%before%%
<div id="frame">{{ this.html.render(**kwargs) }}</div>
%%after%%
<script type="application/json" id="route">%%route%%</script>
<script type="application/json" id="base">{{ this.base }}</script>
<script>{{ this.leaflet }}</script>
<script>{{ this.drawing }}</script>
</body>
</html>
"""
    )

    def __init__(self, leaflet: Leaflet, base: str) -> None:
        """Take Leaflet's files and the base map as JSON (`geo.basemap.embedded`)."""
        super().__init__()
        self.leaflet, self.base = _without_link(leaflet.script), in_script(base)
        self.style = _without_pictures(leaflet.style) + _part("offline.css")
        self.drawing = self.policy = ""

    def render(self, **kwargs: object) -> str:
        """Return the page; its scripts are known only once the map is rendered."""
        for child in self._children.values():
            child.render(**kwargs)
        self.drawing = f"{self.script.render(**kwargs).strip()}\n{_part('offline.js')}"
        self.policy = _policy(scripts=(self.leaflet, self.drawing), style=self.style)
        return str(self._template.render(this=self, kwargs=kwargs))


def offline_frame(leaflet: Leaflet, base: str) -> str:
    """Return the page with its `PLACES` still open."""
    page = OfflinePage(leaflet, base)
    page.add_child(ShellMap(CITY))
    return page.render()


def in_script(json: str) -> str:
    """Return JSON that cannot end the script element it stands in."""
    return json.replace("<", "\\u003c")


def _policy(scripts: tuple[str, ...], style: str) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; base-uri 'none'"


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _without_pictures(style: str) -> str:
    """Leaflet's rules without those that load a file: markers and layers of its own design."""
    return _LOADS.sub("", _COMMENT.sub("", style))


def _without_link(script: str) -> str:
    """Leaflet without the link to its site, which our maps do not show; its licence stays."""
    return script.replace(_SITE, 'href="#"')


def _part(name: str) -> str:
    return (_PARTS / name).read_text(encoding="utf-8")
