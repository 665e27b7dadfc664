"""Stamps: a finished step writes the hash of its inputs, an unchanged step is skipped."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from bootstrap.places import ROOT


def digest_of(paths: Iterable[Path], *words: str) -> str:
    """A hash of the names and contents of files (folders with all their files) and of `words`."""
    total = hashlib.sha256("\0".join(words).encode())
    for path in files_in(paths):
        total.update(f"\0{path.relative_to(ROOT)}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those below the folders named, in a stable order."""
    for path in paths:
        if path.is_dir():
            yield from sorted(part for part in path.rglob("*") if _counts(part))
        elif path.exists():
            yield path


def is_fresh(stamp: Path, digest: str) -> bool:
    """Whether the step that writes `stamp` last finished with these inputs."""
    return stamp.exists() and stamp.read_text(encoding="ascii") == digest


def write(stamp: Path, digest: str) -> None:
    """Record that a step finished; written whole or not at all."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    partial = stamp.with_name(stamp.name + ".partial")
    partial.write_text(digest, encoding="ascii")
    partial.replace(stamp)


def _counts(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts
