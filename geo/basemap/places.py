"""What is named on our maps, as plain values; names in both languages, positions in WGS-84."""

from dataclasses import dataclass

from geo.records import LatLng

RIVER_NAMES = {"huangpu": ("黄浦江", "Huangpu"), "suzhou-creek": ("苏州河", "Suzhou Creek")}
"""Names as they stand on the water; a stretch of a river is called `huangpu-upper` and so on."""

_DISTRICT_WORDS = ("新区", "区", " New Area", " District")


@dataclass(frozen=True, slots=True)
class MapName:
    """A name on a map."""

    zh: str
    en: str

    def in_(self, lang: str) -> str:
        """Return the name in `lang`, `zh` or `en`."""
        return self.zh if lang == "zh" else self.en

    def without_district(self) -> "MapName":
        """Return 浦东, Pudong for 浦东新区, Pudong New Area, as maps write it."""
        return MapName(_without(self.zh), _without(self.en))


@dataclass(frozen=True, slots=True)
class StationPlace:
    """A metro station and the codes of the lines that stop there."""

    slug: str
    name: MapName
    position: LatLng
    lines: tuple[str, ...]

    @property
    def is_interchange(self) -> bool:
        """Whether one changes lines here."""
        return len(self.lines) > 1


@dataclass(frozen=True, slots=True)
class AreaPlace:
    """An area: `type` is night, goods or historic; `outline` are its `[lng, lat]` corners."""

    slug: str
    name: MapName
    type: str
    rank: int
    outline: tuple[tuple[float, float], ...]


def river_name(stretch: str) -> MapName | None:
    """Return what the river of that stretch is called on the map, None when it has no name."""
    for start, (zh, en) in RIVER_NAMES.items():
        if stretch.startswith(start):
            return MapName(zh, en)
    return None


def slug_of(name_en: str) -> str:
    """Return the slug most stations have: `People's Square` is `peoples-square`."""
    kept = "".join(c if c.isalnum() else " " for c in name_en.lower().replace("'", ""))
    return "-".join(kept.split())


def _without(name: str) -> str:
    for word in _DISTRICT_WORDS:
        if name.endswith(word):
            return name.removesuffix(word)
    return name
