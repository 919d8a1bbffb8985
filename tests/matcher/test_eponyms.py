"""Whom an institute or a plant honours is a part of its name that is often left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.names.eponyms import eponyms
from matcher.names.parser import analyse
from matcher.names.variants import asked_variants, every_variant, variants

CLAUSES = [
    ("Ural Optical Plant Named After E.S. Yalamov", "Named After E.S. Yalamov"),
    ("ЗАВОД «СИГМА» ИМ. А.Э. НУДЕЛЬМАНА (КБ ТОЧМАШ)", "ИМ. А.Э. НУДЕЛЬМАНА"),
    ("Институт физики им. А.Ф. Иоффе Российской академии наук", "им. А.Ф. Иоффе"),
    ("Fond Imeni Geroya Rossii Akhmata Petrova", "Imeni Geroya Rossii Akhmata Petrova"),
    ("JSC Hydromash Named After VI Luzyanin JSC", "Named After VI Luzyanin"),
    ("Concern Morinfo im VA Petrova OAO", "im VA Petrova"),
    ("Physics Institute Named after Academician P. N. Lebedev of the Academy of Sciences",
     "Named after Academician P. N. Lebedev"),
    ("Завод имени Я.М.Свердлова’", "имени Я.М.Свердлова"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "clause"), CLAUSES)
def test_the_clause_ends_with_the_persons_name(name: str, clause: str) -> None:
    assert [name[start:end] for start, end in eponyms(name)] == [clause]


@pytest.mark.parametrize(
    "name", ["Bibliothek im Rathaus", "IM Exploration Inc.", "Simimex Limited"]
)
def test_other_languages_words_are_no_clause(name: str) -> None:
    assert eponyms(name) == []


@pytest.mark.parametrize(("name", "clause"), [CLAUSES[place] for place in (1, 4, 5)])
def test_what_is_left_is_a_name_on_lists_and_in_queries(name: str, clause: str) -> None:
    rest = analyse(name.replace(clause, " " * len(clause))).words
    assert any(reading.name.words == rest for reading in variants(name))
    assert any(reading.name.words == rest for reading in every_variant(analyse(name)))
    assert asked_variants(analyse(name)) == every_variant(analyse(name))


def test_trade_words_that_are_left_are_no_name_that_is_asked_for() -> None:
    assert len(every_variant(analyse("Physics Institute named after P. N. Lebedev"))) == 1


def test_one_trade_word_that_is_left_is_no_listed_name() -> None:
    assert len(list(variants("‘Завод имени Дегтярева’"))) == 1


@given(before=st.text(max_size=20), after=st.text(max_size=30))
def test_clauses_are_in_the_text_and_apart(before: str, after: str) -> None:
    text = f"{before} named after {after}"
    edges = [edge for clause in eponyms(text) for edge in clause]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
