"""Koreans by their names in Latin letters: all spellings of one name find one another."""

import pytest

from matcher.comparison.pairwise import compare
from matcher.index.build import build
from matcher.names.korean_persons import korean_readings
from matcher.names.term_weights import Language
from matcher.search.finder import Finder
from matcher.search.match import Policy, match
from records import Decision, Entity, Kind, ListedName, NameKind


@pytest.mark.parametrize(
    "asked", ["Kim Young Sub", "Young-Sub Kim", "GIM YEONGSEOP", "Kim Yŏng-sŏp"]
)
def test_every_spelling_of_a_korean_name_finds_the_listed_one(asked: str) -> None:
    names = (ListedName(text="KIM, Yong Sop", kind=NameKind.PRIMARY),)
    person = Entity(id="custom:1", kind=Kind.PERSON, names=names)
    found = match(asked, Finder(build([person])), Policy(threshold=0.8))
    assert [one.entity for one in found] == [0]


@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.ORGANIZATION])
@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("Lee Byungchul", "Ri Pyong Chol", True),
        ("Lee Chul Gook", "RI, Chol Kuk", True),
        ("Lee Che Sun", "RI, Je Son", True),
        ("Yoo Myunghwan", "RYU, Myong Hwan", True),
        ("Yoo Myunghwan", "RYU, Song Hwan", False),
    ],
)
def test_two_spellings_are_compared_by_their_syllables(
    kind: Kind, one: str, other: str, is_one: bool, language: Language
) -> None:
    (found,) = compare([(one, other)], language, kind)
    assert found.decision is (Decision.REVIEW if is_one else Decision.NO_MATCH)


@pytest.mark.parametrize("text", ["Jin Lee", "Helena Ko", "Song Yong Ming", "Kim Trading Seoul"])
def test_names_of_others_are_not_read_as_korean(text: str) -> None:
    assert not any(korean_readings(text))


def test_pinyin_throughout_is_not_read_as_korean() -> None:
    assert any(korean_readings("Yang Hyon Yong"))
    for pinyin in ("Gu Min Yong", "Han Jin Song", "Ma Jun Min"):
        assert not any(korean_readings(pinyin)), pinyin
