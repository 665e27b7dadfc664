"""The easy view's first page: six large choices, and the place near home they are counted from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, request, url_for

from webapp import clock, current
from webapp.home_place import home_key, home_place
from webapp.pages import origin
from webapp.pages.cards import ListedVenue, listed
from webapp.pages.near import PlaceChoice, place_choice
from webapp.pages.origin import Origin
from webapp.services.place_search import PlaceAnswer, look_up
from webapp.services.search import Place
from webapp.store import venues as store
from webapp.store.venue_filter import Order, VenueFilter
from webapp.view import is_easy
from webapp.words import gettext as _

KINDS: dict[str, tuple[str, ...]] = {
    "eat": ("canteen", "late-dining"),
    "health": ("community-health", "elder-centre", "day-care", "care-home", "assistive-devices"),
    "activities": ("activity-centre", "senior-university", "theatre", "late-theatre", "library"),
    "shops": ("old-brand", "mall", "themed-mall", "late-bookshop"),
    "sights": ("museum", "gallery", "park", "garden"),
}
"""The kinds of venue behind each choice; the sixth choice is help."""
NEAREST = 3
LONGEST = 100


@dataclass(frozen=True, slots=True)
class EasyChoice:
    """One large choice: its word, its picture (an icon, or a scenario's mark), where it leads."""

    word: str
    icon: str
    scenario: str
    address: str


@dataclass(frozen=True, slots=True)
class HomeDoubt:
    """What was typed for home and names no one place, with what it may mean."""

    text: str
    choices: tuple[PlaceChoice, ...]


def add_to(pages: Blueprint) -> None:
    """Offer the parts of the page to templates."""
    for function in (easy_choices, easy_word, my_home, is_my_home, home_doubt, nearest_to_eat):
        pages.add_app_template_global(function, function.__name__)


def easy_choices() -> list[EasyChoice]:
    """The six choices; lists are sorted from the place near home where one is kept."""
    pictures = {
        "eat": ("", "silver"),
        "health": ("heart", "silver"),
        "activities": ("people", "silver"),
        "shops": ("bag", "goods"),
        "sights": ("", "culture"),
    }
    lists = [
        EasyChoice(_words()[code], *pictures[code], _list_address(kinds))
        for code, kinds in KINDS.items()
    ]
    return [*lists, EasyChoice(_("Help"), "help", "", url_for("pages.help"))]


def easy_word(kinds: Sequence[str]) -> str:
    """The word of the choice that asks for exactly these kinds in the easy view, else empty."""
    asked = set(kinds) if is_easy() else set()
    return next((_words()[code] for code, each in KINDS.items() if set(each) == asked), "")


def my_home() -> Origin | None:
    """The place kept on this device, as distances name it."""
    place = home_place()
    return origin.named(place) if place else None


def is_my_home(key: str) -> bool:
    """Whether this is the key of the place kept on this device."""
    return home_key() == key


def home_doubt() -> HomeDoubt | None:
    """What `home` in the address names, when the form could not settle it; else None."""
    typed = request.args.get("home", "").strip()[:LONGEST]
    if not typed:
        return None
    answer = look_up(current.connection(), typed, current.lang())
    return HomeDoubt(typed, tuple(map(place_choice, _meant(answer))))


def nearest_to_eat() -> list[ListedVenue]:
    """The nearest places to eat from the place near home."""
    home = my_home()
    if home is None:
        return []
    wanted = VenueFilter(kinds=KINDS["eat"], near=home.position, order=Order.DISTANCE)
    page = store.venues_in(current.connection(), wanted, 1, NEAREST)
    return listed(page.items, clock.moment(), home)


def _words() -> dict[str, str]:
    return {
        "eat": _("Eat"),
        "health": _("Health and care"),
        "activities": _("Activities"),
        "shops": _("Shops"),
        "sights": _("Museums and parks"),
    }


def _list_address(kinds: Sequence[str]) -> str:
    home = my_home()
    return url_for("pages.venues", kind=sorted(kinds), place=home.key if home else None)


def _meant(answer: PlaceAnswer) -> Sequence[Place]:
    return (answer.place,) if answer.place else answer.choices
