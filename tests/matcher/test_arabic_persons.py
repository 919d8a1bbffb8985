"""Persons' names in Arabic letters: what each of their words may be in Latin ones."""

import pytest

from matcher.index.build import build
from matcher.lexicon.vowelless import may_be
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind


def hits(asked: str, listed: str, language: Language) -> bool:
    party = Entity(
        id="t:1", kind=Kind.PERSON, names=(ListedName(text=listed, kind=NameKind.PRIMARY),)
    )
    return bool(match(asked, Finder(build([party], language)), Policy(0.8)))


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        # A name that may be a country's people.
        ("كريم الهندي", "Karim al-Hindi"),
        # One word in an unlikely way beside others in their likeliest.
        ("وسام علي محمد علوش", "Wisam Ali Mohamed Allouche"),
        ("فرهاد شهماری قوجه", "Farhad Shahmari Ghojeh"),
        # An article that the list writes with its word, and one as it is heard.
        ("طارق علي الحسن", "Tariq Ali Alhassan"),
        ("عبد الرزاق موسى", "Abdurrazzaq Musa"),
        ("زكريا الصبار", "Zakarya Essabar"),
        # Surnames made of *of the faith*, and how Afghans hear ث.
        ("نادر علاء الدینی", "Nader Alaeddini"),
        ("سيد غياث الدين نوري", "Sayyed Ghiasuddin Noori"),
        ("حكيم سيف الدين", "Hakim Seifeddine"),
        # Names of God, Maghrebi spellings, Turkic parts of names.
        ("عبد التواب نوري", "Abd-al-Tawwab Nouri"),
        ("عماد قدير", "Imed Ghedeir"),
        ("عبدالسلام مردان قل", "Abdul Salam Mardan Qul"),
    ],
)
def test_a_person_is_found(asked: str, listed: str, language: Language) -> None:
    assert hits(asked, listed, language)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        # A given name is not the title.
        ("سعید رحیمی", "Seyyed Rahimi"),
        # What a word begins with is heard.
        ("احسان اکبری", "Hossein Akbari"),
        ("حمید شهزاد", "Shahzad Ahmed"),
        # Where the list has Arabic letters, too, other consonants make another name.
        ("احمد صافی", "احمد شفائی"),
    ],
)
def test_a_name_of_other_sounds_is_another(asked: str, listed: str, language: Language) -> None:
    assert not hits(asked, listed, language)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("سید رحیمی", "Seyyed Rahimi"),
        ("سعید رحیمی", "Saeed Rahimi"),
        ("احسان اکبری", "Ehsan Akbari"),
        ("ابراهيم شهزاد", "Brahim Shahzad"),
        ("احمد شفایی", "احمد شفائی"),
        ("قاسم طلوعی", "غاسم تلوعي"),
    ],
)
def test_the_same_name_stays_found(asked: str, listed: str, language: Language) -> None:
    assert hits(asked, listed, language)


@pytest.mark.parametrize(
    ("word", "latin", "may"),
    [
        ("هندی", "hindi", True),
        ("هندی", "indian", False),
        ("احسان", "ehsan", True),
        ("احسان", "hossein", False),
        ("ابراهیم", "brahim", True),
        ("اوکتان", "octane", True),
        ("حمید", "ahmed", False),
    ],
)
def test_a_words_beginning_is_heard(word: str, latin: str, may: bool) -> None:
    assert may_be(word, latin) is may
