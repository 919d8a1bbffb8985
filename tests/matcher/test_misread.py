"""Digits that were letters, and letters apart, in queries."""

import pytest

from matcher.names.misread import as_meant
from matcher.names.parser import analyse
from matcher.names.variants import asked_variants


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Zelmiran 1LC", "zelmiran llc"),
        ("Zelantares OO0", "zelantares ooo"),
        ("A0 Zeltopaz", "ao zeltopaz"),
        ("000 Zeltopaz", "ooo zeltopaz"),
        ("5PB Bank", "spb bank"),
        ("Z1LDA Marine", "zilda marine"),
        ("S A F I D Shipping", "safid shipping"),
        ("ZELMIRAN CORNPANY LlMlTED", "zelmiran company limited"),
        ("Zelqar lNTEMATIONAL", "zelqar international"),
        ("Bank ZeIIi", "bank zelli"),
        ("ZELQAR C0RNPANY", "zelqar company"),
        ("ZORNEGA GARMENTS", "zomega garments"),
        ("Grupo J R C P Zelqar", "grupo jrcp zelqar"),
    ],
)
def test_a_name_is_read_as_it_was_meant_too(asked: str, meant: str) -> None:
    ways = [" ".join(word.form for word in v.name.words) for v in asked_variants(analyse(asked))]
    assert ways[0] != meant
    assert meant in ways


@pytest.mark.parametrize("asked", ["Zelqar 1000", "S-318", "B1 00158", "A B C Zelqar", "Zelqar 7"])
def test_numbers_and_initials_stay(asked: str) -> None:
    assert not any("000" in read or len(read) > 3 for way in as_meant(asked) for *_, read in way)


@pytest.mark.parametrize("asked", ["Iran Insurance", "CLARK LINES", "International", "MODERN"])
def test_words_of_the_tables_and_capitals_at_the_beginning_stay(asked: str) -> None:
    assert not as_meant(asked)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        # Words that lists have, whatever the letters' case.
        ("Sahab Parclaz", "sahab pardaz"),
        ("RNisagh Trade Trust", "misagh trade trust"),
        ("DREVV PROPERTIES", "drew properties"),
        ("Jennaah Islamiya", "jemaah islamiya"),
    ],
)
def test_two_letters_are_one_of_a_word_that_lists_have_so(asked: str, meant: str) -> None:
    ways = [" ".join(word.form for word in v.name.words) for v in asked_variants(analyse(asked))]
    assert meant in ways


@pytest.mark.parametrize("asked", ["Warner", "Clarins", "Hennig", "Corner", "Clint", "Barclays"])
def test_two_letters_stay_two_where_no_list_has_one_for_them(asked: str) -> None:
    assert not as_meant(asked)
