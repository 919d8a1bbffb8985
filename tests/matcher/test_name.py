"""A name is taken apart into words that each have a role, a reading and a place."""

import pytest

from matcher.comparison.persons import analyse_person
from matcher.lexicon.tables import Role
from matcher.names.parser import analyse, is_roman, roman
from matcher.names.variants import variants
from matcher.names.word import Word, key_of


def forms(text: str) -> list[str]:
    return [word.form for word in analyse(text).words]


def parts(text: str, role: Role) -> list[str]:
    """The words of a role, as written."""
    return [text[w.start : w.end] for w in analyse(text).words if w.role is role]


def concepts(text: str) -> list[str | None]:
    return [word.concept for word in analyse(text).words if word.role is Role.LEGAL]


@pytest.mark.parametrize(
    ("text", "legal", "concept"),
    [
        ("Valerian Labs, Inc.", "Inc", "LLC"),
        ("Era-Media TOV", "TOV", "LLC"),
        ("Ера-медіа ТОВ", "ТОВ", "LLC"),
        ("LIMITED LIABILITY COMPANY ADVANTA M SPB", "LIMITED LIABILITY COMPANY", "LLC"),
        ("ООО Адванта", "ООО", "LLC"),
        ("武汉高芯科技有限公司", "有限公司", "LLC"),
        ("ALPHACONNECT INVESTMENTS CO. LTD.", "CO. LTD", "LLC"),
        ("ESTACIONES DE SERVICIOS CANARIAS, S.A. DE C.V.", "S.A. DE C.V", "JSC"),
        ("BANCO VTB AFRICA SA", "SA", "JSC"),
        ("Public Joint Stock Company Sovcomflot", "Public Joint Stock Company", "JSC"),
        ("Rosneft GmbH & Co. KG", "GmbH & Co. KG", "LP"),
    ],
)
def test_legal_forms_of_all_scripts_and_positions_are_one_word(
    text: str, legal: str, concept: str
) -> None:
    assert parts(text, Role.LEGAL) == [legal]
    assert concepts(text) == [concept]


@pytest.mark.parametrize(
    "text",
    [
        "Limted Liability Company Advanta",
        "Limited Liabilty Company Advanta",
        "Advanta Incorporatd",
        "Advanta Corporaton",
        "Limited Liqbility Company Advanta",
        "Open Joint Stxck Company Advanta",
        "Akotsionernoe Obshchestvo Advanta",
        "Обшество с ограниченной ответственностью Advanta",
    ],
)
def test_a_misspelt_legal_form_is_a_legal_form(text: str) -> None:
    assert forms(" ".join(parts(text, Role.WORD))) == ["advanta"]
    assert len(concepts(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "PJS Advanta",
        "Advanta JCS",
        "Advanta Limited Liability",
        "Cty TNHH 2TV Advanta",
        "TCTY Advanta",
        "C.ty CP Advanta",
        "Cty TNHH TM DV Advanta",
        "CÔNG TY TNHH THƯƠNG MẠI DỊCH VỤ Advanta",
        "CTCP TMDV Advanta",
    ],
)
def test_a_legal_form_that_is_cut_or_shortened_is_one(text: str) -> None:
    assert parts(text, Role.WORD) == ["Advanta"]
    assert len(parts(text, Role.LEGAL)) == 1


def test_letters_that_may_be_a_form_are_none_where_they_are_all_that_a_name_has() -> None:
    assert parts("JCS", Role.WORD) == ["JCS"]
    assert parts("JCS Trading", Role.WORD) == ["JCS"]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("DB", "Design Bureau"),
        ("CDB", "TsKB"),
        ("MDB", "MKB"),
        ("SPC", "НПЦ"),
        ("CSPA", "ЦНПО"),
        ("lil-Tijara", "Trading"),
        ("lil-Sarafah", "للصرافة"),
        ("Hnos.", "Hermanos"),
        ("Gebrüder", "Brothers"),
        ("Établissements", "Etablissement"),
    ],
)
def test_letters_and_words_of_another_language_mean_what_the_words_mean(
    short: str, long: str
) -> None:
    left, right = analyse(f"Advanta {short}").words[1], analyse(f"Advanta {long}").words[1]
    assert left.concept == right.concept is not None


