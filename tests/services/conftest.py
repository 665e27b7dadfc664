"""A small sample of content, complete in every noun, to sync and to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent / "sample"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the sample that the test may change."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "content"))
