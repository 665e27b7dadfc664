"""The easy view (长辈版) and its text steps: cookies, the same pages, other tokens."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from flask import Flask, Response, g, request

COOKIE = "view"
TEXT_COOKIE = "text"
A_YEAR_S = 365 * 24 * 3600


class View(StrEnum):
    """How pages are drawn."""

    STANDARD = "standard"
    EASY = "easy"


class TextStep(StrEnum):
    """How large the easy view sets its text: 24, 30 or 40 px for what is read."""

    LARGE = "1"
    LARGER = "2"
    LARGEST = "3"


def register(app: Flask) -> None:
    """Read the view of each request; `?view=` is kept for the visits that follow."""
    app.before_request(_read)
    app.after_request(_keep)
    app.context_processor(_for_templates)


def keep(answer: Response, cookie: str, value: str) -> Response:
    """Remember a choice in the visitor's browser for a year."""
    answer.set_cookie(
        cookie, value, max_age=A_YEAR_S, samesite="Lax", httponly=True, secure=request.is_secure
    )
    return answer


def forget(answer: Response, cookie: str) -> Response:
    """Take a choice out of the visitor's browser."""
    answer.delete_cookie(cookie, samesite="Lax", httponly=True, secure=request.is_secure)
    return answer


def read_view(raw: str | None) -> View | None:
    """The view named by `raw`, or None for anything else."""
    return View(raw) if raw in {view.value for view in View} else None


def read_text(raw: str | None) -> TextStep | None:
    """The text step named by `raw`, or None for anything else."""
    return TextStep(raw) if raw in {step.value for step in TextStep} else None


def is_easy() -> bool:
    """Whether this request is answered in the easy view."""
    return g.get("view") is View.EASY


def stamp() -> str:
    """What tells a page in one view and text step from the same page in another."""
    return f"{g.get('view', View.STANDARD)} {g.get('text', TextStep.LARGE)}"


def _read() -> None:
    asked = read_view(request.args.get("view"))
    g.view_asked = asked
    g.view = asked or read_view(request.cookies.get(COOKIE)) or View.STANDARD
    g.text = read_text(request.cookies.get(TEXT_COOKIE)) or TextStep.LARGE


def _keep(answer: Response) -> Response:
    asked = g.get("view_asked")
    return keep(answer, COOKIE, asked) if asked else answer


def _for_templates() -> dict[str, Any]:
    view = g.get("view", View.STANDARD)
    text = g.get("text", TextStep.LARGE)
    return {"view": view.value, "is_easy": view is View.EASY, "text_step": text.value}
