"""Listed names with a slip in a text: what else the text has to say of them."""

import pytest

from matcher.index.build import build
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, Kind, ListedName, NameKind

LISTED = (
    "Wagner Group",
    "Tanchon Commercial Bank",
    "Zelneft PJSC",
    "Kremnost",
    "Samina Pvt. Ltd.",
    "United Zornega",
    "Grand Rivers",
    "Zelqarsk People's Republic",
    "Leninets Design Bureau",
    "Marjan Petrochemical Company",
)
BESIDE = " Kremnost was listed in May."


@pytest.fixture(scope="module")
def finder(language: Language) -> Searcher:
    entities = [
        Entity(
            id=f"slip:{number}",
            kind=Kind.ORGANIZATION,
            names=(ListedName(text=name, kind=NameKind.PRIMARY),),
        )
        for number, name in enumerate(LISTED)
    ]
    return Searcher(build(entities, language))


def found(text: str, finder: Searcher) -> list[str]:
    return [text[one.start : one.end] for one in find(text, finder, Policy(0.8))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Those instructors are aWgner Group mercenaries in the country.", "aWgner Group"),
        ("They spread pro-Wagner Gropu propaganda.", "Wagner Gropu"),
        ("The ruling party ‘United Zorenga’ has denied it.", "United Zorenga"),
        ("They came from the ‘elqarsk People’s Republic’ in May.", "elqarsk People’s Republic"),
        ("Some years ago Grand Rivres grew in the east.", "Grand Rivres"),
        ("The oil producer Zelnetf extracts gas.", "Zelnetf"),
        ("Payment was received from Kremnist in May.", "Kremnist"),
    ],
)
def test_a_slip_in_several_words_or_in_one_that_the_text_calls_a_party(
    text: str, name: str, finder: Searcher
) -> None:
    assert found(text, finder) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The board of Zelnetf was new to him.", "Zelnetf"),
        ("It is managed by officials. Tanhcon plays a role in financing it.", "Tanhcon"),
    ],
)
def test_beside_another_listed_party_a_word_with_a_slip_is_believed(
    text: str, name: str, finder: Searcher
) -> None:
    assert name not in found(text, finder)
    assert name in found(text + BESIDE, finder)


@pytest.mark.parametrize(
    "text",
    [
        # Given names, surnames and towns are near some listed word.
        "His mother’s name is Sakina, the order says.",
        "He is Chief of Staff of Luninets Airbase.",
        "They received money from Marjah, Helmand Province.",
        "The witness Ivan Kremnist spoke.",
        "The witness I. Tanhcon spoke.",
        # And what goes on with a capital or a hyphen is a longer name.
        "They met Tanhcon Hospital doctors.",
        "They met Al-Tanhcon doctors.",
    ],
)
def test_somebody_a_place_or_a_longer_name_is_no_slip_beside_another_listed_party(
    text: str, finder: Searcher
) -> None:
    assert found(text + BESIDE, finder) == ["Kremnost"]


@pytest.mark.parametrize(
    "text",
    ["Tanhcon plays a role in it. Tanhcon grew.", "The words united zorenga are in no book."],
)
def test_nothing_beside_it_leaves_a_word_alone(text: str, finder: Searcher) -> None:
    assert found(text, finder) == []
