"""Names in other scripts with what stands around them, and names that Koreans and Japanese read
otherwise than the Chinese.
"""

import pytest
from support.listed_companies import is_hit

from matcher.index.build import build
from matcher.names.native_titles import untitled
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.names.variants import asked_variants
from matcher.search.reverse import build_book, matching_parties
from records import Entity, Kind, ListedName, NameKind, Query

COMPANY, PERSON = Kind.ORGANIZATION, Kind.PERSON


def read(text: str) -> set[str]:
    """All ways in which a name is read, its words with spaces between."""
    return {
        " ".join(word.form for word in reading.name.words)
        for reading in asked_variants(analyse(text))
    }


@pytest.mark.parametrize(
    ("asked", "listed", "kind"),
    [
        ("بانک مهران شعبه دبی", "Mehran Bank", COMPANY),
        ("شعبه بانک مهران در مسکو", "Mehran Bank", COMPANY),
        ("به: بانک مهران، تهران", "Mehran Bank", COMPANY),
        ("بنك المرجان فرع عمان", "Al Marjan Bank", COMPANY),
        ("대동강은행 베이징지점", "Taedonggang Bank", COMPANY),
        ("دکتر قاسم زاهدپور", "Ghasem Zahedpour", PERSON),
        ("آیت‌الله قاسم زاهدپور", "Ghasem Zahedpour", PERSON),
    ],
)
def test_a_name_is_found_with_its_branch_its_town_or_a_title(
    asked: str, listed: str, kind: Kind, language: Language
) -> None:
    assert is_hit(asked, listed, kind, language)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [("البنك التجاري القطري", "Bank Tejarat"), ("البنك الوطني العماني", "Bank Melli")],
)
def test_a_national_bank_of_another_country_is_another(
    asked: str, listed: str, language: Language
) -> None:
    assert not is_hit(asked, listed, COMPANY, language)


def test_other_words_make_another_name_of_one_that_is_read(language: Language) -> None:
    assert not is_hit("بانک مهران طلوع دبی", "Mehran Bank", COMPANY, language)


def test_a_change_of_a_list_finds_who_is_asked_for_with_a_branch(language: Language) -> None:
    book = build_book([(7, Query(name="شعبه بانک مهران در مسکو"))], language)
    name = ListedName(text="Mehran Bank", kind=NameKind.PRIMARY)
    listed = build([Entity(id="t:1", kind=COMPANY, names=(name,))], language)
    assert matching_parties(book, listed, [0], 0.8).tolist() == [7]


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        # Words that are written as one.
        ("بانک‌ملی‌ایران", "bank melli iran"),
        ("بانکمهران", "bank mehran"),
        ("سوفت ايرللتجارة العامة", "soft air general trading"),
        # Two legal forms by their letters.
        ("كوبر ش.م.ح م.د.م.س", "cooper fzco dmcc"),
        # Koreans write foreign names by their sound.
        ("세르게이 라브로프", "sergei lavrov"),
        # A Korean firm and a Korean in Chinese characters.
        ("朝鲜大成银行", "korea taesong bank"),
        ("金永哲", "kim yongchol"),
        # Japanese in characters: a gang, and a firm with one that only Japan writes so.
        ("弘道会", "kodokai"),
        ("東洋信用実業", "toyo shinyo jitsugyo"),
        # What a party is called stands in its firms' names.
        ("华为终端有限公司", "huawei device co ltd"),
        # A phrase in Greek.
        ("Κεντρική Τράπεζα της Ρωσίας", "central bank of russia"),
    ],
)
def test_a_name_is_read_as_its_own_people_read_it(text: str, latin: str) -> None:
    assert latin in read(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("دکتر علی زاهد", "علی زاهد"),
        ("李家明先生", "李家明"),
        ("김영호 위원장", "김영호"),
        ("ဦး မြင့်လှိုင်", "မြင့်လှိုင်"),
        ("κ. Βλαντιμίρ Ζάρεφ", "Βλαντιμίρ Ζάρεφ"),
        ("سید علی زاهد", "سید علی زاهد"),
        ("先生", "先生"),
    ],
)
def test_titles_are_left_out_and_given_names_stay(text: str, kept: str) -> None:
    start, end = untitled(text)
    assert text[start:end].strip() == kept


@pytest.mark.parametrize(
    ("listed", "asked", "kind"),
    [
        ("قاسم زاهدپور", "Ghasem Zahedpour", PERSON),
        ("خالد يوسف الشمري", "Khaled Yousef Al-Shammari", PERSON),
        ("武汉金泽贸易有限公司", "Wuhan Jinze Trading Co., Ltd.", COMPANY),
        ("대동강무역회사", "Taedonggang Trading Corporation", COMPANY),
        ("김영호", "Kim Yong Ho", PERSON),
    ],
)
def test_a_party_that_is_listed_in_its_own_script_only_is_found_in_latin_letters(
    listed: str, asked: str, kind: Kind, language: Language
) -> None:
    assert is_hit(asked, listed, kind, language)


def test_a_party_with_a_latin_name_has_no_readings_on_the_list(language: Language) -> None:
    names = ("Wuhan Jinze", "武汉金泽贸易有限公司")
    listed = tuple(ListedName(text=one, kind=NameKind.PRIMARY) for one in names)
    assert build([Entity(id="t:1", kind=COMPANY, names=listed)], language).name_count == len(names)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("금강쉬핑 서울지점", "Kumgang Bank"),
        ("بانک نور سپهر شعبه مرکزی تهران", "Bank Markazi Iran"),
    ],
)
def test_a_branch_makes_no_brand_of_a_word_beside_others(
    asked: str, listed: str, language: Language
) -> None:
    assert not is_hit(asked, listed, COMPANY, language)
