"""The chain shows whatever was changed, removed, added or cut off."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.domain.audit import Action, Actor, Deed, Entry, check_chain, hash_of, write_entry

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def trail(length: int) -> list[Entry]:
    entries: list[Entry] = []
    for number in range(length):
        deed = Deed(Action.INVITED, number, "310101", {"role": "editor", "note": "一"})
        last = entries[-1] if entries else None
        entries.append(write_entry(last, Actor(1, "192.0.2.1"), deed, START + timedelta(number)))
    return entries


def test_an_untouched_trail_holds():
    chain = check_chain(trail(5))
    assert (chain.length, chain.broken) == (5, None)
    assert chain.last_hash == trail(5)[-1].hash


def test_an_empty_trail_holds():
    assert check_chain([]).broken is None


@given(st.integers(0, 7), st.sampled_from([f for f in Entry.__dataclass_fields__ if f != "number"]))
def test_every_changed_field_shows_at_its_row(at, field):
    entries = trail(8)
    value = getattr(entries[at], field)
    entries[at] = replace(entries[at], **{field: 99 if isinstance(value, int) else f"{value}x"})
    broken = check_chain(entries).broken
    assert broken is not None
    assert broken.number == entries[at].number


@pytest.mark.parametrize("gone", range(4))
def test_a_removed_row_is_named(gone):
    entries = trail(5)
    del entries[gone]
    broken = check_chain(entries).broken
    assert broken is not None
    assert (broken.number, broken.reason) == (gone + 1, "is missing")


def test_a_row_sealed_anew_shows_at_the_next():
    entries = trail(4)
    changed = replace(entries[1], details="{}")
    told = [getattr(changed, f) for f in Entry.__dataclass_fields__ if f != "hash"]
    entries[1] = replace(changed, hash=hash_of(*told))
    broken = check_chain(entries).broken
    assert broken is not None
    assert (broken.number, broken.reason) == (3, "does not follow the one before it")


def test_a_cut_or_rewritten_trail_shows_against_a_noted_hash():
    noted = (5, trail(5)[-1].hash)
    assert check_chain(trail(8), noted).broken is None
    cut = check_chain(trail(4), noted).broken
    assert cut is not None
    assert cut.number == 5
    other = check_chain(trail(8), (5, "0" * 64)).broken
    assert other is not None
    assert other.number == 5
