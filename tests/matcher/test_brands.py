"""Who asks for a group's brand among places, forms and trades asks for the group."""

from math import inf
from typing import Any

import pytest

from matcher.comparison.brand import asked_brands, brand_of, is_brand, may_be_called_by
from matcher.comparison.model import SAME_WORDS
from matcher.index.build import build
from matcher.lexicon.brands import brands
from matcher.lexicon.keys import is_given_name
from matcher.names.parser import analyse
from matcher.names.surrounding_cues import cues, regions
from matcher.names.term_weights import RARE, Language
from matcher.search.candidates import ONLY_A_BRAND, generate_candidates
from matcher.search.finder import Finder
from matcher.search.match import Policy, Scored, match, score_of
from matcher.search.reverse import build_book, matching_parties
from matcher.search.score_bound import highest_score
from records import Entity, Kind, ListedName, NameKind, Query

LISTED = (
    "Rosneft",
    "OJSC Concern Kalashnikov",
    "China State Shipbuilding Corporation, Limited (CSSC) 12th Research Institute",
    "Bank Tejarat",
    "Qirvoltan Bank JSC",
    "Huaxing Trading Co., Ltd.",
    "Saman Bank",
    "Alfa-Bank JSC",
    "Post Bank",
    "EN BANK PJSC",
    "The Base",
    "Shenzhen Qirutong Technology Co., Ltd.",
)


@pytest.fixture(scope="module")
def own(language: Language) -> Finder:
    return Finder(
        build(
            [
                Entity(
                    id=f"custom:{number}",
                    kind=Kind.ORGANIZATION,
                    names=(ListedName(text=text, kind=NameKind.PRIMARY),),
                )
                for number, text in enumerate(LISTED)
            ],
            language,
        )
    )


def hits(query: str, finder: Finder) -> set[str]:
    found = match(query, finder, Policy(0.8))
    return {LISTED[each.entity] for each in found}


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("Rosneft Deutschland GmbH", "Rosneft"),
        ("Rosneft Zavodchin Germania GmbH", "Rosneft"),
        ("Kalashnikov GmbH", "OJSC Concern Kalashnikov"),
        ("Kalashnikov Insurance Europe BV", "OJSC Concern Kalashnikov"),
        ("CSSC Europe GmbH", LISTED[2]),
        ("Guangdong CSSC", LISTED[2]),
        ("CSSC Shipping Rotterdam", LISTED[2]),
        ("Tejarat GmbH", "Bank Tejarat"),
        ("Qirvoltan Insurance Cyprus", "Qirvoltan Bank JSC"),
        ("Qirvoltan Europe Ltd", "Qirvoltan Bank JSC"),
        ("Bank Saman Frankfurt", "Saman Bank"),
        ("Alfa-Bank Kazakhstan JSC", "Alfa-Bank JSC"),
        ("En Bank Tehran", "EN BANK PJSC"),
        ("EN Bank Frankfurt Branch", "EN BANK PJSC"),
        ("Qirutong Malaysia Sdn Bhd", LISTED[-1]),
        ("Qirutong Europe", LISTED[-1]),
    ],
)
def test_a_group_is_found_by_its_brand_among_places_forms_and_trades(
    query: str, listed: str, own: Finder, language: Language
) -> None:
    assert listed in hits(query, own)
    book = build_book([(0, Query(name=query))], language)
    names = own.index.names_of_entity(LISTED.index(listed))
    assert matching_parties(book, own.index, names, 0.8).tolist() == [0]


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("Tejarat Shoes", "Bank Tejarat"),
        ("Qirvoltan Harnwick Ltd", "Qirvoltan Bank JSC"),
        ("Huaxing Insurance Berlin", "Huaxing Trading Co., Ltd."),
        ("Kurz Bank Saman", "Saman Bank"),
        ("Alpha Bank Romania", "Alfa-Bank JSC"),
        ("Japan Post Bank", "Post Bank"),
        ("АО Банк Омск", "EN BANK PJSC"),
        ("Base Kazan", "The Base"),
        ("Beijing Qirutong", LISTED[-1]),
        ("Qirutong Bakery Malaysia", LISTED[-1]),
    ],
)
def test_a_trade_or_a_common_word_beside_others_is_nobody_s_brand(
    query: str, listed: str, own: Finder
) -> None:
    assert listed not in hits(query, own)


def test_language_has_no_brands(language: Language) -> None:
    assert {language.zipf_of(word) for word in brands()} == {RARE}
    assert language.zipf_of("insurance") > RARE


def test_brands_are_no_given_names_towns_or_regions() -> None:
    assert not [word for word in brands() if is_given_name(word)]
    assert not brands() & (cues().towns | regions())


def test_a_brand_needs_no_trade_beside_it_another_word_does() -> None:
    assert brand_of(analyse("Rosneft")) == "rosneft"
    assert brand_of(analyse("Qirvoltan")) is None
    assert brand_of(analyse("Bank Tejarat")) == "tejarat"
    assert brand_of(analyse("Bank Trading")) is None


def test_a_town_of_a_listed_name_is_no_brand(language: Language) -> None:
    asked, listed = analyse("Novosibirsk Trading"), analyse("Novosibirsk Instrument Plant")
    assert not is_brand(asked, listed, language.zipf_of)


