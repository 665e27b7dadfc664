"""Groups of commands whose modules are imported when one is called.

Services bring libraries (shapely, pypinyin) that a serving process must not load.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from importlib import import_module

import click
from flask.cli import AppGroup


class LazyGroup(AppGroup):
    """Stands for the group `commands` of a module."""

    def __init__(self, name: str, module: str, text: str) -> None:
        """Take the name of the group, the module to import and the line of help."""
        self._module = module
        super().__init__(name, help=text)

    @property
    def commands(self) -> MutableMapping[str, click.Command]:
        """The commands of the module, imported at the first look."""
        group: AppGroup = import_module(self._module).commands
        return group.commands

    @commands.setter
    def commands(self, _given: MutableMapping[str, click.Command]) -> None:
        """Ignore the empty table that the base class sets."""
