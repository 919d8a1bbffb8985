"""Listed names of two words written as one, in capitals."""

import pytest

from matcher.index.build import build
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, Kind, ListedName, NameKind

LISTED = ("Bank Zavrelat", "KALAVNIKOV CONCERN", "Green Valley", "Banka Zavra Trading")


@pytest.fixture(scope="module")
def parties(language: Language) -> Searcher:
    return Searcher(
        build(
            [
                Entity(
                    id=f"glued:{number}",
                    kind=Kind.ORGANIZATION,
                    names=(ListedName(text=name, kind=NameKind.PRIMARY),),
                )
                for number, name in enumerate(LISTED)
            ],
            language,
        )
    )


def words(text: str, finder: Searcher) -> list[str]:
    return [text[one.start : one.end] for one in find(text, finder, Policy(0.8))]


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