def test_a_misspelt_firm_of_a_large_group_is_found_among_all_the_others(language: Language) -> None:
    trades = ("Bank", "Leasing", "Insurance", "Capital", "Trading", "Shipping", "Energy", "Oil")
    places = ("Iran", "Russia", "Belarus", "Georgia", "Armenia", "Austria", "Serbia", "China")
    firms = [f"Rosneft {trade} {place}" for trade in trades for place in places]
    listed = [
        Entity(
            id=f"custom:{number}",
            kind=Kind.ORGANIZATION,
            names=(ListedName(text=text, kind=NameKind.PRIMARY),),
        )
        for number, text in enumerate([*firms, "Rosneft Commercial Finance LLC"])
    ]
    found = match("Rosneft Commercia Finance LLC", Finder(build(listed, language)), Policy(0.8))
    assert found[0].entity == len(firms)


@pytest.mark.parametrize("query", ["بنك أبوظبي التجاري", "شركة أسمنت الخليج"])
def test_a_word_of_another_script_that_may_be_a_trade_or_a_place_is_no_brand(
    query: str, language: Language
) -> None:
    listed = [
        Entity(
            id=f"custom:{number}",
            kind=Kind.ORGANIZATION,
            names=(ListedName(text=text, kind=NameKind.PRIMARY),),
        )
        for number, text in enumerate(["Tejarat Bank", "Khaleej Bank"])
    ]
    assert not match(query, Finder(build(listed, language)), Policy(0.8))


@pytest.mark.parametrize("query", ["بانک تجارت شعبه هامبورگ", "بانک تجارت تهران"])
def test_a_bank_in_its_own_script_is_found_by_its_branch(query: str, own: Finder) -> None:
    found = match(query, own, Policy(0.8))
    assert [LISTED[one.entity] for one in found] == ["Bank Tejarat"]


def found(language: Language, query: str, listed: str) -> bool:
    names = (ListedName(text=listed, kind=NameKind.PRIMARY),)
    entity = Entity(id="t:1", kind=Kind.ORGANIZATION, names=names)
    return bool(match(query, Finder(build([entity], language)), Policy(0.8)))


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        # Letters may say what kind of firm it is, in its own language.
        ("SK Vostrikov", "Vostrikov Reinsurance Company"),
        ("Atuncaya Metals Peru", "Consorcio Minero Atuncaya"),
        ("Dobrzanka Bearing Factory", "Fabryka Łożysk Dobrzanka"),
        ("TMK Group", "PJSC TMK"),
        ("TMK Pipes Dubai", "PJSC TMK Trubny Zavod"),
    ],
)
def test_a_firm_is_found_by_its_brand_beside_other_trades(
    language: Language, query: str, listed: str
) -> None:
    assert found(language, query, listed)


def test_a_part_of_the_world_behind_a_name_says_where_it_works(language: Language) -> None:
    assert found(language, "Qorzenit Bank Europe", "Bank Qorzenit PJSC")
    assert found(language, "Bank Zenit Europe", "Bank Zenit PJSC")
    assert not found(language, "Europe Zenit Bank Vela", "Bank Zenit Nord PJSC")


@pytest.mark.parametrize(
    ("query", "may_be"),
    [
        ("Kalashnikov", True),
        ("Kalashnikov Insurance Europe BV", True),
        ("Kalashnikov Ivanovsky Prospekt Holding", False),
        ("Mordovia Saransk", False),
    ],
)
def test_what_no_group_is_called_by_is_compared_with_none_of_its_names(
    query: str, may_be: bool, language: Language
) -> None:
    asked = analyse(query)
    words = [*asked_brands(asked, language.zipf_of)]
    assert any(may_be_called_by(asked, word) for word in words) is may_be
    if not may_be:
        (word, *_) = asked.words
        listed = analyse(f"{word.form.title()} Concern")
        assert brand_of(listed) == word.form
        assert not is_brand(asked, listed, language.zipf_of)


@pytest.mark.parametrize(
    ("query", "compared", "found"),
    [
        ("Калашников Иванофский Проспэкт Холдинг Самоцвет", 0, set()),
        ("Калашников Европа", 1, {"OJSC Concern Kalashnikov"}),
        ("Kalashnikov Insurance Europe BV", 1, {"OJSC Concern Kalashnikov"}),
        ("Concern Kalashnikov", 1, {"OJSC Concern Kalashnikov"}),
    ],
)
def test_names_whose_words_are_too_few_are_compared_where_their_brand_tells_them(
    query: str,
    compared: int,
    found: set[str],
    own: Finder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = list[int]()

    def counted(*args: Any) -> Scored:
        seen.append(args[2])
        return score_of(*args)

    monkeypatch.setattr("matcher.search.match.score_of", counted)
    assert hits(query, own) == found
    assert len({*seen}) == compared


def test_a_name_that_a_brand_alone_proposes_promises_no_more_than_the_same_words(
    own: Finder,
) -> None:
    query = "Kalashnikov Insurance Europe BV"
    (promised,) = generate_candidates([analyse(query)], own.vocabulary, threshold=0.8, limit=40)
    assert [*promised.values()] == [ONLY_A_BRAND]
    (one,) = match(query, own, Policy(0.8))
    assert one.score == highest_score(ONLY_A_BRAND) == SAME_WORDS


def test_brands_far_below_the_threshold_promise_anything(own: Finder) -> None:
    """There words are not followed to the end."""
    asked = [analyse("Kalashnikov Insurance Europe BV")]
    (promised,) = generate_candidates(asked, own.vocabulary, threshold=0.5, limit=40)
    assert inf in promised.values()
