"""Invoices, bills of lading, minutes, letters and contracts that name no listed party: what of them
looks like a listed name is a heading, a branch, a hotel, another firm or another ship.
"""

import pytest
from support.marked_texts import searcher_of, words

from matcher.index.build import build
from matcher.mentions.find import find
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Address, Entity, Kind, ListedName, NameKind

RUSSIA = (Address(text="Moscow", country="ru", city="Moscow"),)
LISTED = (
    (Kind.VESSEL, "Harmony"),
    (Kind.VESSEL, "PIONEER"),
    (Kind.VESSEL, "Heng Tai"),
    (Kind.ORGANIZATION, "LIMITED LIABILITY COMPANY FATTURA"),
    (Kind.ORGANIZATION, "Aerospace Research Institute"),
    (Kind.ORGANIZATION, "NATIONAL IRANIAN TANKER COMPANY LLC SHARJAH BRANCH"),
    (Kind.ORGANIZATION, "Tejarat Bank"),
    (Kind.ORGANIZATION, "NATIONAL PETROCHEMICAL COMPANY"),
    (Kind.ORGANIZATION, "JSC TUPOLEV"),
    (Kind.ORGANIZATION, "Golden Star Co"),
    (Kind.ORGANIZATION, "Звезда"),
    (Kind.ORGANIZATION, "CORPORATE FINANCE BANK LLC"),
    (Kind.ORGANIZATION, "AGRO XPO S.A.S."),
    (Kind.ORGANIZATION, "ORION LIMITED LIABILITY COMPANY"),
    (Kind.ORGANIZATION, "LLC EDISON"),
    (Kind.ORGANIZATION, "Limited Liability Company Quantum"),
    (Kind.ORGANIZATION, "Pegasus"),
    (Kind.ORGANIZATION, "JOINT STOCK COMPANY REDUCTOR - PM"),
    (Kind.ORGANIZATION, "Inteller LLC"),
    (Kind.ORGANIZATION, "Dahua Technology"),
    (Kind.ORGANIZATION, "Vympel Central Science and Production Association"),
    (Kind.VESSEL, "APUS"),
    (Kind.ORGANIZATION, "Dongtu Technology"),
    (Kind.ORGANIZATION, "Jazirah Aviation Club"),
    (Kind.ORGANIZATION, "Limited Liability Company Kaleidoskop"),
)


@pytest.fixture(scope="module")
def parties(language: Language) -> Searcher:
    return searcher_of(
        LISTED, language, lambda kind, _: RUSSIA if kind is Kind.ORGANIZATION else ()
    )


