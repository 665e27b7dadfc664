"""Pages of prose: what the site is and how it works, and the list of sources."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import nh3
from flask import Blueprint, render_template
from markdown_it import MarkdownIt
from markupsafe import Markup

from webapp import current
from webapp.access import public
from webapp.store.sources import sources_in

PAGES = ("about", "help", "checking", "sources", "accessibility", "privacy")


def add_to(pages: Blueprint) -> None:
    """Register the addresses."""
    pages.add_url_rule("/about", "about", about)
    pages.add_url_rule("/help", "help", instructions)
    pages.add_url_rule("/checking", "checking", checking)
    pages.add_url_rule("/accessibility", "accessibility", accessibility)
    pages.add_url_rule("/privacy", "privacy", privacy)
    pages.add_url_rule("/sources", "sources", sources)


@public
def about() -> str:
    """What the site is for and where its idea comes from."""
    return _written("about")


@public
def instructions() -> str:
    """How to find a place, change the time and read what is shown."""
    return _written("help", "pages/help.html")


@public
def checking() -> str:
    """How facts are checked, and what becomes of them with age."""
    return _written("checking")


@public
def accessibility() -> str:
    """The easy view, what was tested, and what is known not to be good enough."""
    return _written("accessibility")


@public
def privacy() -> str:
    """What the site keeps of its visitors: next to nothing."""
    return _written("privacy")


@public
def sources() -> str:
    """Every source with publisher, licence and date."""
    return render_template(
        "pages/sources.html",
        prose=prose("sources"),
        title=title("sources"),
        siblings=siblings(),
        sources=sources_in(current.connection()),
    )


def prose(name: str) -> Markup:
    """The text of an editorial page in the reader's language, without its title."""
    return _read(current.settings().content_dir, name, current.lang())[1]


def title(name: str) -> str:
    """The title of an editorial page in the reader's language."""
    return _read(current.settings().content_dir, name, current.lang())[0]


def siblings() -> list[tuple[str, str]]:
    """The editorial pages in reading order, as endpoint and title."""
    return [(f"pages.{name}", title(name)) for name in PAGES]


def _written(name: str, template: str = "pages/prose.html") -> str:
    return render_template(template, prose=prose(name), title=title(name), siblings=siblings())


@lru_cache
def _read(folder: Path, name: str, lang: str) -> tuple[str, Markup]:
    """Title (the first line, after `# `) and body of `content/pages/<lang>/<name>.md`."""
    text = (folder / "pages" / lang / f"{name}.md").read_text(encoding="utf-8")
    head, _, body = text.partition("\n")
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(body)
    return head.removeprefix("# ").strip(), Markup(nh3.clean(html))
