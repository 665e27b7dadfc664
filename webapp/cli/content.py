"""`flask content check`, `flask content report`, `flask content sync`, `flask content images`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click
from flask.cli import AppGroup

from webapp import current
from webapp.services.content.reports import ContentRefused
from webapp.services.content.sync import sync
from webapp.services.saved_plans import prune_plans
from webapp.settings import SHANGHAI

commands = AppGroup("content")


@commands.command("check")
@click.option("--warnings", "show_warnings", is_flag=True, help="Show what is only worth a look.")
def check_content(show_warnings: bool) -> None:
    """Judge content/ by every rule; exit code 1 when there is a fault."""
    # The checker loads shapely, which the command beside it can do without.
    from webapp.services.content.checking import check  # noqa: PLC0415
    from webapp.services.content.summary import summary_of  # noqa: PLC0415

    found = check(current.settings().content_dir, _now().date())
    for fault in (*found.errors, *(found.warnings if show_warnings else ())):
        click.echo(str(fault))
    for line in summary_of(found.catalogue):
        click.echo(line)
    click.echo(f"faults {len(found.errors)}, warnings {len(found.warnings)}")
    if found.errors:
        raise click.exceptions.Exit(1)


@commands.command("report")
@click.option(
    "--map",
    "map_file",
    metavar="FILE.svg",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Draw all venues by scenario, too.",
)
def report_content(map_file: Path | None) -> None:
    """Print tables: how much there is, how exact and old it is, what is missing."""
    from webapp.services.content.reader import read_catalogue  # noqa: PLC0415
    from webapp.services.content.report import report_of  # noqa: PLC0415
    from webapp.services.content.report_map import report_map  # noqa: PLC0415

    folder, today = current.settings().content_dir, _now().date()
    catalogue, unread = read_catalogue(folder)
    click.echo(f"Content on {today}; {len(unread)} entries or files could not be read whole")
    for table in report_of(catalogue, today):
        click.echo("\n" + "\n".join(table.lines()))
    if map_file:
        map_file.write_text(report_map(catalogue, folder), encoding="utf-8")
        click.echo(f"\n{map_file}: {len(catalogue.venues)} venues")


@commands.command("sync")
@click.option("--force", is_flag=True, help="Write and prepare anew although nothing changed.")
@click.option("--images", is_flag=True, help="Then paint the pictures for shared links.")
def sync_content(force: bool, images: bool) -> None:
    """Bring content/ into the database; a fault changes nothing and exits with 1."""
    folder = current.settings().content_dir
    try:
        report = sync(current.database(), folder, _now(), force=force)
    except ContentRefused as refused:
        for fault in refused.faults:
            click.echo(str(fault), err=True)
        click.echo(f"faults {len(refused.faults)}; nothing was changed", err=True)
        raise click.exceptions.Exit(1) from None
    for line in report.lines():
        click.echo(line)
    with current.database().write() as connection:
        prune_plans(connection, _now())
    if images:
        _paint()


@commands.command("images")
def content_images() -> None:
    """Paint the pictures for shared links that are missing or out of date."""
    _paint()


def _paint() -> None:
    from webapp.cli.content_images import paint_images  # noqa: PLC0415

    paint_images(_now().date())


def _now() -> datetime:
    """The real time in Shanghai: what a frozen `SITE_TIME` shows is not when content is judged."""
    return datetime.now(SHANGHAI)
