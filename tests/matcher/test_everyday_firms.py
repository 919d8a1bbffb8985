"""A shop, a school or a small company that shares an ordinary word with a listed party."""

import pytest
from support.listed_companies import is_hit

from matcher.lexicon.brands import brands
from matcher.lexicon.everyday_trades import has_everyday_trade, is_everyday_trade
from matcher.lexicon.scripts import latin
from matcher.lexicon.usual_names import usual_names
from matcher.names.term_weights import RARE, Language
from records import Kind

_FIRM, _SHIP = Kind.ORGANIZATION, Kind.VESSEL


@pytest.mark.parametrize(
    ("asked", "listed", "kind"),
    [
        # A trade of everyday life, and a listed party that is called by the same stone or bird.
        ("АО «Санаторий Малахит»", "JSC Qarvin Shipbuilding Plant ‘Malakhit’", _FIRM),
        ("Автосервис «Малахит»", "Malakhit Design Bureau", _FIRM),
        ("ООО «Мебельная фабрика Кречет»", "Central Design Bureau Krechet JSC", _FIRM),
        ("Ресторан «Кречет»", "JSC Krechet", _FIRM),
        ("Детский сад «Незабудка»", "Nezabudka Limited Liability Company", _FIRM),
        ("Стоматологія «Фіалка»", "JSC Fialka", _FIRM),
        # And a ship.
        ("Аптека «Магнолия»", "Magnoliya", _SHIP),
        ("Типография «Пегас»", "PEGAS", _SHIP),
        ("Транспортная компания «Пегас»", "PEGAS", _SHIP),
        # A town's dairy and its aircraft works.
        ("АО «Калязинский молочный комбинат»", "Kalyazinskii Zavod", _FIRM),
        ("Калязинский аграрный университет", "AO Kalyazinskii Vertoletnyi Zavod", _FIRM),
        # A limited company of an ordinary word or of initials, and one with a trade more.
        ("ООО «Малахит»", "LLC Malakhit Digital", _FIRM),
        ("ООО «Малахит»", "Malakhit Scientific and Production Association", _FIRM),
        ("ООО «КВМ»", "KVM Trading Company LLC", _FIRM),
        ("ООО «Малахит-Урал»", "Malakhit Design Bureau", _FIRM),
        ("ООО «Малахит-М»", "Investment Bank MALAKHIT Limited Liability Company", _FIRM),
        ("Торговая компания «Малахит»", "Malakhit Design Bureau", _FIRM),
        # Another usual word, a letter away.
        ("ООО «Корвет»", "ООО Корнет", _FIRM),
    ],
)
def test_an_ordinary_word_makes_no_party_of_another_trade(
    asked: str, listed: str, kind: Kind, language: Language
) -> None:
    assert not is_hit(asked, listed, kind, language)


@pytest.mark.parametrize(
    ("asked", "listed", "kind"),
    [
        # The same name, whoever has it.
        ("ООО «Малахит»", "LLC Malakhit", _FIRM),
        ("ООО «Малахит»", "Malakhit OAO", _FIRM),
        ("Малахит", "JSC Shipbuilding Plant ‘Malakhit’", _FIRM),
        # A joint stock company of the word may be the listed one without its trade.
        ("АО «Малахит»", "Malakhit Shipyard JSC", _FIRM),
        ("Завод «Малахит»", "JSC Malakhit", _FIRM),
        ("Торговая компания «Малахит»", "JSC Malakhit", _FIRM),
        ("ООО «Малахит Диджитал»", "LLC Malakhit Digital", _FIRM),
        ("ООО «Строительная компания Малахит»", "LLC Malakhit", _FIRM),
        ("ООО «Малахит-Тверь»", "LLC Malakhit", _FIRM),
        # Its own trade, be it one of everyday life.
        ("Санаторий «Малахит»", "Sanatorium Malakhit LLC", _FIRM),
        # A word that is nobody else's.
        ("Ресторан «Зелмаровин»", "JSC Zelmarovin", _FIRM),
        # A ship as ships are called.
        ("танкер «Магнолия»", "Magnoliya", _SHIP),
        ("Калязинский", "AO Kalyazinskii Vertoletnyi Zavod", _FIRM),
        ("Калязинский вертолётный завод", "AO Kalyazinskii Vertoletnyi Zavod", _FIRM),
    ],
)
def test_the_party_itself_is_found(asked: str, listed: str, kind: Kind, language: Language) -> None:
    assert is_hit(asked, listed, kind, language)


def test_usual_names_are_words_that_a_language_has(language: Language) -> None:
    unknown = {form for form in usual_names() - brands() if language.zipf_of(form) == RARE}
    assert not unknown
    assert latin("малахит") in usual_names()


def test_trades_are_known_by_their_beginning_in_any_case() -> None:
    assert has_everyday_trade("ДЕТСКОГО САДА")
    assert has_everyday_trade("в гостинице")
    assert not has_everyday_trade("опытный завод")
    assert is_everyday_trade("PHARMACY")
    assert not is_everyday_trade("FACTORY")
    assert not is_everyday_trade(None)
