"""Reading and judging all of content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from webapp.services.content.catalogue import Catalogue
from webapp.services.content.faults import ContentFault, errors_of, warnings_of
from webapp.services.content.reader import read_catalogue
from webapp.services.content.rules import judge
from webapp.services.content.search_word_rules import search_word_faults


@dataclass(frozen=True, slots=True)
class Check:
    """What a check found; the catalogue is whole only when there are no errors."""

    catalogue: Catalogue
    errors: tuple[ContentFault, ...]
    warnings: tuple[ContentFault, ...]


def check(folder: Path, today: date) -> Check:
    """Read and judge everything below `folder` as of `today`."""
    catalogue, unread = read_catalogue(folder)
    faults = [*unread, *judge(catalogue, today), *search_word_faults(folder)]
    return Check(catalogue, errors_of(faults), warnings_of(faults))