@pytest.mark.parametrize("text", ["Mahcine Building", "Real Esttae", "Dis Tciaret"])
def test_a_phrase_is_known_with_two_letters_in_each_other_s_place(text: str) -> None:
    assert [word.role for word in analyse(text).words] == [Role.TRADE]


def test_a_word_with_letters_in_each_other_s_place_stays_one_outside_a_phrase() -> None:
    assert [word.form for word in analyse("Untied Mahcine").words] == ["untied", "mahcine"]


@pytest.mark.parametrize("text", ["Valerian Lab", "Bank Rossiya", "Lada", "Corsair Trade"])
def test_ordinary_words_are_no_misspelt_legal_form(text: str) -> None:
    assert parts(text, Role.LEGAL) == []


def test_a_glued_legal_form_is_cut_off() -> None:
    assert forms("ValerianInc") == ["valerian", "inc"]
    assert parts("AdvantaLLC", Role.LEGAL) == ["LLC"]
    assert parts("AdvantaGmbH", Role.LEGAL) == ["GmbH"]


def test_capitals_in_a_word_are_no_glued_legal_form() -> None:
    assert forms("AlphaConnect") == ["alphaconnect"]
    assert forms("GAZPROMBANK") == ["gazprombank"]


@pytest.mark.parametrize("text", ["S.p.A. Advanta", "SpA Advanta", "S.P.A. Advanta"])
def test_dotted_abbreviations_are_the_undotted_ones(text: str) -> None:
    assert forms(text) == ["spa", "advanta"]


def test_a_short_legal_form_inside_a_name_is_a_word_of_it() -> None:
    assert parts("Bank as Trust", Role.LEGAL) == []
    assert parts("Trust Bank AS", Role.LEGAL) == ["AS"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Genava 12", "12"),
        ("Genava XII", "12"),
        ("Genava Twelve", "12"),
        ("Genava 12th", "12"),
        ("Plant No. 9", "9"),
        ("Завод № 9", "9"),
        ("Zavod 09", "9"),
        ("Second Bank", "2"),
        ("Banco Segundo", "2"),
    ],
)
def test_numbers_ordinals_and_roman_numerals_are_one_number(text: str, number: str) -> None:
    found = [word.form for word in analyse(text).words if word.role is Role.NUMBER]
    assert found == [number]


def test_russian_ordinals_are_numbers() -> None:
    assert parts("Второй завод", Role.NUMBER) == ["Второй"]


def test_a_glued_legal_form_of_another_alphabet_is_cut_off() -> None:
    assert parts("ГазпромбанкООО", Role.LEGAL) == ["ООО"]
    assert parts("АОГазпромбанк", Role.LEGAL) == ["АО"]
    assert parts("АОГазпромбанк", Role.WORD) == ["Газпромбанк"]
    assert parts("МАО Газпромбанк", Role.LEGAL) == []


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Bank of Iraq", "IQ"),
        ("Bank of Iran", "IR"),
        ("Iraq Bank", "IQ"),
        ("Oman", "OM"),
    ],
)
def test_a_country_is_that_country_wherever_it_stands(text: str, country: str) -> None:
    assert [w.concept for w in analyse(text).words if w.role is Role.PLACE] == [country]


@pytest.mark.parametrize("text", ["xi", "Xi", "I", "V", "X", "IIII", "CIVIL"])
def test_single_letters_and_other_words_are_no_roman_numeral(text: str) -> None:
    assert not is_roman(text)
    assert parts(text, Role.NUMBER) == []


@pytest.mark.parametrize(
    ("numeral", "value"), [("II", 2), ("IV", 4), ("IX", 9), ("XIV", 14), ("XXIX", 29)]
)
def test_value_of_roman_numerals(numeral: str, value: int) -> None:
    assert is_roman(numeral)
    assert roman(numeral) == value


@pytest.mark.parametrize("text", ["Rosneft's", "Rosneft’s", "Rosneft`s", "ROSNEFT'S"])
def test_a_possessive_is_no_part_of_the_word(text: str) -> None:
    (word,) = analyse(text).words
    assert (word.form, word.end) == ("rosneft", 7)