@pytest.mark.parametrize(
    "text",
    [
        # Other ships.
        "Vessel: Ocean Harmony   Voyage: 042W",
        "Sister ships: Amur Pioneer, Ionian Sea. Next port: Umm Qasr.",
        "三、运输方式：海运，船名Amur Pioneer。",
        "The goods travel on m/v Harmony 5, agents are Sunny Cargo.",
        "The ship Pioneer II. She was built in 2004.",
        "Client : Heng Tai Consumables Group Limited, Bamako",
        "हॉकी में पंजाब ने रेलवे को हराया। जहाज ONE Apus जून में मुंबई पहुंचेगा।",
        # Headings, branches, parts of compounds.
        "FATTURA n. 284371 del 21.09.2025\nCliente: Rossi e figli",
        "Re: your account with our Sharjah branch\nWe refer to the payment of USD 400.",
        "It works with the Space Research Institute and the Laser Centre.",
        # Any commercial bank, and a company of a longer name.
        "تدفع قيمة العقد في حساب البنك التجاري، فرع مسقط.",
        "مهندس في شركة ينبع الوطنية للبتروكيماويات، وقبلها",
        # Hotels, shops, roads, kinds of things.
        "Use the one at Salam Park, next to the Golden Star hotel.",
        "Сотрудники работали в магазине «Звезда».",
        "复核蔡淑玲，天河科技园、大华超市。",
        "Отгружено: 3 Редуктор «Мир» шт. 2; Краска «Радуга» кг 60.",
        # Other firms.
        "АО «Туполевский рынок» сообщило о росте выручки.",
        "Поставщики: АО «Гостиница Центральная», «Вымпел-Сервис» и другие.",
        "参加上次投标的有多姿彩科技有限公司、宏图建设集团、远大工程公司。",
        "Tilbud fra AU Small Finance Bank Limited og Polar Energi.",
        "Samarbejdsaftale mellem XPO, Inc., Havnegade 12, og os.",
        "Referente: Marco Ferri, Orion Srl.",
        "Konkurrent Consolidated Edison Inc hatte zuvor gewarnt.",
        "Обладнання постачила компанія Quantum Corporation, а фінансування банк.",
        "Sponsoren bleiben Pegasus International Holdings Limited und die Brauerei.",
        "The minutes of Intellex Co., Ltd. were approved.",
        "He was assistant coach at Al Jazira Club until May.",
        # A seldom word of English is no other language's spelling of the listed one.
        "Information Technologies UK Limited, Kaleidoscope, 4 Lindsey Street, London",
    ],
)
def test_ordinary_documents_name_no_listed_party(text: str, parties: Searcher) -> None:
    assert words(text, parties) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vessel: Harmony   Voyage: 042W", "Harmony"),
        ("Vessel: Tanker Harmony   Voyage: 042W", "Harmony"),
        ("三、运输方式：海运，船名Pioneer。", "Pioneer"),
        ("The ship Pioneer, 12,000 dwt, sailed.", "Pioneer"),
        ("The cargo of Heng Tai was sold.", "Heng Tai"),
        ("La società FATTURA vende macchine.", "FATTURA"),
        ("It works with the Aerospace Research Institute.", "Aerospace Research Institute"),
        (
            "Paid by National Iranian Tanker Company LLC Sharjah Branch.",
            "National Iranian Tanker Company LLC Sharjah Branch",
        ),
        ("تدفع في حساب بنك تجارت، فرع مسقط.", "بنك تجارت"),
        ("Goods of Golden Star Co arrived.", "Golden Star Co"),
        ("Мы заплатили компании «Звезда» в мае.", "Звезда"),
        ("我们购买了大华设备。", "大华"),
        ("АО «Туполев» сообщило о росте выручки.", "АО «Туполев"),
        ("Referente: Marco Ferri, Orion LLC.", "Orion LLC"),
        ("Konkurrent Edison LLC hatte zuvor gewarnt.", "Edison LLC"),
        ("Обладнання постачила компанія Quantum, а фінансування банк.", "Quantum"),
        ("Goods of Pegasus arrived.", "Pegasus"),
        ("The minutes of Intellex LLC were approved.", "Intellex LLC"),
        ("He was a pilot at Jazira Aviation Club until May.", "Jazira Aviation Club"),
        ("Information Technologies, Kaleidoskop LLC, Moscow", "Kaleidoskop LLC"),
    ],
)
def test_the_same_parties_are_found_where_they_are_meant(
    text: str, name: str, parties: Searcher
) -> None:
    assert words(text, parties) == [name]


def test_a_brand_in_a_text_is_no_firm_of_the_group_elsewhere(language: Language) -> None:
    names = ("Huawei Technologies Co., Ltd.", "Huawei Technologies (Yangon) Co., Ltd.")
    finder = Searcher(
        build(
            [
                Entity(
                    id=f"list:{number}",
                    kind=Kind.ORGANIZATION,
                    names=(ListedName(text=name, kind=NameKind.PRIMARY),),
                )
                for number, name in enumerate(names)
            ],
            language,
        )
    )
    found = find("You agree with Huawei that the terms apply.", finder, Policy(0.8))
    assert [finder.index.entity_ids[one.match.entity] for one in found] == ["list:0"]
    found = find("Signed for Huawei Technologies (Yangon) Co., Ltd.", finder, Policy(0.8))
    assert "list:1" in [finder.index.entity_ids[one.match.entity] for one in found]
