"""What a score may be at most: a company is no ship, one usual word nothing to be sure of."""

import pytest

from matcher.comparison.model import decide, model
from matcher.index.build import build
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match, match_queries
from records import Decision, Entity, Kind, ListedName, NameKind, Query

LISTED = (
    ("KESTREL", Kind.VESSEL),
    ("QORVANTIS", Kind.VESSEL),
    ("Zavodny17 Works", Kind.ORGANIZATION),
    ("QZM", Kind.ORGANIZATION),
    ("Melzirbank GmbH", Kind.ORGANIZATION),
    ("Tavrel Aircraft Industrial (GROUP) Co. Ltd.", Kind.ORGANIZATION),
    ("Zhenlurat Technologies Co., Ltd. (Zhenlurat)", Kind.ORGANIZATION),
    ("Wang Xiaoming", Kind.PERSON),
    ("Qarmukov Zelim Ostravyevich", Kind.PERSON),
    ("Zelbar Karimi Sabetan", Kind.PERSON),
    ("Haniya Rezai", Kind.PERSON),
    ("Qartek LLC", Kind.ORGANIZATION),
    ("Tovrinsk Enterprises Ltd.", Kind.ORGANIZATION),
    ("Iazzu OOO", Kind.ORGANIZATION),
    ("Zelmarinvest OOO", Kind.ORGANIZATION),
    ("Polar Energies LLC", Kind.ORGANIZATION),
    ("Special Glass Industries (ZQG)", Kind.ORGANIZATION),
    ("MELZ TAVROQ", Kind.VESSEL),
    ("Zurvalik Bank", Kind.ORGANIZATION),
    ("Orbanesti Sergei Valentinovich", Kind.PERSON),
    ("Roman Arkadyevich Zelmovich", Kind.PERSON),
    ("4Qarpeaks Trading FZE", Kind.ORGANIZATION),
    ("Nur El Dine Melqart Transport", Kind.ORGANIZATION),
    ("HIZBALLAH", Kind.ORGANIZATION),
    ("Cong Ty TNHH Thinh Cuong", Kind.ORGANIZATION),
    ("LADY ZELVIRA", Kind.VESSEL),
    ("A B Shipping Co", Kind.ORGANIZATION),
    ("Joint Stock Company Harbour", Kind.ORGANIZATION),
    ("Pulvex OOO", Kind.ORGANIZATION),
    ("Fanger OOO", Kind.ORGANIZATION),
)


@pytest.fixture(scope="module")
def own(language: Language) -> Finder:
    return Finder(build(list(map(entity, range(len(LISTED)))), language))


def entity(number: int) -> Entity:
    text, kind = LISTED[number]
    names = (ListedName(text=text, kind=NameKind.PRIMARY),)
    return Entity(id=f"custom:{number}", kind=kind, names=names)


def decision(query: str, own: Finder) -> Decision:
    best = max([hit.score for hit in match(query, own, Policy(threshold=0.0))], default=0.0)
    return decide(best)


@pytest.mark.parametrize("query", ["Kestrel GmbH", "Kestrel Ltd", "Kestrel S.r.l.", "KESTREL CORP"])
def test_a_company_by_its_legal_form_is_no_ship_of_a_usual_word(query: str, own: Finder) -> None:
    assert decision(query, own) is Decision.NO_MATCH


@pytest.mark.parametrize("query", ["D&K Qorvantis", "J & M Qorvantis Ltd", "A&B Kestrel"])
def test_two_partners_in_front_make_a_firm_of_a_ship_s_name(query: str, own: Finder) -> None:
    assert decision(query, own) is Decision.NO_MATCH


def test_two_partners_in_front_hide_no_firm_and_no_owner_of_a_ship(own: Finder) -> None:
    assert decision("A&B Shipping Co", own) is not Decision.NO_MATCH
    assert decision("D&K, MV Qorvantis", own) is not Decision.NO_MATCH
    assert decision("D&K Zelmarinvest", own) is not Decision.NO_MATCH


