"""What the press of other languages calls a party finds it by the name that lists have."""

import pytest

from matcher.index.build import build
from matcher.lexicon.known_as import listed_as
from matcher.names.exonyms import as_listed, may_begin_exonym
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Match, Policy, match
from records import Entity, Kind, ListedName, NameKind


def found(asked: str, listed: str, language: Language) -> list[Match]:
    name = ListedName(text=listed, kind=NameKind.PRIMARY)
    party = Entity(id="t:1", kind=Kind.ORGANIZATION, names=(name,))
    return match(asked, Finder(build([party], language)), Policy(0.8))


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("真主党", "HIZBALLAH"),
        ("黎巴嫩真主党", "Hizballah"),
        ("中芯国际", "Semiconductor Manufacturing International Corporation"),
        ("中芯國際集成電路制造有限公司", "Semiconductor Manufacturing International Corporation"),
        ("正义联盟民兵", "Asa'ib Ahl al-Haq"),
        ("Мосбиржа", "MOSCOW EXCHANGE"),
        ("Golf-Kartell", "GULF CARTEL"),
        ("ロスネフチ", "OAO Rosneft"),
    ],
)
def test_an_exonym_finds_the_party_and_says_so(asked: str, listed: str, language: Language) -> None:
    (hit,) = found(asked, listed, language)
    assert "known as" in {row.how for row in hit.evidence}
    assert "is what other languages call" in hit.reason


@pytest.mark.parametrize("asked", ["中华为民公司", "真主党新闻", "Golf-Kartell Zelmar", "华"])
def test_an_exonym_inside_another_name_is_none(asked: str) -> None:
    assert not list(as_listed(asked))


@pytest.mark.parametrize(
    ("asked", "listed"),
    [("朝鲜贸易银行北京代表处", "Foreign Trade Bank"), ("하마스 베이징 사무소", "Hamas")],
)
def test_a_branch_and_a_town_stand_beside_an_exonym(
    asked: str, listed: str, language: Language
) -> None:
    assert found(asked, listed, language)


def test_what_the_list_has_itself_is_no_exonym(language: Language) -> None:
    (hit,) = found("HIZBALLAH", "Hizballah", language)
    assert {row.how for row in hit.evidence} == {"equal"}


def test_no_exonym_in_latin_letters_is_missed_at_a_quick_look() -> None:
    firsts = {forms[0] for forms in listed_as() if forms[0].isascii()}
    assert len(firsts) > 100
    assert all(map(may_begin_exonym, firsts))


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("谢尔盖·拉夫罗夫", "Sergey Lavrov"),
        ("39호실", "Office 39"),
        ("بانک‌ملی‌ایران", "Bank Melli Iran"),
    ],
)
def test_signs_and_digits_part_no_exonym(asked: str, listed: str, language: Language) -> None:
    (hit,) = found(asked, listed, language)
    assert "known as" in {row.how for row in hit.evidence}
