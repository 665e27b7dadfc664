"""Arithmetic of spans: minutes from 00:00 of some day, half-open, known or perhaps open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from webapp.domain.openings import Opening

_MINUTE = timedelta(minutes=1)


class Span(NamedTuple):
    """Open (or, `unknown`, perhaps open) from minute `start` to before minute `end`."""

    start: int
    end: int
    unknown: bool = False

    def counted_from(self, first: datetime) -> Opening:
        """Return the opening when minute 0 is `first` (aware)."""
        return Opening(first + self.start * _MINUTE, first + self.end * _MINUTE, self.unknown)


def without(spans: Iterable[Span], cuts: Iterable[Span]) -> list[Span]:
    """Return `spans` less everything that `cuts` cover."""
    left = list(spans)
    for cut in cuts:
        left = [piece for span in left for piece in _less(span, cut)]
    return left


def overlaid(below: Iterable[Span], above: Iterable[Span]) -> list[Span]:
    """Return both, where `above` decides wherever they overlap."""
    top = list(above)
    return without(below, top) + top


def settled(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return disjoint, sorted, merged spans; open wins over unknown where they overlap."""
    every = list(spans)
    known = _merged(span for span in every if not span.unknown)
    doubtful = without(_merged(span for span in every if span.unknown), known)
    return tuple(sorted(known + doubtful)) if doubtful else tuple(known)


def clipped(spans: Iterable[Span], start: int, end: int) -> tuple[Span, ...]:
    """Return what of `spans` lies within [start, end)."""
    return tuple(
        Span(max(span.start, start), min(span.end, end), span.unknown)
        for span in spans
        if span.start < end and span.end > start
    )


def shifted(spans: Iterable[Span], by_min: int) -> list[Span]:
    """Return `spans` counted from a day that begins `by_min` minutes earlier."""
    return [Span(span.start + by_min, span.end + by_min, span.unknown) for span in spans]


def _less(span: Span, cut: Span) -> list[Span]:
    if cut.end <= span.start or span.end <= cut.start:
        return [span]
    pieces = (Span(span.start, cut.start, span.unknown), Span(cut.end, span.end, span.unknown))
    return [piece for piece in pieces if piece.start < piece.end]


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(span for span in spans if span.start < span.end):
        if merged and span.start <= merged[-1].end:
            last = merged.pop()
            merged.append(last._replace(end=max(last.end, span.end)))
        else:
            merged.append(span)
    return merged