@pytest.mark.parametrize("query", ["Kestrel", "MV Kestrel", "Qorvantis Ltd"])
def test_a_ship_by_its_name_is_found_and_a_rare_name_whoever_has_it(
    query: str, own: Finder
) -> None:
    assert decision(query, own) is not Decision.NO_MATCH


@pytest.mark.parametrize(
    "query", ["LNG Carrier Qorvantis", "crude oil tanker KESTREL", "VLCC Melz Tavroq"]
)
def test_a_ship_is_found_behind_the_word_for_its_kind(query: str, own: Finder) -> None:
    assert decision(query, own) is not Decision.NO_MATCH


@pytest.mark.parametrize(
    "query",
    ["Owners of MV Kestrel", "per M/V Kestrel voy 12", "M/T KESTREL demurrage", "MV Kestrel / IMO"],
)
def test_what_stands_before_a_ship_s_prefix_or_is_paid_for_it_is_no_part_of_its_name(
    query: str, own: Finder
) -> None:
    assert decision(query, own) is not Decision.NO_MATCH


@pytest.mark.parametrize("query", ["Owners of Kestrel", "Zarvik Kestrel"])
def test_without_mv_other_words_make_another_name_of_a_ship_s(query: str, own: Finder) -> None:
    assert decision(query, own) is Decision.NO_MATCH


def test_a_ship_s_name_may_be_misspelt_behind_a_prefix_and_nobody_else_s(own: Finder) -> None:
    assert decision("MV Melz Tavraq", own) is not Decision.NO_MATCH
    assert decision("Tanker Qorvantiz", own) is not Decision.NO_MATCH
    assert decision("MV Zelbar Karimo", own) is Decision.NO_MATCH


def test_words_of_every_day_do_not_carry_another_word_of_a_ship_s(own: Finder) -> None:
    assert decision("Lady Zalvera", own) is Decision.NO_MATCH
    assert decision("Lady Zelvera", own) is not Decision.NO_MATCH


def test_a_trade_that_has_nothing_to_do_with_ships_makes_a_firm_of_a_ship_s_name(
    own: Finder,
) -> None:
    assert decision("Melz Tavroq Security", own) is Decision.NO_MATCH
    assert decision("Melz Tavroq Shipping", own) is not Decision.NO_MATCH


def test_single_letters_side_by_side_have_to_stand_in_their_order(own: Finder) -> None:
    assert decision("B A Shipping Co", own) is Decision.NO_MATCH
    assert decision("A B Shipping Co Ltd", own) is not Decision.NO_MATCH
    assert decision("Shipping B A", own) is not Decision.NO_MATCH


def test_a_slip_in_a_person_s_short_name_is_for_a_person_to_look_at(own: Finder) -> None:
    assert decision("Haniya Rezait", own) is Decision.REVIEW
    assert decision("Haniya Rezai", own) is Decision.MATCH


def test_a_usual_word_with_the_party_s_own_legal_form_is_no_half_of_a_query(own: Finder) -> None:
    asked = "Etelbor Corporation, Joint Stock Company Harbour"
    assert decision(asked, own) is not Decision.NO_MATCH
    assert decision("Etelbor Corporation NV - Harbour", own) is Decision.NO_MATCH


def test_numbers_that_are_glued_to_a_word_must_agree(own: Finder) -> None:
    assert decision("Zavodny19 Works", own) is Decision.NO_MATCH
    assert decision("Zavodny17 Works", own) is not Decision.NO_MATCH


def test_a_few_letters_left_behind_a_dash_are_no_name(own: Finder) -> None:
    assert decision("Etelbor Holding NV - QZM", own) is Decision.NO_MATCH
    assert decision("Etelbor Holding NV (a.k.a. QZM)", own) is not Decision.NO_MATCH


def test_another_kind_of_legal_form_is_for_a_person_to_look_at(own: Finder) -> None:
    assert decision("Melzirbank AG", own) is Decision.REVIEW
    assert decision("Melzirbank GmbH", own) is Decision.MATCH


def test_a_generic_word_in_brackets_is_no_name(own: Finder) -> None:
    assert decision("Etelbor Group", own) is Decision.NO_MATCH


def test_a_party_is_known_by_its_first_word_in_brackets(own: Finder) -> None:
    assert decision("Zhenlurat", own) is not Decision.NO_MATCH
    assert decision("Zhenlurat Geneva", own) is not Decision.NO_MATCH


