"""What names in other scripts are not: others that only sound like them, mean the same or are half
of them.
"""

import pytest

from matcher.index.build import build
from matcher.lexicon.arabic import foreign
from matcher.lexicon.native_words import native_words
from matcher.lexicon.vowelless import may_be
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.names.variants import asked_variants
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind


def hits(asked: str, listed: str, kind: Kind, language: Language) -> bool:
    party = Entity(
        id="t:1",
        kind=kind,
        names=(ListedName(text=listed, kind=NameKind.PRIMARY),),
    )
    return bool(match(asked, Finder(build([party], language)), Policy(0.8)))


@pytest.mark.parametrize(
    ("asked", "listed", "kind"),
    [
        # Two characters are no person's name without the surname.
        ("允強", "Li Yun-chiang", Kind.PERSON),
        ("宋艳", "Songyan Ji", Kind.PERSON),
        # Other characters of the same or nearly the same sound.
        ("亞信", "亞新電子科技有限公司", Kind.ORGANIZATION),
        ("重庆心瑞贸易有限公司", "鑫瑞吉貿易有限公司", Kind.ORGANIZATION),
        ("成都祥阁贸易有限公司", "Xianghe Trade Co., Ltd.", Kind.ORGANIZATION),
        # What is short for a trade is not short for another, nor for the firm's own word.
        ("鑫瑞吉貿易有限公司", "Xin Rui Ji Trans Co., Limited", Kind.ORGANIZATION),
        ("雷鳴科技香港有限公司", "Raym Technology HK Co Limited", Kind.ORGANIZATION),
        ("Μεταλλική Ένωση Καράτζη", "Karaj Metal Union", Kind.ORGANIZATION),
        # Only firms of Korea are read as Koreans read characters; another number.
        ("緑進商事株式会社", "Korea Rokjin Trading Corporation", Kind.ORGANIZATION),
        ("株式会社第78航空機修理工場", "JSC 77 Aircraft Repair Plant", Kind.ORGANIZATION),
        # A person's name, and a company that is called so and has a trade.
        ("田芳", "Tian Fang Holdings Limited", Kind.ORGANIZATION),
        # One word that means the same.
        ("ООО «Альянс»", "Alliance EG Ltd.", Kind.ORGANIZATION),
        ("شركة البحري", "Maritime Joint Stock Bank", Kind.ORGANIZATION),
        # A short word in another script is not misspelt besides.
        ("ООО «Авито»", "LIMITED LIABILITY COMPANY AVISTO", Kind.ORGANIZATION),
        # The listed company has a word more of its own.
        ("ООО «Зелматранс»", "Qarvik-Zelmatrans OOO", Kind.ORGANIZATION),
        # *Son of* and one name of a person's.
        ("عمر بن سعيد", "Ibn Omar", Kind.PERSON),
        # Words of everybody's beside others.
        ("ПАО «Красный Октябрь»", "JSC Octayabr", Kind.ORGANIZATION),
        ("Виктория Анатольевна Суворова", "OOO Viktoriia", Kind.ORGANIZATION),
        # A ship that is called as half of a person's name.
        ("سنان الدجاني", "Sanan", Kind.VESSEL),
        # Vowels made a legal form of the surname.
        ("عرفه كسواني", "ARFA", Kind.ORGANIZATION),
        # A word for trade in an office's name is no bank that is called so.
        ("مكتب النيل للتجارة", "Bank Tejarat", Kind.ORGANIZATION),
        # Letters have no sounds.
        ("الوثبة للتأمين", "VTB INSURANCE LIMITED", Kind.ORGANIZATION),
        # Initials in another script are no trade cut short.
        ("ООО «ЦМТ»", "AG Terminal OOO", Kind.ORGANIZATION),
        # An apostrophe is no quotation mark.
        ("ООО «О'Кей»", "Global Key Limited Liability Company", Kind.ORGANIZATION),
    ],
)
def test_what_only_sounds_alike_is_another(
    asked: str, listed: str, kind: Kind, language: Language
) -> None:
    assert not hits(asked, listed, kind, language)


@pytest.mark.parametrize(
    ("asked", "listed", "kind"),
    [
        ("李允強", "Li Yun-chiang", Kind.PERSON),
        # Cut at a field's end.
        (
            "Акционерное Общество Зелмаровско",
            "Акционерное Общество Зелмаровское Предприятие Тирвакс",
            Kind.ORGANIZATION,
        ),
        ("亞新電子", "亞新電子科技有限公司", Kind.ORGANIZATION),
        ("ООО «Ависто»", "LIMITED LIABILITY COMPANY AVISTO", Kind.ORGANIZATION),
        ("عرفه كسواني", "Arfa Kiswani", Kind.PERSON),
        ("حركة حماس", "Hamas", Kind.ORGANIZATION),
        ("غازبروم", "Gazprom", Kind.ORGANIZATION),
        ("بانک تجارت", "Bank Tejarat", Kind.ORGANIZATION),
        # A name that some country has for a legal form.
        ("سعد بن سعد محمد شریان الكعبي", "Sa'd bin Sa'd Muhammad Shariyan al-Ka'bi", Kind.PERSON),
        # Another script may be read a letter off throughout.
        ("فیرقو مارین", "Virgo Marine", Kind.ORGANIZATION),
        ("شرکت شاهین", "Shaheen Company", Kind.ORGANIZATION),
        ("نيكولاس مادورو", "Nicolas Maduro", Kind.PERSON),
        ("弗拉基米尔·普京", "Vladimir Putin", Kind.PERSON),
        ("伊斯兰国", "Islamic State", Kind.ORGANIZATION),
        ("Аш-Шабааб", "Al-Shabaab", Kind.ORGANIZATION),
        ("诺瓦泰克公司", "OAO NOVATEK", Kind.ORGANIZATION),
    ],
)
def test_what_is_the_same_stays_found(
    asked: str, listed: str, kind: Kind, language: Language
) -> None:
    assert hits(asked, listed, kind, language)


@pytest.mark.parametrize(
    ("word", "latin", "may"),
    [
        ("سالم", "salem", True),
        ("سالم", "salameh", False),
        ("ויסמן", "yasmin", False),
        ("אסתר", "star", False),
        ("אסתר", "ester", True),
    ],
)
def test_vowels_that_the_script_would_write_are_written(word: str, latin: str, may: bool) -> None:
    assert may_be(word, latin) is may


def test_a_foreign_name_in_arabic_has_its_vowels() -> None:
    assert "gazprom" in foreign("غازبروم")
    assert foreign("محمد") == ()


def test_neighbours_and_halves_of_known_names_are_not_learned() -> None:
    assert "mohammad" not in native_words()["پور"]
    assert "reza" not in native_words()["علیرضا"]


def test_guesses_are_read_beside_known_names() -> None:
    read = {one.name.words[0].form for one in asked_variants(analyse("بيت القرصان"))}
    assert "bayt" in read
