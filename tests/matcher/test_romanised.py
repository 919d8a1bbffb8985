"""Russian names by the tables of other languages than English."""

import pytest

from matcher.index.build import build
from matcher.lexicon.press_spelling import press_spellings
from matcher.lexicon.romanised import romanised
from matcher.lexicon.tables import Role, tables
from matcher.names.foreign import as_in_english
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind

LISTED = (
    "Акционерное общество Зелкирский патронный завод",
    "Публичное акционерное общество Энергия",
    "ОАО Тарназ",
)


@pytest.fixture(scope="module")
def finder(language: Language) -> Finder:
    listed = [
        Entity(
            id=f"t:{number}",
            kind=Kind.ORGANIZATION,
            names=(ListedName(text=name, kind=NameKind.PRIMARY),),
        )
        for number, name in enumerate(LISTED)
    ]
    return Finder(build(listed, language))


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("завод", "sawod"),
        ("завод", "zawod"),
        ("предприятие", "predprijatije"),
        ("государственный", "gossudarstwennyj"),
        ("общество", "obszczestwo"),
        ("машиностроительный", "machinostroitelny"),
        ("учреждение", "utschreschdenije"),
    ],
)
def test_words_are_written_by_the_tables_of_many_languages(word: str, written: str) -> None:
    forms = romanised(word)
    assert written in forms or written.replace("ije", "ie") in forms


def test_a_russian_company_s_s_may_be_a_german_z() -> None:
    assert ("tarnaz",) in press_spellings(["tarnas"], russian=True)


def test_what_english_texts_write_is_none_of_them() -> None:
    assert "zavod" not in romanised("завод")


def test_a_word_of_another_language_is_none_of_the_tables() -> None:
    # *Turism* is Swedish and Romanian, *fabryka* Polish.
    assert not {"turism", "fabryka"} & tables().romanised.keys()


@pytest.mark.parametrize("name", ["Sawod Qorvant", "Zawod Qorvant", "Radiosawod Qorvant"])
def test_such_a_word_is_a_trade_word(name: str) -> None:
    assert analyse(name).words[0].role is Role.TRADE


@pytest.mark.parametrize(
    "form",
    [
        "Akzionernoe Obschtschestwo",
        "Akcyjonernoje Obszczestwo",
        "Sakrytoe Akzionernoe Obschtschestwo",
    ],
)
def test_such_a_legal_form_is_one(form: str) -> None:
    assert [word.role for word in analyse(f"{form} Qorvant").words] == [Role.LEGAL, Role.WORD]


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("Zelkirski Patronny Sawod", 0),
        ("Akzionernoje Obschtschestwo Selkirskij Patronnyj Sawod", 0),
        ("Zelkirskij Patronnyj Zawod", 0),
        ("PAO Energija", 1),
        ("Poeblitsjnoe Aktsionernoe Obsjtsjestvo Energija", 1),
        ("OAO Tarnas", 2),
        ("PAO Energiia", 1),
        ("PJSC Energia", 1),
        ("Energia JSC", 1),
    ],
)
def test_a_listed_name_written_so_is_found(asked: str, place: int, finder: Finder) -> None:
    assert [one.entity for one in match(asked, finder, Policy(0.8))] == [place]


@pytest.mark.parametrize(
    "asked", ["Energija", "Sawod", "Patronny Sawod", "Energia S.p.A.", "JSC Energetika"]
)
def test_a_word_without_its_company_is_nobody(asked: str, finder: Finder) -> None:
    assert match(asked, finder, Policy(0.8)) == []


@pytest.mark.parametrize("text", ["Sawada Kogyo", "Pavod Systems"])
def test_other_names_are_read_as_they_stand(text: str) -> None:
    assert list(as_in_english(analyse(text))) == []
