"""Guarantees of the analyzer, for whatever anybody types and whatever a place is called."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from webapp.domain.search_terms.expressions import All, Expression, Prefix, Token
from webapp.domain.search_terms.folding import fold
from webapp.domain.search_terms.forms import Role, form_of, forms_of, packed, unpacked
from webapp.domain.search_terms.indexing import keys_of, name_terms, word_terms
from webapp.domain.search_terms.marks import marks_in
from webapp.domain.search_terms.questions import read_question
from webapp.domain.search_terms.ranking import fit_of
from webapp.domain.search_terms.readings import likely_reading, readings_of
from webapp.domain.search_terms.relaxing import (
    any_run,
    but_one_run,
    by_initials,
    homophone,
    one_character_off,
    scattered,
    unfinished,
)
from webapp.domain.search_terms.spelling import Speller
from webapp.domain.search_terms.syllables import SYLLABLES, canonical, cuts, unfinished_cuts

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
LIKELY = st.text(
    st.one_of(HAN, st.sampled_from("外滩长重乐行的路abcdehinoustwxyzÀéüVǘ 0123'’-—·（），")),
    max_size=30,
)
ANYTHING = st.one_of(st.text(max_size=120), LIKELY)
RELAXED = (unfinished, by_initials, one_character_off, scattered, but_one_run, any_run)
thorough = settings(deadline=None, max_examples=200)


@thorough
@given(ANYTHING)
def test_folding_twice_changes_nothing(text: str):
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == " ".join(folded.split())


@thorough
@given(ANYTHING)
def test_terms_are_plain_words_for_both_stores(text: str):
    for term in (*name_terms(forms_of([text], (), ())), *word_terms(text).split()):
        assert term.isalnum()
        assert len(term) <= 90


@thorough
@given(ANYTHING)
def test_every_question_can_be_read(text: str):
    question = read_question(text)
    for relaxed in RELAXED if question.runs else ():
        relaxed(question)
    homophone(question)
    Speller({"bund": 50, "yuyuan": 50, "waitan": 40}).alternatives(
        question, [run.text for run in question.runs]
    )


@thorough
@given(st.one_of(LIKELY, st.text(min_size=1, max_size=60)))
@example("A:E")
@example("E a e")
def test_a_full_name_finds_what_it_names(name: str):
    forms = forms_of([name], (), ())
    question = read_question(name)
    if question.runs:
        assert holds(name_terms(forms), question.anywhere)
        assert holds(name_terms(forms), question.in_names)


@thorough
@given(LIKELY)
def test_a_short_name_fits_itself_best(name: str):
    forms = forms_of([name], (), ())
    question = read_question(name)
    if question.runs and len(fold(name)) <= 20:
        assert set(question.compacts) & keys_of(forms)
        assert fit_of(question, forms).points >= 97


@thorough
@given(LIKELY, LIKELY)
def test_marks_lie_inside_the_name(name: str, typed: str):
    spans = marks_in(name, read_question(typed), forms_of([name], (), ()))
    places = [place for span in spans for place in span]
    assert places == sorted(places)
    assert all(0 <= place <= len(name) for place in places)
    assert all(start < end for start, end in spans)


@thorough
@given(ANYTHING)
def test_packed_forms_come_back(text: str):
    forms = forms_of([text], (), ())
    assert unpacked(packed(forms)) == forms


@thorough
@given(st.lists(st.sampled_from(sorted(SYLLABLES)), min_size=1, max_size=5))
def test_joined_syllables_are_cut_again(syllables: list[str]):
    joined = "".join(syllables)
    ways = cuts(joined)
    assert ways
    assert all("".join(way) == "".join(map(canonical, way)) for way in ways)
    assert all(tail for _, tail in unfinished_cuts(joined))


@pytest.mark.parametrize("run", ["外滩", "长宁", "𠀀外", "アニメ", "龘"])
def test_every_character_has_one_reading(run: str):
    assert len(readings_of(run)) == len(run)
    assert len(likely_reading(run)) == len(run)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("外灘", "外滩"),
        ("ＢＵＮＤ", "bund"),
        ("Jing’an", "jingan"),
        ("wài tān", "wai tan"),
        ("Lǜ", "lu"),
        ("Café", "cafe"),
        ("M50", "m50"),
    ],
)
def test_spellings_that_are_the_same(typed: str, name: str):
    assert fold(typed) == name
    assert fold(unicodedata.normalize("NFD", typed)) == name


def test_a_form_keeps_characters_and_readings_side_by_side():
    form = form_of("JZ Club（衡山路 8 号店）", Role.NAME)
    assert form.units == ("jz", "club", "衡", "山", "路", "8", "号", "店")
    assert form.sounds == ("jz", "club", "heng", "shan", "lu", "8", "hao", "dian")


def holds(terms: set[str], expression: Expression) -> bool:
    if isinstance(expression, Token):
        return expression.text in terms
    if isinstance(expression, Prefix):
        return any(term.startswith(expression.text) for term in terms)
    parts = [holds(terms, part) for part in expression.parts]
    return all(parts) if isinstance(expression, All) else any(parts)
