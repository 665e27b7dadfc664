"""The version of content: a hash of its files and of the code that prepares things from them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
# Tiles, drawings, rows and the times of itineraries come out differently when this code changes,
# so it is part of the hash.
PREPARING_CODE = ("webapp/services", "webapp/domain", "webapp/store/tables", "geo")
CODE_SUFFIXES = frozenset({".py", ".js", ".css"})
CONTENT_SUFFIXES = frozenset({".yaml", ".md", ".geojson", ".json"})


def version_of(folder: Path) -> str:
    """Return 16 hexadecimal digits that change with any file of content or preparing code."""
    digest = hashlib.sha256()
    for file in (*_content(folder), *_code()):
        digest.update(f"{file.name}\n{file.stat().st_size}\n".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _content(folder: Path) -> Iterable[Path]:
    return sorted(each for each in folder.rglob("*") if each.suffix in CONTENT_SUFFIXES)


def _code() -> Iterator[Path]:
    for part in PREPARING_CODE:
        files = (ROOT / part).rglob("*.*")
        yield from sorted(each for each in files if each.suffix in CODE_SUFFIXES)
