"""Scored candidates as hits to show."""

from __future__ import annotations

from geo.records import LatLng
from webapp.domain.search_terms.entries import EntryType
from webapp.domain.search_terms.forms import Role, form_of
from webapp.domain.search_terms.marks import marks_in
from webapp.domain.text import LocalText
from webapp.services.search_records import Hit, LocalMarks, Place
from webapp.services.search_scoring import Scored
from webapp.store.rows import AnyRow


def hit_of(scored: Scored) -> Hit:
    """Return what is shown of a candidate."""
    row = scored.row
    return Hit(
        type=EntryType(row.type),
        key=row.key,
        name=LocalText(row.name_zh, row.name_en),
        also=_alias(scored),
        marks=LocalMarks(
            marks_in(row.name_zh, scored.question, scored.forms),
            marks_in(row.name_en, scored.question, scored.forms),
        ),
        kind=row.kind,
        district_code=row.district_code,
        position=_position(row),
        venue_id=row.venue_id,
        fame=row.fame,
    )


def place_of(scored: Scored) -> Place | None:
    """Return the candidate as a place to be near, None without a position."""
    row, position = scored.row, _position(scored.row)
    if position is None:
        return None
    return Place(EntryType(row.type), row.key, LocalText(row.name_zh, row.name_en), position)


def meant_by(best: Scored) -> str:
    """Return what was searched instead, as the best hit spells it where that is short."""
    question = best.question
    if not question.is_latin or best.fit.form is None:
        return question.text
    spans = marks_in(best.row.name_zh, question, best.forms)
    return best.row.name_zh[spans[0][0] : spans[0][1]] if len(spans) == 1 else question.text


def _alias(scored: Scored) -> str | None:
    form = scored.fit.form
    if form is None or form.role is not Role.ALIAS:
        return None
    aliases = scored.row.other_names.split("\n")
    return next((a for a in aliases if form_of(a, Role.ALIAS).units == form.units), None)


def _position(row: AnyRow) -> LatLng | None:
    return None if row.lat is None else LatLng(row.lat, row.lng)
