"""Handing a page to a parent or a friend: a link and a QR code that open it in the easy view."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, request

from webapp import current
from webapp.services.take_away.qr import qr_svg
from webapp.view import View
from webapp.words import gettext as _


@dataclass(frozen=True, slots=True)
class HandOver:
    """The page at hand in the easy view: its address on this site, and the whole one as a code."""

    address: str
    code: str


def add_to(pages: Blueprint) -> None:
    """Offer `hand_over` to templates."""
    pages.add_app_template_global(hand_over, "hand_over")


def hand_over(*, with_question: bool = False) -> HandOver:
    """This page for somebody else; `with_question` keeps its day or its plan, which it is about."""
    asked = request.args.items(multi=True) if with_question else ()
    kept = [(name, value) for name, value in asked if name != "view"]
    address = f"{request.path}?{urlencode([*kept, ('view', View.EASY.value)])}"
    whole = current.whole_address(address)
    return HandOver(address, qr_svg(whole, _("QR code: this page in the easy view")))
