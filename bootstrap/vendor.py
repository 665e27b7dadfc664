"""Third-party files from npm, fetched by lockfile: for pages to `webapp/static/vendor`, which is
served, and the font that pictures are lettered in to `webapp/fonts`, which is not.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from bootstrap import console, node, stamps
from bootstrap.places import FONTS, ROOT, VENDOR

PROJECT = ROOT / "bootstrap"
FILES = {
    "leaflet": ("dist/leaflet.js", "dist/leaflet.css", "dist/images/*.png", "LICENSE"),
}
FONT = "noto-sans-sc"
FONT_FILES = ("files/*.woff2", "unicode.json", "LICENSE")
SOURCE_MAP = re.compile(rb"\n?//# sourceMappingURL=\S+\s*$")


def ensure() -> None:
    """Make both folders hold what the lockfile names."""
    digest = stamps.digest_of([PROJECT / "package-lock.json"], repr(FILES), repr(FONT_FILES))
    if stamps.is_fresh(VENDOR / ".stamp", digest) and (FONTS / FONT).is_dir():
        return
    console.say("获取前端文件", "Fetching front-end files")
    modules = node.install(PROJECT)
    for package, patterns in FILES.items():
        _copy(modules / package, patterns, VENDOR / package)
    _copy(modules / "@fontsource-variable" / FONT, FONT_FILES, FONTS / FONT)
    stamps.write(VENDOR / ".stamp", digest)


def _copy(package: Path, patterns: tuple[str, ...], target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    for pattern in patterns:
        for source in sorted(package.glob(pattern)):
            place = target / source.relative_to(package).as_posix().removeprefix("dist/")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(_without_source_map(source))


def _without_source_map(source: Path) -> bytes:
    """The file's bytes; scripts lose the pointer to a map we do not ship (it would be a 404)."""
    content = source.read_bytes()
    return SOURCE_MAP.sub(b"\n", content) if source.suffix == ".js" else content
