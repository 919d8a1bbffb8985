"""Listed names and other names in the papers that a bank gets: bills of lading, questionnaires,
lists of parties, contracts, and what their forms print around a name.
"""

import pytest

from matcher.index.build import build
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, Kind, ListedName, NameKind

LISTED = (
    ("VOY", Kind.VESSEL),
    ("Hawk", Kind.VESSEL),
    ("DESTINY", Kind.VESSEL),
    ("VANITY", Kind.VESSEL),
    ("LOANNA", Kind.VESSEL),
    ("Frunze", Kind.VESSEL),
    ("Star Sapphire Co. Ltd.", Kind.ORGANIZATION),
    ("LIMITED LIABILITY COMPANY GERMES", Kind.ORGANIZATION),
    ("Rubin, OOO", Kind.ORGANIZATION),
    ("AO Коломенский завод", Kind.ORGANIZATION),
    ("Orient Shipping Limited", Kind.ORGANIZATION),
    ("Industrial Solutions", Kind.ORGANIZATION),
    ("Hong Kong Electronics", Kind.ORGANIZATION),
    ("CB Renta Bank JSC", Kind.ORGANIZATION),
    ("UKBP", Kind.ORGANIZATION),
    ("Civic Capital Shipping Inc.", Kind.ORGANIZATION),
    ("Xianghe Trade Co., Ltd.", Kind.ORGANIZATION),
    ("Technology LLC", Kind.ORGANIZATION),
)


@pytest.fixture(scope="module")
def finder(language: Language) -> Searcher:
    parties = [
        Entity(id=f"d:{number}", kind=kind, names=(ListedName(text=text, kind=NameKind.PRIMARY),))
        for number, (text, kind) in enumerate(LISTED)
    ]
    return Searcher(build(parties, language))


def met(text: str, finder: Searcher) -> set[str]:
    return {LISTED[hit.match.entity][0] for hit in find(text, finder, Policy(0.8))}


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("OCEAN VESSEL / VOY. NO.        PORT OF LOADING", set()),
        ("Vessel/Voy No: 014E", set()),
        ("VESSEL VOY NO: 014E", set()),
        ("The vessel Voy sailed from Hull.", {"VOY"}),
        ("Vessel: VOY", {"VOY"}),
        ("Vessel / LOANNA", {"LOANNA"}),
    ],
)
def test_what_a_form_asks_for_behind_the_word_for_ships_is_no_ship(
    text: str, listed: set[str], finder: Searcher
) -> None:
    assert met(text, finder) == listed


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("CLEAN ON BOARD THE SHIP MV Nordic Hawk", set()),
        ("SHIPMENT PER MV Nordic Hawk ONLY", set()),
        ("SHIPMENT PER MV Hawk ONLY", {"Hawk"}),
        ("CARGO MANIFEST\nVESSEL: NORDIC SHIPPING HAWK   VOYAGE: 014E", set()),
        ("CARGO MANIFEST\nVESSEL: HAWK   VOYAGE: 014E", {"Hawk"}),
        ("CARGO MANIFEST\nVESSEL: MV HAWK   VOYAGE: 014E", {"Hawk"}),
        ("We wrote to Acme Pumps about it.\n+ SHIPMENT PER MV HAWK ONLY\nwe pay later", {"Hawk"}),
    ],
)
def test_a_ships_own_letters_say_what_is_its_name_in_a_line_of_capitals(
    text: str, listed: set[str], finder: Searcher
) -> None:
    assert met(text, finder) == listed


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Vessels owned or chartered: DESTINY, Hawk", {"DESTINY", "Hawk"}),
        ("Subjects taught: Destiny, Hawk", set()),
        ("GOODS SHIPPED ON VANITY FROM NOVOROSSIYSK", {"VANITY"}),
        ("GOODS PAID ON VANITY FROM NOVOROSSIYSK", set()),
        ("由我公司负责运输，船名为Frunze。", {"Frunze"}),
        ("由我公司负责运输，书名为Frunze。", set()),
        ("4.2 Charter of Hawk to Acme Pumps Limited", {"Hawk"}),
        ("Time charter of the Hawk, 12 months", {"Hawk"}),
        ("4.2 Sketch of Hawk, to be framed", set()),
    ],
)
def test_labels_and_verbs_of_shipping_say_that_ships_follow(
    text: str, listed: set[str], finder: Searcher
) -> None:
    assert met(text, finder) == listed


