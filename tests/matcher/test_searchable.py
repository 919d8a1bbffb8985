"""Whether there is anything in a query to search for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.names.parser import analyse
from matcher.search.query import searchable
from records import Identifier, Query


@given(st.text(), st.sampled_from("09azAZ"), st.text())
def test_a_plain_letter_or_digit_always_makes_a_word(before: str, plain: str, after: str) -> None:
    """What the short way of ``searchable`` rests on."""
    assert analyse(before + plain + after).words


@given(st.text(max_size=20))
def test_a_name_is_searchable_where_taking_it_apart_gives_words(text: str) -> None:
    assert searchable(Query(name=text)) == bool(analyse(text).words)


@pytest.mark.parametrize("name", ["", " ", "’’ — ((", "\U00020089", "\u064b"])
def test_what_no_table_reads_is_not_searchable(name: str) -> None:
    assert not searchable(Query(name=name))


@pytest.mark.parametrize("name", ["Ы", "中", "7", "شركة", "한"])
def test_one_word_of_any_script_is_enough(name: str) -> None:
    assert searchable(Query(name=name))


def test_another_name_or_an_identifier_is_enough() -> None:
    imo = Identifier(type="imo", value="9187629")
    assert searchable(Query(name="-", aliases=("?", "Mahan Air")))
    assert searchable(Query(name="-", identifiers=(imo,)))
    assert not searchable(Query(name="-", identifiers=(Identifier(type="tax", value="-"),)))
