"""The visitor's choice of view, kept by a form that works without scripts."""

from __future__ import annotations

from typing import cast
from urllib.parse import urlsplit

from flask import Blueprint, Response, redirect, request, url_for

from webapp.access import public
from webapp.domain.faults import BadParameter
from webapp.view import keep_view, read_view


def add_to(pages: Blueprint) -> None:
    """Register the address."""
    pages.add_url_rule("/preferences", "preferences", preferences, methods=["POST"])


@public
def preferences() -> Response:
    """Keep the chosen view and go back to the page the form was on."""
    raw = request.form.get("view", "")
    chosen = read_view(raw)
    if chosen is None:
        raise BadParameter("view", raw)
    answer = cast(Response, redirect(_way_back(), 303))
    return keep_view(answer, chosen)


def _way_back() -> str:
    """The form's own page, without a view in its query; an address of another site is ignored."""
    back = request.form.get("back", "")
    parts = urlsplit(back)
    is_ours = back.startswith("/") and not back.startswith(("//", "/\\")) and not parts.netloc
    if not is_ours:
        return url_for("pages.home")
    kept = [pair for pair in parts.query.split("&") if pair and not pair.startswith("view=")]
    return f"{parts.path}?{'&'.join(kept)}" if kept else parts.path
