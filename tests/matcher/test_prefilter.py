"""A quick look may see what is not there, but never overlooks what is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.identifiers.recognise import alone, recognise
from matcher.names.parser import analyse
from matcher.names.prefilter import HAS_COMMA, MAY_HOLD_NUMBER, NOTHING, look
from matcher.names.variants import asked_variants, every_variant
from matcher.search.query import ParsedQuery
from records import Query

NUMBERED = [
    "Ocean Star IMO 9187629",
    "9187629",
    "Delta Bank SWIFT DELTUAUK",
    "Sigma OOO ИНН 7707083893",
    "wallet 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
]


@pytest.mark.parametrize("text", NUMBERED)
def test_a_number_that_is_asked_for_is_seen(text: str) -> None:
    assert look(text) & MAY_HOLD_NUMBER
    assert ParsedQuery.of(Query(name=text)).numbers


@given(st.text("AbC 019.-/swiftbicIMO:", max_size=40))
def test_whatever_is_recognised_was_worth_looking_for(text: str) -> None:
    if recognise(text) or alone(text):
        assert look(text) & MAY_HOLD_NUMBER


def test_most_names_are_worth_no_second_look() -> None:
    assert look("Blue Lantern Logistics Co Ltd") == NOTHING
    assert look("Blue Lantern Logistics Co., Ltd.") == HAS_COMMA


WRITTEN = [
    "Lukaschenko Alexander",
    "Loukachenko",
    "Jamenei",
    "Banque centrale de Syrie",
    "Moskauer Börse",
    "OOO Tschajka",
    "Chang'e Trading",
    "Tsinghua Holdings",
    "Four Peaks",
    "Solutions 2",
    "Nureddine",
    "Rosneft, VTB",
]


@given(st.sampled_from(WRITTEN), st.sampled_from(WRITTEN), st.sampled_from(["", " ", ", "]))
def test_a_query_is_read_as_it_is_without_the_quick_look(one: str, other: str, sign: str) -> None:
    name = analyse(one + sign + other)
    assert set(asked_variants(name)) == set(every_variant(name))
