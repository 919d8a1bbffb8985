"""Arabic and Persian words that a file holds otherwise than they were meant."""

import pytest

from matcher.index.build import build
from matcher.lexicon.folding import fold
from matcher.lexicon.letter_names import spelled_out
from matcher.names.arabic_slips import as_meant, glued
from matcher.names.loan_compounds import arabic_compounds
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Entity, Kind, ListedName, NameKind


def hits(asked: str, listed: str, language: Language) -> bool:
    party = Entity(
        id="t:1", kind=Kind.ORGANIZATION, names=(ListedName(text=listed, kind=NameKind.PRIMARY),)
    )
    return bool(match(asked, Finder(build([party], language)), Policy(0.8)))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("النفظية", "النفطية"),  # a dot too many
        ("لالستشارات", "للاستشارات"),  # a ligature turned around
        ("النفطية", "النفطية"),
        # Without an article it may be a name; in a compound the article is none of the word's.
        ("تخاري", "تخاري"),
        ("عبدالرقيب", "عبدالرقيب"),
    ],
)
def test_a_word_is_read_as_it_was_meant(written: str, meant: str) -> None:
    assert as_meant(fold(written)) == fold(meant)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("العامرلصناعة", ["العامر", "لصناعة"]),
        ("جهادخودکفایی", ["جهاد", "خودکفایی"]),
        # Names of two words, which are read as such.
        ("عبدالرضا", ["عبدالرضا"]),
        ("میراحمدی", ["میراحمدی"]),
        ("دارالسلام", ["دارالسلام"]),
    ],
)
def test_what_is_glued_behind_a_letter_that_joins_none_is_parted(
    written: str, words: list[str]
) -> None:
    begun = glued(written)
    ends = (*begun[1:], len(written))
    assert [written[a:b] for a, b in zip(begun, ends, strict=True)] == words


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("الباهرلصناعة البلاستيك", "Al-Baher Plastic Industry LLC"),
        ("سدرة أويل للخدمات النفظية المحدودة", "Sidra Oil Services LTD"),
        ("كيميكس للتجارة ش.ذ.م.م", "Chemix Trading LLC"),
        ("شرکت کاوه تایر", "Kaveh Tire Company"),
    ],
)
def test_a_firm_is_found(asked: str, listed: str, language: Language) -> None:
    assert hits(asked, listed, language)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("الباهرلصناعة الزجاج", "Al-Baher Foundation"),
        ("مجموعة زي القابضة", "Majmua Zai"),
    ],
)
def test_another_firm_is_none(asked: str, listed: str, language: Language) -> None:
    assert not hits(asked, listed, language)


def test_initials_are_tried_from_the_likeliest_on() -> None:
    found = spelled_out([fold(one) for one in ("جي", "إي", "بي")], "arabic")
    assert found is not None
    assert {"gib", "jeb"} <= set(found[1])


def test_a_foreign_word_may_end_in_ix() -> None:
    assert "chemix" in arabic_compounds(fold("كيميكس"))
