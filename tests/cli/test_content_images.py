"""Pictures for shared links: which there are, that they open, and when they are painted anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from geo.preview.picture import SIZE
from tests.cli.conftest import Invoke
from webapp.image_files import FONT, HEIGHT, WIDTH, ImageFiles

pytestmark = pytest.mark.skipif(
    not (FONT / "unicode.json").exists(), reason="the font is missing: make prepare"
)
# A picture is the same whatever the database: one kind of it is enough.
database_kinds = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
VENUE = ("venue", "harbour-bar")
PLACES = 5 + 1 + 2 + 1
"""Venues, areas and itineraries of the sample, and the site."""


@pytest.fixture
def files(tmp_path: Path) -> ImageFiles:
    return ImageFiles(tmp_path)


@database_kinds
def test_every_kind_is_painted_in_both_languages(invoke: Invoke, files: ImageFiles):
    result = invoke("content", "images")
    assert result.output == f"pictures: {2 * PLACES} painted, 0 unchanged, 0 removed\n"
    assert (WIDTH, HEIGHT) == SIZE
    for place in files.present():
        with Image.open(place) as picture:
            picture.load()
            assert (picture.size, picture.format) == ((1200, 630), "PNG")
        assert place.stat().st_size <= 40_000
    assert files.find("site", "home", "zh")
    zh, en = (files.find(*VENUE, lang) for lang in ("zh", "en"))
    assert zh
    assert en
    assert zh.read_bytes() != en.read_bytes()


@database_kinds
def test_a_second_run_paints_none(invoke: Invoke):
    invoke("content", "images")
    again = invoke("content", "images")
    assert again.output == f"pictures: 0 painted, {2 * PLACES} unchanged, 0 removed\n"


@database_kinds
def test_only_what_changed_is_painted_anew(invoke: Invoke, files: ImageFiles, content: Path):
    invoke("content", "images")
    rename(content / "venues" / "night.yaml", "Harbour Bar", "Harbour Inn")
    broken = files.place("site", "home", "zh")
    broken.write_bytes(broken.read_bytes()[:20])
    stray = files.place("area", "no-area-of-ours", "en")
    stray.write_bytes(b"")
    again = invoke("content", "images")
    assert again.output == f"pictures: 3 painted, {2 * PLACES - 3} unchanged, 1 removed\n"
    assert not stray.exists()


@database_kinds
def test_faulty_content_is_not_painted(invoke: Invoke, files: ImageFiles, content: Path):
    rename(content / "venues" / "night.yaml", "rank: ", "rank: 9")
    result = invoke("content", "images")
    assert result.exit_code == 1
    assert "flask content check" in result.stderr
    assert list(files.present()) == []


@database_kinds
def test_sync_paints_when_asked(invoke: Invoke, files: ImageFiles):
    assert "pictures" not in invoke("content", "sync").output
    assert list(files.present()) == []
    assert f"pictures: {2 * PLACES} painted" in invoke("content", "sync", "--images").output


@pytest.mark.parametrize(
    ("kind", "slug"), [("venue", ".."), ("venue", "a/b"), ("venue", "A"), ("secret", "key")]
)
def test_nothing_else_in_the_folder_is_found(files: ImageFiles, kind: str, slug: str):
    place = files.place(kind, slug, "zh")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(b"")
    assert files.find(kind, slug, "zh") is None


def rename(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
