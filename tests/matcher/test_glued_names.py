"""Listed names of two words written as one, in capitals."""

import pytest
from support.marked_texts import searcher_of, words

from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from records import Kind

LISTED = ("Bank Zavrelat", "KALAVNIKOV CONCERN", "Green Valley", "Banka Zavra Trading")


@pytest.fixture(scope="module")
def parties(language: Language) -> Searcher:
    return searcher_of(((Kind.ORGANIZATION, name) for name in LISTED), language)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("We paid BANKZAVRELAT in May for the pumps.", "BANKZAVRELAT"),
        # Without its trade.
        ("We paid BANKAZAVRA in May.", "BANKAZAVRA"),
        (":59:/DE89370400440532013000\nKALAVNIKOVCONCERN\nIZHEVSK", "KALAVNIKOVCONCERN"),
    ],
)
def test_a_name_without_its_space_is_found_in_capitals(
    text: str, written: str, parties: Searcher
) -> None:
    assert words(text, parties) == [written]


@pytest.mark.parametrize(
    "text",
    [
        "We paid BANKZAVRELATS in May.",
        "WE PAID PUBLICWORKSCOMMITTEE IN MAY.",
    ],
)
def test_other_words_in_capitals_are_cut_nowhere(text: str, parties: Searcher) -> None:
    assert words(text, parties) == []
