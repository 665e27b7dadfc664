"""What the site needs beside packages: translations, static release, machine code, database."""

from __future__ import annotations

import os
from pathlib import Path

from bootstrap import console, stamps, static_release
from bootstrap.places import PYTHON, ROOT, TRANSLATIONS, VAR, VENV_BIN

STAMPS = VAR / "setup"
FLASK: tuple[str | Path, ...] = (VENV_BIN / "flask", "--app", "webapp")


def ensure_translations() -> None:
    """Compile the catalogs when one changed."""
    sources = sorted(TRANSLATIONS.rglob("*.po"))
    digest = stamps.digest_of(sources)
    compiled = all(source.with_suffix(".mo").exists() for source in sources)
    if compiled and stamps.is_fresh(STAMPS / "translations.stamp", digest):
        return
    console.say("编译界面译文", "Compiling translations")
    console.run("translations", [PYTHON, "-m", "bootstrap.catalogs", "compile"])
    stamps.write(STAMPS / "translations.stamp", digest)


def ensure_static_release() -> None:
    """Prepare the static files when one changed."""
    if static_release.is_current():
        return
    console.say("压缩静态文件", "Preparing static files")
    console.run("static files", [PYTHON, "-m", "bootstrap.static_release"])


def ensure_database() -> None:
    """Create, migrate and fill the database when the content, the code or the file changed."""
    digest = stamps.digest_of(what_makes_the_database(), os.environ.get("DATABASE_URL", ""))
    if _database_file().exists() and stamps.is_fresh(STAMPS / "database.stamp", digest):
        return
    console.say("建立数据库", "Preparing the database")
    console.run("db upgrade", [*FLASK, "db", "upgrade"])
    console.run("content sync", [*FLASK, "content", "sync"])
    stamps.write(STAMPS / "database.stamp", digest)


def ensure_machine_code() -> None:
    """Compile the planner's search when it or numba changed."""
    sources = [ROOT / "webapp" / "domain" / "planning", ROOT / "requirements.txt"]
    digest = stamps.digest_of(sources, os.environ.get("NUMBA_CACHE_DIR", ""))
    if stamps.is_fresh(STAMPS / "machine-code.stamp", digest):
        return
    console.say("编译路线规划", "Compiling the planner")
    console.run("plan prepare", [*FLASK, "plan", "prepare"])
    stamps.write(STAMPS / "machine-code.stamp", digest)


def what_makes_the_database() -> list[Path]:
    """Content, and the code that prepares things from it."""
    webapp = ROOT / "webapp"
    return [_content(), webapp / "store", webapp / "services", webapp / "domain", ROOT / "geo"]


def _content() -> Path:
    return Path(os.environ.get("CONTENT_DIR") or ROOT / "content")


def _database_file() -> Path:
    """The SQLite file; a place that never exists when DATABASE_URL names another one.

    Only the default file is known to be untouched since its stamp was written.
    """
    return VAR / ("site.db" if not os.environ.get("DATABASE_URL") else ".no-such-file")
