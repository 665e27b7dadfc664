"""Words for codes: scenarios, kinds, states, tags and facts, translated when a page is made."""

from __future__ import annotations

from flask import Flask
from flask_babel import lazy_gettext as _l

SCENARIOS = {
    "night": _l("Night-time economy"),
    "silver": _l("Silver economy"),
    "goods": _l("Goods economy"),
    "culture": _l("Culture & tourism"),
}
SCENARIOS_SHORT = {
    "night": _l("Night"),
    "silver": _l("Silver"),
    "goods": _l("Goods"),
    "culture": _l("Culture"),
}
SCENARIO_KINDS = {
    "night": _l("Night markets, bars, late shows"),
    "silver": _l("Canteens and care for elders"),
    "goods": _l("ACG shops, theatres, cafés"),
    "culture": _l("Museums, heritage, waterfront"),
}
KINDS = {
    "night-market": _l("Night market"),
    "bar": _l("Bar"),
    "bar-street": _l("Bar street"),
    "live-music": _l("Live music"),
    "late-dining": _l("Late dining"),
    "night-museum": _l("Night museum"),
    "late-theatre": _l("Late theatre"),
    "night-view": _l("Night view"),
    "river-walk": _l("River walk"),
    "cruise": _l("River cruise"),
    "late-bookshop": _l("Late bookshop"),
    "canteen": _l("Community canteen"),
    "elder-centre": _l("Elder-service centre"),
    "day-care": _l("Day care"),
    "care-home": _l("Care home"),
    "senior-university": _l("Senior university"),
    "community-health": _l("Community health"),
    "assistive-devices": _l("Assistive devices"),
    "activity-centre": _l("Activity centre"),
    "old-brand": _l("Old-brand shop"),
    "merchandise": _l("Merchandise shop"),
    "themed-mall": _l("Themed mall"),
    "figures": _l("Figures and models"),
    "comics-bookshop": _l("Comics bookshop"),
    "arcade": _l("Arcade and capsule toys"),
    "themed-cafe": _l("Themed café"),
    "second-hand": _l("Second-hand goods"),
    "exhibition-hall": _l("Exhibition hall"),
    "fan-theatre": _l("Fan theatre"),
    "themed-attraction": _l("Themed attraction"),
    "museum": _l("Museum"),
    "gallery": _l("Gallery"),
    "theatre": _l("Theatre"),
    "heritage": _l("Heritage building"),
    "historic-quarter": _l("Historic quarter"),
    "waterfront": _l("Waterfront"),
    "temple": _l("Temple or church"),
    "garden": _l("Garden"),
    "park": _l("Park"),
    "water-town": _l("Water town"),
    "theme-park": _l("Theme park"),
    "library": _l("Library"),
    "landmark": _l("Landmark"),
    "mall": _l("Shopping centre"),
}
STATES = {
    "open": _l("Open"),
    "soon": _l("Closing soon"),
    "usual": _l("Usually open"),
    "closed": _l("Closed"),
    "unknown": _l("Hours unknown"),
}
TAGS = {
    "24h": _l("Open 24 hours"),
    "live-music": _l("Live music"),
    "capsule-toys": _l("Capsule toys"),
    "cosplay-friendly": _l("Cosplay-friendly"),
    "senior-discount": _l("Senior discount"),
    "indoor": _l("Indoors"),
    "riverside": _l("By the river"),
    "view-point": _l("View"),
    "free-entry": _l("Free entry"),
    "reservation": _l("Book ahead"),
    "family": _l("Good with children"),
    "photo-spot": _l("Photo spot"),
    "rooftop": _l("Rooftop"),
    "craft-beer": _l("Craft beer"),
    "late-metro": _l("Late metro nearby"),
    "halal": _l("Halal"),
    "vegetarian": _l("Vegetarian"),
    "blind-box": _l("Blind boxes"),
    "trading-cards": _l("Trading cards"),
    "figures": _l("Figures"),
    "doujin": _l("Doujin works"),
    "second-hand": _l("Second-hand"),
    "manga": _l("Manga"),
    "arcade-games": _l("Arcade games"),
    "themed-menu": _l("Themed menu"),
    "delivery-meals": _l("Meals delivered"),
    "dine-in": _l("Eat in"),
    "rehabilitation": _l("Rehabilitation"),
    "day-care": _l("Day care"),
    "courses": _l("Courses"),
}
ACCESS = {
    "step-free": _l("Step-free"),
    "step-free-partial": _l("Partly step-free"),
    "no-step-free": _l("Steps only"),
    "lift": _l("Lift"),
    "step-free-toilet": _l("Step-free toilet"),
    "seats": _l("Seats"),
    "toilet": _l("Toilet"),
}
PRICES = {
    0: _l("Free"),
    1: _l("Up to ¥50 a head"),
    2: _l("Up to ¥150 a head"),
    3: _l("Up to ¥400 a head"),
    4: _l("Over ¥400 a head"),
}
AREA_TYPES = {
    "night": _l("Night-time district"),
    "goods": _l("Goods cluster"),
    "historic": _l("Historic quarter"),
}
PRECISIONS = {
    "exact": _l("to the door, within 30 m"),
    "building": _l("to the building, within 100 m"),
    "street": _l("to the street, within 300 m"),
}
HOLIDAYS = {
    "new-year": _l("New Year’s Day"),
    "spring-festival": _l("Spring Festival"),
    "qingming": _l("Qingming"),
    "labour-day": _l("Labour Day"),
    "dragon-boat": _l("Dragon Boat Festival"),
    "mid-autumn": _l("Mid-Autumn Festival"),
    "national-day": _l("National Day"),
}
DIRECTIONS = {
    "n": _l("north"),
    "ne": _l("north-east"),
    "e": _l("east"),
    "se": _l("south-east"),
    "s": _l("south"),
    "sw": _l("south-west"),
    "w": _l("west"),
    "nw": _l("north-west"),
}
DIRECTIONS_OF = {
    "n": _l("north of"),
    "ne": _l("north-east of"),
    "e": _l("east of"),
    "se": _l("south-east of"),
    "s": _l("south of"),
    "sw": _l("south-west of"),
    "w": _l("west of"),
    "nw": _l("north-west of"),
}
MAP_APPS = {
    "amap": _l("Amap"),
    "baidu": _l("Baidu Maps"),
    "tencent": _l("Tencent Maps"),
    "apple": _l("Apple Maps"),
    "google": _l("Google Maps"),
}
EVENT_KINDS = {
    "festival": _l("Festival"),
    "convention": _l("Convention"),
    "exhibition": _l("Exhibition"),
    "performance": _l("Performance"),
    "market": _l("Market"),
    "senior-activity": _l("For older people"),
    "sport": _l("Sport"),
    "parade": _l("Parade"),
}
BENEFIT_KINDS = {
    "voucher": _l("Voucher"),
    "discount": _l("Discount"),
    "subsidy": _l("Subsidy"),
    "free-entry": _l("Free entry"),
    "service": _l("Service"),
}
TABLES = {
    "event_kind": EVENT_KINDS,
    "benefit_kind": BENEFIT_KINDS,
    "scenario": SCENARIOS,
    "scenario_short": SCENARIOS_SHORT,
    "scenario_kinds": SCENARIO_KINDS,
    "kind": KINDS,
    "state": STATES,
    "tag": TAGS,
    "access": ACCESS,
    "price": PRICES,
    "area_type": AREA_TYPES,
    "precision": PRECISIONS,
    "holiday": HOLIDAYS,
    "direction": DIRECTIONS,
    "direction_of": DIRECTIONS_OF,
    "map_app": MAP_APPS,
}


def register(app: Flask) -> None:
    """Offer `label('kind', 'museum')` to templates."""
    app.jinja_env.globals["label"] = label
    app.jinja_env.globals["labels"] = TABLES


def label(table: str, code: object) -> str:
    """The word for `code` in the reader's language; raises KeyError for an unknown code."""
    return str(TABLES[table][code])  # type: ignore[index]
