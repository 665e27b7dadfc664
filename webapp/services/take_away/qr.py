"""An address as a QR code, drawn to stand in a page of ours."""

from __future__ import annotations

from functools import lru_cache

import segno

LONGEST = 600
"""Bytes: 93 modules a side, 0.3 mm each where the code is 28 mm wide."""


@lru_cache(maxsize=256)  # 5 ms and 5 KB each
def qr_svg(address: str, spoken: str) -> str:
    """Return inline SVG without sizes or style attributes; `spoken` names it to screen readers.

    Empty for an address so long that a phone could hardly read its code.
    Error correction M: a fold or a stain over 15 % of the code does not matter.
    """
    if len(address.encode()) > LONGEST:
        return ""
    code = segno.make_qr(address, error="m")
    return code.svg_inline(title=spoken, svgclass="qr", light="#fff", omitsize=True)
