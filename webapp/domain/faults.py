"""What the product refuses to do: one exception class a refusal.

The domain knows no HTTP; the application maps each class to a status in one table.
"""

from __future__ import annotations


class Fault(Exception):
    """Base of every refusal that a person may read about."""


class Missing(Fault):
    """Something was asked for that does not exist; `slug` is what was asked for."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"{type(self).__name__}: {slug}")
        self.slug = slug


class VenueMissing(Missing):
    """No venue has this slug."""


class AreaMissing(Missing):
    """No area has this slug."""


class DistrictMissing(Missing):
    """No district has this code."""


class StationMissing(Missing):
    """No metro station has this slug."""


class EventMissing(Missing):
    """No event has this slug."""


class BenefitMissing(Missing):
    """No benefit has this slug."""


class ItineraryMissing(Missing):
    """No itinerary has this slug."""


class TileMissing(Missing):
    """No tile can exist at this address."""


class PageMissing(Missing):
    """A list has no such page."""


class PlanMissing(Missing):
    """No saved plan has this token; `slug` is the token."""


class PlanGone(Fault):
    """The plan was deleted by whoever saved it, or its time is over."""

    def __init__(self, token: str) -> None:
        super().__init__(f"PlanGone: {token}")
        self.token = token


class PlanKeyWrong(Fault):
    """Whoever wants to change a saved plan has not its edit key."""


class TooManyRequests(Fault):
    """One visitor asks for too much at once; `wait_s` seconds from now it works again."""

    def __init__(self, wait_s: int) -> None:
        super().__init__(f"again in {wait_s} s")
        self.wait_s = wait_s


class VenueGone(Fault):
    """The venue existed and was withdrawn; `slug` names it."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"VenueGone: {slug}")
        self.slug = slug


class BadParameter(Fault):
    """A parameter of an address cannot be understood; names it and repeats its value."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__(f"parameter {name} cannot be {value!r}")
        self.name = name
        self.value = value


class ForeignOrigin(Fault):
    """A form was sent from another site."""


class HoursUnreadable(Fault):
    """An opening-hours text cannot be evaluated; `reason` says why in one line."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(f"hours {text!r}: {reason}")
        self.text = text
        self.reason = reason
