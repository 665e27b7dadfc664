"""Commands of `flask --app webapp`: each parses, calls one service and prints."""

from __future__ import annotations

from flask import Flask


def register(app: Flask) -> None:
    """Add every command to `app`."""
