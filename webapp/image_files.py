"""Where pictures for shared links lie: `var/images/<kind>/<slug>.<lang>.png`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from webapp.settings import ROOT

KINDS = ("site", "venue", "area", "itinerary")
WIDTH, HEIGHT = 1200, 630
FONT = ROOT / "webapp" / "fonts" / "noto-sans-sc"
"""The font they are lettered in; set-up puts it there."""
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class ImageFiles:
    """The folder of pictures."""

    def __init__(self, var_dir: Path) -> None:
        """Take the folder of everything the site writes; nothing has to be in it yet."""
        self.folder = var_dir / "images"

    def place(self, kind: str, slug: str, lang: str) -> Path:
        """Return where a picture lies or would lie."""
        return self.folder / kind / f"{slug}.{lang}.png"

    def find(self, kind: str, slug: str, lang: str) -> Path | None:
        """Return where a picture lies, None when there is none."""
        if kind not in KINDS or not _SLUG.fullmatch(slug):
            return None
        place = self.place(kind, slug, lang)
        return place if place.is_file() else None

    def present(self) -> Iterator[Path]:
        """Yield every picture there is."""
        return (path for kind in KINDS for path in sorted(self.folder.glob(f"{kind}/*.png")))
