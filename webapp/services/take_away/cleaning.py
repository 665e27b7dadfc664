"""Texts made fit for XML 1.0, which has no way to write most control characters."""

from __future__ import annotations

import re

from markupsafe import escape

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return `text` without the characters that XML 1.0 forbids (section 2.2)."""
    return _FORBIDDEN.sub("", text)


def in_attribute(text: str) -> str:
    """Return `text` escaped for an attribute; gpxpy writes attributes as they come."""
    return str(escape(clean(text)))
