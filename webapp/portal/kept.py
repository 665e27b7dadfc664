"""A form sent after the session had ended: carried through signing in, then sent by hand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import request

from webapp.portal.forms import TOKEN

LONGEST = 48 * 1024
SECRET_PARTS = ("password", "code", "salt")
"""Fields with one of these in their name are never kept."""


@dataclass(frozen=True, slots=True)
class KeptForm:
    """Where a form was going and what was typed into it."""

    to: str
    fields: tuple[tuple[str, str], ...]

    def as_text(self) -> str:
        """In one hidden field."""
        return json.dumps({"to": self.to, "fields": self.fields}, ensure_ascii=False)


def form_at_hand() -> KeptForm | None:
    """What this request sent, None when nothing in it is worth keeping."""
    fields = tuple(
        (name, value)
        for name, value in request.form.items(multi=True)
        if name != TOKEN and not any(part in name for part in SECRET_PARTS)
    )
    is_worth_it = any(value.strip() for _, value in fields)
    return KeptForm(request.full_path.rstrip("?"), fields) if is_worth_it else None


def read_kept() -> KeptForm | None:
    """The form carried along in this one, None for none or a damaged one."""
    raw = request.form.get("kept", "")
    try:
        given = json.loads(raw) if 0 < len(raw) <= LONGEST else {}
        fields = tuple((str(name), str(value)) for name, value in given["fields"])
    except (ValueError, KeyError, TypeError):
        return None
    to = desk_address(str(given.get("to", "")))
    return KeptForm(to, fields) if to else None


def desk_address(raw: str) -> str | None:
    """An address of the desk, or None: signing in leads nowhere else."""
    parts = urlsplit(raw)
    is_ours = not parts.netloc and not parts.scheme and "\\" not in raw and raw.isprintable()
    is_desk = parts.path.startswith(("/zh/desk/", "/en/desk/")) and ".." not in parts.path
    return raw if is_ours and is_desk and "//" not in parts.path else None
