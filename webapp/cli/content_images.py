"""`flask content images`, also called by `flask content sync --images`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import click
import flask_babel

from webapp import current
from webapp.domain.text import LocalText
from webapp.image_files import ImageFiles
from webapp.labels import label
from webapp.services.previews import Wording
from webapp.words import gettext as _
from webapp.words import ngettext


def paint_images(today: date) -> None:
    """Paint the pictures of content that changed; prints how many, refuses content with faults."""
    # Drawing and painting need libraries that the other commands can do without.
    from geo.basemap.layers import Layers  # noqa: PLC0415
    from geo.preview.faces import FontMissing  # noqa: PLC0415
    from webapp.services.content.checking import check  # noqa: PLC0415
    from webapp.services.preview_images import paint_all  # noqa: PLC0415
    from webapp.services.previews import previews_of  # noqa: PLC0415

    settings = current.settings()
    found = check(settings.content_dir, today)
    if found.errors:
        raise click.ClickException(f"content has {len(found.errors)} faults: flask content check")
    previews = previews_of(found.catalogue, Layers.load(settings.content_dir / "geo"), wording())
    try:
        click.echo(str(paint_all(previews, ImageFiles(settings.var_dir))))
    except FontMissing as missing:
        raise click.ClickException(f"{missing}; make run fetches it") from missing


def wording() -> Wording:
    """Return the interface's words in both languages, whatever the language at hand."""
    return Wording(
        brand=_both(lambda: _("Shanghai Scenes")),
        label=lambda table, code: _both(lambda: label(table, code)),
        stops=lambda count: _both(lambda: ngettext("%(num)d stop", "%(num)d stops", count)),
    )


def _both(say: Callable[[], str]) -> LocalText:
    words = {}
    for lang, locale in (("zh", "zh_Hans_CN"), ("en", "en")):
        with flask_babel.force_locale(locale):
            words[lang] = say()
    return LocalText(**words)
