"""`db upgrade`, `db backup`, `db restore`, `tiles build` and `bench data`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Invoke
from webapp.store.schema import head_revision
from webapp.store.session import Database

HEADER = (
    "id,name_zh,name_en,pinyin,scenario,category,district,opening_hours,wheelchair,score,lon,lat"
)
ROWS = (
    "1,春江酒吧,Chunjiang,chun jiang jiu ba,night,bar,310101,Mo 18:00-02:00,yes,91.5,121.47,31.23",
    "2,和风书店,Hefeng Bookshop,he feng shu dian,goods,bookshop,310115,,,12.0,121.5,31.235",
)


def test_upgrade_tells_the_revision(invoke: Invoke):
    assert invoke("db", "upgrade").output == f"database is at revision {head_revision()}\n"


def test_a_backup_brings_back_what_was_lost(invoke: Invoke, database: Database, tmp_path: Path):
    needs_client_programs(database)
    file = tmp_path / "copy.bak"
    invoke("content", "sync")
    assert invoke("db", "backup", str(file)).exit_code == 0
    with database.write() as connection:
        connection.exec_driver_sql("DELETE FROM itineraries")
        connection.exec_driver_sql("DELETE FROM venues")
    assert venues(database) == 0
    database.dispose()
    assert invoke("db", "restore", str(file), "--yes").exit_code == 0
    assert venues(database) == 5


def test_what_is_no_backup_is_refused(invoke: Invoke, database: Database, tmp_path: Path):
    needs_client_programs(database)
    invoke("content", "sync")
    file = tmp_path / "copy.bak"
    file.write_text("hello")
    result = invoke("db", "restore", str(file), "--yes")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert venues(database) == 5


def test_a_missing_backup_is_refused(invoke: Invoke, tmp_path: Path):
    result = invoke("db", "restore", str(tmp_path / "none.bak"), "--yes")
    assert result.exit_code == 1
    assert "does not exist" in result.stderr


def test_tiles_are_built_anew(invoke: Invoke):
    invoke("content", "sync")
    assert invoke("tiles", "build").output.endswith(" tiles\n")


def test_generated_venues_stand_beside_the_catalogue(
    invoke: Invoke, database: Database, tmp_path: Path
):
    file = tmp_path / "venues.csv"
    file.write_text("\n".join((HEADER, *ROWS)), encoding="utf-8")
    invoke("content", "sync")
    for _ in range(2):
        result = invoke("bench", "data", str(file))
        assert result.output.startswith("2 venues in "), result.output
        assert venues(database) == 7


def test_generated_venues_need_districts(invoke: Invoke, tmp_path: Path):
    file = tmp_path / "venues.csv"
    file.write_text("\n".join((HEADER, *ROWS)), encoding="utf-8")
    result = invoke("bench", "data", str(file))
    assert result.exit_code == 1
    assert "run `content sync` first" in result.stderr


def test_generating_needs_a_generator(invoke: Invoke, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("BENCH_GENERATOR", raising=False)
    result = invoke("bench", "data", "100")
    assert result.exit_code == 1
    assert "BENCH_GENERATOR" in result.stderr


def venues(database: Database) -> int:
    """How many rows there are now; counts of the site are kept until content changes."""
    with database.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM venues").scalar_one())


def needs_client_programs(database: Database) -> None:
    if not database.is_sqlite and shutil.which("pg_dump") is None:
        pytest.skip("PostgreSQL's client programs are missing")
