"""What words of a name are taken for, where tables, capitals and abbreviations disagree."""

import pytest

from matcher.comparison.brand import is_brand
from matcher.lexicon.tables import Role
from matcher.names.parser import analyse
from matcher.names.surroundings import Surroundings, forms_of, others
from matcher.names.term_weights import Language


def roles(name: str) -> dict[str, Role]:
    return {word.form: word.role for word in analyse(name).words}


def concept(name: str) -> str | None:
    return analyse(name).words[0].concept


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("JABHAT SHARQ AL-WADI, 14 Kirov Street, Samara", "al"),
        ("AL MAYDAN Geneva", "al"),
        ("BANCO DE LLANURA, Hauptstr. 9", "de"),
        ("AL-RUQ e.V., Bremen", "al"),
    ],
)
def test_an_article_among_capitals_is_one_whatever_is_written_around(
    name: str, article: str
) -> None:
    assert roles(name)[article] is Role.STOP


def test_capitals_among_small_letters_are_initials() -> None:
    assert roles("Kombinat AL Hansa")["al"] is Role.WORD


@pytest.mark.parametrize("name", ["Yaghoub", "Yaacoub"])
def test_a_name_whose_coarse_spelling_is_a_legal_form_is_a_name(name: str) -> None:
    assert roles(f"{name} Rahimi")[name.lower()] is Role.WORD


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Res and Prodn Assn", "Research and Production Association"),
        ("Comml Bk", "Commercial Bank"),
        ("Open Joint Stock Co", "Open Joint Stock Company"),
        ("Ltd Liability Co", "Limited Liability Company"),
        ("Ctr", "Center"),
    ],
)
def test_a_phrase_is_known_when_its_words_are_cut_short(short: str, long: str) -> None:
    assert concept(f"{short} Tarmovil") == concept(f"{long} Tarmovil") is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [("Fundación", "Foundation"), ("Nacional", "National"), ("Kombinat", "Factory")],
)
def test_words_of_two_tables_are_one_concept(one: str, other: str) -> None:
    assert concept(f"{one} Tarmovil") == concept(f"{other} Tarmovil") is not None


def test_a_people_is_its_country_and_no_slip_of_another() -> None:
    assert concept("Syrian Tarmovil") == concept("Syria Tarmovil")


def test_letters_that_a_table_writes_in_small_are_no_end_of_a_word() -> None:
    assert "nautschno" in roles("NAUTschNO Tarmovil")


def test_words_by_the_scientific_table_are_known_without_accents() -> None:
    assert concept("Naučno-Texničeskij Centr") == concept("Nauchno-Tekhnicheskiy Tsentr")


@pytest.mark.parametrize(
    ("query", "is_so"),
    [
        ("Qirvolt", True),
        ("Qirvolt Vienna", True),
        ("Qirvolt GmbH, Vienna", True),
        ("Qirvolt Insurance Cyprus", True),
        ("Qirvolt Europe Shipping BV", True),
        ("Qirvolt Harnwick", False),
        ("Qir", False),
    ],
)
def test_a_long_word_is_its_group_s_brand_beside_places_and_trades(
    query: str, is_so: bool, language: Language
) -> None:
    listed = analyse("Qirvolt Technologies Chile")
    assert is_brand(analyse(query), listed, language.zipf_of) is is_so


def test_a_region_beside_a_town_is_nobody_s_brand(language: Language) -> None:
    asked, listed = analyse("Mordovia Saransk"), analyse("Mordovia Electronic Company")
    assert not is_brand(asked, listed, language.zipf_of)


@pytest.mark.parametrize(
    ("query", "is_so"),
    [("LLC Vektra, Kazan", True), ("Vektra Kazan", False), ("K.S. Vektra LLC", False)],
)
def test_a_name_has_its_legal_form_where_no_other_stands(query: str, is_so: bool) -> None:
    asked = analyse(query)
    place = next(i for i, word in enumerate(asked.words) if word.form == "vektra")
    listed = analyse("Limited Liability Company Vektra")
    has_form = Surroundings(asked).has_form(range(place, place + 1), forms_of(listed))
    assert has_form is is_so


def test_care_of_and_a_town_s_short_name_say_nothing_of_a_party() -> None:
    asked = analyse("c/o Tarmovil Trading, Frankfurt")
    place = next(i for i, word in enumerate(asked.words) if word.form == "tarmovil")
    assert others(asked, range(place, place + 2)) == ()
