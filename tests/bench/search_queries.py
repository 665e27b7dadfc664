"""Queries of every class, drawn from the names of generated venues; the same ones every time."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice

from opencc import OpenCC
from sqlalchemy import Connection, select

from webapp.store.tables import venues

SEED = 20261124
KIND_WORDS = ("酒吧", "bar", "museum", "社区食堂", "书店", "library", "公园", "theatre")
STREET = re.compile(r"（(\D+)\d+号店）")


@dataclass(frozen=True, slots=True)
class Name:
    """A generated venue's names; `pinyin` are syllables apart by spaces."""

    zh: str
    en: str
    pinyin: str


def drawn(connection: Connection, count: int) -> list[tuple[str, str]]:
    """Return `count` pairs of class and words, the classes in turn."""
    columns = (venues.c.name_zh, venues.c.name_en, venues.c.sort_zh)
    query = select(*columns).where(venues.c.slug.startswith("bench-")).order_by(venues.c.id)
    names = [Name(*row) for row in connection.execute(query)]
    draw = random.Random(SEED)
    classes = islice(cycle(CLASSES.items()), count)
    return [(sort, make(draw.choice(names), draw)) for sort, make in classes]


def _initials(name: Name, _draw: random.Random) -> str:
    return "".join(each[0] for each in name.pinyin.split())


def _part(name: Name, draw: random.Random) -> str:
    length = draw.randint(2, 4)
    start = draw.randrange(max(1, len(name.zh) - length))
    return name.zh[start : start + length]


def _typo(name: Name, draw: random.Random) -> str:
    letters = list(draw.choice((name.en.split()[0].casefold(), name.pinyin.replace(" ", ""))))
    place = draw.randrange(1, max(2, len(letters) - 1))
    if draw.random() < 0.5:
        del letters[place]
    else:
        letters[place - 1 : place + 1] = reversed(letters[place - 1 : place + 1])
    return "".join(letters)


def _kind_and_place(name: Name, draw: random.Random) -> str:
    street = STREET.search(name.zh)
    return f"{street[1] if street else name.zh[:2]} {draw.choice(KIND_WORDS)}"


_TRADITIONAL = OpenCC("s2t")
CLASSES: dict[str, Callable[[Name, random.Random], str]] = {
    "Han": lambda name, _: name.zh,
    "part of a name": _part,
    "traditional": lambda name, _: _TRADITIONAL.convert(name.zh.partition("（")[0]),
    "pinyin": lambda name, _: name.pinyin,
    "joined pinyin": lambda name, _: name.pinyin.replace(" ", ""),
    "initials": _initials,
    "English": lambda name, _: name.en,
    "one word": lambda name, _: name.en.split()[-1],
    "typing error": _typo,
    "kind and place": _kind_and_place,
}


def beginnings(words: Sequence[str], draw: random.Random) -> list[str]:
    """Return a beginning of each query, as when somebody is still typing."""
    return [each[: draw.randint(1, len(each))] for each in words]