def test_chinese_names_a_letter_apart_are_two_persons(own: Finder) -> None:
    assert decision("Wang Xiaomin", own) is Decision.NO_MATCH


def test_two_short_words_with_a_letter_wrong_in_each_are_two_others(own: Finder) -> None:
    assert decision("Công ty TNHH Thành Công", own) is Decision.NO_MATCH
    assert decision("Công ty TNHH Thịnh Cường", own) is not Decision.NO_MATCH


@pytest.mark.parametrize("query", ["Zelbar Karimo Sabetan", "Haneya Rezai"])
def test_a_letter_wrong_in_a_name_that_pinyin_could_spell_hides_nobody_else(
    query: str, own: Finder
) -> None:
    assert decision(query, own) is not Decision.NO_MATCH


def test_a_person_is_found_without_the_patronymic(own: Finder) -> None:
    assert decision("Zelim Qarmukov", own) is not Decision.NO_MATCH


@pytest.mark.parametrize("query", ["Qartok Inc.", "Qarstek AB", "Qertek plc"])
def test_a_short_word_with_a_slip_and_a_foreign_legal_form_is_another_company(
    query: str, own: Finder
) -> None:
    assert decision(query, own) is Decision.NO_MATCH


@pytest.mark.parametrize("query", ["Qartok LLC", "ООО Qartok", "Limited Liability Company Qarttek"])
def test_a_slip_is_forgiven_where_the_legal_form_is_the_party_s(query: str, own: Finder) -> None:
    assert decision(query, own) is not Decision.NO_MATCH


@pytest.mark.parametrize("query", ["ulvex", "OOO ulvex", "Ulvex OOO, Kazan"])
def test_a_word_of_no_language_may_have_lost_its_first_letter(query: str, own: Finder) -> None:
    assert decision(query, own) is not Decision.NO_MATCH


@pytest.mark.parametrize("query", ["Anger OOO", "Anger", "ulvex Inc."])
def test_without_its_first_letter_a_word_of_a_language_or_with_another_form_is_another(
    query: str, own: Finder
) -> None:
    assert decision(query, own) is Decision.NO_MATCH


@pytest.mark.parametrize("query", ["Tovrynsk Enterprises Ltd", "Tovrinnsk Enterprises Limited"])
def test_trade_words_go_with_a_long_word_that_has_one_slip(query: str, own: Finder) -> None:
    assert decision(query, own) is not Decision.NO_MATCH


def test_trade_words_do_not_carry_a_word_with_two_slips(own: Finder) -> None:
    assert decision("Tavrenk Enterprises Co., Ltd.", own) is Decision.NO_MATCH


def test_two_slips_are_forgiven_in_a_long_word_in_its_own_script(own: Finder) -> None:
    assert decision("Zelmarimest OOO", own) is not Decision.NO_MATCH
    assert decision("ООО Зелмаримест", own) is Decision.NO_MATCH
    # A word of seven letters that lost none is another.
    assert decision("Qartekk LLC", own) is not Decision.NO_MATCH
    assert decision("Zurvali Bank", own) is not Decision.NO_MATCH
    assert decision("Zurfali Bank", own) is Decision.NO_MATCH


def test_short_words_that_only_transliteration_makes_alike_are_two(own: Finder) -> None:
    assert decision("Yasu Corp", own) is Decision.NO_MATCH


def test_long_words_of_other_tables_are_one_whatever_the_form(own: Finder) -> None:
    assert decision("Zelmarinwest AG", own) is not Decision.NO_MATCH


def test_other_words_for_the_same_with_a_foreign_form_are_another_company(own: Finder) -> None:
    assert decision("Arctic Power, Inc.", own) is Decision.NO_MATCH


def test_letters_beside_a_name_with_a_form_that_the_party_never_has_are_anothers(
    own: Finder,
) -> None:
    assert decision("ZQG plc", own) is Decision.NO_MATCH
    assert decision("ZQG", own) is not Decision.NO_MATCH
    assert decision("AO ZQG", own) is not Decision.NO_MATCH