def test_the_next_of_two_ships_is_found_beside_a_listed_one(finder: Searcher) -> None:
    named = "Der Tanker LOANNA lag im März vor Rostock, danach die DESTINY."
    assert met(named, finder) == {"LOANNA", "DESTINY"}
    assert met("The tanker LOANNA and the Hawk followed.", finder) == {"LOANNA", "Hawk"}
    # Another ship than a listed one says nothing of it; nor do words of no ship.
    assert met("Der Tanker Marga lag im März vor Rostock, danach die DESTINY.", finder) == set()
    assert met("The bank paid LOANNA, and the Hawk flew over the city.", finder) == set()


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Судно «Star Sapphire» следует в порт.", set()),
        ("油轮“Star Sapphire”号停靠宁波港。", set()),
        ("Фирма «Star Sapphire» платит.", {"Star Sapphire Co. Ltd."}),
        ('"Star Sapphire" adlı gemi Mersin\'de bağlandı.', set()),
        ("A „Star Sapphire” nevű hajó Fiuméba érkezett.", set()),
        ('"Star Sapphire" adlı şirket ödeme yaptı.', {"Star Sapphire Co. Ltd."}),
        ("船舶Orient Jadeにて輸送する。", set()),
        ("Orient Shipping Limitedにて輸送する。", {"Orient Shipping Limited"}),
    ],
)
def test_a_ship_is_no_company_of_everyday_words(
    text: str, listed: set[str], finder: Searcher
) -> None:
    assert met(text, finder) == listed


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("рахунок від ПрАТ «Транспортна компанія Гермес»", set()),
        ("рахунок від ТОВ «Гермес»", {"LIMITED LIABILITY COMPANY GERMES"}),
        ("ООО «Рубин-Сервис», именуемое далее", set()),
        ("ООО «Рубин», именуемое далее", {"Rubin, OOO"}),
        ("АО «Кондитерский комбинат Коломенский» платит", set()),
        ("АО «Коломенский завод» платит", {"AO Коломенский завод"}),
        ("CG Power and Industrial Solutions Limited paid.", set()),
        ("Acme Pumps Ltd and Industrial Solutions Limited paid.", {"Industrial Solutions"}),
        ("向香港豐聯電子（香港）有限公司購買", set()),
        ("担保人为成都祥阁贸易有限公司，与", set()),
        ("担保人为祥和贸易有限公司，与", {"Xianghe Trade Co., Ltd."}),
    ],
)
def test_words_of_a_longer_name_are_not_the_listed_one(
    text: str, listed: set[str], finder: Searcher
) -> None:
    assert met(text, finder) == listed


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("公司收购CB Renta Bank JSC30%的股份", {"CB Renta Bank JSC"}),
        ("UKBP30%的股份", set()),
        ("* FAVELAB, S.A. DE C.V.\n* UKBP\n- VO ALMAZ", {"UKBP"}),
        ("PAID TO FAVELAB, S.A. DE C.V. BY UKBP VO ALMAZ AO", set()),
        ("Spett.le Civic Capital Shipping Inc.", {"Civic Capital Shipping Inc."}),
        ("Bought from Viant Civic Capital Shipping Inc.", set()),
    ],
)
def test_what_touches_a_name_is_told_from_it(text: str, listed: set[str], finder: Searcher) -> None:
    assert met(text, finder) == listed


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        (
            "OCEAN VESSEL / VOY. NO.        PORT OF LOADING\nDESTINY V.014E            HULL",
            {"DESTINY"},
        ),
        ("Port            Name of the vessel\nHull            DESTINY", {"DESTINY"}),
        ("Port            Name of the agent\nHull            DESTINY", set()),
        ("Vessel          Name of the agent\nMarga           DESTINY", set()),
    ],
)
def test_a_ship_may_stand_under_the_word_for_ships(
    text: str, listed: set[str], finder: Searcher
) -> None:
    assert met(text, finder) == listed


def test_a_whole_name_gives_way_to_none_that_a_number_makes_longer(language: Language) -> None:
    names = ("Zavrelkin JSC", "Zavrelkin IT LLC", "Zavrelkin Neft LLC", "Zavrelkin Neft 4 LLC")
    parties = [
        Entity(
            id=f"d:{number}",
            kind=Kind.ORGANIZATION,
            names=(ListedName(text=name, kind=NameKind.PRIMARY),),
        )
        for number, name in enumerate(names)
    ]
    found = Searcher(build(parties, language))

    def named(text: str) -> set[str]:
        return {names[hit.match.entity] for hit in find(text, found, Policy(0.8))}

    assert "Zavrelkin JSC" in named("Payment was received from Zavrelkin JSC on 4 April.")
    numbered = named("Payment was received from Zavrelkin Neft 4 LLC.")
    assert numbered.isdisjoint({"Zavrelkin JSC", "Zavrelkin Neft LLC"})
    assert "Zavrelkin Neft 4 LLC" in numbered


@pytest.mark.parametrize(
    "text",
    [
        "SEPA DD TECHNOLOGY LLC REF 88123",
        "TRF TO TECHNOLOGY LLC INV 88123",
        "CARD PMT TECHNOLOGY LLC PANAMA 12MAR",
        "2024-03-05;4400;VIREMENT TECHNOLOGY LLC;0;15,00",
        "TRANSFER FROM TECHNOLOGY LLC",
    ],
)
def test_what_banks_write_before_a_party_in_a_statement_is_no_part_of_its_name(
    text: str, finder: Searcher
) -> None:
    assert met(text, finder) == {"Technology LLC"}


@pytest.mark.parametrize("text", ["VIANT TECHNOLOGY LLC PAID", "Viant Technology LLC paid."])
def test_another_capital_before_it_is(text: str, finder: Searcher) -> None:
    assert met(text, finder) == set()
