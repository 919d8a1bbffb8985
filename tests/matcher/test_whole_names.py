"""A listed name that stands whole in a text is found, whatever the script and what is around it."""

import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.index.build import build
from matcher.index.whole_names import folded
from matcher.lexicon.folding import fold
from matcher.mentions.find import find, find_all
from matcher.mentions.searcher import Searcher
from matcher.names.term_weights import Language
from matcher.search.match import Policy
from records import Entity, Kind, ListedName, NameKind

NAMES: dict[str, tuple[str, ...]] = {
    "Latin": ("Carvana Shipmanagement LLC", "Banque Centrale de Syrie", "Mirath Holding S.A.L"),
    "Cyrillic": ("Общество с ограниченной ответственностью Рухсервомотор", "АО ‘Военторг’"),
    "Arabic": ("كلارا للشحن ش.ذ.م.م", "شركة أوبال للتجارة العامة", "سپاه پاسداران انقلاب اسلامی"),
    "Han": ("武汉高芯科技有限公司", "聯凡貳有限公司"),
    "Hangul": ("조선남강무역회사",),
    "Hebrew": ("חברת אלמוג לתעופה בע״מ",),
}
SENTENCES: dict[str, tuple[str, ...]] = {
    "Latin": (
        "Payment was received from {} on 4 April.",
        "Unser Lieferant {} hat den Auftrag bestätigt.",
        "{} firmasından ödeme alındı.",
        "ödeme {}'nin hesabından alındı",
        "我们与{}签订了合同。",
        "4월 4일 {}로부터 대금을 받았습니다.",
        "استلمنا الدفعة من {} في 4 أبريل.",
        "Оплата от {} поступила.",
        "ክፍያው ከ{} ሚያዝያ 4 ደርሷል።",
        "العقد بين شركة النور و{} ينتهي في مايو.",
    ),
    "Cyrillic": ("Оплата от {} поступила 4 апреля.", "Payment from {} came in."),
    "Arabic": ("استلمنا الدفعة من {} في أبريل.", "پرداخت از {} دریافت شد.", "paid to {} today"),
    "Han": ("发票由{}于3月3日开具", "4月4日に{}から入金がありました。", "paid to {} today"),
    "Hangul": ("4월 4일 {}로부터 대금을 받았습니다.", "송장은 {}에서 왔다.", "{} 지급"),
    "Hebrew": ("התשלום מ{} התקבל", "paid to {} today"),
}
ORDINARY = (
    "We deliver integrated solutions and new technologies to the national bank.",
    "a limited liability company, association, joint stock company or trust",
    "In the event of a conflict between the Base Terms and this contract, the base prevails.",
)


def party(number: int, *names: str, kind: Kind = Kind.ORGANIZATION) -> Entity:
    listed = tuple(ListedName(text=name, kind=NameKind.PRIMARY) for name in names)
    return Entity(id=f"whole:{number}", kind=kind, names=listed)


@pytest.fixture(scope="module")
def whole_finder(language: Language) -> Searcher:
    every = [name for names in NAMES.values() for name in names]
    more = [
        party(100, "BSVT - New Technologies"),
        party(101, "Integrated Solutions"),
        party(102, "Joint Stock Company"),
        party(103, "The Base"),
        party(104, "Golden Star", kind=Kind.VESSEL),
    ]
    return Searcher(build([*(party(n, name) for n, name in enumerate(every)), *more], language))


def found_at(text: str, finder: Searcher) -> set[str]:
    return {text[item.start : item.end] for item in find(text, finder, Policy(0.8))}


CASES = [
    (script, name, sentence)
    for script, names in NAMES.items()
    for name in names
    for sentence in SENTENCES[script]
]


@pytest.mark.parametrize(("script", "name", "sentence"), CASES)
def test_a_whole_name_is_found_in_any_script(
    script: str, name: str, sentence: str, whole_finder: Searcher
) -> None:
    assert name.strip("‘’") in {
        span.strip("‘’") for span in found_at(sentence.format(name), whole_finder)
    }


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Carvana Shipmanagement LLC", "carvana shipmanagement llc"),
        ("Carvana Shipmanagement LLC", "CARVANA SHIPMANAGEMENT LLC"),
        ("Carvana Shipmanagement LLC", "Carvana\nShipmanagement LLC"),
        ("Carvana Shipmanagement LLC", "Carvana-Shipmanagement, LLC"),
        ("Carvana Shipmanagement LLC", "Ｃａｒｖａｎａ Ｓｈｉｐｍａｎａｇｅｍｅｎｔ ＬＬＣ"),
        ("武汉高芯科技有限公司", "武汉高\n芯科技有限公司"),
        ("武汉高芯科技有限公司", "武漢高芯科技有限公司"),
        ("سپاه پاسداران انقلاب اسلامی", "سپاه پاسداران انقلاب اسلامي"),
        ("شركة أوبال للتجارة العامة", unicodedata.normalize("NFKD", "شركة اوبال للتجارة العامه")),
    ],
)
def test_a_whole_name_is_found_however_its_letters_are_encoded(
    name: str, written: str, whole_finder: Searcher
) -> None:
    spans = {folded(span) for span in found_at(f"paid to {written} in May", whole_finder)}
    assert "".join(folded(name)) in {"".join(span) for span in spans}


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_words_are_no_name(text: str, whole_finder: Searcher) -> None:
    assert found_at(text, whole_finder) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Payment from «ZiD» came in May.", True),
        ("Оплата от «ЗиД» поступила 4 апреля.", True),
        ("We saw the «ZiD» in May.", False),
        ("Payment from ZiD came in May.", False),
    ],
)
def test_three_letters_are_a_name_in_quotation_marks_where_somebody_pays(
    text: str, found: bool, language: Language
) -> None:
    finder = Searcher(build([party(1, "‘ZiD’", "‘ЗиД’")], language))
    assert bool(found_at(text, finder)) is found


def test_a_ship_of_ordinary_words_needs_a_word_about_ships(whole_finder: Searcher) -> None:
    assert found_at("They followed the golden star home.", whole_finder) == set()
    assert found_at("The tanker Golden Star left port.", whole_finder) == {"Golden Star"}


def test_a_korean_name_inside_another_word_is_none(language: Language) -> None:
    finder = Searcher(build([party(1, "남강무역")], language))
    assert found_at("조선남강무역", finder) == set()
    assert found_at("남강무역은 돈을 냈다", finder) == {"남강무역"}


def test_no_whole_name_goes_from_one_passage_to_the_next(whole_finder: Searcher) -> None:
    texts = ["paid to Carvana", "Shipmanagement LLC"]
    assert find_all(texts, whole_finder, Policy(0.8)) == [[], []]


def test_letters_in_brackets_that_are_a_name_of_their_own_are_not_weak(language: Language) -> None:
    listed = party(1, "Tehran Engine Supply Agency (TESAQ)", "TESAQ")
    index = build([listed], language)
    kinds = {index.name(n).core: index.name_kind(n) for n in range(index.name_count)}
    assert kinds["tesaq",] is NameKind.PRIMARY


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=30))
def test_case_and_width_are_folded(text: str) -> None:
    assert fold(text.upper()) == fold(text.upper().lower()) or not text.isascii()


def test_every_character_variant_is_one_character() -> None:
    assert fold("龍馬銀行經濟") == fold("龙马银行经济")
    assert np.unique([fold("歴史"), fold("历史"), fold("歷史")]).size == 1
