"""The site's own pages of prose, as things that can be found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from webapp.domain.text import LocalText

PAGES = ("about", "help", "checking", "sources", "accessibility", "privacy")


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page of prose: its endpoint's name, its title, and its text."""

    name: str
    title: LocalText
    text: LocalText


def help_pages(folder: Path) -> tuple[HelpPage, ...]:
    """Read the pages below `content/pages`; one that is not there in both languages is left out."""
    found = (_page(folder / "pages", name) for name in PAGES)
    return tuple(page for page in found if page)


def _page(folder: Path, name: str) -> HelpPage | None:
    files = [folder / lang / f"{name}.md" for lang in ("zh", "en")]
    if not all(file.exists() for file in files):
        return None
    texts = [file.read_text(encoding="utf-8") for file in files]
    titles = [each.partition("\n")[0].removeprefix("# ").strip() for each in texts]
    return HelpPage(name, LocalText(*titles), LocalText(*texts))
