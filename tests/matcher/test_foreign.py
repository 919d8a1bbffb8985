"""Names as the press of other languages has them are read as English has them."""

from collections.abc import Sequence

import pytest

from matcher.index.build import build
from matcher.lexicon.press_spelling import press_spellings
from matcher.names.foreign import as_in_english
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind


def finder(language: Language, kind: Kind, *names: str) -> Finder:
    listed = [
        Entity(
            id=f"t:{number}",
            kind=kind,
            names=(ListedName(text=name, kind=NameKind.PRIMARY),),
        )
        for number, name in enumerate(names)
    ]
    return Finder(build(listed, language))


def read(text: str) -> list[str]:
    return [
        " ".join(w.form for w in one.words if w.is_content) for one in as_in_english(analyse(text))
    ]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Moskauer Börse", "moscow exchange"),
        ("Zentralbank Syriens", "central bank syria"),
        ("Banque de commerce extérieur de Biélorussie", "foreign trade bank belarus"),
        ("Fuerzas Armadas de Nicaragua", "armed forces nicaragua"),
        ("Reederei Teheran", "shipping tehran"),
        ("Chantier naval de Varsovie", "shipyard warsaw"),
        ("Kurdische Arbeiterpartei", "kurdish workers party"),
        ("Organización de Industrias Aeroespaciales", "organizacion industries aerospace"),
        (
            "Verteidigungsministerium der Russischen Föderation",
            "ministry of defence russian federation",
        ),
        ("Kara Kuvvetleri Komutanlığı", "ground forces command"),
        ("Dirección General de Aduanas", "general directorate customs"),
    ],
)
def test_words_of_other_languages_are_read_as_english_ones(text: str, english: str) -> None:
    assert english in read(text)


@pytest.mark.parametrize(
    "text", ["Valerian Labs", "Red Star Bank", "Moscow Exchange", "Jan Kowalczyk"]
)
def test_an_english_name_has_no_such_readings(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("igor tschaikowski", "igor chaikovski"),
        ("ramsan sulejmanow", "ramzan suleymanov"),
        ("alexander schuwalow", "alexander shuvalov"),
        ("ali chatamian", "ali khatamian"),
        ("reswani ofogh", "rezvani ofogh"),
        ("narodnyi sojus", "narodnyi soyus"),
        ("turajewskoje enjergija", "turayevskoye energiya"),
        ("andrei choulguine", "andrei shulgin"),
        ("serguei kouznetchov", "sergei kuznechov"),
        ("mijail sajarov", "mikhail sakharov"),
        # Dutch, Swedish, Hungarian.
        ("igor sjoechov", "igor shukhov"),
        ("arkadij sjurkovitj", "arkadiy shurkovich"),
        ("zsanna csaszovszkih", "zhanna chasovskih"),
    ],
)
def test_a_name_is_read_by_the_table_that_its_letters_show(written: str, english: str) -> None:
    assert tuple(english.split()) in press_spellings(written.split())


def test_a_name_among_trade_words_is_read_by_other_tables() -> None:
    assert "jil qorvan general trading" in read("Djil Qorvan General Trading FZE")


def test_initials_of_a_russian_company_are_read_by_the_german_table() -> None:
    assert "vtk" in read("OOO WTK")
    assert "kaz" in read("AO KAS")
    assert read("WTK Inc.") == []


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("OOO ‘CUGAM’", "tsugam"),
        ("MKAO NTX", "ntkh"),
        ("NPO IjBS", "izhbs"),
        ("ANO TW-nowosti", "tv nowosti"),
        ("Obszczestwo s ograniczennoj otwetstwennostju Mtw", "mtv"),
        ("Obschtschjestwo s ogranitschjennoi otwjetstwjennostju WTK", "vtk"),
    ],
)
def test_short_words_beside_any_russian_form_are_read_by_every_table(
    text: str, english: str
) -> None:
    assert any(one.endswith(english) for one in read(text))
    assert read("Public Joint Stock Company WTK") == []


@pytest.mark.parametrize(
    "asked", ["Banque centrale de Syrie", "Zentralbank Syriens", "Banco Central de Siria"]
)
def test_a_party_is_found_by_its_translated_name(asked: str, language: Language) -> None:
    listed = finder(language, Kind.ORGANIZATION, "Central Bank of Syria", "Central Bank of Cuba")
    assert [hit.entity for hit in match(asked, listed, Policy(0.8))] == [0]


def found_ids(texts: Sequence[str], finder: Finder) -> list[bool]:
    return [bool(match(text, finder, Policy(0.8))) for text in texts]


def test_persons_are_found_by_what_german_french_and_spanish_texts_write(
    language: Language,
) -> None:
    listed = finder(language, Kind.PERSON, "Ramzan Shulginov", "Hadi Khatamian")
    asked = ["Ramsan Schulginow", "Ramzan Choulguinov", "Hadi Chatamian", "Hadi Jatamián"]
    assert found_ids(asked, listed) == [True] * 4