@pytest.mark.parametrize("query", ["Melz Tavroq Textiles Group Ltd", "Kestrel Property Fund plc"])
def test_a_ship_s_name_inside_a_company_s_is_no_ship(query: str, own: Finder) -> None:
    assert decision(query, own) is Decision.NO_MATCH


def test_a_ship_s_name_parted_from_a_company_s_by_a_sign_is_one(own: Finder) -> None:
    assert decision("Melz Tavroq / Etelbor Holding Ltd", own) is not Decision.NO_MATCH


@pytest.mark.parametrize(
    "query",
    [
        "Zurvalik",
        "Orbanesti Sergey",
        "Roman Zelmowitsch",
        "Four Qarpeaks Trading",
        "Nureddine Melqart Transport",
        "Hezbollah",
        "Hizbullah",
        "Hisbollah",
    ],
)
def test_what_people_write_for_a_listed_name_is_found(query: str, own: Finder) -> None:
    assert decision(query, own) is not Decision.NO_MATCH


def test_persons_of_other_fathers_are_two(own: Finder) -> None:
    assert decision("Orbanesti Sergei Ivanovich", own) is Decision.NO_MATCH


def test_a_brand_with_another_company_s_form_and_trade_is_not_taken_for_it(own: Finder) -> None:
    assert decision("Zurvalik Foods Logistics GmbH", own) is not Decision.MATCH


def test_what_agrees_by_chance_ranks_well_behind_the_threshold(own: Finder) -> None:
    (hit, *_) = match("Qurtek GmbH", own, Policy(threshold=0.0))
    assert own.index.name_texts[hit.name] == "Qartek LLC"
    assert hit.score < model().threshold - 0.2


def test_the_country_makes_up_for_words_that_agree_by_chance(language: Language) -> None:
    (name,) = (ListedName(text="Qartek LLC", kind=NameKind.PRIMARY),)
    listed = Entity(id="custom:1", kind=Kind.ORGANIZATION, names=(name,), countries=("kz",))
    finder = Finder(build([listed], language))
    here = Query(name="Qurtek GmbH", countries=("kz",))
    elsewhere = Query(name="Qurtek GmbH", countries=("it",))
    found, lost = match_queries([here, elsewhere], finder, Policy(threshold=0.0))
    assert decide(found[0].score) is Decision.REVIEW
    assert decide(lost[0].score) is Decision.NO_MATCH


@pytest.fixture(scope="module")
def others(language: Language) -> Finder:
    listed = (
        ("QUEEN SARITA III", Kind.VESSEL),
        ("Korlan Insurance Company", Kind.ORGANIZATION),
        ("Al-Rusafiyah Money Exchange", Kind.ORGANIZATION),
    )
    return Finder(
        build(
            [
                Entity(
                    id=f"t:{i}", kind=kind, names=(ListedName(text=text, kind=NameKind.PRIMARY),)
                )
                for i, (text, kind) in enumerate(listed)
            ],
            language,
        )
    )


@pytest.mark.parametrize("query", ["QUEEN SARITA II", "M/V Queen Sarita 4"])
def test_a_ship_of_another_number_is_a_sister(query: str, others: Finder) -> None:
    assert not match(query, others, Policy(0.8))


def test_a_ship_by_its_number_in_digits_is_found(others: Finder) -> None:
    assert match("QUEEN SARITA 3", others, Policy(0.8))


def test_a_word_of_every_day_is_no_slip_for_a_name(others: Finder) -> None:
    assert not match("Korean Insurance Company", others, Policy(0.8))
    assert match("Korlann Insurance Company", others, Policy(0.8))


@pytest.mark.parametrize("query", ["Rusafiya Exchange", "Rusafiya Finance"])
def test_a_long_brand_may_be_spelt_by_another_table(query: str, others: Finder) -> None:
    assert match(query, others, Policy(0.8))


@pytest.mark.parametrize("query", ["Xiao Ming", "Xiaoning Wang", "Weng Xiaoming"])
def test_other_syllables_or_fewer_are_another_chinese_person(query: str, own: Finder) -> None:
    assert decision(query, own) is Decision.NO_MATCH
