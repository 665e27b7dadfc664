"""Permissions: every view says who may call it, and a view that says nothing is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from flask import Flask, current_app, request

PUBLIC = "public"
P = ParamSpec("P")
R = TypeVar("R")


class AccessUndeclared(Exception):
    """A view was registered without saying who may call it."""


def public(view: Callable[P, R]) -> Callable[P, R]:
    """Mark a view as open to everybody."""
    view.access = PUBLIC  # type: ignore[attr-defined]
    return view


def register(app: Flask) -> None:
    """Check the declaration before each request."""
    app.before_request(_check)


def _check() -> None:
    if request.endpoint is None:
        return
    view = current_app.view_functions[request.endpoint]
    if getattr(view, "access", None) != PUBLIC:
        raise AccessUndeclared(request.endpoint)
