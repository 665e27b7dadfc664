"""Queries that show what one can type."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.current import Language

ZH, EN = "zh-Hans", "en"
Example = tuple[str, str]
"""The words and the tag of their language."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Queries by what they show."""

    names: tuple[Example, ...]
    places: tuple[Example, ...]
    times: tuple[Example, ...]
    needs: tuple[Example, ...]


EXAMPLES: dict[Language, Examples] = {
    "zh": Examples(
        names=(("外滩", ZH), ("waitan", EN), ("豫园", ZH), ("Shanghai Museum", EN)),
        places=(("新天地附近酒吧", ZH), ("长者食堂 中山公园附近", ZH)),
        times=(("今晚现场音乐", ZH), ("凌晨还开着的", ZH), ("周六下午博物馆", ZH)),
        needs=(("无障碍博物馆", ZH), ("免费公园", ZH)),
    ),
    "en": Examples(
        names=(("The Bund", EN), ("waitan", EN), ("Yu Garden", EN), ("外滩", ZH)),
        places=(("bars near Xintiandi", EN), ("canteen near Zhongshan Park", EN)),
        times=(
            ("live music tonight", EN),
            ("open after midnight", EN),
            ("museums Saturday afternoon", EN),
        ),
        needs=(("step-free museums", EN), ("free parks", EN)),
    ),
}
