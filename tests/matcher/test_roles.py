"""What the words of a name do by their script and their place."""

import pytest

from matcher.lexicon.tables import Role
from matcher.names.parser import analyse
from matcher.names.roles import is_patronymic
from matcher.names.variants import every_variant


def telling(text: str) -> list[str]:
    return [word.form for word in analyse(text).words if word.is_content]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Z O Logistics LLC", ["z", "o", "logistics"]),
        ("A & L Engineering", ["a", "l", "engineering"]),
        ("MN Aviation Ltd", ["mn", "aviation"]),
        ("Photon Pro LLP", ["photon", "pro"]),
        ("Tariq Das", ["tariq", "das"]),
        ("Du Wenyong", ["du", "wenyong"]),
        ("SI CHEN", ["si", "chen"]),
        ("Mujahidin Timur (MIT)", ["mujahidin", "timur", "mit"]),
    ],
)
def test_initials_are_no_little_words_of_other_languages(name: str, words: list[str]) -> None:
    assert telling(name) == words


@pytest.mark.parametrize(
    "name", ["Institut nauki i tekhniki", "Институт науки и техники", "Instituto de Arte y Ciencia"]
)
def test_a_little_word_between_two_words_of_its_language_tells_nothing(name: str) -> None:
    assert analyse(name).words[-2].role is Role.STOP


def test_an_arabic_preposition_is_one_in_arabic_letters_only() -> None:
    assert "fy" not in telling("الدولة الإسلامية في العراق")
    assert telling("FY Marine Works")[0] == "fy"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("OSK JSC", ["osk"]),
        ("LLC MBB", ["mbb"]),
        ("JSC ‘Corporation MIT’", ["mit"]),
        ("Soran Trading", ["soran", "trading"]),
        ("ETS Solutions Ltd.", ["ets", "solutions"]),
        ("Wyatt Ltd", ["wyatt"]),
        ("Trading SAM", ["trading", "sam"]),
        ("EP-MHP", ["ep", "mhp"]),
        ("Jointstock Company Qorvant", ["qorvant"]),
        ("Qorvant Limitedliability Co", ["qorvant"]),
        ("Акционерноеобщество Qorvant", ["qorvant"]),
    ],
)
def test_a_legal_form_is_never_all_that_a_name_has(name: str, words: list[str]) -> None:
    assert telling(name) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Oktava JSC", ["oktava"]),
        ("АО Октава", ["oktava"]),
        ("Eleven Eighty Eight Limited", ["eleven", "eighty eight"]),
        # Digits and Roman numerals are numbers all the same, and so are words beside others.
        ("1188 Limited", ["1188"]),
        ("XII LLC", ["12"]),
        ("Kestrel Oktava JSC", ["kestrel", "8"]),
        ("Tenth Bearing Plant JSC", ["10", "bearing", "plant"]),
    ],
)
def test_a_number_in_words_is_the_name_where_there_is_nothing_else(
    name: str, words: list[str]
) -> None:
    assert telling(name) == words


@pytest.mark.parametrize("query", ["АО Октава, Тула", "JSC Oktava Russia", "Oktava"])
def test_such_a_name_is_one_with_a_place_around_it(query: str) -> None:
    readings = every_variant(analyse(query))
    assert any(one.name.core == ("oktava",) for one in readings)


FORMS = (
    "W.L.L.|Pvt Ltd|(Private) Limited|Sanayi ve Ticaret A.Ş.|San. ve Tic. Ltd. Şti.|Tbk|PCL|S.A.E."
    "|S.A.L.|Q.P.S.C.|B.S.C. Closed|DWC-LLC|XXK|TNHH|DOOEL|SCARL|S.à r.l.|S.A.B. de C.V.|IKE|PrAT"
    "|ش.ذ.م.م|ذ.م.م|ش.م.ح|ش.م.م|م.د.م.س|ПрАТ|ЖШС|ՓԲԸ|จำกัด (มหาชน)|주식회사|W L L|S p A|K.K.|SLU"
)


@pytest.mark.parametrize("form", FORMS.split("|"))
def test_a_legal_form_behind_a_name_tells_nothing(form: str) -> None:
    assert telling(f"Qorvant Zelkiri {form}") == ["qorvant", "zelkiri"]


@pytest.mark.parametrize(
    "name", ["JSCTorvelmash", "OOOTorvelmash", "LLCTorvelmash", "AOTorvelmash"]
)
def test_a_legal_form_glued_in_front_is_one(name: str) -> None:
    assert telling(name) == ["torvelmash"]


@pytest.mark.parametrize("form", ["anatolyevich", "anatolijevitch", "petrowitsch", "sergeevna"])
def test_patronymics_are_known_in_any_transliteration(form: str) -> None:
    assert is_patronymic(form)


def test_a_short_surname_is_no_patronymic() -> None:
    assert not is_patronymic("ilich")
    assert not is_patronymic("kovac")
