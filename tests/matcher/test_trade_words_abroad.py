"""A firm's trade is the same trade in any language: *Meble*, *mebli*, 가구 and *furniture*."""

from collections.abc import Mapping

import pytest

from matcher.comparison.model import model
from matcher.index.build import build
from matcher.lexicon.tables import Role
from matcher.names.native_japanese import japanese_cuts
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind

POLICY, SURELY = Policy(model().threshold), 0.93
TRADES: Mapping[str, tuple[str, ...]] = {
    "Furniture": (
        *("Muebles Zorvatin", "Meubles Zorvatin", "Zorvatin Möbel", "Móveis Zorvatin"),
        *("Zorvatin Meble", "Zorvatin Nábytek", "Zorvatin Bútor", "Зорватін Меблі"),
        *("Nội Thất Zorvatin", "רהיטים זורבטין", "مبلمان زورواتین", "Ζορβατιν Έπιπλα"),
    ),
    "Printing": (
        *("Zorvatin Matbaacılık", "Imprenta Zorvatin", "Imprimerie Zorvatin", "Zorvatin Druckerei"),
        *("Percetakan Zorvatin", "Zorvatin Drukarnia", "Зорватин Печатница", "דפוס זורבטין"),
    ),
    "Import": (
        *("Zorvatin İthalat", "Importazione Zorvatin", "Nhập Khẩu Zorvatin", "Zorvatin Dovoz"),
        *("Зорватін Імпарт", "Зорватин Увоз"),
    ),
    "Railway": (
        *("Ferrovia Zorvatin", "Kereta Api Zorvatin", "Zorvatin Spoorwegen", "Zorvatin Koleje"),
        *("Đường Sắt Zorvatin", "Зорватін Чыгунка"),
    ),
    "Satellite Channel": ("قناة زورفاتين الفضائية",),
    "Newspaper": ("صحيفة زورفاتين", "Zorvatin Noviny", "Jornal Zorvatin", "Zorvatin Gazetası"),
    "News Agency": ("وكالة أنباء زورفاتين", "Zorvatin Haber Ajansı", "Zorvatin Nyhetsbyrå"),
}
KANA = {
    "Hotel": "サクラモトホテル",
    "Television": "サクラモトテレビ",
    "Cable": "サクラモトケーブル",
}
HANGUL = {"Publishing": "무영산출판", "Weapons": "무영산무기", "Club": "무영산클럽"}
LISTED = [
    *(f"Zorvatin {trade}" for trade in TRADES),
    *(f"Sakuramoto {trade}" for trade in KANA),
    *(f"Muyongsan {trade}" for trade in HANGUL),
]
CASES = [
    *((asked, f"Zorvatin {trade}") for trade, names in TRADES.items() for asked in names),
    *((asked, f"Sakuramoto {trade}") for trade, asked in KANA.items()),
    *((asked, f"Muyongsan {trade}") for trade, asked in HANGUL.items()),
]


def finder(language: Language, *names: str) -> Finder:
    listed = [
        Entity(
            id=f"t:{name}",
            kind=Kind.ORGANIZATION,
            names=(ListedName(text=name, kind=NameKind.PRIMARY),),
        )
        for name in names
    ]
    return Finder(build(listed, language))


@pytest.fixture(scope="module")
def all_listed(language: Language) -> Finder:
    return finder(language, *LISTED)


@pytest.mark.parametrize(("asked", "listed"), CASES)
def test_a_trade_in_another_language_meets_the_listed_firm_before_others_of_its_brand(
    all_listed: Finder, asked: str, listed: str
) -> None:
    found = [hit for hit in match(asked, all_listed, POLICY) if hit.score >= SURELY]
    assert [LISTED[hit.entity] for hit in found] == [listed]


@pytest.mark.parametrize("asked", ["Meubles Zorvatin", "Zorvatin Drukarnia", "Зорватін Імпарт"])
def test_another_trade_is_another_firm(language: Language, asked: str) -> None:
    found = list(match(asked, finder(language, "Zorvatin Textile"), POLICY))
    assert all(hit.score < SURELY for hit in found)


@pytest.mark.parametrize(
    "name",
    [
        *("Yadro", "Luka", "Caridad", "Porto", "Carbon", "Armada", "Milli", "Zakhar", "Toby"),
        *("Dana", "Amal", "Kern", "Ruch", "Haven", "Majlis", "Sugar Ray", "Sahara", "Sakharov"),
        *("Vanni", "Bechir", "Adrien", "Batterjee", "Maydanov", "Fang Hong", "المجيد"),
    ],
)
def test_brands_and_given_names_that_are_trades_elsewhere_stay_names(name: str) -> None:
    assert any(word.role is Role.WORD for word in analyse(name).words)


@pytest.mark.parametrize(
    ("run", "pieces"),
    [
        ("サクラモトテレビ", ["sakuramoto", "television"]),
        ("サクラモトクラブ", ["sakuramoto", "club"]),
        ("ハマスカ", ["hamasuka"]),
        ("クラブサクラ", ["kurabusakura"]),
    ],
)
def test_three_kana_of_a_trade_are_cut_from_the_end_of_a_run_alone(
    run: str, pieces: list[str]
) -> None:
    cut, _ = next(iter(japanese_cuts(run)))
    assert [one.ways[0].strip() for one in cut] == pieces


@pytest.mark.parametrize("run", ["ハッサン", "ハマスカ"])
def test_a_few_kana_at_the_end_of_a_longer_word_are_no_trade(all_listed: Finder, run: str) -> None:
    assert not list(match(run, all_listed, POLICY))
