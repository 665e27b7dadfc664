"""Places a field of the planner may mean, each as a link to the form with it."""

from __future__ import annotations

from dataclasses import dataclass

from webapp import current
from webapp.domain.search_terms.entries import EntryType
from webapp.pages import origin
from webapp.pages.addresses import this_address
from webapp.pages.found import sort_word
from webapp.pages.plan_form import PlanForm
from webapp.services.place_search import key_of
from webapp.services.search import Place
from webapp.words import gettext as _


@dataclass(frozen=True, slots=True)
class ChoiceLink:
    """A place that was perhaps meant: its names, what sort it is, the plan with it."""

    name: str
    alt: str
    sort: str
    address: str


def choice_links(form: PlanForm) -> dict[str, list[ChoiceLink]]:
    """The choices by field, for fields that name no one place."""
    fields = {"start": form.start, "end": form.end}
    return {name: [_link(name, each) for each in field.choices] for name, field in fields.items()}


def _link(field: str, place: Place) -> ChoiceLink:
    name = origin.name_of(place.type, place.name)
    sort = _("Street") if place.type is EntryType.STREET else sort_word(place.type)
    key = place.key if place.type is EntryType.STATION else key_of(place)
    return ChoiceLink(
        name,
        place.name.other(current.lang()),
        "" if place.type is EntryType.STATION else sort,
        this_address(**{field: key}),
    )
