"""What a link to a page shows where it is shared: Open Graph and Twitter cards."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, request, url_for

from webapp import current
from webapp.image_files import HEIGHT, WIDTH, ImageFiles

LOCALES = {"zh": "zh_CN", "en": "en_GB"}
PICTURED = {
    "pages.home": "site",
    "pages.venue": "venue",
    "pages.area": "area",
    "pages.itinerary": "itinerary",
}
"""The kind of picture of each page that has one."""


@dataclass(frozen=True, slots=True)
class Shared:
    """How a page shows itself elsewhere; `image` is an address, None until there is a picture."""

    url: str
    locale: str
    other_locale: str
    image: str | None
    width: int = WIDTH
    height: int = HEIGHT


def register(app: Flask) -> None:
    """Offer `shared()` to templates."""
    app.jinja_env.globals["shared"] = shared


def shared() -> Shared | None:
    """Return how the page at hand shows itself, None for pages without a picture."""
    kind = PICTURED.get(request.endpoint or "")
    if kind is None:
        return None
    lang = current.lang()
    base_url = current.settings().base_url
    image = _image(kind, (request.view_args or {}).get("slug", "home"))
    return Shared(
        url=f"{base_url}{request.path}",
        locale=LOCALES[lang],
        other_locale=LOCALES["en" if lang == "zh" else "zh"],
        image=f"{base_url}{image}" if image else None,
    )


def image_stamp() -> str:
    """Return what tells the page at hand with a picture from the same page without one."""
    page = shared()
    return page.image or "" if page else ""


def _image(kind: str, slug: str) -> str | None:
    lang = current.lang()
    if ImageFiles(current.settings().var_dir).find(kind, slug, lang) is None:
        return None
    return url_for("image", kind=kind, slug=slug, lang=lang)
