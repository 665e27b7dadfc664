"""A step is skipped only when nothing it depends on changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bootstrap import stamps, static_release


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setattr(stamps, "ROOT", tmp_path)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_text("1")
    return tmp_path


def test_a_changed_a_new_and_a_renamed_file_change_the_digest(folder):
    before = stamps.digest_of([folder / "a"])
    (folder / "a" / "one.txt").write_text("2")
    changed = stamps.digest_of([folder / "a"])
    (folder / "a" / "two.txt").write_text("")
    added = stamps.digest_of([folder / "a"])
    (folder / "a" / "two.txt").rename(folder / "a" / "three.txt")
    renamed = stamps.digest_of([folder / "a"])
    assert len({before, changed, added, renamed}) == 4


def test_words_count_and_missing_files_do_not(folder):
    paths = [folder / "a", folder / "none"]
    assert stamps.digest_of(paths) == stamps.digest_of([folder / "a"])
    assert stamps.digest_of(paths, "3.11") != stamps.digest_of(paths, "3.12")


def test_a_stamp_is_fresh_for_its_digest_only(folder):
    stamp = folder / "deep" / "stamp"
    assert not stamps.is_fresh(stamp, "x")
    stamps.write(stamp, "x")
    assert stamps.is_fresh(stamp, "x")
    assert not stamps.is_fresh(stamp, "y")


@pytest.fixture
def releases(folder, monkeypatch) -> Path:
    sources = folder / "a"
    (sources / "site.css").write_text("body { margin: 0 } " * 100)
    place = folder / "static"
    monkeypatch.setattr(static_release, "STATIC", sources)
    monkeypatch.setattr(static_release, "RELEASES", place)
    monkeypatch.setattr(static_release, "CURRENT", place / "release.txt")
    return place


def test_a_release_holds_compressed_variants_and_becomes_the_current_one(releases):
    assert not static_release.is_current()
    static_release.prepare()
    release = (releases / "release.txt").read_text()
    names = sorted(path.name for path in (releases / release).iterdir())
    assert names == ["one.txt", "site.css", "site.css.br", "site.css.gz"]
    assert static_release.is_current()


def test_the_release_before_stays_and_older_ones_go(releases, folder):
    made = []
    for text in ("1", "2", "3"):
        (folder / "a" / "one.txt").write_text(text)
        static_release.prepare()
        made.append((releases / "release.txt").read_text())
    kept = {path.name for path in releases.iterdir() if path.is_dir()}
    assert kept == set(made[1:])


def test_an_interrupted_release_is_made_anew(releases):
    static_release.prepare()
    release = (releases / "release.txt").read_text()
    (releases / "release.txt").unlink()
    (releases / f".{release}.partial").mkdir()
    static_release.prepare()
    assert static_release.is_current()
    assert not (releases / f".{release}.partial").exists()
