"""What stands right beside a listed name in a text: the party's own place, a word for a party in
another script, who is close to it, more words of another party's name.
"""

import pytest

from matcher.index.build import build
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Address, Entity, Kind, ListedName, NameKind

# Each name, its kind, and the country and the town of the party.
LISTED = (
    ("Alfa-Bank JSC", Kind.ORGANIZATION, "ru", "Moscow"),
    ("Flame", Kind.ORGANIZATION, "by", "Minsk"),
    ("Wagner Group", Kind.ORGANIZATION, "ru", None),
    ("Wagner Pumps", Kind.ORGANIZATION, "ru", None),
    ("Air Force, Zeprahim", Kind.ORGANIZATION, "sy", None),
    ("Marine Industries", Kind.ORGANIZATION, "ir", None),
    ("Zavrelkin", Kind.ORGANIZATION, "ru", None),
    ("Zavrelkin Neft PJSC", Kind.ORGANIZATION, "ru", None),
    ("Zavrelkin Neft Shelf LLC", Kind.ORGANIZATION, "ru", None),
    ("Vega Tudzhar", Kind.VESSEL, None, None),
)


@pytest.fixture(scope="module")
def finder(language: Language) -> Searcher:
    parties = [
        Entity(
            id=f"t:{number}",
            kind=kind,
            names=(ListedName(text=text, kind=NameKind.PRIMARY),),
            countries=(country,) if country else (),
            addresses=(Address(text=town, city=town, country=country),) if town else (),
        )
        for number, (text, kind, country, town) in enumerate(LISTED)
    ]
    return Searcher(build(parties, language))


def met(text: str, finder: Searcher) -> set[str]:
    return {LISTED[hit.match.entity][0] for hit in find(text, finder, Policy(0.8))}


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("We met Alfa-Bank Moscow on Monday.", {"Alfa-Bank JSC"}),
        ("He left Alfa-Bank Russia in May.", {"Alfa-Bank JSC"}),
        # Elsewhere, or with more words behind the place, it may be another bank.
        ("We met Alfa-Bank Nairobi on Monday.", set()),
        ("We met Alfa-Bank Moscow Region on Monday.", set()),
        # An everyday word is anybody's in a country.
        ("Flame Minsk is a bar.", set()),
    ],
)
def test_a_party_followed_by_its_own_place_is_the_party(
    text: str, listed: set[str], finder: Searcher
) -> None:
    assert met(text, finder) == listed


@pytest.mark.parametrize(
    "text",
    [
        "株式会社Flameの代表",
        "Flame社との契約",
        "Flame公司于3月签订合同。",
        "회사 Flame의 소유주",
        "Flame사와의 계약",
        "บริษัท Flame และเจ้าของ",
        "कंपनी Flame और उसके मालिक",
        "A Flame cég és tulajdonosa",
        "Flame şirketinin sahibi",
        "Tämä on Flame-konsernin talo.",
    ],
)
def test_a_word_for_a_party_in_any_script_makes_a_name_of_an_everyday_word(
    text: str, finder: Searcher
) -> None:
    assert met(text, finder) == {"Flame"}


@pytest.mark.parametrize(
    "text",
    ["Flame社会の構造", "Flame사건의 진실", "Flameの色", "Flame cégér", "ไฟ Flame สีแดง"],
)
def test_other_words_there_make_none(text: str, finder: Searcher) -> None:
    assert met(text, finder) == set()


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("A Wagner-linked trader was arrested.", {"Wagner Group"}),
        ("Der Wagner-nahe Händler schwieg.", {"Wagner Group"}),
        # A surname and a firm's owner.
        ("The Wagner-owned hotel closed.", set()),
        ("Herr Wagner schwieg.", set()),
        ("Frau Wagner-Linke schwieg.", set()),
    ],
)
def test_who_is_linked_to_a_group_is_linked_to_the_listed_one(
    text: str, listed: set[str], finder: Searcher
) -> None:
    assert met(text, finder) == listed


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("The Syrian Air Force bombed the town.", set()),
        ("Air Force, Zeprahim", {"Air Force, Zeprahim"}),
        ("Iran's Marine Industries sold it.", {"Marine Industries"}),
    ],
)
def test_everyday_words_without_whose_they_are_name_nobody(
    text: str, listed: set[str], finder: Searcher
) -> None:
    assert met(text, finder) == listed


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Profits of Zavrelkin Neft rose.", {"Zavrelkin Neft PJSC"}),
        ("Profits of Zavrelkin rose.", {"Zavrelkin"}),
        # Both are named, in two places.
        ("Zavrelkin sold Zavrelkin Neft.", {"Zavrelkin", "Zavrelkin Neft PJSC"}),
        ("Profits of Zavrelkin Neft Shelf LLC rose.", {"Zavrelkin Neft Shelf LLC"}),
        # Without capitals the second word may be none of the name.
        ("profits of zavrelkin neft rose", {"Zavrelkin", "Zavrelkin Neft PJSC"}),
    ],
)
def test_the_beginning_of_a_longer_listed_name_is_no_hit_of_its_own(
    text: str, listed: set[str], finder: Searcher
) -> None:
    assert met(text, finder) == listed


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("He left Zavrel-\nkin Neft PJSC in May.", {"Zavrelkin Neft PJSC"}),
        ("He left Alfa-Ba-\nnk JSC in May.", {"Alfa-Bank JSC"}),
        ("He bought Marine Indus-\ntries in May.", {"Marine Industries"}),
        ("He saw the fla-\nme in May.", set()),
        ("He saw the Fla-\nme in May.", set()),
    ],
)
def test_a_word_that_a_lines_end_breaks_is_the_word(
    text: str, listed: set[str], finder: Searcher
) -> None:
    assert met(text, finder) == listed
    spans = {text[hit.start : hit.end] for hit in find(text, finder, Policy(0.8))}
    assert all(span[0].isupper() and not span[-1].isspace() for span in spans)
    assert not any(text[text.index(span) + len(span)].isalpha() for span in spans)
