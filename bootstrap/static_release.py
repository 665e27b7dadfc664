"""Static files as a numbered release with brotli and gzip variants, below `var/static`.

Runs in the virtual environment: `.venv/bin/python -m bootstrap.static_release`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from bootstrap import joining, stamps
from bootstrap.places import STATIC, VAR

RELEASES = VAR / "static"
CURRENT = RELEASES / "release.txt"
KEPT_RELEASES = 2  # pages cached before a restart still find the files they name


def release_of_sources() -> str:
    """The name of the release the sources would make: 12 digits of their hash."""
    how = Path(joining.__file__).read_text(encoding="utf-8")
    return stamps.digest_of([STATIC], how)[:12]


def is_current() -> bool:
    """Whether the prepared release matches the sources."""
    release = release_of_sources()
    return stamps.is_fresh(CURRENT, release) and (RELEASES / release).is_dir()


def prepare() -> None:
    """Copy the sources, join and compress them, then name the result the current release."""
    release = release_of_sources()
    partial = RELEASES / f".{release}.partial"
    shutil.rmtree(partial, ignore_errors=True)
    shutil.copytree(STATIC, partial, ignore=shutil.ignore_patterns(".*"))
    joining.join_all(partial)
    _compress(partial)
    shutil.rmtree(RELEASES / release, ignore_errors=True)
    partial.rename(RELEASES / release)
    stamps.write(CURRENT, release)
    _forget_old()


def _compress(folder: Path) -> None:
    from whitenoise.compress import Compressor  # noqa: PLC0415  (only in the virtual environment)

    compressor = Compressor(quiet=True)
    for path in stamps.files_in([folder]):
        if compressor.should_compress(path.name):
            compressor.compress(str(path))


def _forget_old() -> None:
    folders = [folder for folder in RELEASES.iterdir() if folder.is_dir()]
    folders.sort(key=lambda folder: folder.stat().st_ctime, reverse=True)
    for folder in folders[KEPT_RELEASES:]:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    prepare()
