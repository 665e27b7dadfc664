"""The texts of states for scripts, which fill in hours: those of `phrases`, with places in them.

`{hour}`, `{num}` and `{d}` stand for what is filled in.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import get_template_attribute
from flask_babel import force_locale

from webapp.current import Language
from webapp.i18n import LOCALES
from webapp.labels import STATES
from webapp.pages.phrases import month_day_words, weekday_words
from webapp.words import gettext as _
from webapp.words import ngettext

MONDAY = 6
"""A day of January 2025; its month begins seven days of which this is the first Monday."""
A_DAY, A_NUMBER = 27, 77777
"""Figures no text has by itself, to be replaced by what stands for a figure."""
HOUR = "{hour}"


def state_texts(lang: Language) -> dict[str, Any]:
    """Return the texts of states in a language, whatever language the page has."""
    with force_locale(LOCALES[lang]):
        return {
            "states": {shade: str(word) for shade, word in STATES.items()},
            "more": _more(),
            "weekdays": [weekday_words(date(2025, 1, MONDAY + n)) for n in range(7)],
            "dates": [_date_in(month) for month in range(1, 13)],
        }


def state_shapes() -> dict[str, str]:
    """Return what is inside the SVG of each state, the same in every language."""
    shape = get_template_attribute("components/icons.html", "state_shape")
    return {shade: _inside(str(shape(shade))) for shade in STATES}


def _more() -> dict[str, str]:
    """The words after a state; the keys are those of `open-state.js`."""
    return {
        "unknown": _("check before you go"),
        "beyond": _("saved too long ago to tell, check before you go"),
        "always": _("day and night"),
        "soonOne": _soon(1),
        "soon": _soon(A_NUMBER).replace(str(A_NUMBER), "{num}"),
        "usual": _("until %(hour)s, not confirmed", hour=HOUR),
        "until": _("until %(hour)s", hour=HOUR),
        "opens": _("opens %(hour)s", hour=HOUR),
        "opensUsual": _("usually opens %(hour)s, not confirmed", hour=HOUR),
        "tomorrow": _("tomorrow %(hour)s", hour=HOUR),
        "day": _("%(day)s %(hour)s", day="{day}", hour=HOUR),
    }


def _soon(minutes: int) -> str:
    return ngettext(
        "closes %(hour)s, in %(num)d minute",
        "closes %(hour)s, in %(num)d minutes",
        minutes,
        hour=HOUR,
    )


def _date_in(month: int) -> str:
    return month_day_words(date(2025, month, A_DAY)).replace(str(A_DAY), "{d}")


def _inside(svg: str) -> str:
    return svg[svg.index(">") + 1 : svg.rindex("</svg>")]
