"""The easy view (长辈版): a cookie, the same pages, other tokens."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from flask import Flask, Response, g, request

COOKIE = "view"
A_YEAR_S = 365 * 24 * 3600


class View(StrEnum):
    """How pages are drawn."""

    STANDARD = "standard"
    EASY = "easy"


def register(app: Flask) -> None:
    """Read the view of each request; `?view=` is kept for the visits that follow."""
    app.before_request(_read)
    app.after_request(_keep)
    app.context_processor(_for_templates)


def keep_view(answer: Response, chosen: View) -> Response:
    """Remember `chosen` in the visitor's browser for a year."""
    answer.set_cookie(
        COOKIE, chosen, max_age=A_YEAR_S, samesite="Lax", httponly=True, secure=request.is_secure
    )
    return answer


def read_view(raw: str | None) -> View | None:
    """The view named by `raw`, or None for anything else."""
    return View(raw) if raw in {view.value for view in View} else None


def is_easy() -> bool:
    """Whether this request is answered in the easy view."""
    return g.get("view") is View.EASY


def _read() -> None:
    asked = read_view(request.args.get("view"))
    g.view_asked = asked
    g.view = asked or read_view(request.cookies.get(COOKIE)) or View.STANDARD


def _keep(answer: Response) -> Response:
    asked = g.get("view_asked")
    return keep_view(answer, asked) if asked else answer


def _for_templates() -> dict[str, Any]:
    view = g.get("view", View.STANDARD)
    return {"view": view.value, "is_easy": view is View.EASY}
