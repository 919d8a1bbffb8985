"""Names in Arabic letters whose own words have a meaning, and words by their shape."""

import pytest

from matcher.index.build import build
from matcher.lexicon.arabic import guesses
from matcher.lexicon.folding import fold
from matcher.names.parser import analyse
from matcher.names.term_weights import Language
from matcher.names.variants import asked_variants
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind


def hits(asked: str, listed: str, kind: Kind, language: Language) -> bool:
    party = Entity(id="t:1", kind=kind, names=(ListedName(text=listed, kind=NameKind.PRIMARY),))
    return bool(match(asked, Finder(build([party], language)), Policy(0.8)))


def read(text: str) -> set[str]:
    return {" ".join(w.form for w in one.name.words) for one in asked_variants(analyse(text))}


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("عيدي", "eidi"),  # a diphthong behind the first consonant
        ("مطوع", "mutawa"),  # a doubled glide
        ("حويش", "huwaysh"),  # a diminutive
        ("زينيه", "zeiniya"),  # a feminine adjective
    ],
)
def test_a_word_is_read_by_its_shape(word: str, latin: str) -> None:
    assert latin in guesses(fold(word), persian=False)


def test_a_firms_own_words_are_read_by_their_sound_beside_translated_trades(
    language: Language,
) -> None:
    listed = "Albahr Alaahmar Energy FZE"
    assert hits("البحر الأحمر للطاقة م م ح", listed, Kind.ORGANIZATION, language)
    assert not hits("البحر الأسود للطاقة م م ح", listed, Kind.ORGANIZATION, language)


def test_nothing_hangs_on_a_persian_word() -> None:
    assert not any("akhtar" in one.split() for one in read("شرکت کالای باختر"))


def test_and_stands_for_and() -> None:
    assert any(" and " in one for one in read("الشركة العامة للفوسفات و المناجم"))


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("الجماعة التونسية المقاتلة", "Tunisian Combatant Group"),
        ("عبدلله كرمانزلق", "Abdullah Kermanzalaq"),
    ],
)
def test_a_name_is_found(asked: str, listed: str, language: Language) -> None:
    assert hits(asked, listed, Kind.ORGANIZATION, language)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        # A town is no legal form with an article, misspelt.
        ("بنك الشارقة", "EN BANK PJSC"),
        ("الجماعة التونسية", "Libyan Combatant Group"),
    ],
)
def test_another_name_is_no_hit(asked: str, listed: str, language: Language) -> None:
    assert not hits(asked, listed, Kind.ORGANIZATION, language)
