"""Copies of the database, taken and put back.

SQLite copies itself while others read and write. PostgreSQL comes with its own programs, which
must be of the server's version: they are called, and a clear refusal says when they are missing.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from webapp.store.session import Database


class BackupRefused(Exception):
    """A copy cannot be taken or put back; the message says why."""


def backup(database: Database, file: Path) -> int:
    """Write a copy to `file`, replacing it at once and whole; returns its size in bytes."""
    partial = file.with_name(f"{file.name}.partial")
    if database.is_sqlite:
        _copy(_path_of(database), partial)
    else:
        _run(database, "pg_dump", "--format=custom", f"--file={partial}")
    partial.replace(file)
    return file.stat().st_size


def restore(database: Database, file: Path) -> None:
    """Replace the content of `database` with the copy in `file`; refuses what is no copy."""
    if not file.exists():
        raise BackupRefused(f"{file} does not exist")
    database.dispose()
    if database.is_sqlite:
        _check(file)
        _copy(file, _path_of(database))
    else:
        options = ("--clean", "--if-exists", "--single-transaction", "--no-owner")
        _run(database, "pg_restore", *options, f"--dbname={_address(database)}", str(file))


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def _check(file: Path) -> None:
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as copy:
            copy.execute("SELECT version_num FROM alembic_version").fetchone()
            (verdict,) = copy.execute("PRAGMA quick_check").fetchone()
    except sqlite3.DatabaseError as fault:
        raise BackupRefused(f"{file} is no copy of this site's database: {fault}") from fault
    if verdict != "ok":
        raise BackupRefused(f"{file} is damaged: {verdict}")


def _path_of(database: Database) -> Path:
    if not database.url.database:
        raise BackupRefused("a database in memory has no copy")
    return Path(database.url.database)


def _address(database: Database) -> str:
    """Return the address without the password, which travels in the environment."""
    url = database.url.set(drivername="postgresql", password=None)
    return url.render_as_string(hide_password=False)


def _run(database: Database, program: str, *options: str) -> None:
    path = shutil.which(program)
    if path is None:
        raise BackupRefused(f"{program} is missing: install the PostgreSQL client programs")
    target = () if program == "pg_restore" else (f"--dbname={_address(database)}",)
    password = database.url.password
    environment = {**os.environ, **({"PGPASSWORD": str(password)} if password else {})}
    command = [path, *target, *options]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if result.returncode:
        raise BackupRefused(f"{program}: {result.stderr.strip()}")