def test_an_elided_article_is_no_part_of_the_word() -> None:
    (word,) = analyse("l’Union").words
    assert (word.form, word.start, word.concept) == ("union", 2, "UNION")
    assert forms("Banca dell'Etruria") == ["banca", "etruria"]


def test_an_apostrophe_inside_a_word_is_dropped() -> None:
    assert forms("Sa'id O’Reilly") == ["said", "oreilly"]


def test_a_person_has_no_legal_form_and_no_trade() -> None:
    assert {word.role for word in analyse_person("Ann Bank Santos SA").words} == {Role.WORD}


def test_signs_alone_are_no_word() -> None:
    assert analyse("... & — !").core == ()
    assert analyse("").words == ()


def read(text: str) -> list[tuple[str, bool]]:
    return [
        (" ".join(text[w.start : w.end] for w in name.words), short)
        for name, short, *_ in variants(text)
    ]


def test_letters_in_brackets_are_a_short_name() -> None:
    whole = "Korea Mining Development Trading Corporation"
    assert read(f"{whole} (KOMID)") == [(f"{whole} KOMID", False), ("KOMID", True), (whole, False)]


def test_words_in_brackets_are_a_remark_that_may_be_left_out() -> None:
    assert read("Rosneft (Moscow)") == [("Rosneft Moscow", False), ("Rosneft", False)]


@pytest.mark.parametrize(
    "between",
    [" a.k.a. ", " aka ", " f.k.a. ", " formerly ", " formerly known as ", " d/b/a ", " / ", "; "],
)
def test_other_names_in_one_string_are_names(between: str) -> None:
    found = read(f"Gazprombank{between}Sovcomflot")
    assert ("Gazprombank", False) in found
    assert ("Sovcomflot", False) in found


@pytest.mark.parametrize("between", [" f/k/a ", " a/k/a ", " n/k/a "])
def test_other_names_behind_slashed_abbreviations_are_names(between: str) -> None:
    assert ("Sovcomflot", False) in read(f"Gazprombank{between}Sovcomflot")


def test_a_plain_name_is_read_once() -> None:
    assert read("Era-Media TOV") == [("Era Media TOV", False)]


@pytest.mark.parametrize(
    "text",
    [
        "Korea Mining Development Trading Corporation (KOMID)",
        "Gazprombank a.k.a. АО Газпромбанк; 武汉高芯科技有限公司",
        "Banca d'Italia’s S.p.A. (Roma)",
        "زد آر إنيرجي م.د.م.س",
    ],
)
def test_offsets_always_point_into_the_original_text(text: str) -> None:
    for name, *_ in variants(text):
        assert name.text == text
        for word in name.words:
            alone = analyse(text[word.start : word.end]).words
            assert "".join(w.form for w in alone).replace(" ", "") == word.form.replace(" ", "")


@pytest.mark.parametrize("text", ["OSK JSC", "AO OSK", "OSK", "JSC GosNIIP"])
def test_a_rare_legal_form_is_the_name_where_there_is_no_other(text: str) -> None:
    (word,) = parts(text, Role.WORD)
    assert word in ("OSK", "GosNIIP")


@pytest.mark.parametrize("text", ["GmbH", "Co. Ltd.", "Zarvat OSK", "JSC"])
def test_other_legal_forms_are_no_name(text: str) -> None:
    assert "OSK" not in parts(text, Role.WORD)
    assert parts(text, Role.LEGAL)


def test_a_word_is_known_by_all_its_fields_but_its_place() -> None:
    """Keys are cut out of a word by place: a field that is added has to be taken in or left out."""
    word = Word(3, 9, "gazprom", Role.WORD, "GAS", consonantal=True)
    assert word.key == key_of(word) == (word.form, word.role, word.concept, word.consonantal)
    assert (word._fields[:2], len(word)) == (("start", "end"), 2 + len(word.key))
    assert Word.of(word.key, 3, 9) == word.at(3, 9) == word
    assert word.at(5, 11) == word.moved(2) == word._replace(start=5, end=11)
