"""What is written on a picture."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on the sign, in `lang`; `other` is the name in the other language."""

    lang: str
    brand: str
    name: str
    other: str
    note: str
