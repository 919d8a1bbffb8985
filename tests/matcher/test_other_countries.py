"""Banks and authorities that are called by what they are and by their country."""

import pytest
from support.listed_companies import finder_of, hits

from matcher.comparison.model import decide, model
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Decision


@pytest.fixture(scope="module")
def own(language: Language) -> Finder:
    listed = [
        ("Melli Bank", "ir"),
        ("Bank Melli Iran", "ir"),
        ("Zarvik Bank Melli", "ir"),
        ("State Bank of Zimbabwe", "zw"),
    ]
    return finder_of(listed, language)


@pytest.mark.parametrize(
    "query",
    [
        "National Bank of Canada",
        "State Bank of India",
        "Banque Nationale du Canada",
        "National Bank, Kuwait",
        "National Bank (Qatar)",
        "Canadian National Bank",
    ],
)
def test_what_means_the_same_is_not_another_country_s(query: str, own: Finder) -> None:
    assert not hits(query, own)


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        # Its own country, a town of another beside it, and no country.
        ("National Bank of Iran", "Bank Melli Iran"),
        ("National Bank", "Melli Bank"),
        ("Iran National Bank", "Bank Melli Iran"),
        ("National Bank, Dubai", "Melli Bank"),
        # In its own words it is the party wherever it is.
        ("Bank Melli of Canada", "Melli Bank"),
        ("Melli Bank, Kuwait", "Melli Bank"),
        ("Zarvik National Bank of Canada", "Zarvik Bank Melli"),
        ("National Bank of Zimbabwe", "State Bank of Zimbabwe"),
    ],
)
def test_its_own_words_and_its_own_country_are_found(query: str, listed: str, own: Finder) -> None:
    assert listed in hits(query, own)


def test_a_party_without_a_country_has_that_of_others_with_its_word(language: Language) -> None:
    own = finder_of([("Melli Bank", ""), ("Bank Melli Iran", "ir")], language)
    assert not hits("State Bank of India", own)
    assert "Melli Bank" in hits("National Bank", own)


def test_a_party_whose_country_nobody_knows_stays(language: Language) -> None:
    own = finder_of([("Melli Bank", "")], language)
    assert hits("State Bank of India", own)


@pytest.mark.parametrize(
    "asked",
    [
        *("Banque du commerce extérieur de Zimbabwe", "Banco de comercio exterior de Zimbabue"),
        *("Außenhandelsbank Simbabwes", "Внешнеторговый банк Зимбабве", "津巴布韦对外贸易银行"),
    ],
)
def test_a_translated_name_with_its_country_beside_it_is_found(
    asked: str, language: Language
) -> None:
    own = finder_of([("Foreign Trade Bank", "zw")], language)
    assert hits(asked, own)


def test_a_translated_name_is_found_beside_a_country_where_the_list_says_none(
    language: Language,
) -> None:
    own = finder_of([("National Liberation Army", "")], language)
    assert hits("Armée de libération nationale de Colombie", own)


def test_words_of_trade_with_another_country_are_for_a_person_to_look_at(
    language: Language,
) -> None:
    own = finder_of([("Foreign Trade Bank", "zw")], language)
    threshold = model().threshold

    def decided(asked: str) -> list[Decision]:
        return [decide(hit.score) for hit in match(asked, own, Policy(threshold))]

    assert decided("Foreign Trade Bank of Zimbabwe") == [Decision.MATCH]
    assert decided("Foreign Trade Bank of Vietnam") == [Decision.REVIEW]
