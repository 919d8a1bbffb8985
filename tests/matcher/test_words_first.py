"""Ordinary texts have words that are a listed name elsewhere: a thing, a place, what firms do, the
end of another firm's name. They are the party's where the text says so.
"""

import pytest
from support.marked_texts import searcher_of, words

from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from records import Address, Kind

MOSCOW = (Address(text="Moscow", country="ru", city="Moscow"),)
LISTED = (
    (Kind.ORGANIZATION, "Comet"),
    (Kind.ORGANIZATION, "MPEG"),
    (Kind.ORGANIZATION, "FENIKS"),
    (Kind.ORGANIZATION, "Hamas"),
    (Kind.ORGANIZATION, "Technical Services"),
    (Kind.ORGANIZATION, "LIMITED LIABILITY COMPANY DIGITAL TECHNOLOGIES"),
    (Kind.ORGANIZATION, "Technology LLC"),
    (Kind.ORGANIZATION, "UNIDAS S.A."),
    (Kind.ORGANIZATION, "Welltech LLC"),
    (Kind.ORGANIZATION, "Futech Co Ltd"),
    (Kind.ORGANIZATION, "LIMITED LIABILITY COMPANY UNDYTKAN"),
    (Kind.ORGANIZATION, "COLUMBA LIMITED"),
    (Kind.ORGANIZATION, "Ministry of National Defense"),
    (Kind.ORGANIZATION, "Kamkabel"),
    (Kind.ORGANIZATION, "WESTANKER LIMITED"),
    (Kind.ORGANIZATION, "HARAKAT UL-ANSAR"),
    (Kind.ORGANIZATION, "HILAL TRAVEL C.A."),
    (Kind.ORGANIZATION, "Bank Saderat"),
    (Kind.ORGANIZATION, "CHINA STATE SHIPBUILDING CORPORATION LIMITED"),
    (Kind.ORGANIZATION, "南海能源有限公司"),
    (Kind.ORGANIZATION, "Electronic Technology Research Institute"),
    (Kind.VESSEL, "BARENTS"),
    (Kind.UNKNOWN, "Tariq Ahmed"),
)


@pytest.fixture(scope="module")
def parties(language: Language) -> Searcher:
    return searcher_of(LISTED, language, lambda *_: MOSCOW)


@pytest.mark.parametrize(
    "text",
    [
        # Words that a language has.
        "Last night the new Comet was seen by many.",
        "It plays MP3, MPEG and other files.",
        "В городе открыли ресторан, советы Кадош и Феникс.",
        # What firms do.
        "They study Consumer Behavior and Digital Technologies.",
        "Any purchased Technical Services are billed each month.",
        # The ends of other firms' names, and their beginnings.
        "Our affiliates are Viant Technology LLC and Xumo LLC.",
        "Buyer: Compania Cervecerias Unidas S.A. of Santiago.",
        "Shipper: Shanghai Welltech Automation Co., Ltd. of Shanghai.",
        "Offers came from Qilu Expressway and THiRA-UTECH CO., LTD.",
        # Places, persons, offices.
        "Плато лежит в междуречье рек Ундытын и Ундыткан.",
        "Америка теж названа ім’ям не Колюмба.",
        "Tras la batalla del Mar de Barents el rey decidió que los barcos volvieran.",
        "Police named the man as Tariq Ahmed Dar, and said more.",
        "He met the Minister of National Defense in May.",
        # Words of Arabic and Persian.
        "وهو المحيط الهادي كمقابل للبحر الكاريبي",
        "واستنكر المجلس هذه التصريحات غير المسؤولة",
        "وتجمهر أنصار الحركة وسط نواكشوط",
        "تراجعا بنسبة 70 بالمائة للسياحة خلال فترة الصيف",
        "ستضخ الدولة الأموال في بنك التصدير والاستيراد",
        # Characters of two clauses, a sea, another institute.
        "在1914年的長途征程中，船長和船員共28人。",
        "歐洲人發現了“南海”（即太平洋）。",
        "조진호씨는 한국전자기술연구소에서 파견되었다.",
    ],
)
def test_words_of_a_text_are_no_listed_party(text: str, parties: Searcher) -> None:
    assert words(text, parties) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Last night the company Comet was sold.", "Comet"),
        ("Payment was received from Comet in May.", "Comet"),
        ("Argon\nComet\nArgos", "Comet"),
        ("The firm “MPEG” sells parts.", "MPEG"),
        ("Груз поставила компания Феникс из Москвы.", "Феникс"),
        ("Leaders of Hamas said no.", "Hamas"),
        ("A firm called “Technical Services” is in Tehran.", "Technical Services"),
        ("Goods of Digital Technologies LLC arrived.", "Digital Technologies LLC"),
        ("Buyer: Technology LLC, Moscow", "Technology LLC"),
        ("Buyer: Unidas S.A. of Santiago", "Unidas S.A"),
        ("Contact Unidas S.A. for details.", "Unidas S.A"),
        ("Paid by Welltech LLC in May.", "Welltech LLC"),
        ("Offers came from Utech and Futech Co Ltd.", "Futech Co Ltd"),
        ("Мы заплатили ООО Ундыткан в мае.", "ООО Ундыткан"),
        ("Товар поставила компания Ундыткан в мае.", "Ундыткан"),
        ("The tanker Barents sailed after the battle.", "Barents"),
        ("The goods for Tariq Ahmed were sent.", "Tariq Ahmed"),
        ("He works at the Ministry of National Defense.", "Ministry of National Defense"),
        ("قالت حركة الأنصار إن المفاوضات مستمرة", "حركة الأنصار"),
        ("حجزت شركة هلال للسياحة الفندق", "هلال للسياحة"),
        ("تدفع في حساب بنك صادرات في دبي", "بنك صادرات"),
        ("합의서는 전자기술연구소가 서명했다.", "전자기술연구소"),
    ],
)
def test_the_parties_are_found_where_they_are_meant(
    text: str, name: str, parties: Searcher
) -> None:
    assert words(text, parties) == [name]
