"""Groups of commands whose modules are imported when one is called.

Services bring libraries (shapely, pypinyin) that a serving process must not load.
"""

from __future__ import annotations

from importlib import import_module

import click
from flask.cli import AppGroup


class LazyGroup(AppGroup):
    """Stands for the group `commands` of a module."""

    def __init__(self, name: str, module: str, text: str) -> None:
        """Take the name of the group, the module to import and the line of help."""
        super().__init__(name, help=text)
        self._module = module

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the module's commands."""
        return self._loaded().list_commands(ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return one of the module's commands, None when there is no such."""
        return self._loaded().get_command(ctx, cmd_name)

    def _loaded(self) -> AppGroup:
        group = import_module(self._module).commands
        assert isinstance(group, AppGroup)
        return group
